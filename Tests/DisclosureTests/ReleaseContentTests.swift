import Classifications
import Cubes
import Disclosure
import Publication
import Synchronization
import Testing

@Suite struct ReleaseContentTests {
  @Test func `no trace of a hidden figure is left in the memory of a release`() throws {
    let canaries: [Int32] = [7_654_321, 2, 8_765_432, 9_876_543]
    let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: canaries)
    let suppressed = try Suppressed(fixture)
    var memory = ""
    dump(suppressed.release, to: &memory)
    let lattice = fixture.matrices[0].lattice
    for (place, role) in suppressed.report.roles[0].enumerated() where lattice[place] > 9 {
      #expect(memory.contains("- \(lattice[place])\n") == (role == .published), "\(place)")
    }
    #expect(suppressed.release.matrices[0].suppressedCount == 4)
    #expect(!memory.contains("rimary") && !memory.contains("econdary"))
  }

  @Test func `primary and secondary cells look the same`() throws {
    let suppressed = try Suppressed(Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15]))
    for (place, role) in suppressed.report.roles[0].enumerated() {
      let figure = suppressed.release.matrices[0].figure(atCell: place)
      #expect((figure == .symbol(.suppressed)) == (role != .published))
    }
  }

  @Test func `what is small stays small in the report only`() throws {
    let suppressed = try Suppressed(Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15]))
    #expect(suppressed.report.primaryCells == 1)
    #expect(suppressed.report.secondaryCells == 3)
    #expect(suppressed.report.nonZeroCells == 9)
    #expect(suppressed.report.lines == 6)
    #expect(suppressed.report.witnesses == 1)
  }

  @Test func `categories without figures show their symbol, and zeros are published`() throws {
    let barred = dimension("m", levels: [0, 1, 1], totals: .counted, notApplicable: ["m-2"])
    for policy in [
      Policy.suppression(SuppressionRule(threshold: 4)), .smallCountRounding(base: 3, sweeps: 10),
    ] {
      let fixture = Fixture([barred, flat("s", 2)], inner: [9, 8, 5, 0, 0, 0])
      let release = try fixture.protected(policy).release
      #expect(release.matrices[0].figure(at: [2, 0]) == .symbol(.notApplicable))
      #expect(release.matrices[0].figure(at: [2, 1]) == .symbol(.notApplicable))
      #expect(release.matrices[0].figure(at: [1, 2]) == .count(0))
      let wrong = Fixture([barred, flat("s", 2)], inner: [9, 8, 5, 0, 0, 4])
      #expect(throws: ProtectionFailure.countWhereNoneCanOccur(matrix: "m0")) {
        try wrong.protected(policy)
      }
    }
  }

  @Test func `the same seed hides the same cells`() throws {
    var draws = Draws(3)
    let inner = (0..<60).map { _ in Int32(draws.skewed(12)) }
    let fixture = Fixture([flat("a", 5), flat("b", 12)], inner: inner)
    #expect(
      try fixture.protected(.suppression(SuppressionRule(threshold: 4)), seed: 4)
        == fixture.protected(.suppression(SuppressionRule(threshold: 4)), seed: 4))
  }

  @Test func `work that is cancelled makes no release`() {
    let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15])
    for policy in [
      Policy.suppression(SuppressionRule(threshold: 4)), .smallCountRounding(base: 3, sweeps: 10),
    ] {
      #expect(throws: ProtectionFailure.cancelled) {
        try protect(
          fixture.matrices, description: fixture.description, policy: policy, seed: 1,
          provenance: "", control: ProtectionControl(lanes: 1, isCancelled: { true }))
      }
    }
  }

  @Test func `progress goes up to the end`() throws {
    let fixture = Fixture([flat("a", 2), flat("b", 2)], inner: [12, 2, 9, 15])
    let reports = Mutex<[Double]>([])
    _ = try protect(
      fixture.matrices, description: fixture.description,
      policy: .suppression(SuppressionRule(threshold: 4)),
      seed: 1, provenance: "",
      control: ProtectionControl(
        lanes: 1,
        progress: { progress in
          reports.withLock { $0.append(progress.share) }
        }))
    let seen = reports.withLock { $0 }
    #expect(seen == seen.sorted() && seen.last == 1 && seen.count > 1)
  }
}
