import Classifications
public import Publication

extension ViewState {
  /// Contents by variables, the values that all cells share, the period and what figures are in per
  /// cent of, such as `Recipients of work assessment allowance by age and sex, Harstad, 2022`.
  public var title: String {
    let names = (stub + heading).filter { categories(of: $0).count > 1 }
      .map { lowered(label(of: $0)) }
    let by = names.isEmpty ? "" : " \(words("by", "etter")) \(listed(names, and: and))"
    let values = table.dimensions.indices.compactMap { place -> String? in
      let shown = categories(of: place)
      return shown.count == 1 && shown[0] != 0 && !isTime(place)
        ? name(of: shown[0], at: place) : nil
    }
    let parts =
      [table.title.text(in: language) + by] + values + [periodText]
      + [regionText].compactMap(\.self) + percentTexts + [changeText].compactMap(\.self)
    return parts.joined(separator: ", ")
  }

  /// What figures are in per cent of, when that is the view's choice.
  private var percentTexts: [String] {
    switch percent {
    case .none: []
    case .column: [words("per cent of the column", "prosent av kolonnen")]
    case .row: [words("per cent of the row", "prosent av linjen")]
    case .total: [words("per cent of the table", "prosent av tabellen")]
    case .population:
      populationMeasure.map { [lowered(table.measures[$0].label.text(in: language))] } ?? []
    }
  }

  /// One line per filter dimension that is not at its total, such as `Sex: Females`.
  public var filterTexts: [String] {
    filter.compactMap { place in
      let category = top(of: place)
      return category == 0 ? nil : "\(label(of: place)): \(text(of: category, at: place))"
    }
  }

  /// How the figures come about, in words, for all cells alike.
  public var figureText: String {
    [ownFigureText, changeFormula].compactMap(\.self).joined(separator: "; ")
  }

  /// How figures come about before they are compared with those of other periods.
  private var ownFigureText: String {
    let count = countMeasure.map { table.measures[$0].label.text(in: language) } ?? ""
    let tops = percentPlaces(percent).filter { !isTime($0) }.map { name(of: top(of: $0), at: $0) }
    let base = tops.isEmpty ? "" : " (\(tops.joined(separator: ", ")))"
    switch percent {
    case .none, .population:
      let plans = figurePlans
      let percentages = plans.filter { $0.base != nil }
      return (percentages.isEmpty ? plans : percentages).map(formula(of:)).joined(separator: "; ")
    case .column:
      return words(
        "\(count) in per cent of the column's total\(base)",
        "\(count) i prosent av summen i kolonnen\(base)")
    case .row:
      return words(
        "\(count) in per cent of the row's total\(base)",
        "\(count) i prosent av summen i linjen\(base)")
    case .total:
      return words(
        "\(count) in per cent of the table's total\(base)",
        "\(count) i prosent av summen i tabellen\(base)")
    }
  }

  /// How the figures of one measure come about.
  func formula(of plan: FigurePlan) -> String {
    let measure = table.measures[plan.measure]
    let name = measure.label.text(in: language)
    let content = shortName(ofContent: plan.content)
    switch measure.kind {
    case .count:
      let unit = statistic.unit.text(in: language)
      return words("\(name): number of \(unit)", "\(name): antall \(unit)")
    case .percentOfContent(_, let base):
      let base = shortName(ofContent: base)
      return words(
        "\(name) = 100 × \(content) / \(base) of the same group",
        "\(name) = 100 × \(content) / \(base) i samme gruppe")
    case .percentOfTotal(_, let dimension):
      let hierarchy = statistic.dimensions[dimension].hierarchy
      let total = hierarchy.categories[0].label.text(in: language)
      return words(
        "\(name) = 100 × \(content) / \(content) of “\(total)”",
        "\(name) = 100 × \(content) / \(content) av «\(total)»")
    case .sum:
      return words("\(name): sum over all \(allUnits)", "\(name): sum for alle \(allUnits)")
    case .median:
      return words("\(name): median of \(allUnits)", "\(name): median for \(allUnits)")
    case .mean(let contents, let less, let units):
      let scale = ViewCell(scaled: scale(ofContent: plan.content), decimals: 0).grouped
      let times = scale == "1" ? "" : "\(scale) × "
      let units = shortName(ofContent: units)
      let sum = sumText(of: contents, less: less)
      return words(
        "\(name) = \(times)\(sum) / number of \(units)",
        "\(name) = \(times)\(sum) / antall \(units)")
    }
  }

  /// What a mean is of: `sum`, or the names of the sums, `(wages + pensions − taxes)`.
  private func sumText(of contents: [Int], less: [Int]) -> String {
    guard contents.count + less.count > 1 else { return words("sum", "sum") }
    let names = contents.map(shortName(ofContent:)).joined(separator: " + ")
    return "(\(([names] + less.map(shortName(ofContent:))).joined(separator: " − ")))"
  }

