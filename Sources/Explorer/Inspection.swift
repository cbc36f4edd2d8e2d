import Classifications
import Publication
import TableViews

/// All that is known of the cell under the cursor; what stands around it is asked for bit by bit.
struct Inspection: Sendable, Equatable {
  /// The view of the cell.
  let state: ViewState
  /// Why the cell is as it is: the rule in the same words for every cell.
  let explanation: CellExplanation
  /// What is known of each of its values.
  let facts: [String]
  /// What stands around it.
  let surroundings: CellSurroundings
  /// What each part of the surroundings says; `nil` until it is known.
  private(set) var found: [String?]
  /// Whether the surroundings are being asked for.
  var isAsking = false

  /// What the view of `page` knows of the cell under the cursor.
  init(_ page: TablePage) {
    state = page.view.state
    explanation = page.view.explanation(row: page.row, column: page.column)
    surroundings = CellSurroundings(of: page.view, row: page.row, column: page.column)
    found = surroundings.parts.map { _ in nil }
    let line = zip(state.stub, page.view.rows[page.row].categories)
    let column = zip(state.heading, page.view.columns[page.column].categories)
    let filter = state.filter.map { (place: $0, category: page.view.state.top(of: $0)) }
    let values = Array(line) + Array(column) + filter.map { ($0.place, $0.category) }
    facts = values.map { [state] place, category in
      // The path stands above already.
      let facts = state.facts(of: category, at: place).dropFirst(state.isTime(place) ? 0 : 1)
      let name = "\(state.label(of: place)), \(state.name(of: category, at: place))"
      return "\(name): \(facts.joined(separator: "; "))"
    }
  }

  /// The part to ask for next.
  var next: Int? { found.firstIndex { $0 == nil } }

  /// Notes what a part says; without a view the release does not hold it.
  mutating func learn(_ part: Int, from view: TableView?) {
    let asked = surroundings.parts[part]
    let nothing = "\(asked.label): \(state.words(.notInThisDetail))"
    found[part] = view.map { surroundings.text(of: asked, in: $0) ?? "" } ?? nothing
  }

  /// The text of the dialog by its headings: of a hidden cell the rule first.
  var parts: [(heading: String, texts: [String])] {
    let reason = explanation
    let synthetic = state.statistic.isSynthetic ? state.words(.notReal) : ""
    let language = state.language
    let says = (
      state.words(.whatItSays),
      [reason.text + "   " + reason.meaning, reason.reason ?? "", synthetic]
    )
    let comesAbout = (
      state.words(.howItComesAbout),
      [reason.formula, reason.calculation ?? ""] + reason.regrouping
    )
    let rule = (
      state.words(.rule(reason.policyName)),
      [
        reason.policyExplanation, reason.policySentence.map { "“\($0)”" } ?? "",
        reason.policySource,
      ]
    )
    let about = [
      (state.words(.values), facts),
      (state.words(.onTable), state.table.notes.map { $0.text(in: language) } + state.valueNotes),
      (state.words(.sourceHeading), [state.sourceText]),
    ]
    let cell = (state.words(.cell), reason.categories)
    return reason.status == .published
      ? [cell, says, comesAbout] + around + [rule] + about
      : [cell, says, comesAbout, rule] + around + about
  }

  /// What stands around the cell, as far as it is known.
  private var around: [(heading: String, texts: [String])] {
    let headings: [(CellSurroundings.Relation, Phrase)] = [
      (.share, .shares), (.periods, .otherPeriods), (.above, .above), (.below, .below),
    ]
    return headings.map { relation, heading in
      let texts = zip(surroundings.parts, found).filter { $0.0.relation == relation }
        .map { part, text in text ?? (isAsking ? "\(part.label): …" : "") }
      return (state.words(heading), texts)
    }
  }
}

extension ExplorerState {
  /// Shows what is known of the cell under the cursor, and asks for what stands around it.
  ///
  /// While a view is on its way nothing else is asked for: it would be given up.
  mutating func inspect() -> [Effect] {
    guard let page, page.hasCells else { return [.bell] }
    var inspection = Inspection(page)
    inspection.isAsking = pending == nil
    dialog = .text(TextDialog(inspection))
    return pending == nil ? askNext(inspection) : []
  }

  /// Takes the view of a part of the surroundings, or that there is none, and asks for the next.
  mutating func learn(_ part: Int, from view: TableView?) -> [Effect] {
    guard case .text(var text) = dialog, var inspection = text.inspection else { return [] }
    inspection.learn(part, from: view)
    text.show(inspection)
    dialog = .text(text)
    return askNext(inspection)
  }

  private mutating func askNext(_ inspection: Inspection) -> [Effect] {
    guard let next = inspection.next else { return [] }
    return request(inspection.surroundings.parts[next].view, arrival: .inspection(next))
  }

  /// Gives up what was asked for a text that is closed.
  mutating func endInspection() -> [Effect] {
    if case .inspection = pending?.arrival { cancelPending() } else { [] }
  }
}
