import Classifications
public import DelimitedText

extension CellTable {
  /// Reads cells, one a line: codes of leaves in any order of lines, and figures.
  ///
  /// A column with the name of a level of a hierarchy file is checked against that file and is no
  /// dimension.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - file: Its name, for messages.
  ///   - format: How fields are set apart.
  ///   - columns: Which columns are what.
  ///   - hierarchies: The trees of the dimensions that have one; others are flat.
  ///   - total: The code of the total of flat dimensions.
  /// - Throws: ``CellFileError`` with the first thing that is wrong.
  /// - Complexity: O(bytes + cells · log cells).
  public init(
    _ bytes: [UInt8], file: String, format: DelimitedFormat, columns: CellColumns,
    hierarchies: [CellHierarchy], total: String
  ) throws(CellFileError) {
    var rows = try CellRows(bytes, file: file, format: format)
    let layout = try CellLayout(rows, file: file, columns: columns, hierarchies: hierarchies)
    var collected = CollectedCells(layout, file: file, total: total)
    while let fields = try rows.next() { try collected.add(fields) }
    guard !collected.lines.isEmpty else {
      throw CellFileError(file: file, kind: .empty, position: nil)
    }
    let axes = collected.axes()
    let places = collected.places(along: axes)
    try Self.checkUnique(places, axes: axes, lines: collected.lines, file: file)
    self.init(
      file: file, axes: axes, places: places, figures: collected.figures,
      width: layout.figures.count)
  }

  /// No two lines are about one cell.
  private static func checkUnique(
    _ places: [Int32], axes: [Axis], lines: [Int], file: String
  ) throws(CellFileError) {
    let width = axes.count
    func precedes(_ one: Int, _ other: Int) -> Bool {
      for axis in 0..<width {
        let (a, b) = (places[one * width + axis], places[other * width + axis])
        if a != b { return a < b }
      }
      return false
    }
    let order = lines.indices.sorted { precedes($0, $1) || !precedes($1, $0) && $0 < $1 }
    // The repetition that stands first in the file.
    var first: (later: Int, earlier: Int)?
    for (one, other) in zip(order, order.dropFirst()) where !precedes(one, other) {
      if other < first?.later ?? .max { first = (other, one) }
    }
    guard let first else { return }
    throw CellFileError(
      file: file, kind: .repeatedCell(earlierLine: lines[first.earlier]),
      position: TextPosition(line: lines[first.later], column: 1))
  }
}

/// Where in a line the codes, levels and figures stand.
private struct CellLayout {
  /// The field of each dimension, and its hierarchy if it has a file.
  let codes: [(field: Int, name: String, hierarchy: CellHierarchy?)]
  /// Fields that repeat a level of a dimension: how many levels above the leaves.
  let levels: [(field: Int, name: String, axis: Int, above: Int)]
  /// The fields of the figures, with their names.
  let figures: [(field: Int, name: String)]

  init(
    _ rows: CellRows, file: String, columns: CellColumns, hierarchies: [CellHierarchy]
  ) throws(CellFileError) {
    func field(_ name: String) throws(CellFileError) -> Int {
      if let place = rows.columns.firstIndex(of: name) { return place }
      throw CellFileError(
        file: file, kind: .missingColumn, position: rows.header, column: name,
        excerpt: rows.columns.joined(separator: ","),
        suggestion: nearestName(to: name, among: rows.columns))
    }
    figures = try columns.figures.names.map { name throws(CellFileError) in
      (try field(name), name)
    }
    let used = hierarchies.filter { rows.columns.contains($0.columns[0]) }
    let above = Set(used.flatMap { $0.columns.dropFirst() })
    let figureNames = Set(columns.figures.names)
    let names =
      columns.codes
      ?? rows.columns.filter { !above.contains($0) && !figureNames.contains($0) }
    guard !names.isEmpty else {
      throw CellFileError(
        file: file, kind: .noDimension, position: rows.header,
        excerpt: rows.columns.joined(separator: ","))
    }
    codes = try names.map { name throws(CellFileError) in
      (try field(name), name, used.first { $0.columns[0] == name })
    }
    levels = codes.enumerated().flatMap { axis, code in
      (code.hierarchy?.columns ?? []).enumerated().dropFirst().compactMap { above, name in
        rows.columns.firstIndex(of: name).map { (field: $0, name: name, axis: axis, above: above) }
      }
    }
  }
}

