@_spi(DisclosureControl) import Publication
import TestSupport
import Testing

@testable import Tabulation

struct ReleaseShelfTests {
  func request(_ generation: Generation, statistic: String = "a") -> ReleaseShelf.Waiting {
    ReleaseShelf.Waiting(
      generation: generation, query: TableQuery(statistic: statistic, table: "t", axes: [[0]]),
      deliver: { _ in })
  }

  func name(_ next: ReleaseShelf.Next) -> String {
    switch next {
    case .answer: "answer"
    case .make: "make"
    case .wait: "wait"
    case .fail(let reason): "fail: \(reason)"
    }
  }

  @Test func `a release is made once, however many ask for it`() {
    var shelf = ReleaseShelf()
    #expect(name(shelf.take(request(1))) == "make")
    #expect(name(shelf.take(request(2))) == "wait")
    #expect(name(shelf.take(request(3, statistic: "b"))) == "make")
    #expect(shelf.waiting(for: "a").map(\.generation) == [1, 2])
  }

  @Test func `requests that were given up are not answered when the release comes`() {
    var shelf = ReleaseShelf()
    _ = shelf.take(request(1))
    _ = shelf.take(request(2))
    _ = shelf.take(request(3))
    shelf.cancel(through: 2)
    #expect(shelf.waiting(for: "a").map(\.generation) == [3])
    // An older cancellation that comes late does not bring them back.
    shelf.cancel(through: 1)
    #expect(shelf.cancelledThrough == 2)
    #expect(shelf.close("a", because: "no").map(\.generation) == [3])
  }

  @Test func `a release that cannot be had is said to everyone who asks`() {
    var shelf = ReleaseShelf()
    _ = shelf.take(request(1))
    #expect(shelf.close("a", because: "no").map(\.generation) == [1])
    #expect(name(shelf.take(request(2))) == "fail: no")
  }

  @Test func `an open release answers at once`() {
    var shelf = ReleaseShelf()
    let release = SampleStatistic.release
    _ = shelf.take(request(1, statistic: release.description.id))
    #expect(shelf.open(release).map(\.generation) == [1])
    #expect(name(shelf.take(request(2, statistic: release.description.id))) == "answer")
    #expect(shelf.waiting(for: release.description.id).isEmpty)
  }
}
