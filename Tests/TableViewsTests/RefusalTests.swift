import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct RefusalTests {
  @Test func `a combination that is not held is refused with the dimension to coarsen`() throws {
    var state = sampleState()
    try state.drill(into: 3, of: 0)
    try state.move(2, to: .heading, at: nil)
    let refusal = try #require(self.refusal(of: state))
    #expect(
      state.refusalText(refusal) == """
        The combination of region, sex and age is not held in this detail: \
        set age to its total, or show region by county.
        """)
    var coarser = state
    coarser.apply(refusal.waysOut[0])
    #expect(coarser.selections[2] == .single(0))
    #expect(refusal.waysOut[0].count == 1)
    coarser = state
    coarser.apply(refusal.waysOut[1])
    #expect(coarser.selections[0] == .branch(0))
  }

  @Test func `every way out leads out`() throws {
    var refusals = 0
    for seed in 0..<80 {
      var walk = ViewWalk(SampleStatistic.regionTable, seed: 1000 + UInt64(seed))
      for _ in 0..<40 {
        _ = walk.step()
        guard let refusal = self.refusal(of: walk.state) else { continue }
        refusals += 1
        #expect(!refusal.waysOut.isEmpty)
        #expect(walk.state.refusalText(refusal).hasSuffix("."))
        for way in refusal.waysOut {
          var state = walk.state
          state.apply(way)
          #expect(self.refusal(of: state) != refusal, "seed \(seed)")
          // Another content of the table may refuse next.
          for _ in 0..<4 {
            guard let next = self.refusal(of: state) else { break }
            state.apply(try #require(next.waysOut.first))
          }
          #expect(self.refusal(of: state) == nil, "seed \(seed)")
        }
      }
    }
    #expect(refusals > 100, "the walks meet refusals at all")
  }

  @Test func `a combination with hardly a figure is refused with what to coarsen`() throws {
    var state = sampleState()
    try state.drill(into: 3, of: 0)
    #expect(state.queryUnlessSparse.axes == state.query.axes)
    var refused: CombinationTooSparse?
    do throws(TableFailure) {
      _ = try SampleStatistic.sparseRelease.answer(state.queryUnlessSparse)
    } catch {
      if case .tooSparse(let refusal) = error { refused = refusal }
    }
    let refusal = try #require(refused)
    #expect(
      state.refusalText(refusal) == """
        9 of 12 figures are not for publication in this detail: \
        show region by county to see 15 of 15.
        """)
    state.apply([refusal.way])
    #expect(state.selections[0] == .branch(0))
    _ = try SampleStatistic.sparseRelease.answer(state.queryUnlessSparse)
  }

  private func refusal(of state: ViewState) -> CombinationNotHeld? {
    do throws(TableFailure) {
      _ = try SampleStatistic.release.answer(state.query)
      return nil
    } catch {
      if case .notHeld(let refusal) = error { return refusal }
      return nil
    }
  }
}
