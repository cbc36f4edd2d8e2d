import Classifications
@_spi(DisclosureControl) public import Publication

extension SampleStatistic {
  /// The sample's figures.
  ///
  /// Sums are true sums of drawn persons. In the matrix `region-sex`, figures of Iveland and
  /// Kristiansand by sex are hidden (as a rule for small figures would); in `county-detail` every
  /// figure from 1 to 3. It is a fixture and not a safe release.
  public static let release = Release(
    description: description,
    matrices: description.matrices.map { protected($0) },
    provenance: "test fixture")

  /// The sample's release with all municipalities but Oslo hidden: a county by its municipalities
  /// has hardly anything to show.
  public static let sparseRelease = Release(
    description: description,
    matrices: release.matrices.map { matrix in
      guard matrix.description.id == "region-sex" else { return matrix }
      let figures = (0..<matrix.cellCount).map { cell -> Figure in
        let region = cell / sexes.count
        let isMunicipality =
          regions.levels[region] == 2 && regions.categories[region].code != "0301"
        return isMunicipality ? .symbol(.suppressed) : matrix.figure(atCell: cell)
      }
      return ProtectedMatrix(
        description: matrix.description, dimensions: description.dimensions,
        counts: figures.map { Int32($0.value ?? 0) }, statuses: figures.map(\.status.rawValue))
    },
    provenance: "test fixture")

  private static func protected(_ matrix: MatrixDescription) -> ProtectedMatrix {
    let axes = matrix.axes.map { axis in
      let hierarchy = description.dimensions[axis.dimension].hierarchy
      return hierarchy.categories.indices.filter { hierarchy.levels[$0] <= axis.depth }
    }
    var cells: [[CategoryIndex]] = [[]]
    for axis in axes { cells = cells.flatMap { cell in axis.map { cell + [$0] } } }
    var counts: [Int32] = []
    var statuses: [UInt8] = []
    for cell in cells {
      let count = count(of: matrix, at: cell)
      let status = status(of: matrix, at: cell, count: count)
      counts.append(status == .published ? Int32(count) : 0)
      statuses.append(status.rawValue)
    }
    return ProtectedMatrix(
      description: matrix, dimensions: description.dimensions, counts: counts,
      statuses: statuses.contains { $0 != 0 } ? statuses : [])
  }

  private static func status(
    of matrix: MatrixDescription, at cell: [CategoryIndex], count: Int
  ) -> CellStatus {
    for (axis, category) in zip(matrix.axes, cell) {
      let dimension = description.dimensions[axis.dimension]
      let code = dimension.hierarchy.categories[category].code
      if dimension.notApplicableCodes.contains(code) { return .notApplicable }
    }
    switch matrix.id {
    case "region-sex":
      let code = regions.categories[cell[0]].code
      return ["4218", "4204"].contains(code) && cell[1] > 0 ? .suppressed : .published
    case "county-detail":
      return (1...3).contains(count) ? .suppressed : .published
    default:
      return .published
    }
  }

  /// The number of drawn persons in a cell: the sum over the leaves below its categories.
  private static func count(of matrix: MatrixDescription, at cell: [CategoryIndex]) -> Int {
    if matrix.id == "initiative-sex" { return participants(initiative: cell[0], sex: cell[1]) }
    var below: [[Int]] = [[0], [0], [0], [0]]
    for dimension in 0..<4 {
      let hierarchy = description.dimensions[dimension].hierarchy
      let axis = matrix.axes.firstIndex { $0.dimension == dimension }
      let category = axis.map { cell[$0] } ?? 0
      below[dimension] = hierarchy.leaves.filter(hierarchy.descendants(of: category).contains)
    }
    if matrix.id == "population" { below[intensity] = [0] }
    var total = 0
    for region in below[region] {
      for sex in below[sex] {
        for age in below[age] {
          for intensity in below[intensity] {
            total += drawn(region: region, sex: sex, age: age, intensity: intensity)
          }
        }
      }
    }
    return total
  }

  /// Persons of one leaf cell; `intensity` 0 stands for the population.
  private static func drawn(region: Int, sex: Int, age: Int, intensity: Int) -> Int {
    let code = regions.categories[region].code
    let weight =
      switch code {
      case "0301": 140
      case "5401", "4204": 17
      case "5402", "5403": 8
      case "4218", "9999": 1
      default: 0
      }
    guard intensity > 0 else { return (weight + 3) * (37 + 5 * age + sex) }
    guard intensity < 4 else { return 0 }
    let variation = (region * 7 + sex * 5 + age * 3 + intensity * 11) % 4
    return weight * (age + 1) * (4 - intensity) / 6 + (weight > 1 ? variation : 0)
  }

  private static func participants(initiative: Int, sex: Int) -> Int {
    let bySex = [[0, 211, 240], [0, 205, 231], [0, 98, 64], [0, 0, 5]][initiative]
    return sex == 0 ? bySex[1] + bySex[2] : bySex[sex]
  }
}
