import Dispatch
public import Registers
import Synchronization

/// Reads register files: comma separated, UTF-8, one line a row, with the layout's column names.
///
/// Columns may stand in any order. Lines end in LF, CRLF or CR; the last one may lack its end; a
/// byte order mark and blank lines are passed over. Fields may stand in quotes, but a line end
/// ends the row even there, so that one bad quote costs one row and not the rest of the file.
///
/// The result is the same on any number of lanes. Memory: 4 bytes a field that is kept and the same
/// for one column more while columns are put together, besides a few MiB a lane; never the file.
public struct RegisterReader: Sendable {
  /// Told how many bytes have been read, of how many; one call at a time, from any thread.
  public typealias Progress = @Sendable (_ bytesRead: Int, _ bytes: Int) -> Void

  private let layout: RegisterLayout
  private let onError: BadRowPolicy
  private let lanes: Int
  private let blockBytes: Int

  /// A reader of files of one register.
  public init(_ layout: RegisterLayout, onError: BadRowPolicy, lanes: Int) {
    self.init(layout, onError: onError, lanes: lanes, blockBytes: 1 << 20)
  }

  init(_ layout: RegisterLayout, onError: BadRowPolicy, lanes: Int, blockBytes: Int) {
    precondition(!layout.fields.isEmpty && lanes >= 1 && blockBytes >= 1)
    self.layout = layout
    self.onError = onError
    self.lanes = lanes
    self.blockBytes = blockBytes
  }

  /// Reads the file at `path`.
  /// - Throws: ``RegisterFileError`` about the file or its header; with ``BadRowPolicy/stop`` about
  ///   the first row that is wrong.
  public func read(
    path: String, progress: Progress? = nil
  ) throws(RegisterFileError) -> RegisterReading {
    try ByteSource.withFile(path) { source throws(RegisterFileError) in
      try read(source, file: path, progress: progress)
    }
  }

  /// Reads bytes that errors speak of as `file`.
  /// - Throws: As ``read(path:progress:)``.
  public func read(
    _ bytes: [UInt8], file: String, progress: Progress? = nil
  ) throws(RegisterFileError) -> RegisterReading {
    try read(.memory(bytes), file: file, progress: progress)
  }

  private func read(
    _ source: ByteSource, file: String, progress: Progress?
  ) throws(RegisterFileError) -> RegisterReading {
    let header = try Header(of: source, layout: layout, file: file)
    let plan = BlockPlan(
      source: source, file: file, layout: layout,
      kernel: FilePlan(layout, places: header.places),
      lines: LineReader(layout, places: header.places), stopsAtProblem: onError == .stop)
    let blocks = Blocks(body: header.bodyStart..<source.size, blockBytes: blockBytes)
    let found = work(blocks, plan, progress)
    var parts: [BlockPart] = []
    var problems = ProblemTally()
    var lines = header.lineCount
    for result in found {
      let part = try result.get()
      problems.append(part.problems, below: lines)
      if onError == .stop, let first = problems.first { throw first }
      lines += part.lineCount
      parts.append(part)
    }
    let records = RegisterRecords(layout, columns: joined(parts))
    return RegisterReading(
      records: records,
      report: ReadingReport(
        file: file, rowsRead: records.rowCount, problems: problems.problems))
  }

  /// What the blocks say, in order, up to the first that ends the reading.
  private func work(
    _ blocks: Blocks, _ plan: BlockPlan, _ progress: Progress?
  ) -> [Result<BlockPart, RegisterFileError>] {
    let results = Mutex<[Result<BlockPart, RegisterFileError>?]>(
      Array(repeating: nil, count: blocks.count))
    let bytesRead = Mutex(blocks.body.lowerBound)
    let next = Atomic(0)
    // Blocks from here on need not be read: an earlier one ends the reading.
    let end = Atomic(blocks.count)
    @Sendable func lane() {
      var reader = BlockReader(plan)
      var block = next.wrappingAdd(1, ordering: .relaxed).oldValue
      while block < end.load(ordering: .relaxed) {
        let result = Result { () throws(RegisterFileError) in
          try reader.read(blocks[block], isFirst: block == 0)
        }
        if plan.ends(with: result) { _ = end.min(block + 1, ordering: .relaxed) }
        results.withLock { $0[block] = result }
        if let progress {
          bytesRead.withLock { done in
            done += blocks[block].count
            progress(done, blocks.body.upperBound)
          }
        }
        block = next.wrappingAdd(1, ordering: .relaxed).oldValue
      }
    }
    let laneCount = min(lanes, blocks.count)
    if laneCount > 1 {
      DispatchQueue.concurrentPerform(iterations: laneCount) { _ in lane() }
    } else {
      lane()
    }
    // A block is left out only if one before it ended the reading, and that is in here.
    return results.withLock { $0 }.prefix(end.load(ordering: .relaxed)).compactMap { $0 }
  }

  /// The columns of the parts, one after another; a part's column is let go as it is copied.
  private func joined(_ parts: consuming [BlockPart]) -> [[Int32]] {
    let rows = parts.reduce(0) { $0 + ($1.columns.first?.count ?? 0) }
    return layout.fields.indices.map { place in
      var column: [Int32] = []
      column.reserveCapacity(rows)
      for index in parts.indices { column += parts[index].takeColumn(place) }
      return column
    }
  }
}

/// The parts of a file that lanes read, equally long but for the last.
private struct Blocks: Sendable {
  let body: Range<Int>
  let blockBytes: Int

  var count: Int { (body.count + blockBytes - 1) / blockBytes }

  subscript(block: Int) -> Range<Int> {
    let start = body.lowerBound + block * blockBytes
    return start..<min(start + blockBytes, body.upperBound)
  }
}

extension BlockPlan {
  /// Whether nothing after a block with this result matters.
  fileprivate func ends(with result: Result<BlockPart, RegisterFileError>) -> Bool {
    switch result {
    case .failure: true
    case .success(let part): stopsAtProblem && part.problems.first != nil
    }
  }
}
