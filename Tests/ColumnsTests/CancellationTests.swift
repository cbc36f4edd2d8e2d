import Synchronization
import Testing

@testable import Columns

@Suite struct CancellationTests {
  @Test func `a cancelled count gives nothing, however it is asked`() {
    let cancellation = Cancellation()
    let axes = [Axis(CodeColumn((0..<200_000).map { $0 % 5 }, cardinality: 5))]
    #expect(count(over: axes, lanes: 2, cancellation: cancellation) != nil)
    cancellation.cancel()
    #expect(cancellation.isCancelled)
    #expect(count(over: axes, lanes: 2, cancellation: cancellation) == nil)
    #expect(sparseCount(over: axes, cancellation: cancellation) == nil)
    #expect(tabulate(over: axes, cancellation: cancellation) == nil)
    let none = [Axis(CodeColumn([], cardinality: 0))]
    #expect(count(over: none, lanes: 1, cancellation: cancellation) == nil)
    #expect(sparseCount(over: none, cancellation: cancellation) == nil)
  }

  @Test func `work stops at the next block after the flag is raised`() {
    let cancellation = Cancellation()
    let worked = Mutex<[Range<Int>]>([])
    let collected = Mutex(0)
    let complete = workBlocks(
      rows: 10 * blockRows, lanes: 1, cancellation: cancellation, make: { 0 },
      work: { _, rows in
        let blocks = worked.withLock { blocks in
          blocks.append(rows)
          return blocks.count
        }
        if blocks == 3 { cancellation.cancel() }
      },
      collect: { _ in collected.withLock { $0 += 1 } })
    #expect(!complete)
    #expect(worked.withLock { $0.map(\.lowerBound) } == [0, blockRows, 2 * blockRows])
    #expect(collected.withLock { $0 } == 0)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `every row is in one block, of 64 Ki rows but for the last`(lanes: Int) {
    for rows in [0, 1, blockRows - 1, blockRows, blockRows + 1, 5 * blockRows + 3] {
      let worked = Mutex<[Range<Int>]>([])
      let complete = workBlocks(
        rows: rows, lanes: lanes, cancellation: nil, make: { [Range<Int>]() },
        work: { $0.append($1) },
        collect: { part in worked.withLock { $0.append(contentsOf: part) } })
      let blocks = worked.withLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
      #expect(complete)
      #expect(blocks.dropLast().allSatisfy { $0.count == blockRows })
      #expect(
        blocks.flatMap { [$0.lowerBound, $0.upperBound] }.dropLast(1).dropFirst(1)
          .enumerated().allSatisfy { $1 == ($0 / 2 + 1) * blockRows })
      #expect((blocks.first?.lowerBound ?? 0) == 0 && (blocks.last?.upperBound ?? 0) == rows)
    }
  }
}
