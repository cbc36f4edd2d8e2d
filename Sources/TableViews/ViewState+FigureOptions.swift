import Classifications
import Publication

extension ViewState {
  /// Measures, percentages, labels and language of `options`.
  mutating func configureFigures(_ options: ViewOptions) throws(ViewOptionError) {
    if options.measure != nil || options.derived != nil {
      let ids = options.measure.map { $0 == ["none"] ? [] : $0 }
      var measures: [Int] = []
      for id in ids ?? [] { measures.append(try measure(id, option: "measure")) }
      if ids == nil { measures = self.measures }
      var derived = options.derived == nil ? self.derived : []
      for text in options.derived ?? [] {
        derived.append(try derivedFigure(text, measure: measures.first ?? 0))
      }
      let option = options.derived == nil ? "measure" : "derived"
      let value = (options.derived ?? options.measure ?? []).joined(separator: ",")
      try change(option, value) { state throws(ViewChangeRefused) in
        try state.show(measures: measures, derived: derived)
      }
    }
    if let word = options.percent {
      let base = try one(of: PercentBase.allCases.map { ($0.id, $0) }, word, option: "percent")
      try change("percent", word) { state throws(ViewChangeRefused) in
        try state.show(percent: base)
      }
    }
    if let word = options.change {
      let change = try one(of: PeriodChange.allCases.map { ($0.id, $0) }, word, option: "change")
      try self.change("change", word) { state throws(ViewChangeRefused) in
        try state.show(change: change)
      }
    }
    if let word = options.labels {
      show(labels: try one(of: LabelStyle.allCases.map { ($0.id, $0) }, word, option: "labels"))
    }
    if let word = options.language {
      let words: [(String, Language)] = [
        ("english", .english), ("national", .national), ("en", .english), ("no", .national),
        ("da", .national),
      ]
      show(language: try one(of: words, word, option: "language"))
    }
    if options.hidesEmptyRows != hidesEmptyRows { toggleEmptyRows() }
  }

  /// Shows regions on the list that `options` name; before values are chosen, which are of that
  /// list.
  mutating func configureRegions(_ options: ViewOptions) throws(ViewOptionError) {
    guard let word = options.regions else { return }
    guard let place = regionPlace, let regrouping = dimension(at: place).regrouping else {
      throw ViewOptionError(
        "regions", word, .held("The table has no regions that can be regrouped."), suggestions: [])
    }
    let editions = Regrouping.Edition.allCases.map { (regrouping.year(of: $0), Optional($0)) }
    let edition = try one(of: [("published", nil)] + editions, word, option: "regions")
    try change("regions", word) { state throws(ViewChangeRefused) in
      try state.show(regions: edition)
    }
  }

  /// Sorts by `text`: `dimension=code,measure=id:largest`.
  mutating func configureSort(_ text: String) throws(ViewOptionError) {
    let form = "dimension=code,measure=id,derived=word:largest, each part but one optional"
    var terms = text
    var isDescending = true
    let directions = [("largest", true), ("smallest", false)]
    if let (word, direction) = directions.first(where: {
      text == $0.0 || text.hasSuffix(":\($0.0)")
    }) {
      isDescending = direction
      terms = String(text.dropLast(text == word ? word.count : word.count + 1))
    }
    let column = try column(terms, option: "sort", form: form)
    let order = SortOrder(
      categories: column.categories, measure: column.measure, derivation: column.derivation,
      isDescending: isDescending)
    try change("sort", text) { state throws(ViewChangeRefused) in try state.sort(by: order) }
  }

  /// The column that `terms` name; what they leave out is the first of its kind.
  func column(
    _ terms: String, option: String, form: String
  ) throws(ViewOptionError) -> (
    categories: [CategoryIndex], measure: Int, derivation: Derivation?
  ) {
    var categories = heading.map { lineCategories(of: $0)[0] }
    var measure = figurePlans[0].measure
    var derivation = figurePlans[0].derivation
    for term in terms.split(separator: ",") {
      let parts = term.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ViewOptionError(option, terms, .form(form), suggestions: [])
      }
      if parts[0] == "measure" {
        measure = try self.measure(parts[1], option: option)
        derivation = nil
      } else if parts[0] == "derived" {
        derivation = try one(
          of: Derivation.allCases.map { ($0.id, $0) }, parts[1], option: option)
      } else if let position = heading.firstIndex(where: { dimension(at: $0).id == parts[0] }) {
        categories[position] = try category(parts[1], at: heading[position], option: option)
      } else {
        throw ViewOptionError(
          option, parts[0], .dimension,
          allowed: heading.map { dimension(at: $0).id } + ["measure", "derived"])
      }
    }
    return (categories, measure, derivation)
  }

  /// The figure that `text` names: `measure:derivation`, or the derivation alone, of `measure`.
  private func derivedFigure(
    _ text: String, measure: Int
  ) throws(ViewOptionError) -> DerivedFigure {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let own = parts.count == 2 ? try self.measure(parts[0], option: "derived") : measure
    let derivation = try one(
      of: Derivation.allCases.map { ($0.id, $0) }, parts.last ?? "", option: "derived")
    return DerivedFigure(derivation, of: own)
  }

  private func measure(_ id: String, option: String) throws(ViewOptionError) -> Int {
    guard let measure = table.measures.firstIndex(where: { $0.id == id }) else {
      throw ViewOptionError(option, id, .measure, allowed: table.measures.map(\.id))
    }
    return measure
  }

  private func one<Value>(
    of words: [(String, Value)], _ word: String, option: String
  ) throws(ViewOptionError) -> Value {
    guard let match = words.first(where: { $0.0 == word }) else {
      throw ViewOptionError(option, word, .word, allowed: words.map(\.0))
    }
    return match.1
  }
}
