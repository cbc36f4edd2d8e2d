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
      return shown.count == 1 && shown[0] != 0 ? name(of: shown[0], at: place) : nil
    }
    let parts = [table.title.text(in: language) + by] + values + [statistic.period] + percentTexts
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
    let count = countMeasure.map { table.measures[$0].label.text(in: language) } ?? ""
    let tops = percentPlaces.map { name(of: top(of: $0), at: $0) }
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
    }
  }

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
    let isPercent = figurePlans.map { $0.base != nil }
    let unit = statistic.unit.text(in: language)
    let percent = words("per cent", "prosent")
    if !isPercent.contains(true) { return unit }
    return isPercent.contains(false) ? "\(unit), \(percent)" : percent
  }

  /// What a symbol means.
  public func meaning(of status: CellStatus) -> String {
    guard language == .national else { return status.meaning }
    return switch status {
    case .published: "Offentliggjort"
    case .suppressed: "Tall kan ikke offentliggjøres"
    case .notApplicable: "Tall kan ikke forekomme"
    case .missing: "Oppgave mangler"
    }
  }

  /// The symbols in words: `: Not for publication`.
  public func legend(of symbols: [CellStatus]) -> [String] {
    symbols.compactMap { status in status.symbol.map { "\($0) \(meaning(of: status))" } }
  }

  var and: String { words("and", "og") }
}
