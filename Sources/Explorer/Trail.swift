import Publication
import TableViews

/// The views that were shown one after the other, whatever table they are of.
struct Trail: Sendable, Equatable {
  /// How many views are kept.
  static let longest = 200

  /// What was shown before, oldest first.
  private(set) var past: [Snapshot] = []
  /// What was gone back from, the next one last.
  private(set) var future: [Snapshot] = []
  /// Whether the view was come to by going back: then the last view lies ahead.
  private(set) var cameBack = false

  /// A step to the last view: back, or forward to where one came back from.
  var lastStep: Int { cameBack ? 1 : -1 }

  /// Whether one can go so many steps: back if negative.
  func reaches(_ steps: Int) -> Bool { abs(steps) <= (steps < 0 ? past : future).count }

  /// The view so many steps away.
  func view(at steps: Int) -> ViewState? {
    guard reaches(steps), steps != 0 else { return nil }
    let views = steps < 0 ? past : future
    return views[views.count - abs(steps)].view
  }

  /// Notes that `shown` takes the place of what was shown, if anything was.
  mutating func visit(_ shown: ViewState, leaving left: Snapshot?) {
    if let left { leave(left) }
    if past.last?.view == shown { past.removeLast() }
    future = []
  }

  /// Notes that a view is left for the list of tables.
  mutating func leave(_ left: Snapshot) {
    past.append(left)
    if past.count > Self.longest { past.removeFirst() }
    cameBack = false
  }

  /// Goes back (negative) or forward, and says where to.
  mutating func travel(_ steps: Int, leaving left: Snapshot?) -> Snapshot? {
    var here = left
    for _ in 0..<abs(steps) {
      if steps < 0, let earlier = past.popLast() {
        if let here { future.append(here) }
        here = earlier
      } else if steps > 0, let later = future.popLast() {
        if let here { past.append(here) }
        here = later
      }
    }
    cameBack = steps < 0
    return here
  }
}

extension ExplorerState {
  /// Goes back or forward through the views of all tables, adding to the steps under way.
  mutating func revisit(_ step: Int) -> [Effect] {
    var steps = step
    switch pending?.arrival {
    case .revisit(let earlier): steps += earlier
    case .change where step < 0, .opening where step < 0: return cancelPending()
    default: break
    }
    if steps == 0 { return cancelPending() }
    guard let target = trail.view(at: steps) else { return [.bell] }
    return request(target, arrival: .revisit(steps))
  }

  /// Shows a view of the trail: in its table as a change, else as a table that is taken up again.
  mutating func arrive(_ view: TableView, steps: Int) {
    guard let target = trail.travel(steps, leaving: page?.snapshot) else { return }
    if page?.view.state.table.id == view.state.table.id {
      page?.revisit(target, showing: view, size: size)
      return
    }
    park()
    var opened = TablePage(view)
    opened.resume(parked[view.state.table.id], at: target, size: size)
    page = opened
    catalogue.isTyping = false
    catalogue.select(table: view.state.table.id)
  }

  /// Why a step of the trail cannot be gone, or `nil` when it can.
  func noStep(_ command: Command) -> String? {
    guard pending == nil else { return nil }
    switch command {
    case .back where !trail.reaches(-1): return "no view was shown before."
    case .forward where !trail.reaches(1): return "there is no view to go forward to."
    case .lastView where !trail.reaches(trail.lastStep): return "no view was shown before."
    default: return nil
    }
  }
}
