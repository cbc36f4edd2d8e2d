/// Which columns of a file of published cells are what; `nil` where the usual names decide.
public struct PublishedColumns: Sendable {
  /// The columns of codes.
  public var codes: [String]?
  /// The column of figures.
  public var figure: String?
  /// The column that says whether a cell is hidden.
  public var status: String?
  /// What it says of a hidden cell; everything else says that the cell is shown.
  public var hidden: Set<String>?
  /// The code of totals, in all columns.
  public var total: String?

  /// Everything by the usual names.
  public init() {}
}

/// The cells that somebody has published, read from a file: figures and which cells are hidden.
///
/// A figure that stands beside the mark of a hidden cell, as other engines write it for their
/// producer, is never looked at.
public struct PublishedCells: Sendable {
  /// A cell of the file.
  struct Cell {
    /// Its figure; `nil` when it is hidden.
    var figure: Int32?
    /// The line.
    let line: Int
  }
  /// The file, as it was named.
  public let file: String
  /// What the cells go by.
  public let dimensions: CellDimensions
  /// Columns that tell of hidden cells why they are hidden, which is not for publication.
  public let tellingColumns: [String]
  /// The cells by the number that they have among all.
  var cells: [Int: Cell]
  /// For each kind of cell in the file the level of each dimension; 0 where it does not go by it.
  var kinds: Set<[Int]>
  /// For each number how far apart cells stand by category.
  let steps: [Int]

  /// Cells that are hidden and yet shown, and where; by their numbers.
  public internal(set) var exposed: [Int: Exposure] = [:]

  /// Where the figure of a hidden cell is shown.
  public enum Exposure: Sendable, Hashable {
    /// In another line of the file.
    case elsewhere(line: Int)
    /// In an earlier set.
    case earlier
  }

  /// Cells that are hidden.
  public var hiddenCount: Int { cells.count { $0.value.figure == nil } }
  /// The figure of a cell; `nil` when it is hidden.
  public func figure(ofNumber number: Int) -> Int? { cells[number]?.figure.map { Int($0) } }
  /// All cells.
  public var cellCount: Int { cells.count }
}
