import Cubes
import Publication
import Testing

@testable import Disclosure

@Suite struct WitnessTests {
  /// Two by two, with 12, 2, 9, 15 inside and everything inside hidden.
  private func system() throws -> (system: CellSystem, isHidden: [Bool], inner: [Int32]) {
    let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15])
    let system = try CellSystem(
      fixture.matrices, described: fixture.described, dimensions: fixture.dimensions,
      periods: [Period(categories: [0, 0])], isBarred: [[]],
      rule: SuppressionRule(threshold: 4))
    let inner = [4, 5, 7, 8].map { system.cellAtPlace[0][$0] }
    var isHidden = Array(repeating: false, count: system.counts.count)
    for cell in inner { isHidden[Int(cell)] = true }
    return (system, isHidden, inner)
  }

  @Test func `a table that agrees with all that is published is a witness`() throws {
    let (system, isHidden, inner) = try system()
    for changes in [[1, -1, -1, 1], [-1, 1, 1, -1], [8, -8, -8, 8].map { -$0 }] as [[Int32]] {
      #expect(Witness(cells: inner, changes: changes).holds(in: system, isHidden: isHidden))
    }
  }

  @Test func `a table that does not add up is none`() throws {
    let (system, isHidden, inner) = try system()
    for changes in [[1, -1, -1, 2], [1, 0, -1, 0], [1, 1, 1, 1]] as [[Int32]] {
      #expect(!Witness(cells: inner, changes: changes).holds(in: system, isHidden: isHidden))
    }
  }

  @Test func `a table with a hidden cell below one is none`() throws {
    let (system, isHidden, inner) = try system()
    #expect(!Witness(cells: inner, changes: [2, -2, -2, 2]).holds(in: system, isHidden: isHidden))
  }

  @Test func `a table that changes a published cell is none`() throws {
    var (system, isHidden, inner) = try system()
    isHidden[Int(inner[3])] = false
    #expect(!Witness(cells: inner, changes: [1, -1, -1, 1]).holds(in: system, isHidden: isHidden))
    inner[3] = inner[0]
    #expect(
      !Witness(cells: inner, changes: [1, -1, -1, 1]).holds(
        in: system, isHidden: isHidden.map { _ in true }))
  }
}
