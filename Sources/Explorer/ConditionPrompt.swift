import Canvas
import Publication
import TableViews

/// Which rows are to be shown, while it is typed.
struct ConditionPrompt: Sendable, Equatable {
  /// The column whose cells decide, as a condition that any row meets.
  let column: RowCondition
  /// Its name.
  let name: String
  /// What is typed.
  var line: LineEditor
  /// Why it is no condition.
  var failure: String?

  /// A prompt about the column under the cursor, or when no row meets the condition about its own.
  init?(_ page: TablePage) {
    let state = page.view.state
    guard page.hasCells else {
      guard let condition = state.condition else { return nil }
      column = condition
      name = state.conditionText ?? ""
      line = LineEditor(condition.test.text)
      return
    }
    let line = page.view.columns[page.column]
    column = RowCondition(
      categories: line.categories, measure: line.measure ?? 0, derivation: line.derivation,
      test: .notHidden)
    name = page.cursorPlace.column
    let isOwn = state.condition?.isAbout(line) ?? false
    self.line = LineEditor(isOwn ? state.condition?.test.text ?? "" : "")
  }

  /// What to say below the line: what is wrong, or what can be typed.
  var hint: String {
    failure ?? "\(RowTest.allowed); nothing shows all rows."
  }
}

extension ExplorerState {
  /// A command while a condition is typed.
  mutating func performInCondition(_ command: Command) -> [Effect] {
    guard case .condition(var prompt) = dialog else { return [] }
    switch command {
    case .close:
      dialog = nil
      return []
    case .accept:
      let text = prompt.line.text
      let isEmpty = text.allSatisfy { $0 == " " }
      do throws(ViewChangeRefused) {
        let column = prompt.column
        let condition =
          isEmpty
          ? nil
          : RowCondition(
            categories: column.categories, measure: column.measure,
            derivation: column.derivation, test: try RowTest(text))
        dialog = nil
        return change { view throws(ViewChangeRefused) in try view.show(rowsWhere: condition) }
      } catch {
        prompt.failure = "! " + error.reason
        dialog = .condition(prompt)
        return [.bell]
      }
    default: return [.bell]
    }
  }

  /// A key of the condition.
  mutating func typeInCondition(_ key: KeyPress) -> Bool {
    guard case .condition(var prompt) = dialog, prompt.line.press(key) else { return false }
    prompt.failure = nil
    dialog = .condition(prompt)
    return true
  }

  /// Draws the column, the line and what can be typed.
  func drawCondition(_ prompt: ConditionPrompt, on screen: inout Screen) {
    let width = DialogBox(size: screen.size, wanted: 3).textWidth
    let face: Face = prompt.failure == nil ? .status : .warning
    let said = wrap(prompt.hint, to: width).map { DialogLine(text: $0, face: face) }
    let box = DialogBox(size: screen.size, wanted: 2 + said.count)
    screen.drawBox(box, title: "Rows where \(prompt.name) is", note: "")
    screen.drawLine(
      prompt.line, row: box.top + 1, column: box.left + 2, limit: box.left + box.columns - 2,
      hasCursor: true)
    screen.draw(said, in: box, from: min(2, box.textRows - 1))
  }
}
