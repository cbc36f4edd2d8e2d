import Classifications
import DelimitedText
import Publication

extension PublishedCells {
  /// Reads cells, totals among them, one a line.
  ///
  /// Without names the figure is in `freq`, `count`, `n`, `value` or `sum`, else before the status;
  /// the status in `status`, `suppressed` or `sdcStatus`; all other columns are codes, but for
  /// those of levels of a hierarchy, which may say the level of a cell whose own code is the total.
  /// A figure that is empty, `:`, `x`, `.`, `..`, `*` or `NA` is hidden.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  ///   - columns: Which columns are what.
  ///   - hierarchies: The trees of columns that have one or more; others are flat.
  /// - Throws: ``CellFileError`` with the first thing that is wrong.
  /// - Complexity: O(bytes).
  public init(
    _ bytes: [UInt8], file: String, columns: PublishedColumns, hierarchies: [CellHierarchy]
  ) throws(CellFileError) {
    var rows = try CellRows(bytes, file: file, format: DelimitedFormat(header: bytes))
    let layout = try PublishedLayout(rows, file: file, columns: columns, hierarchies: hierarchies)
    var collected: [PublishedLine] = []
    while let fields = try rows.next() {
      if let line = try layout.line(fields) { collected.append(line) }
    }
    guard !collected.isEmpty else {
      throw CellFileError(file: file, kind: .empty, position: nil)
    }
    let totals = layout.codes.indices.map { place in
      columns.total ?? layout.total(among: Set(collected.map { $0.codes[place].last ?? "" }))
    }
    dimensions = try layout.dimensions(collected, totals: totals)
    guard let steps = dimensions.cellNumberSteps else {
      throw CellFileError(file: file, kind: .latticeTooLarge(cells: .max), position: nil)
    }
    self.file = file
    self.steps = steps
    tellingColumns = layout.tellingColumns
    cells = [:]
    kinds = []
    for line in collected { try add(line, layout, totals: totals) }
  }

  private mutating func add(
    _ line: PublishedLine, _ layout: PublishedLayout, totals: [String?]
  ) throws(CellFileError) {
    var number = 0
    var kind = dimensions.dimensions.map { _ in 0 }
    for (column, codes) in line.codes.enumerated() {
      guard let code = codes.first(where: { $0 != totals[column] }) else { continue }
      guard let place = dimensions.place(of: code, inColumn: column) else {
        let known = dimensions.columns[column].dimensions.flatMap {
          dimensions.dimensions[$0].hierarchy.categories.map(\.code)
        }
        throw CellFileError(
          file: file, kind: .unknownCode(hierarchy: "its hierarchy"), position: line.position,
          column: dimensions.columns[column].name, excerpt: code,
          suggestion: nearestName(to: code, among: known))
      }
      number += place.category * steps[place.dimension]
      kind[place.dimension] =
        dimensions.dimensions[place.dimension].hierarchy.levels[place.category]
    }
    kinds.insert(kind)
    guard let earlier = cells[number] else {
      cells[number] = Cell(figure: line.figure, line: line.position.line)
      return
    }
    // The margins that tables share may stand there once for each.
    guard let figure = line.figure else {
      if earlier.figure != nil { exposed[number] = .elsewhere(line: earlier.line) }
      return
    }
    if earlier.figure == nil { exposed[number] = .elsewhere(line: line.position.line) }
    guard figure == earlier.figure ?? figure else {
      throw CellFileError(
        file: file, kind: .otherFigure(earlierLine: earlier.line), position: line.position)
    }
    cells[number]?.figure = figure
  }
}

/// A line of a file of published cells.
struct PublishedLine {
  /// For each column of codes its code, then those of the levels above it that the line names.
  let codes: [[String]]
  /// The figure; `nil` when it is hidden.
  let figure: Int32?
  /// Where the line stands.
  let position: TextPosition
}
