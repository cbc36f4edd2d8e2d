/// Options by their names: what saved views and session logs are read with.
extension ViewOptions {
  /// Names of the options that have no value: they are given or not.
  public static let flags = ["no-totals", "hide-empty"]

  /// Names of the options, in the order in which ``arguments`` has them.
  public static let names =
    [
      "stub", "heading", "filter", "select", "level", "branch", "open", "measure", "derived",
      "percent", "change", "regions", "labels", "language", "sort", "where",
    ] + flags

  /// Gives an option by its name, and says whether there is such an option.
  ///
  /// One that can be given several times is given once more.
  public mutating func give(_ name: some StringProtocol, _ value: String) -> Bool {
    func words() -> [String] { value.split(separator: ",").map(String.init) }
    switch String(name) {
    case "stub": stub = words()
    case "heading": heading = words()
    case "filter": filter.append(value)
    case "select": select.append(value)
    case "level": level.append(value)
    case "branch": branch.append(value)
    case "open": open.append(value)
    case "measure": measure = words()
    case "derived": derived = words()
    case "percent": percent = value
    case "change": change = value
    case "regions": regions = value
    case "labels": labels = value
    case "language": language = value
    case "sort": sort = value
    case "where": condition = value
    case "no-totals": hidesTotals = true
    case "hide-empty": hidesEmptyRows = true
    default: return false
    }
    return true
  }

  /// The options of arguments such as ``arguments`` writes; `nil` when they are no such arguments.
  public init?(arguments: [String]) {
    self.init()
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard name.hasPrefix("--") else { return nil }
      let value = Self.flags.contains(String(name.dropFirst(2))) ? "" : rest.popFirst()
      guard let value, give(name.dropFirst(2), value) else { return nil }
    }
  }
}