  /// What units are called: `persons`.
  private var allUnits: String { statistic.unit.text(in: language) }

  /// What a content counts, inside a sentence and without "of what": `recipients`.
  private func shortName(ofContent content: Int) -> String {
    let name = lowered(table.contents[content].label.text(in: language))
    let preposition = words(" of ", " av ")
    guard let end = name.firstRange(of: preposition)?.lowerBound else { return name }
    return String(name[..<end])
  }

  /// What a reader must know of the units before anything else: that they are not real.
  public var syntheticText: String? {
    statistic.isSynthetic ? words("synthetic data", "syntetiske data") : nil
  }

  /// The order of the rows in words, such as `sorted by Females, Persons, largest first`.
  ///
  /// `nil` when they stand in the order of the classification.
  public var sortText: String? {
    guard let sort else { return nil }
    let column = zip(heading, sort.categories).map { text(of: $1, at: $0) }
    let direction =
      sort.isDescending
      ? words("largest first", "største først") : words("smallest first", "minste først")
    return words("sorted by ", "sortert etter ")
      + (column + [measureName(sort.measure), direction]).joined(separator: ", ")
  }

  /// What figures are counted in.
  var unitText: String {
    if change == .percent { return words("per cent", "prosent") }
    if change == .index { return words("index", "indeks") }
    let percent =
      change == .difference
      ? words("percentage points", "prosentpoeng") : words("per cent", "prosent")
    let units = figurePlans.map { plan in
      if plan.base?.isPercent ?? false { return percent }
      let unit = table.measures[plan.measure].unit ?? statistic.unit
      return unit.text(in: language)
    }
    // Per cent last, each unit once.
    var listed: [String] = []
    for unit in units.filter({ $0 != percent }) + units.filter({ $0 == percent })
    where !listed.contains(unit) {
      listed.append(unit)
    }
    return listed.joined(separator: ", ")
  }

  /// What a symbol means.
  public func meaning(of status: CellStatus) -> String {
    statistic.symbols.meaning(of: status).text(in: language)
  }

  /// The symbols in words: `: Not for publication`.
  public func legend(of symbols: [CellStatus]) -> [String] {
    symbols.compactMap { status in
      statistic.symbols.symbol(of: status).map { "\($0) \(meaning(of: status))" }
    }
  }

  /// What a reader must know of values in view, such as a break in the series at a period, each
  /// with the mark that its value carries.
  public var valueNotes: [String] {
    notedValues.compactMap { value in
      let marked = markedValue(of: value)
      return marked == nil ? nil : "\(value.mark) \(value.text)"
    }
  }

  /// The notes on all values of the table's dimensions.
  public var allValueNotes: [String] { notedValues.map { "\($0.mark) \($0.text)" } }

  /// The marks of values in view that have notes, such as `1)`.
  func noteMarks(at place: Int) -> [CategoryIndex: String] {
    let dimension = dimension(at: place)
    guard !dimension.valueNotes.isEmpty || !dimension.breaks.isEmpty else { return [:] }
    var marks: [CategoryIndex: String] = [:]
    for noted in notedValues where noted.place == place {
      guard let category = markedValue(of: noted) else { continue }
      marks[category] = [marks[category], noted.mark].compactMap(\.self).joined(separator: " ")
    }
    return marks
  }

  /// A value with a note, or a period before which there is a break in the series.
  private struct NotedValue {
    let place: Int
    let category: CategoryIndex
    let isBreak: Bool
    let mark: String
    let text: String
  }

  /// The value in view that carries the mark of a note: the value itself, or the first period from
  /// a break on, as long as one before it is shown or compared with.
  private func markedValue(of noted: NotedValue) -> CategoryIndex? {
    let shown = categories(of: noted.place)
    guard noted.isBreak else { return shown.first { $0 == noted.category } }
    guard let after = shown.first(where: { $0 >= noted.category }),
      wanted(of: noted.place).contains(where: { $0 > 0 && $0 < noted.category })
    else { return nil }
    return after
  }

  private var notedValues: [NotedValue] {
    var noted: [NotedValue] = []
    for place in table.dimensions.indices {
      let dimension = dimension(at: place)
      guard !dimension.valueNotes.isEmpty || !dimension.breaks.isEmpty else { continue }
      for (category, value) in dimension.hierarchy.categories.enumerated() {
        for (note, isBreak) in [
          (dimension.breaks[value.code], true), (dimension.valueNotes[value.code], false),
        ] {
          guard let note else { continue }
          noted.append(
            NotedValue(
              place: place, category: category, isBreak: isBreak, mark: "\(noted.count + 1))",
              text: "\(name(of: category, at: place)): \(note.text(in: language))"))
        }
      }
    }
    return noted
  }

  var and: String { words("and", "og") }
}
