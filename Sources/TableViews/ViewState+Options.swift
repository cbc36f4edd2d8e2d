import Classifications
import Publication

extension ViewState {
  /// Makes the view that `options` describe.
  ///
  /// When they cannot be followed the view stays as it is.
  public mutating func configure(_ options: ViewOptions) throws(ViewOptionError) {
    var state = self
    let filtered = try state.periodsFirst(state.values(of: options.filter, option: "filter"))
    // A value that does not exist is the nearest mistake, wherever its dimension stands.
    for (place, text) in filtered { _ = try category(text, at: place, option: "filter") }
    try state.place(options, filtered: filtered)
    try state.configureRegions(options)
    var chosen = Set(filtered.map(\.place))
    for (place, text) in filtered {
      let category = try state.category(text, at: place, option: "filter")
      try state.change("filter", text) { state throws(ViewChangeRefused) in
        try state.select(.single(category), of: place)
      }
    }
    let others = [
      ("select", options.select), ("level", options.level), ("branch", options.branch),
    ]
    var values: [(place: Int, text: (option: String, value: String))] = []
    for (option, texts) in others {
      for (place, text) in try state.values(of: texts, option: option) {
        values.append((place, (option, text)))
      }
    }
    for (place, (option, text)) in state.periodsFirst(values) {
      guard chosen.insert(place).inserted else {
        throw ViewOptionError(
          option, text,
          .agreement("The values of \(state.dimension(at: place).id) are given twice."))
      }
      let selection = try state.selection(option, text, at: place)
      try state.change(option, text) { state throws(ViewChangeRefused) in
        try state.select(selection, of: place)
      }
    }
    try state.configureFigures(options)
    try state.configureFolding(options)
    try state.configureRows(options)
    if let sort = options.sort { try state.configureSort(sort) }
    self = state
  }

  // MARK: Dimensions

  private mutating func place(
    _ options: ViewOptions, filtered: [(place: Int, text: String)]
  ) throws(ViewOptionError) {
    let rows = try options.stub.map { ids throws(ViewOptionError) in
      try places(ids, option: "stub")
    }
    let columns = try options.heading.map { ids throws(ViewOptionError) in
      try places(ids == ["none"] ? [] : ids, option: "heading")
    }
    let filters = filtered.map(\.place)
    var named: Set<Int> = []
    for place in (rows ?? []) + (columns ?? []) + filters where !named.insert(place).inserted {
      let id = dimension(at: place).id
      let option = filters.contains(place) ? "filter" : "heading"
      throw ViewOptionError(
        option, id, .agreement("The dimension \(id) can stand in one place only."))
    }
    let newStub = rows ?? stub.filter { !named.contains($0) }
    let newHeading = columns ?? heading.filter { !named.contains($0) }
    guard !newStub.isEmpty else {
      if rows == nil, let (place, text) = filtered.first(where: { stub.contains($0.place) }) {
        let id = dimension(at: place).id
        let sentence =
          "\(id) is the dimension of the rows, which cannot be empty: use --select \(id)=\(text), "
          + "or name other rows with --stub."
        throw ViewOptionError("filter", "\(id)=\(text)", .agreement(sentence), suggestions: [])
      }
      throw ViewOptionError(
        "stub", "", .agreement("A table keeps at least one dimension in its rows: name one."),
        allowed: table.dimensions.indices.map { dimension(at: $0).id }, suggestions: [])
    }
    let shown = Set(newStub + newHeading)
    for place in table.dimensions.indices {
      if !shown.contains(place) {
        selections[place] = .single(valueInFilter(of: place))
      } else if filter.contains(place) {
        selections[place] = opened(place, at: top(of: place))
      }
    }
    stub = newStub
    heading = newHeading
    filter = table.dimensions.indices.filter { !shown.contains($0) }
    settle()
  }

  private func places(_ ids: [String], option: String) throws(ViewOptionError) -> [Int] {
    var places: [Int] = []
    for id in ids {
      let place = try place(id, option: option)
      guard !places.contains(place) else {
        throw ViewOptionError(
          option, id, .agreement("The dimension \(id) is named twice."))
      }
      places.append(place)
    }
    return places
  }

