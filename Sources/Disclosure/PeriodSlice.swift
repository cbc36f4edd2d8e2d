import Classifications
import Cubes
import Publication

/// A period of a statistic: one category of each dimension without totals.
///
/// Matrices without such a dimension belong to the period in which none is named.
struct Period: Hashable {
  /// One category for each dimension of the statistic; 0 for those that are no periods.
  let categories: [CategoryIndex]

  /// The codes of the categories, such as `2022`; empty when none is named.
  func name(_ dimensions: [Dimension]) -> String {
    zip(dimensions, categories).filter { $0.1 > 0 }
      .map { $0.hierarchy.categories[$1].code }.joined(separator: " ")
  }

  /// A seed of the period's own that depends on nothing but `seed` and the day behind its code, or
  /// the code where there is none, so that what is drawn in a period is the same whichever other
  /// periods there are.
  ///
  /// Two labels of one day (a year and its first quarter) draw alike: the same counts are then
  /// protected in the same way, and do not give each other away.
  func seed(from seed: UInt64, _ dimensions: [Dimension]) -> UInt64 {
    let name = zip(dimensions, categories).filter { $0.1 > 0 }
      .map { $0.referenceDay(of: $1) ?? $0.hierarchy.categories[$1].code }.joined(separator: " ")
    guard !name.isEmpty else { return seed }
    // FNV-1a over the days.
    let hash = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    var generator = SeededGenerator(seed: seed ^ hash)
    return generator.next()
  }

  /// The period without the later looks at the same units: what is protected together.
  func ofUnits(_ dimensions: [Dimension]) -> Period {
    Period(categories: zip(dimensions, categories).map { $0.observes == nil ? $1 : 0 })
  }

  /// The dimension of the looks at `dimension`, or -1 when it is not observed in this period.
  func look(at dimension: Int, _ dimensions: [Dimension]) -> Int {
    categories.indices.first { categories[$0] > 0 && dimensions[$0].observes == dimension } ?? -1
  }

  /// Whether a later look at the same units is reached, by its validity on the other period's day.
  func isReached(_ dimensions: [Dimension]) -> Bool {
    let days = zip(dimensions, categories)
      .compactMap { $0.isTime && $0.observes == nil && $1 > 0 ? $0.referenceDay(of: $1) : nil }
    return zip(dimensions, categories).allSatisfy { dimension, category in
      guard dimension.observes != nil, category > 0,
        let validity = dimension.hierarchy.categories[category].validity
      else { return true }
      return days.allSatisfy { validity.contains($0) }
    }
  }

  /// A rule with what it says of groups that are counted in this period, without it.
  func part(of rule: SuppressionRule) -> SuppressionRule {
    var part = rule
    part.published = rule.published.compactMap { group in
      within(group.categories).map { PublishedGroup($0, count: group.count) }
    }
    part.instructions = rule.instructions.compactMap { instruction in
      within(instruction.categories).map { CellInstruction($0, instruction.order) }
    }
    return part
  }

  /// A group without this period; `nil` when it is counted in another one.
  private func within(_ group: [CategoryIndex]) -> [CategoryIndex]? {
    guard zip(categories, group).allSatisfy({ $0 == 0 || $0 == $1 }) else { return nil }
    return zip(categories, group).map { $0 == 0 ? $1 : 0 }
  }
}

extension RawContent {
  /// The content of a slice with these inner cells and lattice cells of the whole.
  fileprivate func slice(inner: [Int], places: [Int]) -> RawContent {
    switch self {
    case .units: .units
    case .sums(let all):
      .sums(all.of(inner))
    case .medians(let medians): .medians(places.map { medians[$0] })
    }
  }
}

/// What a matrix counts in one period, as a matrix without that dimension.
struct PeriodSlice {
  /// The period.
  let period: Period
  /// Index of the whole matrix among the statistic's.
  let matrix: Int
  /// Identifier of the whole matrix.
  let wholeMatrix: String
  /// The counts of the period.
  let raw: RawMatrix
  /// The description of those counts.
  let described: MatrixDescription
  /// Where the slice begins in the lattice of the whole matrix.
  private let start: Int
  /// Lattice cells per step along each axis of the slice, in the whole matrix.
  private let strides: [Int]

