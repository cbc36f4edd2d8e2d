public import DelimitedText
public import Publication

/// Protected cells of tables as a file: a line for each cell, the codes, then figures.
///
/// A cell that stands in several tables has one line. Every figure has a column of its status
/// beside it: `published`, or `suppressed` with an empty figure.
public struct ProtectedCells: Sequence, IteratorProtocol {
  /// A table with the figures of its lattice, row-major, for each column of figures.
  public struct Table {
    let lattice: TableLattice
    let figures: [[Figure]]

    /// A table with its figures.
    /// - Precondition: one for each cell of each column.
    public init(_ lattice: TableLattice, figures: [[Figure]]) {
      precondition(figures.allSatisfy { $0.count == lattice.cellCount }, "a figure for each cell")
      self.lattice = lattice
      self.figures = figures
    }
  }
  private let dimensions: CellDimensions
  private let names: [String]
  private let tables: [Table]
  private let steps: [Int]
  private var written: Set<Int> = []
  private var table = 0
  private var place = 0
  private var isHeaderWritten = false
  private let format: DelimitedFormat
  /// Lines so far.
  public private(set) var lineCount = 0

  /// The cells of `tables`, each figure column by name.
  /// - Precondition: the cells can be numbered.
  public init(
    _ tables: [Table], of dimensions: CellDimensions, names: [String], format: DelimitedFormat
  ) {
    guard let steps = dimensions.cellNumberSteps else {
      preconditionFailure("the cells can be numbered")
    }
    self.steps = steps
    self.tables = tables
    self.dimensions = dimensions
    self.names = names
    self.format = format
  }

  /// The next lines.
  public mutating func next() -> [UInt8]? {
    var writer = DelimitedWriter(format: format, lineEnd: .lineFeed)
    if !isHeaderWritten {
      isHeaderWritten = true
      let figures = names.enumerated().flatMap { $0 == 0 ? [$1, "status"] : [$1, "\($1)_status"] }
      writer.write(dimensions.columns.map(\.name) + figures)
    }
    guard table < tables.count else { return writer.bytes.isEmpty ? nil : writer.bytes }
    let current = tables[table]
    let count = current.lattice.cellCount
    let end = Swift.min(place + 10_000, count)
    while place < end {
      if written.insert(current.lattice.number(of: place, steps: steps)).inserted {
        let figures = current.figures.flatMap { $0[place].fields }
        writer.write(current.lattice.codes(at: place) + figures)
        lineCount += 1
      }
      place += 1
    }
    if place == count {
      table += 1
      place = 0
    }
    return writer.bytes
  }
}

extension Figure {
  /// The figure and the word for its status, as they stand in a line.
  fileprivate var fields: [String] {
    switch self {
    case .count(let count): [String(count), "published"]
    case .symbol: ["", "suppressed"]
    }
  }
}
