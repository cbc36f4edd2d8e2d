internal import Classifications
public import Cubes
public import Publication

/// A release of the same statistic that is out already, and the raw counts that it was made from.
///
/// Raw figures: it never leaves this side of disclosure control.
public struct EarlierRelease: Sendable {
  private let release: Release
  private let raw: [RawMatrix]

  /// A release with its raw counts.
  /// - Precondition: a raw matrix for each of the release, in order.
  public init(_ release: Release, raw: [RawMatrix]) {
    precondition(release.matrices.count == raw.count, "the raw counts of each matrix")
    self.release = release
    self.raw = raw
  }

  /// The raw and published inner counts of the cells of a slice, in its order; -1 where the release
  /// has no such cell.
  func innerCounts(
    of slice: PeriodSlice, dimensions: [Dimension]
  ) -> (raw: [Int32], rounded: [Int32])? {
    let id = slice.wholeMatrix
    guard let index = release.description.matrices.firstIndex(where: { $0.id == id }) else {
      return nil
    }
    let described = release.description.matrices[index]
    // For each axis of the earlier matrix: its categories by inner position of the slice.
    var axes: [[CategoryPlace]] = []
    var extents: [(axis: Int?, count: Int)] = []
    for (axis, matrixAxis) in zip(raw[index].axes, described.axes) {
      let name = release.description.dimensions[matrixAxis.dimension].id
      guard let dimension = dimensions.firstIndex(where: { $0.id == name }) else { return nil }
      let own = slice.described.axes.firstIndex { $0.dimension == dimension }
      let codes =
        own.map { own in
          let ownAxis = slice.raw.axes[own]
          return ownAxis.innerCategories.map { ownAxis.hierarchy.categories[$0].code }
        } ?? [dimensions[dimension].hierarchy.categories[slice.period.categories[dimension]].code]
      let inner = axis.innerCategories
      let whole = release.description.dimensions[matrixAxis.dimension].hierarchy
      axes.append(
        codes.map { code in
          // The raw axis ends at the matrix' depth; a release names categories of the whole tree.
          let held = axis.hierarchy.index(ofCode: code) ?? -1
          return CategoryPlace(
            category: whole.index(ofCode: code) ?? -1, inner: inner.firstIndex(of: held) ?? -1)
        })
      extents.append((own, inner.count))
    }
    guard Set(extents.compactMap(\.axis)).count == slice.raw.axes.count else { return nil }
    return counts(of: slice, in: index, axes: axes, extents: extents)
  }

  /// Where a category stands in an axis of the earlier matrix; -1 where it does not.
  private struct CategoryPlace {
    let category: Int
    let inner: Int
  }

  private func counts(
    of slice: PeriodSlice, in index: Int, axes: [[CategoryPlace]],
    extents: [(axis: Int?, count: Int)]
  ) -> (raw: [Int32], rounded: [Int32]) {
    let own = slice.raw.axes.map(\.innerCategories.count)
    var (rawCounts, rounded): ([Int32], [Int32]) = ([], [])
    for cell in slice.raw.innerCounts.indices {
      var positions = own
      var rest = cell
      for axis in own.indices.reversed() {
        positions[axis] = rest % own[axis]
        rest /= own[axis]
      }
      let places = zip(axes, extents).map { $0[$1.axis.map { positions[$0] } ?? 0] }
      let value =
        places.contains { $0.inner < 0 }
        ? nil : release.matrices[index].figure(at: places.map(\.category)).value
      guard let value else {
        rawCounts.append(-1)
        rounded.append(-1)
        continue
      }
      let inner = zip(places, extents).reduce(0) { $0 * $1.1.count + $1.0.inner }
      rawCounts.append(raw[index].innerCounts[inner])
      rounded.append(Int32(value))
    }
    return (rawCounts, rounded)
  }
}