  private func place(_ text: String, option: String) throws(ViewOptionError) -> Int {
    let places = table.dimensions.indices
    if let place = places.first(where: { dimension(at: $0).id == text }) { return place }
    let key = SearchKey(text)
    if let place = places.first(where: { place in
      let label = dimension(at: place).label
      return [label.english, label.national].contains { SearchKey($0) == key }
    }) {
      return place
    }
    throw ViewOptionError(
      option, text, .dimension, allowed: places.map { dimension(at: $0).id })
  }

  // MARK: Values

  /// Periods before other values: which regions can be shown depends on them.
  private func periodsFirst<Value>(
    _ values: [(place: Int, text: Value)]
  ) -> [(place: Int, text: Value)] {
    values.filter { isTime($0.place) } + values.filter { !isTime($0.place) }
  }

  func values(
    of texts: [String], option: String
  ) throws(ViewOptionError) -> [(place: Int, text: String)] {
    var values: [(place: Int, text: String)] = []
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        let form = option == "level" ? "dimension=level" : "dimension=code"
        throw ViewOptionError(option, text, .form(form), suggestions: [])
      }
      values.append((try place(String(parts[0]), option: option), String(parts[1])))
    }
    return values
  }

  private func selection(
    _ option: String, _ text: String, at place: Int
  ) throws(ViewOptionError) -> Selection {
    switch option {
    case "level": return .level(try level(text, at: place))
    case "branch": return .branch(try category(text, at: place, option: option))
    default:
      if let periods = dimension(at: place).countedPeriods(text) { return .chosen(periods) }
      var categories: [CategoryIndex] = []
      for code in text.split(separator: ",") {
        categories.append(try category(String(code), at: place, option: option))
      }
      return .chosen(categories)
    }
  }

  /// The category with a code, or else with a label.
  func category(
    _ text: String, at place: Int, option: String
  ) throws(ViewOptionError) -> CategoryIndex {
    let dimension = dimension(at: place)
    let hierarchy = dimension.hierarchy
    if let category = hierarchy.index(ofCode: text) ?? dimension.countedPeriod(text) {
      return category
    }
    let key = SearchKey(text)
    let named = hierarchy.categories.indices.filter { index in
      let label = hierarchy.categories[index].label
      return [label.english, label.national].contains { SearchKey($0) == key }
    }
    if named.count == 1 { return named[0] }
    // Periods have no total to suggest.
    let shown = hierarchy.categories.dropFirst(dimension.isTime ? 1 : 0)
    let codes = shown.map(\.code)
    let found = (named.isEmpty ? hierarchy.search(text) : named)
      .filter { $0 > 0 || !dimension.isTime }
    var suggestions = found.prefix(3).map { describe($0, in: hierarchy) }
    if suggestions.isEmpty {
      suggestions = nearest(to: text, among: codes)
        .compactMap { hierarchy.index(ofCode: $0) }.map { describe($0, in: hierarchy) }
    }
    if suggestions.isEmpty {
      let labels = hierarchy.categories.map { $0.label.text(in: language) }
      suggestions = nearest(to: text, among: Array(labels.suffix(shown.count)))
        .compactMap { labels.firstIndex(of: $0) }.map { describe($0, in: hierarchy) }
    }
    throw ViewOptionError(
      option, text, .code(dimension: dimension.id), allowed: codes, suggestions: suggestions)
  }

  private func describe(_ category: CategoryIndex, in hierarchy: Hierarchy) -> String {
    let category = hierarchy.categories[category]
    return "\(category.code) (\(category.label.text(in: language)))"
  }

  private func level(_ text: String, at place: Int) throws(ViewOptionError) -> Int {
    let dimension = dimension(at: place)
    let labels = dimension.hierarchy.levelLabels
    if let level = Int(text), labels.indices.contains(level) { return level }
    let key = SearchKey(text)
    if let level = labels.indices.last(where: { level in
      [labels[level].english, labels[level].national].contains { SearchKey($0) == key }
    }) {
      return level
    }
    throw ViewOptionError(
      "level", text, .level(dimension: dimension.id),
      allowed: labels.map { lowered($0.text(in: language)) })
  }

  /// Makes a change, a refusal being an error of the option.
  mutating func change(
    _ option: String, _ value: String,
    _ body: (inout ViewState) throws(ViewChangeRefused) -> Void
  ) throws(ViewOptionError) {
    do throws(ViewChangeRefused) {
      try body(&self)
    } catch {
      throw ViewOptionError(option, value, .held(error.reason), suggestions: [])
    }
  }
}
