import Classifications
public import Publication

/// How much of a matrix is hidden where one of its dimensions stands at a level, over all values of
/// the others: for the producer only.
public struct HiddenByLevel: Sendable, Hashable {
  /// Identifier of the matrix.
  public let matrix: String
  /// Identifier of the dimension; `nil` for the whole matrix.
  public let dimension: String?
  /// Name of the level, in English.
  public let level: String
  /// Figures that are hidden or not 0.
  public internal(set) var figures = 0
  /// Figures hidden for their own sake.
  public internal(set) var primary = 0
  /// Figures hidden to protect others.
  public internal(set) var secondary = 0

  /// The share of the figures that is hidden, 0 to 1.
  public var share: Double { Double(primary + secondary) / Double(max(1, figures)) }
}

extension ProtectionReport {
  /// What is hidden of each matrix that has anything hidden: all in all, then for each dimension by
  /// level, from the total down.
  /// - Precondition: `release` is the one that the report is about.
  /// - Complexity: O(lattice cells × axes).
  public func hiddenByLevel(of release: Release) -> [HiddenByLevel] {
    release.matrices.enumerated().flatMap { index, matrix -> [HiddenByLevel] in
      guard matrix.suppressedCount > 0 else { return [] }
      let id = matrix.description.id
      let shape = LatticeShape(
        description: matrix.description, dimensions: release.description.dimensions)
      var whole = HiddenByLevel(matrix: id, dimension: nil, level: "all")
      var levels: [[HiddenByLevel]] = []
      var levelOfPosition: [[Int]] = []
      for axis in matrix.description.axes {
        let dimension = release.description.dimensions[axis.dimension]
        let hierarchy = dimension.hierarchy
        levels.append(
          (0...axis.depth).map {
            HiddenByLevel(
              matrix: id, dimension: dimension.id, level: hierarchy.levelLabels[$0].english)
          })
        levelOfPosition.append(hierarchy.levels.filter { $0 <= axis.depth })
      }
      for cell in 0..<matrix.cellCount {
        let figure = matrix.figure(atCell: cell)
        let isHidden = figure.status == .suppressed
        guard isHidden || (figure.value ?? 0) != 0 else { continue }
        let isSecondary = isHidden && role(ofMatrix: index, cell: cell) == .secondary
        whole.count(isHidden: isHidden, isSecondary: isSecondary)
        for axis in levels.indices {
          let position = cell / shape.strides[axis] % shape.extents[axis]
          levels[axis][levelOfPosition[axis][position]]
            .count(isHidden: isHidden, isSecondary: isSecondary)
        }
      }
      // Periods have no total.
      return [whole] + levels.flatMap(\.self).filter { $0.figures > 0 }
    }
  }

  private func role(ofMatrix matrix: Int, cell: Int) -> CellRole {
    for report in [suppression, amounts] {
      if let role = report?.roles[matrix][cell], role != .published { return role }
    }
    return .published
  }
}

extension HiddenByLevel {
  fileprivate mutating func count(isHidden: Bool, isSecondary: Bool) {
    figures += 1
    if isSecondary { secondary += 1 } else if isHidden { primary += 1 }
  }
}
