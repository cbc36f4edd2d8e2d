public import Registers

/// What happens to a row that is wrong.
public enum BadRowPolicy: String, Sendable, Hashable, CaseIterable {
  /// The first one ends the reading.
  case stop
  /// It is left out and counted.
  case skip
  /// All are looked for and listed; who asked for it does not go on when there are any.
  case report
}

/// The rows of a file and what became of the others.
public struct RegisterReading: Sendable, Hashable {
  /// The rows that are right, in the order of the file.
  public let records: RegisterRecords
  /// What became of the others.
  public let report: ReadingReport
}

/// How many rows of a file were read, how many were not, and why.
public struct ReadingReport: Sendable, Hashable {
  /// Rows that are wrong in the same way: the same reason in the same column.
  public struct Problem: Sendable, Hashable {
    /// What is wrong.
    public let kind: RegisterFileError.Kind
    /// The column of the layout, or `nil` when it is about whole lines.
    public let column: String?
    /// Rows of which this is the first thing that is wrong.
    public internal(set) var count: Int
    /// The first of them, in the order of the file.
    public internal(set) var examples: [RegisterFileError]
  }
  /// The file, as it was named.
  public let file: String
  /// Rows that are right.
  public let rowsRead: Int
  /// What is wrong, in the order in which it first stands in the file.
  public let problems: [Problem]

  /// Rows that are wrong.
  public var rowsDropped: Int { problems.reduce(0) { $0 + $1.count } }

  /// Examples of each problem that are kept.
  public static let examplesPerProblem = 5
}

/// Counts problems and keeps the first of each.
struct ProblemTally: Sendable {
  private(set) var problems: [ReadingReport.Problem] = []

  /// Counts a problem; it is described only when it is one of the first of its sort.
  mutating func add(
    _ problem: LineProblem, file: String, line: Int, layout: RegisterLayout
  ) {
    let column = problem.place.map { layout.fields[$0].name }
    let index = index(of: problem.kind, column)
    problems[index].count += 1
    if problems[index].examples.count < ReadingReport.examplesPerProblem {
      problems[index].examples.append(problem.error(file: file, line: line, layout: layout))
    }
  }

  /// Adds what was counted further down, in a part whose first line is preceded by `lines` lines.
  mutating func append(_ later: ProblemTally, below lines: Int) {
    for problem in later.problems {
      let index = index(of: problem.kind, problem.column)
      problems[index].count += problem.count
      let room = ReadingReport.examplesPerProblem - problems[index].examples.count
      problems[index].examples += problem.examples.prefix(room).map { $0.moved(down: lines) }
    }
  }

  /// The problem that stands first.
  var first: RegisterFileError? { problems.first?.examples.first }

  private mutating func index(of kind: RegisterFileError.Kind, _ column: String?) -> Int {
    if let index = problems.firstIndex(where: { $0.kind == kind && $0.column == column }) {
      return index
    }
    problems.append(ReadingReport.Problem(kind: kind, column: column, count: 0, examples: []))
    return problems.count - 1
  }
}
