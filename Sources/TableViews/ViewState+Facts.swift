public import Classifications
import Publication

extension ViewState {
  /// What is known of a value of the dimension at `place`: a short text for each kind of thing, the
  /// first ones first: path, level with code and parts, validity, other names, notes.
  public func facts(of category: CategoryIndex, at place: Int) -> [String] {
    let dimension = dimension(at: place)
    let hierarchy = dimension.hierarchy
    let value = hierarchy.categories[category]
    let level = words(
      .code(hierarchy.levelLabels[hierarchy.levels[category]].text(in: language), value.code))
    var facts: [String] = []
    if isTime(place) {
      facts.append(level)
      if let day = dimension.referenceDay(of: category) { facts.append(words(.asOf(day))) }
    } else {
      facts.append(
        hierarchy.path(to: category).map { name(of: $0, at: place) }.joined(separator: " > "))
      facts.append("\(level), \(partsText(of: category, at: place))")
      if let from = value.validity?.from { facts.append(words(.inForce(from: from))) }
      if let until = value.validity?.until { facts.append(words(.noLongerInForce(from: until))) }
    }
    let shown = name(of: category, at: place)
    var others: [String] = []
    for name in [value.label.english, value.label.national] + value.aliases
    where name != shown && !others.contains(name) {
      others.append(name)
    }
    if !others.isEmpty { facts.append(words(.alsoCalled(others.joined(separator: ", ")))) }
    let notes = [dimension.breaks[value.code], dimension.valueNotes[value.code]]
    return facts + notes.compactMap { $0?.text(in: language) }
  }

  private func partsText(of category: CategoryIndex, at place: Int) -> String {
    let hierarchy = dimension(at: place).hierarchy
    let parts = hierarchy.children[category]
    guard let first = parts.first else { return words(.noParts) }
    let level = hierarchy.levelLabels[hierarchy.levels[first]].text(in: language)
    return words(.parts(parts.count, lowered(level)))
  }
}

extension ViewState {
  /// The values of the dimension at `place` that fit `text` and can be chosen, best first; of those
  /// that fit alike the ones in force in a period shown before the others.
  public func search(_ text: String, at place: Int) -> [CategoryIndex] {
    let hierarchy = dimension(at: place).hierarchy
    let found = hierarchy.search(text).filter { isOnList($0, at: place) }
    guard !text.trimmed.isEmpty, let days = daysShown, !isTime(place) else { return found }
    func isInForce(_ category: CategoryIndex) -> Bool {
      guard let validity = hierarchy.categories[category].validity else { return true }
      return days.contains(where: validity.contains)
    }
    // Invariant: `found` stands by rank, so that values that fit alike follow each other.
    let key = SearchKey(text.trimmed)
    return found.enumerated()
      .map { order, category in
        let rank = hierarchy.rank(of: key, at: category)?.rawValue ?? 0
        // Letters in some order fit more or less well: their own order says how well.
        let isAlike = rank != SearchRank.letters.rawValue
        return (rank, isAlike && !isInForce(category) ? 1 : 0, order, category)
      }
      .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
      .map(\.3)
  }

  /// The days as of which units are described in the periods shown; `nil` when one of them does not
  /// say, or there are no periods.
  private var daysShown: [String]? {
    guard let time = table.dimensions.indices.first(where: isTime) else { return nil }
    let days = categories(of: time).map(dimension(at: time).referenceDay(of:))
    return days.contains(nil) ? nil : days.compactMap(\.self)
  }
}
