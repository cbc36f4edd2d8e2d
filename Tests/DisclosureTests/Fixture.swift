import Classifications
import Cubes
import Disclosure
import Publication

/// A dimension whose category n has level `levels[n]` and the code id-n.
func dimension(
  _ id: String, levels: [Int], totals: Totals = .sum, notApplicable: Set<String> = [],
  sums: SumsOfAnother? = nil
) -> Publication.Dimension {
  Publication.Dimension(
    id: id, label: Label(id),
    hierarchy: Hierarchy(
      id: id, levelLabels: (0...(levels.max() ?? 0)).map { Label("\($0)") },
      nodes: levels.enumerated().map { index, level in
        (Category(code: "\(id)-\(index)", label: Label("\(id) \(index)")), level)
      }),
    totals: totals, notApplicableCodes: notApplicable, sums: sums)
}

/// A dimension with a total and `count` values.
func flat(_ id: String, _ count: Int) -> Publication.Dimension {
  dimension(id, levels: [0] + Array(repeating: 1, count: count))
}

/// All tuples that take one element of each list, the last running fastest.
func combinations<Element>(_ lists: [[Element]]) -> [[Element]] {
  lists.reduce([[]]) { tuples, list in tuples.flatMap { tuple in list.map { tuple + [$0] } } }
}

/// Matrices of a made-up statistic with their description.
struct Fixture {
  let dimensions: [Publication.Dimension]
  private(set) var matrices: [RawMatrix] = []
  private(set) var described: [MatrixDescription] = []

  init(_ dimensions: [Publication.Dimension]) { self.dimensions = dimensions }

  /// One matrix over all dimensions in full depth.
  init(_ dimensions: [Publication.Dimension], inner: [Int32]) {
    self.init(dimensions)
    add(dimensions.enumerated().map { ($0.offset, $0.element.hierarchy.depth) }, inner: inner)
  }

  mutating func add(
    _ axes: [(dimension: Int, depth: Int)], inner: [Int32], missingPeriods: Set<String> = [],
    limits: [Int: CategoryIndex] = [:]
  ) {
    let id = "m\(matrices.count)"
    matrices.append(RawMatrix(id: id, axes: axes.map(axis), innerCounts: inner))
    described.append(
      MatrixDescription(
        id: id, label: Label(id),
        axes: axes.map { MatrixAxis(dimension: $0.dimension, depth: $0.depth) },
        missingPeriods: missingPeriods, limits: limits))
  }

  /// A matrix over additive dimensions that counts `units`, each given by its leaves.
  mutating func add(
    _ axes: [(dimension: Int, depth: Int)], counting units: [[Int]],
    limits: [Int: CategoryIndex] = [:]
  ) {
    let rawAxes = axes.map(axis)
    // For each axis: the inner position of each leaf of the full hierarchy.
    let positions = zip(axes, rawAxes).map { axis, raw in
      let full = dimensions[axis.dimension].hierarchy
      return full.leaves.map { leaf -> Int in
        let shown = full.path(to: leaf).last { full.levels[$0] <= axis.depth } ?? 0
        return raw.innerCategories.firstIndex {
          raw.hierarchy.categories[$0].code == full.categories[shown].code
        } ?? 0
      }
    }
    var inner = Array(
      repeating: Int32(0), count: rawAxes.reduce(1) { $0 * $1.innerCategories.count })
    for unit in units {
      var cell = 0
      for (index, axis) in axes.enumerated() {
        cell =
          cell * rawAxes[index].innerCategories.count + positions[index][unit[axis.dimension]]
      }
      inner[cell] += 1
    }
    add(axes, inner: inner, limits: limits)
  }

  private func axis(_ axis: (dimension: Int, depth: Int)) -> RawMatrix.Axis {
    let dimension = dimensions[axis.dimension]
    return RawMatrix.Axis(
      hierarchy: dimension.hierarchy.truncated(toLevel: axis.depth),
      totals: dimension.totals)
  }

  var description: StatisticDescription {
    let text = Label("text")
    return StatisticDescription(
      id: "s", title: text, agency: text, period: "2022", unit: text, source: text,
      policy: PolicyDescription(name: text, sentence: "", explanation: text, source: ""),
      dimensions: dimensions, matrices: described, tables: [], notes: [])
  }

  func protected(
    _ policy: Policy, seed: UInt64 = 1, lanes: Int = 1
  ) throws -> (release: Release, report: ProtectionReport) {
    try protect(
      matrices, description: description, policy: policy, seed: seed, provenance: "test",
      control: ProtectionControl(lanes: lanes))
  }
}

/// A generator of the tests' own, so that it shares nothing with what is tested.
struct Draws {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// A number below `bound` that is small most of the time.
  mutating func skewed(_ bound: Int) -> Int { min(below(bound), below(bound), below(bound)) }
}
