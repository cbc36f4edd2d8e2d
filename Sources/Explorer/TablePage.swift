import Canvas
import Classifications
import Publication
import TableViews

/// What of a table has been looked at, without any figure: enough to come back to it.
struct Snapshot: Sendable, Equatable {
  /// The view.
  let view: ViewState
  /// Row and column of the cursor.
  let row: Int
  /// Column of the cursor.
  let column: Int
  /// First row in sight.
  let top: Int
  /// First column in sight.
  let left: Int
  /// Whether Enter goes down in the heading.
  let drillsColumns: Bool
}

/// A table that was left for another, with its history.
struct ParkedPage: Sendable, Equatable {
  /// What was shown last.
  let last: Snapshot
  /// What was shown before.
  let undo: [Snapshot]
  /// What was taken back.
  let redo: [Snapshot]
}

/// The table in view: its figures, the cursor, and what was shown before.
struct TablePage: Sendable, Equatable {
  /// How many views are kept for undo.
  static let longestHistory = 200

  /// The figures.
  private(set) var view: TableView
  /// What drawing needs to know about all lines.
  private(set) var layout: TableLayout
  /// Row of the cursor.
  private(set) var row: Int
  /// Column of the cursor.
  private(set) var column: Int
  /// First row in sight.
  private(set) var top: Int
  /// First column in sight.
  private(set) var left: Int
  /// Whether Enter goes down in the heading instead of the rows.
  var drillsColumns: Bool
  /// What was shown before, oldest first.
  private(set) var undo: [Snapshot]
  /// What was taken back, the next one last.
  private(set) var redo: [Snapshot]
  /// What was searched for last.
  var searched: String

  /// A page that shows `view` from its beginning.
  init(_ view: TableView) {
    self.view = view
    layout = TableLayout(view)
    row = 0
    column = 0
    top = 0
    left = 0
    drillsColumns = false
    undo = []
    redo = []
    searched = ""
  }

  /// What to come back to.
  var snapshot: Snapshot {
    Snapshot(
      view: view.state, row: row, column: column, top: top, left: left,
      drillsColumns: drillsColumns)
  }

  /// The page as it is kept while another table is open.
  var parked: ParkedPage { ParkedPage(last: snapshot, undo: undo, redo: redo) }

  /// The last row.
  var lastRow: Int { max(0, view.rows.count - 1) }

  /// The last column.
  var lastColumn: Int { max(0, view.columns.count - 1) }

  /// Whether there is a cell under the cursor.
  var hasCells: Bool { !view.rows.isEmpty && !view.columns.isEmpty }

  /// Puts the cursor on a cell, or the nearest there is, and brings it into sight.
  mutating func moveCursor(row: Int, column: Int, size: Size) {
    self.row = min(max(0, row), lastRow)
    self.column = min(max(0, column), lastColumn)
    reveal(size: size)
  }

  /// Brings the cursor into sight, scrolling by no more than it takes.
  ///
  /// A step over the edge moves the table by one line, which the terminal does itself: only the
  /// new line is sent.
  mutating func reveal(size: Size) {
    // A window that is made tiny and large again shows what it showed, whatever was done in it.
    guard ScreenRegions.isUseful(size) else { return }
    let height = bodyRows(size: size)
    top = min(max(top, row - height + 1), row)
    top = max(0, min(top, view.rows.count - height))
    guard !view.columns.isEmpty else {
      left = 0
      return
    }
    let first = TableGeometry.firstColumn(showing: column, of: layout, columns: size.columns)
    left = min(max(left, first), column)
    let furthest = TableGeometry.firstColumn(
      showing: lastColumn, of: layout, columns: size.columns)
    left = min(left, max(furthest, first))
  }

  /// Goes up (negative) or down whole pages, the cursor staying where it is on the screen.
  mutating func turnPages(_ pages: Int, size: Size) {
    let rows = pages * bodyRows(size: size)
    top = max(0, min(top + rows, view.rows.count - bodyRows(size: size)))
    moveCursor(row: row + rows, column: column, size: size)
  }

  /// Scrolls so that a column stands first, and puts the cursor on it.
  mutating func scrollColumns(to first: Int, size: Size) {
    left = min(max(0, first), lastColumn)
    moveCursor(row: row, column: max(column, left), size: size)
  }

  /// Rows of the table that fit on a screen of `size`.
  func bodyRows(size: Size) -> Int {
    regions(size: size).body.count
  }

  /// Which rows of a screen of `size` are for what.
  func regions(size: Size) -> ScreenRegions {
    ScreenRegions(
      size: size, headingLines: layout.upperLevels + layout.leafHeight,
      titleLines: columnCount(of: view.title) > size.columns ? 2 : 1,
      legendLines: legendLines(width: size.columns).count)
  }

  /// The symbols in view.
  var symbolText: String { view.legend.joined(separator: "   ") }

  /// The symbols in view and how figures come about, in one line if they fit and else in two, or
  /// three when the symbols alone are too long for one.
  func legendLines(width: Int) -> [String] {
    let symbols = symbolText
    let line = [symbols, view.figureText].filter { !$0.isEmpty }.joined(separator: "   ")
    if columnCount(of: line) <= width { return [line] }
    if !symbols.isEmpty { return symbolLines(width: width, most: 2) + [view.figureText] }
    let lines = wrap(view.figureText, to: width)
    return lines.count <= 2 ? lines : [lines[0], lines.dropFirst().joined(separator: " ")]
  }

