import Registers

/// What a block of a file says.
struct BlockPart: Sendable {
  /// The rows that are right, by column of the layout.
  var columns: [[Int32]]
  /// Lines that begin in the block.
  var lineCount: Int
  /// What is wrong; line 1 is the block's first.
  var problems: ProblemTally

  /// Lets go of a column once it has been copied.
  mutating func takeColumn(_ place: Int) -> [Int32] {
    let column = columns[place]
    columns[place] = []
    return column
  }
}

/// Everything that reading a block needs to know of the file; the same for all lanes.
struct BlockPlan: Sendable {
  let source: ByteSource
  let file: String
  let layout: RegisterLayout
  let kernel: FilePlan
  let lines: LineReader
  let stopsAtProblem: Bool
}

/// One lane's buffers, with which it reads block after block.
///
/// A line belongs to the block in which it begins, so blocks are read without knowing each other:
/// a block looks one byte back to see whether a line begins with it, and on to the end of its last.
struct BlockReader: ~Copyable {
  private let plan: BlockPlan
  private var bytes: [UInt8] = []
  /// Bytes of the file that stand in `bytes`, which may be longer.
  private var used = 0
  private var values: [Int32] = []

  init(_ plan: BlockPlan) {
    self.plan = plan
  }

  /// Reads the lines that begin in `block`; if it is the first, one begins with it.
  mutating func read(
    _ block: Range<Int>, isFirst: Bool
  ) throws(RegisterFileError) -> BlockPart {
    let origin = isFirst ? block.lowerBound : block.lowerBound - 1
    used = 0
    try load(to: block.upperBound, origin: origin)
    let end = used
    var position = 0
    if !isFirst {
      position = 1
      while position < end, !isLineStart(position) { position += 1 }
    }
    var part = BlockPart(
      columns: Array(repeating: [], count: plan.layout.fields.count), lineCount: 0,
      problems: ProblemTally())
    guard position < end else { return part }
    try loadToLineEnd(origin: origin)
    parse(from: position, end: end, into: &part)
    return part
  }

  /// - Precondition: the position is neither the first nor past the last byte.
  private func isLineStart(_ position: Int) -> Bool {
    let (before, byte) = (bytes[position - 1], bytes[position])
    return before == Byte.lineFeed || before == Byte.carriageReturn && byte != Byte.lineFeed
  }

  /// Reads the file on up to `upper`; the buffer begins with the file's byte `origin`.
  private mutating func load(to upper: Int, origin: Int) throws(RegisterFileError) {
    let range = origin + used..<upper
    // One byte more, for the line end that the file's last line may lack.
    let missing = used + range.count + 1 - bytes.count
    if missing > 0 { bytes += repeatElement(0, count: missing) }
    let failure = plan.source.read(range, into: &bytes, at: used)
    guard failure == 0 else {
      throw RegisterFileError(file: plan.file, kind: .unreadable(errno: failure))
    }
    used += range.count
  }

  /// Reads on until the last line that was begun is whole.
  private mutating func loadToLineEnd(origin: Int) throws(RegisterFileError) {
    var step = 256
    var seen = used - 1
    // Invariant: no line end stands from `seen` on that has been looked at; steps double, so that
    // a long line costs no more than its length.
    while true {
      while seen < used, !Byte.endsLine(bytes[seen]) { seen += 1 }
      if seen < used { return }
      let upper = min(plan.source.size, origin + used + step)
      guard upper > origin + used else { break }
      try load(to: upper, origin: origin)
      step *= 2
    }
    bytes[used] = Byte.lineFeed
    used += 1
  }

  /// Reads the lines that begin from `start` to `end`: fast while all is plain, with care else.
  private mutating func parse(from start: Int, end: Int, into part: inout BlockPart) {
    let width = plan.layout.fields.count
    // A row has a byte for each field at least, its separator or line end.
    let capacity = (end - start) / width + 1
    let missing = capacity * width - values.count
    if missing > 0 { values += repeatElement(0, count: missing) }
    // Further names for what stays as it is, while `values` is written to.
    let (kernel, lines, length) = (plan.kernel, bytes, used)
    var (position, rows) = (start, 0)
    while position < end {
      let before = rows
      var span = values.mutableSpan
      parseLines(
        lines.span.extracting(0..<length), position: &position, end: end, plan: kernel,
        values: &span, capacity: capacity, rows: &rows)
      part.lineCount += rows - before
      guard position < end else { break }
      part.lineCount += 1
      switch plan.lines.outcome(of: takeLine(at: &position)) {
      case .blank: break
      case .row(let row):
        for place in 0..<width { values[place * capacity + rows] = row[place] }
        rows += 1
      case .problem(let problem):
        part.problems.add(
          problem, file: plan.file, line: part.lineCount, layout: plan.layout)
        if plan.stopsAtProblem { return }
      }
    }
    for place in 0..<width {
      part.columns[place] = Array(values[place * capacity..<place * capacity + rows])
    }
  }

  /// The line at `position` without its end; the position moves to the next line.
  private func takeLine(at position: inout Int) -> [UInt8] {
    let start = position
    while !Byte.endsLine(bytes[position]) { position += 1 }
    let line = Array(bytes[start..<position])
    position += 1
    if bytes[position - 1] == Byte.carriageReturn, position < used,
      bytes[position] == Byte.lineFeed
    {
      position += 1
    }
    return line
  }
}
