import Classifications
public import Publication

extension ViewState {
  /// Contents by variables, the values that all cells share, the period and what figures are in per
  /// cent of, such as `Recipients of work assessment allowance by age and sex, Harstad, 2022`.
  public var title: String {
    let names = (stub + heading).filter { categories(of: $0).count > 1 }
      .map { lowered(label(of: $0)) }
    let by = names.isEmpty ? "" : " \(words(.by)) \(listed(names, and: and))"
    let values = table.dimensions.indices.compactMap { place -> String? in
      let shown = categories(of: place)
      return shown.count == 1 && shown[0] != 0 && !isTime(place)
        ? name(of: shown[0], at: place) : nil
    }
    let parts =
      [table.title.text(in: language) + by] + values + [periodText]
      + [regionText].compactMap(\.self) + figureTexts
    return parts.joined(separator: ", ")
  }

  /// What figures are when they are not the table's own: in per cent, compared, or derived alone.
  private var figureTexts: [String] {
    guard let only = derived.first, figureCount == 1 else {
      return percentTexts + [changeText].compactMap(\.self)
    }
    return [lowered(heading(ofMeasure: only.measure, derivation: only.derivation))]
  }

  /// What figures are in per cent of, when that is the view's choice.
  public var percentTexts: [String] {
    switch percent {
    case .none: []
    case .column: [words(.ofColumn)]
    case .row: [words(.ofRow)]
    case .total: [words(.ofTable)]
    case .parent: [words(.ofParent)]
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
  public var figureText: String { formulas.joined(separator: "; ") }

  /// How the figures come about, a formula for each way, that of a comparison last.
  public var formulas: [String] {
    let all =
      ownFormulas + [changeFormula(as: change)].compactMap(\.self) + derived.map(formula(of:))
    return all.enumerated().filter { !all[..<$0].contains($1) }.map(\.element)
  }

  /// How the figures come about, in one line: a few formulas and how many more there are.
  public var shortFigureText: String {
    let most = 3
    let formulas = formulas
    guard formulas.count > most else { return figureText }
    let rest = words(.moreFormulas(formulas.count - most + 1))
    return (formulas.prefix(most - 1) + [rest]).joined(separator: "; ")
  }

  /// How figures come about before they are compared with those of other periods.
  private var ownFormulas: [String] {
    let count = countMeasure.map { table.measures[$0].label.text(in: language) } ?? ""
    if let formula = percentFormula(percent, of: count) { return [formula] }
    let plans = measurePlans
    let percentages = plans.filter { $0.base != nil }
    return (percentages.isEmpty ? plans : percentages).map(formula(of:))
  }

  /// How per cent of `base` come about for a measure; `nil` when that is the measure's own formula.
  func percentFormula(_ base: PercentBase, of count: String) -> String? {
    let tops = percentPlaces(base).filter { !isTime($0) }.map { name(of: top(of: $0), at: $0) }
    let whole = tops.isEmpty ? "" : " (\(tops.joined(separator: ", ")))"
    return switch base {
    case .none, .population: nil
    case .column: words(.ofColumnTotal(count, whole))
    case .row: words(.ofRowTotal(count, whole))
    case .total: words(.ofTableTotal(count, whole))
    case .parent: words(.ofParentTotal(count, parentPlace.map(label(of:)) ?? ""))
    }
  }

  /// How the figures of a plan come about, whether they are in per cent or compared included.
  func wholeFormula(of plan: FigurePlan) -> String {
    if let derivation = plan.derivation {
      return formula(of: DerivedFigure(derivation, of: plan.measure))
    }
    let count = table.measures[plan.measure].label.text(in: language)
    return [percentFormula(percent, of: count) ?? formula(of: plan), changeFormula(as: change)]
      .compactMap(\.self).joined(separator: "; ")
  }

  /// How the figures of one measure come about.
  func formula(of plan: FigurePlan) -> String {
    let measure = table.measures[plan.measure]
    let name = measure.label.text(in: language)
    let content = shortName(ofContent: plan.content)
    switch measure.kind {
    case .count:
      let unit = statistic.unit.text(in: language)
      return words(.number(name, of: unit))
    case .percentOfContent(_, let base):
      let base = shortName(ofContent: base)
      return words(.share(name, content, of: base))
    case .percentOfTotal(_, let dimension):
      let hierarchy = statistic.dimensions[dimension].hierarchy
      let total = hierarchy.categories[0].label.text(in: language)
      return words(.share(name, content, ofTotal: total))
    case .sum:
      return words(.sum(name, over: allUnits))
    case .median:
      return words(.median(name, of: allUnits))
    case .mean(let contents, let less, let units):
      let scale = ViewCell(scaled: scale(ofContent: plan.content), decimals: 0).grouped
      let times = scale == "1" ? "" : "\(scale) × "
      let units = shortName(ofContent: units)
      let sum = sumText(of: contents, less: less)
      return words(.mean(name, times + sum, over: units))
    }
  }

  /// What a mean is of: `sum`, or the names of the sums, `(wages + pensions − taxes)`.
  private func sumText(of contents: [Int], less: [Int]) -> String {
    guard contents.count + less.count > 1 else { return words(.sum) }
    let names = contents.map(shortName(ofContent:)).joined(separator: " + ")
    return "(\(([names] + less.map(shortName(ofContent:))).joined(separator: " − ")))"
  }

  /// What units are called: `persons`.
  private var allUnits: String { statistic.unit.text(in: language) }

  /// What a content counts, inside a sentence and without "of what": `recipients`.
  private func shortName(ofContent content: Int) -> String {
    let name = lowered(table.contents[content].label.text(in: language))
    let preposition = words(.of)
    guard let end = name.firstRange(of: preposition)?.lowerBound else { return name }
    return String(name[..<end])
  }

  /// What a reader must know of the units before anything else: that they are not real.
  public var syntheticText: String? {
    statistic.isSynthetic ? words(.synthetic) : nil
  }

  /// The order of the rows in words, such as `sorted by Females, Persons, largest first`.
  ///
  /// `nil` when they stand in the order of the classification.
  public var sortText: String? {
    guard let sort else { return nil }
    let column = zip(heading, sort.categories).map { text(of: $1, at: $0) }
    let direction =
      words(sort.isDescending ? .largestFirst : .smallestFirst)
    return words(.sortedBy)
      + (column + [heading(ofMeasure: sort.measure, derivation: sort.derivation), direction])
      .joined(separator: ", ")
  }

  /// What figures are counted in.
  var unitText: String {
    let plans = figurePlans
    let units = plans.map(unit(of:))
    // What the figures count comes first, each unit once.
    let order =
      plans.indices.filter { isCounted(plans[$0]) } + plans.indices.filter { !isCounted(plans[$0]) }
    var listed: [String] = []
    for unit in order.map({ units[$0] }) where !listed.contains(unit) { listed.append(unit) }
    return listed.joined(separator: ", ")
  }

  private func isCounted(_ plan: FigurePlan) -> Bool {
    plan.derivation != .rank && [.none, .difference].contains(plan.change)
      && !(plan.base?.isPercent ?? false)
  }

  private func unit(of plan: FigurePlan) -> String {
    if plan.derivation == .rank { return words(.rank) }
    switch plan.change {
    case .percent: return words(.perCentUnit)
    case .index: return words(.index)
    case .difference where plan.base?.isPercent ?? false: return words(.percentagePoints)
    case .none where plan.base?.isPercent ?? false: return words(.perCentUnit)
    case .none, .difference:
      return (table.measures[plan.measure].unit ?? statistic.unit).text(in: language)
    }
  }

  /// The agency and the document that figures and definitions come from; a document that names
  /// its agency is named alone.
  public var sourceText: String {
    let agency = statistic.agency.text(in: language)
    let source = statistic.source.text(in: language)
    return source.contains(agency) ? source : "\(agency): \(source)"
  }

  /// The confidentiality rule: in English the sentence of its page and what it means in our words;
  /// in the national language, which the page was not read in, our words alone.
  public var policyText: String {
    let explanation = statistic.policy.explanation.text(in: language)
    return language == .english ? "\(statistic.policy.sentence) \(explanation)" : explanation
  }

  /// What a symbol means.
  public func meaning(of status: CellStatus) -> String {
    statistic.symbols.meaning(of: status).text(in: language)
  }

  /// The symbols in words: `: Not for publication`.
  ///
  /// Nil comes last, when `hasNil`.
  public func legend(of symbols: [CellStatus], hasNil: Bool) -> [String] {
    var lines: [String] = []
    for status in symbols {
      guard let symbol = statistic.symbols.symbol(of: status) else { continue }
      let line = "\(symbol) \(meaning(of: status))"
      // One symbol may stand for two statuses.
      if !lines.contains(line) { lines.append(line) }
    }
    let nothing =
      "\(statistic.symbols.nilSymbol) \(statistic.symbols.nilMeaning.text(in: language))"
    return hasNil ? lines + [nothing] : lines
  }

  /// What a cell's symbol means.
  public func meaning(of cell: ViewCell) -> String {
    cell.isNil ? statistic.symbols.nilMeaning.text(in: language) : meaning(of: cell.status)
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

  /// The marks of values in view: `1)` of a note, or the agency's for a break in the series.
  func noteMarks(at place: Int) -> [CategoryIndex: ValueMark] {
    let dimension = dimension(at: place)
    guard !dimension.valueNotes.isEmpty || !dimension.breaks.isEmpty else { return [:] }
    var marks: [CategoryIndex: ValueMark] = [:]
    for noted in notedValues where noted.place == place {
      guard let category = markedValue(of: noted) else { continue }
      let mark = noted.isBreak ? ValueMark(before: noted.mark) : ValueMark(after: noted.mark)
      marks[category] = marks[category]?.joined(mark) ?? mark
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
    var notes = 0
    for place in table.dimensions.indices {
      let dimension = dimension(at: place)
      guard !dimension.valueNotes.isEmpty || !dimension.breaks.isEmpty else { continue }
      for (category, value) in dimension.hierarchy.categories.enumerated() {
        for (note, isBreak) in [
          (dimension.breaks[value.code], true), (dimension.valueNotes[value.code], false),
        ] {
          guard let note else { continue }
          if !isBreak { notes += 1 }
          let mark =
            isBreak
            ? statistic.symbols.breakMark(isVertical: stub.contains(place)) : "\(notes))"
          noted.append(
            NotedValue(
              place: place, category: category, isBreak: isBreak, mark: mark,
              text: "\(name(of: category, at: place)): \(note.text(in: language))"))
        }
      }
    }
    return noted
  }

  var and: String { words(.and) }
}

/// What stands beside a value in view that something must be known of.
struct ValueMark: Sendable, Hashable {
  /// Before its label.
  var before = ""
  /// After its label.
  var after = ""

  /// Both marks, the earlier one first.
  func joined(_ other: ValueMark) -> ValueMark {
    func joined(_ left: String, _ right: String) -> String {
      [left, right].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return ValueMark(before: joined(before, other.before), after: joined(after, other.after))
  }

  /// A label with the marks.
  func marking(_ label: String) -> String {
    [before, label, after].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
