import ArgumentParser
import Classifications
import Dispatch
import Publication
import RegisterFiles
import Registers
import Synchronization
import Synthesis
import TableFiles

/// `prikk synthesize`: writes synthetic registers to files.
struct SynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Write synthetic registers of all statistics to CSV files.",
    discussion: """
      One file a register, and registers.md, which says what stands in their columns. No row is a \
      real person. The same seed and scale write the same bytes everywhere.

      EXAMPLE
        prikk synthesize --out registers
        prikk build registers --out releases
      """)

  @Option(help: "The folder for the register files; made when it is not there.")
  var out: String

  @Option(help: "Draw other synthetic persons: a whole number from 0.")
  var seed: UInt64?

  @Option(help: "How many countries: 1 is the country, 0.01 a hundredth, 20 at most.")
  var scale: Double = 1

  @Flag(help: "Replace register files that exist.")
  var overwrite = false

  func validate() throws {
    guard scale > 0, scale <= 20 else {
      throw ValidationError("--scale takes a number above 0 and up to 20.")
    }
  }

  func run() throws {
    let workbench = Workbench(seed: seed)
    let folder = RegisterFolder(path: out, onError: .stop)
    let layouts = workbench.layouts
    let guide = "\(out)/registers.md"
    try requireRoom(
      in: out, for: layouts.map(folder.file(of:)) + [guide], overwriting: overwrite)
    let progress = ProgressLine()
    defer { progress.end() }
    let set = try workbench.country.registers(scale: scale, report: progress.report)
    try makeFolder(out)
    var summary = ""
    for layout in layouts {
      progress.report(ProgressReport(activity: "Writing \(layout.name)", fraction: nil))
      let records = set.rows(of: layout)
      try writeFile(
        RegisterPieces(RegisterWriter(records)), to: folder.file(of: layout),
        overwriting: overwrite)
      summary += "\(folder.file(of: layout)): \(records.rowCount) rows\n"
    }
    try writeFile(
      [Array(registerGuide(layouts, workbench.inputs.library.hierarchies).utf8)], to: guide,
      overwriting: overwrite)
    progress.end()
    standardOutput(summary)
  }
}

/// The pieces of a register file, made on all lanes some at a time.
struct RegisterPieces: Sequence, IteratorProtocol {
  private let writer: RegisterWriter
  private var made = 0
  private var ready: [[UInt8]] = []

  init(_ writer: RegisterWriter) { self.writer = writer }

  mutating func next() -> [UInt8]? {
    if ready.isEmpty { makeSome() }
    return ready.popLast()
  }

  private mutating func makeSome() {
    let numbers = made..<Swift.min(made + 2 * lanes, writer.pieceCount)
    made = numbers.upperBound
    let pieces = Mutex<[[UInt8]]>(Array(repeating: [], count: numbers.count))
    DispatchQueue.concurrentPerform(iterations: numbers.count) { [writer] place in
      let piece = writer.piece(numbers.lowerBound + place)
      pieces.withLock { $0[place] = piece }
    }
    ready = pieces.withLock { $0.reversed() }
  }
}

/// What stands in the files, as Markdown.
func registerGuide(_ layouts: [RegisterLayout], _ lists: [Hierarchy]) -> String {
  var text = """
    # Registers

    One file a register: comma separated, UTF-8, a header with the names of the columns. Days are \
    written `2022-12-31`, months `2022-12`, both from \(RegisterField.days.lowerBound) to \
    \(RegisterField.days.upperBound), flags `0` or `1`; what may be empty says so.

    """
  for layout in layouts {
    text += "\n## \(layout.name)\n\n\(layout.summary)\n\n"
    text += "| column | holds | says |\n| --- | --- | --- |\n"
    for field in layout.fields {
      let empty = field.isOptional ? ", may be empty" : ""
      text += "| \(field.name) | \(field.kind.sentence)\(empty) | \(field.summary) |\n"
    }
    for order in layout.orders {
      let (earlier, later) = (layout.fields[order.earlier].name, layout.fields[order.later].name)
      text += "\nNo \(later) is before \(earlier).\n"
    }
    switch layout.uniqueness {
    case .none: break
    case .row(let names):
      text += "\nOne row a \(names.joined(separator: " and "))."
    case .spell: text += "\nA person has one spell at a time."
    }
    if let rule = layout.uniqueness.rule { text += " \(rule)\n" }
  }
  var shown: Set<String> = []
  for case .code(let list, let codes) in layouts.flatMap(\.fields).map(\.kind)
  where shown.insert(list).inserted {
    text += "\n## List \(list)\n\n| code | label |\n| --- | --- |\n"
    let hierarchies = lists.filter { $0.id == list || list == "no-municipalities" }
    for code in codes {
      let label = hierarchies.lazy.compactMap { hierarchy in
        hierarchy.index(ofCode: code).map { hierarchy.categories[$0].label.english }
      }.first
      text += "| `\(code)` | \(label ?? "") |\n"
    }
  }
  return text
}

extension RegisterField.Kind {
  /// What a column holds, with unit or code list.
  fileprivate var sentence: String {
    switch self {
    case .person: "a whole number from 1"
    case .code(let list, let codes):
      "one of the \(codes.count) codes of the list `\(list)`, below"
    case .day: "a day"
    case .month: "a month"
    case .number(let unit, let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound) (\(unit))"
    case .flag: "`0` or `1`"
    }
  }
}
