import Cubes
import Disclosure
import Publication
import Testing

/// Every small table there is, attacked by someone who knows nothing of how it was protected.
@Suite struct SuppressionSweepTests {
  private func sweep(_ shape: [Int]) throws {
    let dimensions = shape.enumerated().map { flat("d\($0.offset)", $0.element) }
    let all = SmallTables(shape)
    let tables = all.representatives
    #expect(tables.count == all.classCount)
    for table in tables {
      let suppressed = try Suppressed(Fixture(dimensions, inner: table))
      #expect(suppressed.linearlyKnown.isEmpty, "\(shape) \(table)")
      #expect(suppressed.knownByTrying.isEmpty, "\(shape) \(table)")
      #expect(suppressed.knownToBeSmall.isEmpty, "\(shape) \(table)")
    }
  }

  @Test func `no single row of up to four values gives anything away`() throws {
    for length in 1...4 { try sweep([length]) }
  }

  @Test func `no table of two by two gives anything away`() throws { try sweep([2, 2]) }

  @Test func `no table of two by three gives anything away`() throws { try sweep([2, 3]) }

  @Test func `no table of two by two by two gives anything away`() throws {
    try sweep([2, 2, 2])
  }

  @Test func `no table of three by three gives anything away`() throws { try sweep([3, 3]) }
}
