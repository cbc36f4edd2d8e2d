public import Publication

/// What is wrong with a line of a saved view.
public struct ViewFileProblem: Error, Sendable, Hashable {
  /// Number of the line, from 1.
  public let line: Int
  /// The line.
  public let excerpt: String
  /// What is wrong with it, in a sentence.
  public let reason: String
  /// What to do about it.
  public let wayOut: String
}

/// A view under a name, as a small text that can be read, changed by hand and sent to others.
///
/// Its lines are the options of `prikk show`, each with its value. It has codes and no places, no
/// labels and no figures: it opens on whatever release holds its codes.
public struct ViewFile: Sendable, Hashable {
  /// The first line.
  static let firstLine = "prikk view 1"

  /// The name that the user gave it.
  public let name: String
  /// Id of the table.
  public let table: String
  /// What is shown of it.
  public let options: ViewOptions

  /// A line with an option.
  fileprivate struct Line: Sendable, Hashable {
    let number: Int
    let text: String
    let name: String
    let value: String
  }
  private let lines: [Line]

  /// How a view's periods are written down.
  public enum Periods: Sendable, Hashable {
    /// Those that are shown.
    case asShown
    /// Counted from the latest, where they end in it.
    case onNewData
  }

  /// The file of a view.
  public init(name: String, of state: ViewState, periods: Periods) {
    self.name = name
    table = state.table.id
    options = periods == .asShown ? ViewOptions(state) : ViewOptions(onNewPeriods: state)
    lines = []
  }

  /// Reads a file.
  /// - Throws: ``ViewFileProblem`` for the first line that is not one of a view.
  public init(text: String) throws(ViewFileProblem) {
    var (name, table): (String?, String?)
    var options = ViewOptions()
    var lines: [Line] = []
    for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = text.split(separator: " ", maxSplits: 1)
      let line = Line(
        number: index + 1, text: String(text), name: words.first.map(String.init) ?? "",
        value: words.count > 1 ? String(words[1]).trimmingBlanks : "")
      if index == 0 {
        guard String(text).trimmingBlanks == Self.firstLine else { throw line.isNoView }
        continue
      }
      guard !line.name.isEmpty, !line.name.hasPrefix("#") else { continue }
      guard !line.value.isEmpty || ViewOptions.flags.contains(line.name) else {
        throw line.hasNoValue
      }
      switch line.name {
      case "name": name = line.value
      case "table": table = line.value
      default:
        guard options.give(line.name, line.value) else { throw line.isUnknown }
      }
      lines.append(line)
    }
    guard let table else {
      throw ViewFileProblem(
        line: 1, excerpt: Self.firstLine, reason: "No line says which table the view is of.",
        wayOut: "Write one: table TABLE. `prikk tables` lists them.")
    }
    self.name = name ?? table
    self.table = table
    self.options = options
    self.lines = lines
  }

  /// The text of the file.
  public var text: String {
    var lines = [Self.firstLine, "name \(name)", "table \(table)"]
    let arguments = options.arguments
    for (index, argument) in arguments.enumerated() where argument.hasPrefix("--") {
      let value = arguments.indices.contains(index + 1) ? arguments[index + 1] : ""
      let isFlag = ViewOptions.flags.contains(String(argument.dropFirst(2)))
      lines.append(argument.dropFirst(2) + (isFlag ? "" : " \(value)"))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The view, on what `statistics` hold now.
  /// - Throws: ``ViewFileProblem`` for the line that they cannot hold.
  public func state(in statistics: [StatisticDescription]) throws(ViewFileProblem) -> ViewState {
    let tables = statistics.flatMap { statistic in statistic.tables.map { (statistic, $0) } }
    guard let found = tables.first(where: { $0.1.id == table }) else {
      throw problem(
        "table", table, "There is no table “\(table)” any more.",
        "Tables are: \(tables.map(\.1.id).joined(separator: ", ")).")
    }
    var state = ViewState(statistic: found.0, table: found.1)
    do throws(ViewOptionError) {
      try state.configure(options)
    } catch {
      throw problem(
        error.option, error.value, error.sentences,
        "Change the line or take it out; `prikk tables \(table)` lists all codes.")
    }
    return state
  }

  /// A problem at the line of an option that has a value, or else at any line of the option.
  private func problem(
    _ option: String, _ value: String, _ reason: String, _ wayOut: String
  ) -> ViewFileProblem {
    let named = lines.filter { $0.name == option }
    let line =
      named.first { $0.value == value } ?? named.first { $0.value.contains(value) } ?? named.first
      ?? lines.first { $0.name == "table" }
    return ViewFileProblem(
      line: line?.number ?? 1, excerpt: line?.text ?? Self.firstLine, reason: reason,
      wayOut: wayOut)
  }

  /// Files that say the same, whatever their lines and remarks are.
  public static func == (one: ViewFile, other: ViewFile) -> Bool {
    one.name == other.name && one.table == other.table && one.options == other.options
  }

  /// Hashes what the file says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(table)
    hasher.combine(options)
  }
}

extension ViewFile.Line {
  private func problem(_ reason: String, _ wayOut: String) -> ViewFileProblem {
    ViewFileProblem(line: number, excerpt: text, reason: reason, wayOut: wayOut)
  }

  fileprivate var isNoView: ViewFileProblem {
    let reason =
      text.hasPrefix("prikk view")
      ? "This view was saved by a newer prikk." : "This is not a saved view."
    return problem(reason, "A view begins with the line “\(ViewFile.firstLine)”.")
  }

  fileprivate var hasNoValue: ViewFileProblem {
    problem("“\(name)” has no value.", "Write it behind the word, or take the line out.")
  }

  fileprivate var isUnknown: ViewFileProblem {
    let names = ["name", "table"] + ViewOptions.names
    let meant = nearest(to: name, among: names).first.map { "Did you mean \($0)? " } ?? ""
    return problem(
      "“\(name)” is not an option of a view.",
      meant + "Possible: \(names.joined(separator: ", ")).")
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
