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
    let query =
      switch arrival {
      case .travel, .revisit, .inspection, .tab: target.query
      case .opening, .change, .preview: target.queryUnlessSparse
      }
    pending = Pending(
      generation: generation, target: target, arrival: arrival, progress: nil, isSlow: false)
    return [.cancel(through: superseded), .tabulate(generation, query)]
  }

  /// Changes the view that is shown, or the one that is already asked for.
  mutating func change(
    focus: [Focus] = [], _ change: (inout ViewState) throws(ViewChangeRefused) -> Void
  ) -> [Effect] {
    guard let page else { return [] }
    if isOpening { return refuseWhileOpening() }
    var target = pending?.target ?? page.view.state
    do { try change(&target) } catch { return refuse(error.reason) }
    if target == page.view.state { return pending == nil ? [] : cancelPending() }
    return request(target, arrival: .change(focus))
  }

  /// Whether a table is being opened: what is in view is about to be left.
  var isOpening: Bool {
    switch pending?.arrival {
    case .opening, .tab: true
    case .revisit: pending?.target.table.id != page?.view.state.table.id
    case .change, .travel, .inspection, .preview, nil: false
    }
  }

  /// Says that the table in view cannot be changed while another one is on its way.
  mutating func refuseWhileOpening() -> [Effect] {
    refuse("Another table is being opened; Esc stops that.")
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
    if isOpening { return refuseWhileOpening() }
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
      let effects = show(
        TableView(state: waiting.target, answer: answer), arrival: waiting.arrival)
      if let notice = waiting.notice ?? waiting.telling { message = .information(notice) }
      return effects
    case .failure(let generation, let failure):
      guard let waiting = pending, waiting.generation == generation else { return [] }
      pending = nil
      switch waiting.arrival {
      case .inspection(let part): return learn(part, from: nil)
      case .preview:
        refusePreview(waiting.target.sentence(of: failure))
        return []
      case .opening, .change, .travel, .revisit, .tab: break
      }
      message = refusal(failure, of: waiting)
      return [.bell]
    }
    return []
  }

  /// Takes a view that has come for what it was asked for.
  mutating func show(_ view: TableView, arrival: Pending.Arrival) -> [Effect] {
    let left = page?.snapshot
    switch arrival {
    case .opening(let left):
      park()
      var opened = TablePage(view)
      if let left { opened.resume(left, size: size) } else { opened.reveal(size: size) }
      page = opened
      catalogue.isTyping = false
    case .change(let focus): page?.show(view, focus: focus, size: size)
    case .travel(let steps): page?.travel(steps, to: view, size: size)
    case .revisit(let steps):
      arrive(view, steps: steps)
      return []
    case .tab(let index, let closing):
      arrive(atTab: index, closing: closing, showing: view)
      return []
    case .inspection(let part): return learn(part, from: view)
    case .preview:
      preview(view)
      return []
    }
    trail.visit(view.state, leaving: left)
    return []
  }

  /// Leaves the table for another; its history is kept.
  mutating func park() {
    guard let page else { return }
    parked[page.view.state.table.id] = page.parked
    self.page = nil
  }

  /// Why there is no answer, in a sentence, with what can be done about it.
  private func refusal(_ failure: TableFailure, of waiting: Pending) -> Message {
    let sentence = waiting.target.sentence(of: failure)
    switch failure {
    case .unknownTable, .releaseUnavailable: return .warning(sentence)
    case .notHeld(let combination):
      guard let changes = combination.waysOut.first, !changes.isEmpty else {
        return .warning(sentence)
      }
      return .warning(sentence + " Enter does the first.", wayOut: wayOut(changes, of: waiting))
    case .tooSparse(let combination):
      return .warning(
        sentence + " Enter does it.", wayOut: wayOut([combination.way], of: waiting))
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
    let isSameTable = page?.view.state.table.id == wayOut.view.table.id
    let effects = request(wayOut.view, arrival: isSameTable ? .change([]) : .opening(nil))
    pending?.changes = wayOut.changes
    return effects
  }
}

extension ViewState {
  /// Why there is no answer for the view, in a sentence.
  fileprivate func sentence(of failure: TableFailure) -> String {
    switch failure {
    case .unknownTable(let id): "There is no table \(id)."
    case .releaseUnavailable(let sentence): sentence
    case .notHeld(let combination): refusalText(combination)
    case .tooSparse(let combination): refusalText(combination)
    }
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
