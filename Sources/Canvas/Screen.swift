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
    _ text: String, row: Int, column: Int, face: Face, limit: Int? = nil
  ) -> Int {
    let limit = min(limit ?? size.columns, size.columns)
    guard (0..<size.rows).contains(row) else { return column }
    if let length = plainLength(of: text) {
      return writePlain(text, length, row: row, column: column, face: face, limit: limit)
    }
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

  /// Writes a part of a text, as the other `write`.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, face: Face, limit: Int? = nil
  ) -> Int {
    write(String(text), row: row, column: column, face: face, limit: limit)
  }

  /// Fills columns `from ..< to` of a row with blanks of `face`.
  public mutating func fill(row: Int, from: Int, to: Int, face: Face) {
    guard (0..<size.rows).contains(row) else { return }
    let columns = max(0, from)..<max(0, from, min(to, size.columns))
    blankCutHalves(row: row, columns: columns)
    let blank = Cell(text: " ", face: face)
    for column in columns { cells[row * size.columns + column] = blank }
  }

  /// The same picture below so many blank rows.
  public func lowered(by rows: Int) -> Screen {
    var screen = Screen(size: Size(rows: size.rows + rows, columns: size.columns))
    screen.cells.replaceSubrange((rows * size.columns)..., with: cells)
    screen.cursor = cursor.map { Position(row: $0.row + rows, column: $0.column) }
    return screen
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

  /// Writes `length` plain code points, each a cluster of one column; returns the column after it.
  private mutating func writePlain(
    _ text: String, _ length: Int, row: Int, column: Int, face: Face, limit: Int
  ) -> Int {
    guard column < limit else { return column }
    let end = min(column + length, limit)
    let first = max(0, column)
    guard first < end else { return end }
    blankCutHalves(row: row, columns: first..<end)
    var index = row * size.columns + column
    let range = (row * size.columns + first)..<(row * size.columns + end)
    for scalar in text.unicodeScalars {
      if index >= range.upperBound { break }
      if index >= range.lowerBound {
        cells[index] = Cell(text: Self.plainText(of: scalar), face: face)
      }
      index += 1
    }
    return end
  }

  /// One code point as a text; those of ASCII are made once.
  private static func plainText(of scalar: Unicode.Scalar) -> String {
    scalar.isASCII ? asciiTexts[Int(scalar.value)] : String(Character(scalar))
  }

  private static let asciiTexts = (UInt8(0)...0x7F).map { String(UnicodeScalar($0)) }

  /// Blanks the halves of wide clusters that stand outside `columns` and lose their mate when
  /// these are overwritten.
  private mutating func blankCutHalves(row: Int, columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    let start = row * size.columns
    if cells[start + columns.lowerBound].text.isEmpty {
      cells[start + columns.lowerBound - 1].text = " "
    }
    if columns.upperBound < size.columns, cells[start + columns.upperBound].text.isEmpty {
      cells[start + columns.upperBound].text = " "
    }
  }

  /// Puts one cluster, and blanks the other halves of the wide clusters that it cuts.
  ///
  /// - Precondition: the cluster lies within the row.
  private mutating func put(_ cell: Cell, wide: Bool, row: Int, column: Int) {
    let index = row * size.columns + column
    blankCutHalves(row: row, columns: column..<column + (wide ? 2 : 1))
    cells[index] = cell
    if wide { cells[index + 1] = Cell(text: "", face: cell.face) }
  }
}
