/// One place of a screen: a grapheme cluster and its face.
///
/// The second half of a wide cluster is a cell with an empty text.
public struct Cell: Sendable, Hashable {
  /// One grapheme cluster, or empty for the second half of a wide one.
  public var text: String
  /// What it is for.
  public var face: Face

  /// A cell.
  public init(text: String, face: Face) {
    self.text = text
    self.face = face
  }

  /// A blank cell.
  public static let blank = Cell(text: " ", face: .normal)
}

/// A picture of the whole terminal, as a value.
public struct Screen: Sendable, Hashable {
  /// Its size.
  public let size: Size
  /// The cells, row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor stands while a text is typed; `nil` hides it.
  public var cursor: Position?

  /// A blank screen.
  public init(size: Size) {
    self.size = size
    self.cells = Array(repeating: .blank, count: size.rows * size.columns)
    self.cursor = nil
  }

  /// The cell at a place.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// Writes `text` in one line and returns the column after it.
  ///
  /// What does not fit before `limit` (default: the right edge) is left out; a wide cluster is
  /// never cut in half: half outside the screen leaves a blank. Control characters are shown as
  /// `·`. Outside the screen nothing happens.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, face: Face, limit: Int? = nil
  ) -> Int {
    let limit = min(limit ?? size.columns, size.columns)
    guard (0..<size.rows).contains(row) else { return column }
    var column = column
    for character in text {
      if column >= limit { break }
      let width = displayWidth(of: character)
      let cells = abs(width)
      if column + cells > limit { break }
      if column >= 0, cells > 0 {
        let shown = width < 0 ? "·" : String(character)
        put(Cell(text: shown, face: face), wide: cells == 2, row: row, column: column)
      } else if column == -1, cells == 2 {
        put(Cell(text: " ", face: face), wide: false, row: row, column: 0)
      }
      column += cells
    }
    return column
  }

  /// Fills columns `from ..< to` of a row with blanks of `face`.
  public mutating func fill(row: Int, from: Int, to: Int, face: Face) {
    guard (0..<size.rows).contains(row) else { return }
    for column in max(0, from)..<max(0, from, min(to, size.columns)) {
      put(Cell(text: " ", face: face), wide: false, row: row, column: column)
    }
  }

  /// The rows as text, without trailing blanks.
  public var text: [String] {
    (0..<size.rows).map { row in
      var line = (0..<size.columns).map { self[row, $0].text }.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The rows as one letter per face, without trailing blanks.
  public var faces: [String] {
    (0..<size.rows).map { row in
      var line = String((0..<size.columns).map { self[row, $0].face.rawValue })
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Puts one cluster, and blanks the other halves of the wide clusters that it cuts.
  ///
  /// - Precondition: the cluster lies within the row.
  private mutating func put(_ cell: Cell, wide: Bool, row: Int, column: Int) {
    let index = row * size.columns + column
    let last = wide ? index + 1 : index
    if cells[index].text.isEmpty {
      cells[index - 1].text = " "
    }
    if column + (wide ? 2 : 1) < size.columns, cells[last + 1].text.isEmpty {
      cells[last + 1].text = " "
    }
    cells[index] = cell
    if wide { cells[last] = Cell(text: "", face: cell.face) }
  }
}