  /// The slices of matrix number `index`: one for each period that it has figures of.
  static func slices(
    of raw: RawMatrix, index: Int, described: MatrixDescription, dimensions: [Dimension]
  ) -> [PeriodSlice] {
    let timeAxes = raw.axes.indices.filter { raw.axes[$0].totals == .none }
    var choices: [[Int]] = [[]]
    for axis in timeAxes {
      let positions = raw.axes[axis].innerCategories.indices.filter { position in
        let category = raw.axes[axis].innerCategories[position]
        return !described.isMissing(category, of: dimensions[described.axes[axis].dimension])
      }
      choices = choices.flatMap { choice in positions.map { choice + [$0] } }
    }
    return choices.map {
      PeriodSlice(
        of: raw, index: index, described: described, dimensions: dimensions,
        at: Dictionary(uniqueKeysWithValues: zip(timeAxes, $0)))
    }
    .filter { $0.period.isReached(dimensions) }
  }

  /// The slice at a position along each axis of periods.
  private init(
    of whole: RawMatrix, index: Int, described: MatrixDescription, dimensions: [Dimension],
    at positions: [Int: Int]
  ) {
    var categories = dimensions.map { _ in 0 }
    for (axis, position) in positions {
      categories[described.axes[axis].dimension] = whole.axes[axis].innerCategories[position]
    }
    period = Period(categories: categories)
    matrix = index
    wholeMatrix = whole.id
    let kept = whole.axes.indices.filter { positions[$0] == nil }
    let innerStrides = Self.strides(whole.axes.map(\.innerCategories.count))
    let inner = Self.cells(
      from: positions.reduce(0) { $0 + $1.value * innerStrides[$1.key] },
      extents: kept.map { whole.axes[$0].innerCategories.count },
      strides: kept.map { innerStrides[$0] })
    let name = period.name(dimensions)
    let id = name.isEmpty ? whole.id : "\(whole.id), \(name)"
    self.described = MatrixDescription(
      id: id, label: described.label, axes: kept.map { described.axes[$0] },
      limits: described.limits, isSupplementary: described.isSupplementary,
      content: described.content)
    let latticeStrides = Self.strides(whole.latticeExtents)
    start = positions.reduce(0) { sum, entry in
      sum + whole.axes[entry.key].innerCategories[entry.value] * latticeStrides[entry.key]
    }
    strides = kept.map { latticeStrides[$0] }
    let places = Self.cells(
      from: start, extents: kept.map { whole.axes[$0].hierarchy.count }, strides: strides)
    raw = RawMatrix(
      id: id, axes: kept.map { whole.axes[$0] },
      innerCounts: positions.isEmpty ? whole.innerCounts : inner.map { whole.innerCounts[$0] },
      content: whole.content.slice(inner: inner, places: places))
  }

  /// For each lattice cell of the slice, row-major, its place in the lattice of the whole matrix.
  var placesInWhole: [Int] {
    Self.cells(from: start, extents: raw.latticeExtents, strides: strides)
  }

  /// The place of one lattice cell of the slice in the lattice of the whole matrix.
  func placeInWhole(_ place: Int) -> Int {
    var rest = place
    var whole = start
    for (extent, stride) in zip(raw.latticeExtents, strides).reversed() {
      whole += rest % extent * stride
      rest /= extent
    }
    return whole
  }

  private static func strides(_ extents: [Int]) -> [Int] {
    var strides = Array(repeating: 1, count: extents.count)
    for axis in extents.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * extents[axis + 1]
    }
    return strides
  }

  private static func cells(from start: Int, extents: [Int], strides: [Int]) -> [Int] {
    zip(extents, strides).reduce([start]) { cells, axis in
      cells.flatMap { cell in (0..<axis.0).map { cell + $0 * axis.1 } }
    }
  }
}
