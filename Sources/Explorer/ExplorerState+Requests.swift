import Classifications
import Publication
import TableViews

extension ExplorerState {
  /// Asks for a view.
  ///
  /// What was asked for before is given up; what is shown stays until it comes.
  mutating func request(_ target: ViewState, arrival: Pending.Arrival) -> [Effect] {
    let superseded = generation
    generation += 1
    // What was on the screen before is shown again whatever is hidden.
    let query = if case .travel = arrival { target.query } else { target.queryUnlessSparse }
    pending = Pending(
      generation: generation, target: target, arrival: arrival, progress: nil, isSlow: false)
    return [.cancel(through: superseded), .tabulate(generation, query)]
  }

  /// Changes the view that is shown, or the one that is already asked for.
  mutating func change(
    focus: [Focus] = [], _ change: (inout ViewState) throws(ViewChangeRefused) -> Void
  ) -> [Effect] {
    guard let page else { return [] }
    var target = pending?.target ?? page.view.state
    do { try change(&target) } catch { return refuse(error.reason) }
    if target == page.view.state { return pending == nil ? [] : cancelPending() }
    return request(target, arrival: .change(focus))
  }

  /// Gives up the request under way; what is shown stays.
  mutating func cancelPending() -> [Effect] {
    guard pending != nil else { return [] }
    pending = nil
    return [.cancel(through: generation)]
  }

  /// Goes back or forward in the history, adding to the steps already under way.
  mutating func travel(_ step: Int) -> [Effect] {
    guard let page else { return [] }
    var steps = step
    switch pending?.arrival {
    case .travel(let earlier): steps += earlier
    case .change where step < 0: return cancelPending()
    default: break
    }
    if steps == 0 { return cancelPending() }
    let history = steps < 0 ? page.undo : page.redo
    guard abs(steps) <= history.count else { return [.bell] }
    return request(history[history.count - abs(steps)].view, arrival: .travel(steps))
  }

  /// Takes a report of the source; one that belongs to an older request is dropped.
  mutating func receive(_ reply: TableReply) -> [Effect] {
    switch reply {
    case .progress(let generation, let report):
      if pending?.generation == generation { pending?.progress = report }
    case .answer(let generation, let answer):
      guard let waiting = pending, waiting.generation == generation,
        waiting.target.query == answer.query
      else { return [] }
      pending = nil
      show(TableView(state: waiting.target, answer: answer), arrival: waiting.arrival)
      if let notice = waiting.notice ?? waiting.telling { message = .information(notice) }
    case .failure(let generation, let failure):
      guard let waiting = pending, waiting.generation == generation else { return [] }
      pending = nil
      message = refusal(failure, of: waiting)
      return [.bell]
    }
    return []
  }

  private mutating func show(_ view: TableView, arrival: Pending.Arrival) {
    switch arrival {
    case .opening(let left):
      park()
      var opened = TablePage(view)
      if let left { opened.resume(left, size: size) } else { opened.reveal(size: size) }
      page = opened
      catalogue.isTyping = false
    case .change(let focus): page?.show(view, focus: focus, size: size)
    case .travel(let steps): page?.travel(steps, to: view, size: size)
    }
  }

  /// Leaves the table for another; its history is kept.
  mutating func park() {
    guard let page else { return }
    parked[page.view.state.table.id] = page.parked
    self.page = nil
  }

  /// Why there is no answer, in a sentence, with what can be done about it.
  private func refusal(_ failure: TableFailure, of waiting: Pending) -> Message {
    let target = waiting.target
    switch failure {
    case .unknownTable(let id): return .warning("There is no table \(id).")
    case .releaseUnavailable(let sentence): return .warning(sentence)
    case .notHeld(let combination):
      let sentence = target.refusalText(combination)
      guard let changes = combination.waysOut.first, !changes.isEmpty else {
        return .warning(sentence)
      }
      return .warning(sentence + " Enter does the first.", wayOut: wayOut(changes, of: waiting))
    case .tooSparse(let combination):
      return .warning(
        target.refusalText(combination) + " Enter does it.",
        wayOut: wayOut([combination.way], of: waiting))
    }
  }

  private func wayOut(_ changes: [CombinationNotHeld.WayOut], of waiting: Pending) -> WayOut {
    var view = waiting.target
    view.apply(changes)
    return WayOut(view: view, changes: waiting.changes + waiting.target.doneTexts(changes))
  }

  /// Shows the view that a refusal offered instead.
  mutating func takeWayOut(_ wayOut: WayOut) -> [Effect] {
    if let page, page.view.state == wayOut.view { return [] }
    let effects = request(wayOut.view, arrival: page == nil ? .opening(nil) : .change([]))
    pending?.changes = wayOut.changes
    return effects
  }
}

extension Pending {
  /// What to tell when the view comes that a refusal offered.
  fileprivate var notice: String? {
    guard let first = changes.first?.first else { return nil }
    let sentence = first.uppercased() + enumeration(changes).dropFirst()
    return if case .opening = arrival { sentence + "." } else { sentence + "; u takes it back." }
  }
}