  /// The symbols in view in at most so many lines, whole texts side by side where they fit.
  func symbolLines(width: Int, most: Int) -> [String] {
    var lines: [String] = []
    for text in view.legend {
      let joined = lines.last.map { "\($0)   \(text)" } ?? text
      if columnCount(of: joined) <= width {
        lines = lines.dropLast() + [joined]
      } else {
        lines += wrap(text, to: width)
      }
    }
    guard lines.count > most else { return lines }
    // The last line is cut where it is drawn, so that one sees that there is more.
    return lines.prefix(most - 1) + [lines.dropFirst(most - 1).joined(separator: " ")]
  }

  /// Shows `view` after a change, with the cursor on the same or the nearest category.
  mutating func show(_ next: TableView, focus: [Focus], size: Size) {
    let wanted = wantedCategories(focus)
    let measure = hasCells ? view.columns[column].measure : nil
    let (rows, columns) = (view.rows, view.columns)
    undo.append(snapshot)
    if undo.count > Self.longestHistory { undo.removeFirst() }
    redo = []
    view = next
    layout = TableLayout(next)
    let state = next.state
    row = Self.nearest(next.rows, places: state.stub, state: state, wanted: wanted, measure: nil)
    column = Self.nearest(
      next.columns, places: state.heading, state: state, wanted: wanted, measure: measure)
    // What is opened or folded in place leaves the screen where it is.
    if !Self.isSame(rows, next.rows, through: row) { top = 0 }
    if !Self.isSame(columns, next.columns, through: column) { left = 0 }
    reveal(size: size)
  }

  /// Whether the lines up to `last` are about the same categories.
  private static func isSame(_ lines: [ViewLine], _ next: [ViewLine], through last: Int) -> Bool {
    lines.count > last && next.count > last
      && zip(lines[...last], next[...last]).allSatisfy { $0.categories == $1.categories }
  }

  /// Shows a view of the history: `steps` back (negative) or forward.
  mutating func travel(_ steps: Int, to next: TableView, size: Size) {
    var target = snapshot
    for _ in 0..<abs(steps) {
      if steps < 0, let earlier = undo.popLast() {
        redo.append(target)
        target = earlier
      } else if steps > 0, let later = redo.popLast() {
        undo.append(target)
        target = later
      }
    }
    view = next
    layout = TableLayout(next)
    restore(target, size: size)
  }

  /// Takes up what was parked, its view being shown already.
  mutating func resume(_ parked: ParkedPage, size: Size) {
    undo = parked.undo
    redo = parked.redo
    restore(parked.last, size: size)
  }

  /// Shows a view of this table that was shown before, as a change.
  mutating func revisit(_ target: Snapshot, showing next: TableView, size: Size) {
    if next.state != view.state {
      undo.append(snapshot)
      if undo.count > Self.longestHistory { undo.removeFirst() }
      redo = []
    }
    view = next
    layout = TableLayout(next)
    restore(target, size: size)
  }

  /// Takes up the history of a table that was left, if any, while showing another of its views.
  mutating func resume(_ parked: ParkedPage?, at target: Snapshot, size: Size) {
    if let parked {
      let isLast = parked.last.view == view.state
      undo = isLast ? parked.undo : (parked.undo + [parked.last]).suffix(Self.longestHistory)
      redo = isLast ? parked.redo : []
    }
    restore(target, size: size)
  }

  /// Puts the cursor on a value, in the other dimensions as near as there is.
  mutating func moveCursor(to target: Focus, size: Size) {
    let (state, wanted) = (view.state, wantedCategories([target]))
    let measure = hasCells ? view.columns[column].measure : nil
    moveCursor(
      row: Self.nearest(
        view.rows, places: state.stub, state: state, wanted: wanted, measure: nil),
      column: Self.nearest(
        view.columns, places: state.heading, state: state, wanted: wanted, measure: measure),
      size: size)
  }

  /// Goes back to where a cursor was, in the same view.
  mutating func `return`(to snapshot: Snapshot, size: Size) { restore(snapshot, size: size) }

  private mutating func restore(_ snapshot: Snapshot, size: Size) {
    drillsColumns = snapshot.drillsColumns
    top = snapshot.top
    left = snapshot.left
    moveCursor(row: snapshot.row, column: snapshot.column, size: size)
  }

  /// The category of each dimension that the cursor is on; what was asked for goes first.
  private func wantedCategories(_ focus: [Focus]) -> [CategoryIndex?] {
    let state = view.state
    var wanted: [CategoryIndex?] = Array(repeating: nil, count: state.table.dimensions.count)
    for place in state.filter {
      if case .single(let category) = state.selections[place] { wanted[place] = category }
    }
    if hasCells {
      for (place, category) in zip(state.stub, view.rows[row].categories) {
        wanted[place] = category
      }
      for (place, category) in zip(state.heading, view.columns[column].categories) {
        wanted[place] = category
      }
    }
    for entry in focus { wanted[entry.place] = entry.category }
    return wanted
  }

  /// The line that comes nearest to the categories wanted: the same, or the closest above them.
  private static func nearest(
    _ lines: [ViewLine], places: [Int], state: ViewState, wanted: [CategoryIndex?], measure: Int?
  ) -> Int {
    // From the root down to what is wanted of each dimension: whoever stands on it is nearest.
    let paths = places.map { place in
      wanted[place].map { state.dimension(at: place).hierarchy.path(to: $0) } ?? []
    }
    var best = (line: 0, score: -1)
    for (index, line) in lines.enumerated() {
      var score = measure == line.measure ? 1 : 0
      for (path, category) in zip(paths, line.categories) {
        if path.last == category {
          score += 1_000
        } else if let level = path.firstIndex(of: category) {
          score += 2 * (1 + level)
        }
      }
      if score > best.score { best = (index, score) }
    }
    return best.line
  }
}

/// A category that the cursor should be on after a change.
struct Focus: Sendable, Equatable {
  /// The dimension's place in the table.
  let place: Int
  /// The category.
  let category: CategoryIndex
}
