import Classifications
import Publication
import TestSupport
import Testing

/// Combinations that are refused because hardly anything of them is shown.
@Suite struct SparseCombinationTests {
  private let release = SampleStatistic.sparseRelease

  /// Agder and its municipalities by sex, of a work intensity; region or sex coarser.
  private func agder(coarser: Bool) -> TableQuery {
    let sexes: [CategoryIndex] = [0, 1, 2]
    let byCounty = CoarserBlock(
      way: .init(dimension: SampleStatistic.region, level: 1),
      axes: [[0, 1, 3, 7, 11], sexes, [0], [0]])
    let bothSexes = CoarserBlock(
      way: .init(dimension: SampleStatistic.sex, level: 0),
      axes: [[3, 4, 5, 6], [0], [0], [0]])
    return TableQuery(
      statistic: "sample", table: "sample-region", axes: [[3, 4, 5, 6], sexes, [0], [0]],
      coarser: coarser ? [bothSexes, byCounty] : [])
  }

  @Test func `the dimension is named whose coarsening shows most`() throws {
    let share = HiddenShare(try release.answer(agder(coarser: false)).figures[0])
    #expect(share == HiddenShare(hidden: 9, figures: 12))
    let byCounty = TableQuery(
      statistic: "sample", table: "sample-region", axes: agder(coarser: true).coarser[1].axes)
    let shareThen = HiddenShare(try release.answer(byCounty).figures[0])
    #expect(shareThen.hidden == 0 && shareThen.figures > 0)
    do throws(TableFailure) {
      _ = try release.answer(agder(coarser: true))
      Issue.record("nothing was refused")
    } catch {
      guard case .tooSparse(let refusal) = error else {
        Issue.record("another failure")
        return
      }
      #expect(refusal.share == share)
      #expect(refusal.shareThen == shareThen)
      #expect(refusal.way == .init(dimension: SampleStatistic.region, level: 1))
    }
  }

  @Test func `nothing is refused when nothing coarser shows more`() throws {
    let query = agder(coarser: false)
    let same = CoarserBlock(
      way: .init(dimension: SampleStatistic.region, level: 1), axes: [[4, 5, 6], [0], [0], [0]])
    let asked = TableQuery(
      statistic: query.statistic, table: query.table, axes: query.axes, coarser: [same])
    #expect(try release.answer(asked).figures == release.answer(query).figures)
  }

  @Test func `nothing is refused of which enough is shown`() throws {
    let query = agder(coarser: true)
    #expect(try SampleStatistic.release.answer(query).query == agder(coarser: false))
  }

  /// Every share of few figures beside the rule as it reads.
  @Test func `three in four of at least eight are nearly all`() {
    for figures in 0...24 {
      for hidden in 0...figures {
        let share = HiddenShare(hidden: hidden, figures: figures)
        let isMost = figures > 0 && Double(hidden) / Double(figures) >= 0.75
        #expect(share.isSparse == (figures >= 8 && isMost), "\(hidden) of \(figures)")
        for otherFigures in 1...6 where figures > 0 {
          for otherHidden in 0...otherFigures {
            let other = HiddenShare(hidden: otherHidden, figures: otherFigures)
            let own = Double(hidden) / Double(figures)
            let others = Double(otherHidden) / Double(otherFigures)
            let more = figures - hidden > otherFigures - otherHidden
            let isSame = abs(own - others) < 1e-9
            #expect(share.shows(moreThan: other) == (own < others - 1e-9 || isSame && more))
          }
        }
      }
    }
  }
}
