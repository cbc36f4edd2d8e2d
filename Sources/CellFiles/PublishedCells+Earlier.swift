import Classifications
import Publication

extension PublishedCells {
  /// How the same cells stood in an earlier set.
  public struct Comparison: Sendable {
    /// Cells that both show, with the same figure.
    public var same = 0
    /// Cells that both show, with another figure: their codes, `nil` for totals.
    public var changed: [[String?]] = []
    /// Cells that are hidden now and were shown before.
    public var shownBefore = 0
  }

  /// Compares the figures with those of an earlier set, cell by cell, found by their codes.
  public func compared(with earlier: PublishedCells) -> Comparison {
    var comparison = Comparison()
    for (number, cell) in cells.sorted(by: { $0.key < $1.key }) {
      guard let figure = earlier.figure(of: codes(of: number), inColumnsOf: self) else { continue }
      switch cell.figure {
      case nil: comparison.shownBefore += 1
      case figure?: comparison.same += 1
      default: comparison.changed.append(codes(of: number))
      }
    }
    return comparison
  }

  /// Takes every figure that an earlier set of the same units shows for known.
  public mutating func learn(from earlier: PublishedCells) {
    for (number, cell) in cells where cell.figure == nil {
      guard let figure = earlier.figure(of: codes(of: number), inColumnsOf: self) else { continue }
      cells[number]?.figure = figure
      exposed[number] = .earlier
    }
  }

  /// For each column the code of a cell; `nil` for the total.
  public func codes(of number: Int) -> [String?] {
    dimensions.columns.map { column in
      column.dimensions.lazy.compactMap { dimension -> String? in
        let list = dimensions.dimensions[dimension].hierarchy
        let category = number / steps[dimension] % list.count
        return category > 0 ? list.categories[category].code : nil
      }.first
    }
  }

  /// The figure that is shown of a cell, whose codes are in the columns of `other`.
  private func figure(of codes: [String?], inColumnsOf other: PublishedCells) -> Int32? {
    var number = 0
    for (own, code) in zip(other.dimensions.columns, codes) {
      guard let code else { continue }
      let column = dimensions.columns.firstIndex { $0.name == own.name }
      guard let column, let place = dimensions.place(of: code, inColumn: column) else { return nil }
      number += place.category * steps[place.dimension]
    }
    return cells[number]?.figure
  }
}
