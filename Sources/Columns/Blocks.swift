import Dispatch
import Synchronization

/// Rows between two looks at the cancellation flag, and what a lane takes at a time.
let blockRows = 1 << 16

/// Works through the blocks of `rows` on a number of lanes and collects what each lane has made.
///
/// Each lane takes the next block that no lane has taken, so a slow core takes fewer. What the
/// lanes make must not depend on who took which block: here it is sums of whole numbers, which
/// have the same bits in any order. `collect` is called once a lane, from that lane.
///
/// - Returns: `false` when the flag was raised before every block was worked.
func workBlocks<Part: ~Copyable>(
  rows: Int, lanes: Int, cancellation: Cancellation?, make: @Sendable () -> Part,
  work: @Sendable (inout Part, Range<Int>) -> Void, collect: @Sendable (consuming Part) -> Void
) -> Bool {
  precondition(rows >= 0 && lanes >= 1, "there is someone to do the work")
  let blocks = (rows + blockRows - 1) / blockRows
  let next = Atomic<Int>(0)
  let done = Atomic<Int>(0)
  @Sendable func lane() {
    var part = make()
    var block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    while block < blocks && cancellation?.isCancelled != true {
      work(&part, block * blockRows..<min((block + 1) * blockRows, rows))
      done.wrappingAdd(1, ordering: .relaxed)
      block = next.wrappingAdd(1, ordering: .relaxed).oldValue
    }
    if cancellation?.isCancelled != true { collect(part) }
  }
  let laneCount = max(1, min(lanes, blocks))
  if laneCount == 1 {
    lane()
  } else {
    DispatchQueue.concurrentPerform(iterations: laneCount) { _ in lane() }
  }
  return done.load(ordering: .relaxed) == blocks && cancellation?.isCancelled != true
}