/// The lines of a file of cells while it is read: codes as numbers in the order of appearance.
private struct CollectedCells {
  /// The line of each cell.
  private(set) var lines: [Int] = []
  /// The figures of each cell, cell after cell.
  private(set) var figures: [Int32] = []
  private var sums: [Int]
  private var numbers: [Int32] = []
  private var codes: [[String]]
  private var numberOfCode: [[String: Int32]]
  private let layout: CellLayout
  private let file: String
  private let total: String

  init(_ layout: CellLayout, file: String, total: String) {
    self.layout = layout
    self.file = file
    self.total = total
    sums = layout.figures.map { _ in 0 }
    codes = layout.codes.map { _ in [] }
    numberOfCode = layout.codes.map { _ in [:] }
  }

  mutating func add(_ fields: [DelimitedField]) throws(CellFileError) {
    for (axis, code) in layout.codes.enumerated() {
      let field = fields[code.field]
      if let number = numberOfCode[axis][field.text] {
        numbers.append(number)
      } else {
        try check(field, code.name, code.hierarchy)
        let number = Int32(codes[axis].count)
        numberOfCode[axis][field.text] = number
        codes[axis].append(field.text)
        numbers.append(number)
      }
    }
    for level in layout.levels {
      guard let list = layout.codes[level.axis].hierarchy else { continue }
      let leaf = list.hierarchy.index(ofCode: fields[layout.codes[level.axis].field].text) ?? 0
      let parent = (0..<level.above).reduce(leaf) { place, _ in list.hierarchy.parents[place] }
      guard list.hierarchy.categories[parent].code == fields[level.field].text else {
        throw CellFileError(
          file, .otherParent(hierarchy: list.file), at: fields[level.field], column: level.name)
      }
    }
    for (index, figure) in layout.figures.enumerated() {
      figures.append(try number(fields[figure.field], figure.name, index))
    }
    try checkLargest(fields)
    lines.append(fields[0].position.line)
  }

  /// Largest amounts of units: none above the one before it, nor above what is left of the sum.
  private func checkLargest(_ fields: [DelimitedField]) throws(CellFileError) {
    let own = figures.suffix(layout.figures.count)
    guard let sum = own.first else { return }
    var (left, before) = (Int(sum), Int(sum))
    for (figure, amount) in zip(layout.figures, own).dropFirst(2) {
      left -= Int(amount)
      guard left >= 0, Int(amount) <= before else {
        throw CellFileError(file, .impossibleLargest, at: fields[figure.field], column: figure.name)
      }
      before = Int(amount)
    }
  }

  private func check(
    _ field: DelimitedField, _ name: String, _ list: CellHierarchy?
  ) throws(CellFileError) {
    if field.text.isEmpty { throw CellFileError(file, .emptyCode, at: field, column: name) }
    guard field.text != list?.hierarchy.categories[0].code ?? total else {
      throw CellFileError(file, .codeOfTotal, at: field, column: name)
    }
    guard let list else { return }
    let place = list.hierarchy.index(ofCode: field.text)
    guard let place, list.hierarchy.children[place].isEmpty else {
      throw CellFileError(
        file: file, kind: .unknownCode(hierarchy: list.file), position: field.position,
        column: name, excerpt: CellFileError.shape(field.text),
        suggestion: nearestName(to: field.text, among: list.hierarchy.leafCodes))
    }
  }

  private mutating func number(
    _ field: DelimitedField, _ name: String, _ index: Int
  ) throws(CellFileError) -> Int32 {
    guard !field.text.isEmpty, field.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw CellFileError(file, .notAWholeNumber, at: field, column: name)
    }
    guard let number = Int32(field.text), sums[index] + Int(number) <= Int(Int32.max) else {
      throw CellFileError(file, .tooLarge, at: field, column: name)
    }
    sums[index] += Int(number)
    return number
  }

  /// The dimensions with their trees.
  func axes() -> [CellTable.Axis] {
    zip(layout.codes, codes).map { code, found in
      let flat = {
        Hierarchy(
          id: code.name, levelLabels: [Label(total), Label(code.name)],
          nodes: [(Category(code: total, label: Label(total)), 0)]
            + found.sorted().map { (Category(code: $0, label: Label($0)), 1) })
      }
      return CellTable.Axis(name: code.name, hierarchy: code.hierarchy?.hierarchy ?? flat())
    }
  }

  /// The place of each cell among the leaves of each axis.
  func places(along axes: [CellTable.Axis]) -> [Int32] {
    let places = zip(axes, codes).map { axis, found in axis.hierarchy.leafPositions(of: found) }
    return numbers.enumerated().map { places[$0 % axes.count][Int($1)] }
  }
}
