import Classifications

extension Release {
  /// The cells of `query`, or why this release does not hold them.
  ///
  /// Each content is taken from the first of its matrices that holds the whole block. When none
  /// does, the first content, which the table is about, is refused; another one, such as a
  /// population, is missing. A query that names coarser blocks is refused when nearly all of its
  /// first content is hidden and one of them shows more.
  /// - Complexity: O(cells of the block × axes), no allocation per cell.
  public func answer(_ query: TableQuery) throws(TableFailure) -> TableAnswer {
    guard let table = description.tables.first(where: { $0.id == query.table }) else {
      throw .unknownTable(query.table)
    }
    precondition(query.axes.count == table.dimensions.count, "an axis for each dimension")
    var figures: [[Figure]] = []
    for content in table.contents {
      let candidates = content.matrices
      let holding = candidates.first { holds(query, of: table, in: $0, among: candidates) }
      if let holding {
        figures.append(block(query, of: table, from: matrices[holding]))
      } else if figures.isEmpty {
        throw .notHeld(refusal(of: query, table: table, content: content))
      } else {
        figures.append(Array(repeating: .symbol(.missing), count: query.cellCount))
      }
    }
    if let sparse = tooSparse(query, of: table, HiddenShare(figures[0])) {
      throw .tooSparse(sparse)
    }
    return TableAnswer(
      query: query, figures: figures,
      hiddenInRelease: matrices.reduce(0) { $0 + $1.suppressedCount },
      cellsInRelease: matrices.reduce(0) { $0 + $1.cellCount })
  }

  /// Why a block is refused of which `share` is hidden; `nil` when it is not.
  private func tooSparse(
    _ query: TableQuery, of table: TableDescription, _ share: HiddenShare
  ) -> CombinationTooSparse? {
    guard share.isSparse else { return nil }
    var best: CombinationTooSparse?
    for coarser in query.coarser {
      let instead = TableQuery(
        statistic: query.statistic, table: query.table, axes: coarser.axes)
      let candidates = table.contents[0].matrices
      guard
        let matrix = candidates.first(where: {
          holds(instead, of: table, in: $0, among: candidates)
        })
      else { continue }
      let shareThen = HiddenShare(block(instead, of: table, from: matrices[matrix]))
      if shareThen.figures > shareThen.hidden, shareThen.shows(moreThan: best?.shareThen ?? share) {
        best = CombinationTooSparse(share: share, way: coarser.way, shareThen: shareThen)
      }
    }
    return best
  }

  /// Whether `matrix` holds the block.
  ///
  /// A dimension that none of `candidates` has is ignored, unless its values are periods.
  private func holds(
    _ query: TableQuery, of table: TableDescription, in matrix: Int, among candidates: [Int]
  ) -> Bool {
    let axes = description.matrices[matrix].axes
    return table.dimensions.indices.allSatisfy { position in
      let dimension = table.dimensions[position]
      if let axis = axes.first(where: { $0.dimension == dimension }) {
        return deepestLevel(query, position, table) <= axis.depth
      }
      // A figure of one period is no figure of another.
      let isForeign =
        !description.dimensions[dimension].isTime
        && !candidates.contains { candidate in
          description.matrices[candidate].axes.contains { $0.dimension == dimension }
        }
      return isForeign || query.axes[position].allSatisfy { $0 == 0 }
    }
  }

  private func deepestLevel(
    _ query: TableQuery, _ position: Int, _ table: TableDescription
  ) -> Int {
    let hierarchy = description.dimensions[table.dimensions[position]].hierarchy
    return query.axes[position].lazy.map { hierarchy.levels[$0] }.max() ?? 0
  }

  private func refusal(
    of query: TableQuery, table: TableDescription, content: TableContent
  ) -> CombinationNotHeld {
    func isTime(_ position: Int) -> Bool {
      description.dimensions[table.dimensions[position]].isTime
    }
    let detailed = table.dimensions.indices.filter {
      !isTime($0) && deepestLevel(query, $0, table) > 0
    }
    var waysOut: [[CombinationNotHeld.WayOut]] = []
    for matrix in content.matrices {
      let axes = description.matrices[matrix].axes
      // Periods have no total to go up to.
      let hasPeriods = table.dimensions.indices.allSatisfy { position in
        !isTime(position) || axes.contains { $0.dimension == table.dimensions[position] }
      }
      guard hasPeriods else { continue }
      let changes = detailed.compactMap { position -> CombinationNotHeld.WayOut? in
        let dimension = table.dimensions[position]
        let depth = axes.first { $0.dimension == dimension }?.depth ?? 0
        return deepestLevel(query, position, table) > depth
          ? .init(dimension: dimension, level: depth) : nil
      }
      if !waysOut.contains(changes) { waysOut.append(changes) }
    }
    let fewestFirst = waysOut.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
      .map(\.element)
    return CombinationNotHeld(
      dimensions: detailed.map { table.dimensions[$0] }, waysOut: fewestFirst)
  }

  private func block(
    _ query: TableQuery, of table: TableDescription, from matrix: ProtectedMatrix
  ) -> [Figure] {
    // Offsets of each axis' categories within the matrix; an axis that the matrix lacks adds 0.
    let offsets = query.axes.indices.map { position -> [Int] in
      let axis = matrix.description.axes.firstIndex { $0.dimension == table.dimensions[position] }
      guard let axis else { return Array(repeating: 0, count: query.axes[position].count) }
      return query.axes[position].map {
        Int(matrix.positions[axis][$0]) * matrix.strides[axis]
      }
    }
    var cells = [0]
    for axis in offsets {
      cells = cells.flatMap { cell in axis.map { cell + $0 } }
    }
    return told(cells.map(matrix.figure(atCell:)), of: query, table)
  }

  /// `figures` in which those that are missing because their time has not come say so.
  private func told(
    _ figures: [Figure], of query: TableQuery, _ table: TableDescription
  ) -> [Figure] {
    func place(observes: Bool) -> Int? {
      table.dimensions.indices.first {
        let dimension = description.dimensions[table.dimensions[$0]]
        return dimension.isTime && (dimension.observes != nil) == observes
      }
    }
    guard let later = place(observes: true), let time = place(observes: false),
      figures.contains(.symbol(.missing))
    else { return figures }
    func category(of place: Int, at cell: Int) -> CategoryIndex {
      let axis = query.axes[place]
      return axis[cell / query.axes[(place + 1)...].reduce(1) { $0 * $1.count } % axis.count]
    }
    let looks = description.dimensions[table.dimensions[later]].hierarchy.categories
    let periods = description.dimensions[table.dimensions[time]]
    return figures.indices.map { cell in
      guard figures[cell] == .symbol(.missing),
        let day = periods.referenceDay(of: category(of: time, at: cell)),
        let validity = looks[category(of: later, at: cell)].validity, !validity.contains(day)
      else { return figures[cell] }
      return .symbol(.notYet)
    }
  }
}
