import Classifications
import Publication

extension ViewState {
  /// Measures, percentages, labels and language of `options`.
  mutating func configureFigures(_ options: ViewOptions) throws(ViewOptionError) {
    if let ids = options.measure {
      var measures: [Int] = []
      for id in ids { measures.append(try measure(id, option: "measure")) }
      try change("measure", ids.joined(separator: ",")) { state throws(ViewChangeRefused) in
        try state.show(measures: measures)
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
    let form = "dimension=code,measure=id:largest, each part but one optional"
    var terms = text
    var isDescending = true
    let directions = [("largest", true), ("smallest", false)]
    if let (word, direction) = directions.first(where: {
      text == $0.0 || text.hasSuffix(":\($0.0)")
    }) {
      isDescending = direction
      terms = String(text.dropLast(text == word ? word.count : word.count + 1))
    }
    var categories = heading.map { self.categories(of: $0)[0] }
    var measure = figurePlans[0].measure
    for term in terms.split(separator: ",") {
      let parts = term.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ViewOptionError("sort", text, .form(form), suggestions: [])
      }
      if parts[0] == "measure" {
        measure = try self.measure(parts[1], option: "sort")
      } else if let position = heading.firstIndex(where: { dimension(at: $0).id == parts[0] }) {
        categories[position] = try category(parts[1], at: heading[position], option: "sort")
      } else {
        throw ViewOptionError(
          "sort", parts[0], .dimension,
          allowed: heading.map { dimension(at: $0).id } + ["measure"])
      }
    }
    let order = SortOrder(categories: categories, measure: measure, isDescending: isDescending)
    try change("sort", text) { state throws(ViewChangeRefused) in try state.sort(by: order) }
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
