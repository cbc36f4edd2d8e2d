import Classifications
import Columns
import Publication
import Registers

@testable import Statistics

/// A statistic made to leak: raw counts and identifiers are numbers of seven digits that occur
/// nowhere else, and one small count per county forces others to be hidden.
enum CanaryStatistic {
  static let sexes = Hierarchy(
    id: "canary-sexes", levelLabels: [Label("All"), Label("Sex")],
    nodes: [
      (Category(code: "0", label: Label("Both sexes")), 0),
      (Category(code: "1", label: Label("Males")), 1),
      (Category(code: "2", label: Label("Females")), 1),
    ])

  static let regions = Hierarchy(
    id: "canary-regions",
    levelLabels: [Label("The country"), Label("County"), Label("Municipality")],
    nodes: [(Category(code: "0", label: Label("The country")), 0)]
      + (1...2).flatMap { county in
        [(Category(code: "0\(county)", label: Label("County \(county)")), 1)]
          + (1...4).map { place in
            (Category(code: "0\(county)0\(place)", label: Label("Place \(county)\(place)")), 2)
          }
      })

  /// Persons by municipality (in the order of the leaves) and sex.
  static let persons: [[Int32]] = [
    [2, 5_417_293], [6_138_457, 7_294_631], [4_813_579, 3_957_241], [8_265_473, 9_143_827],
    [1, 3], [5_729_813, 4_391_657], [6_947_183, 7_581_349], [2_983_671, 3_614_927],
  ]

  static let firstIdentifier: Int32 = 1_357_902

  static var register: Register {
    let rows = regions.leaves.indices.flatMap { place in (0..<2).map { (place, $0) } }
    return Register(
      name: "canary", identifiers: IntegerColumn(rows.indices.map { firstIdentifier + Int32($0) }),
      variables: [
        CodedVariable(
          id: "sex", codes: ["1", "2"], column: CodeColumn(rows.map(\.1), cardinality: 2)),
        CodedVariable(
          id: "place", codes: regions.leaves.map { regions.categories[$0].code },
          column: CodeColumn(rows.map(\.0), cardinality: regions.leaves.count)),
      ],
      flags: [:],
      amounts: ["persons": IntegerColumn(rows.map { persons[$0.0][$0.1] })])
  }

  static func definition(_ rule: ConfidentialityRule) -> StatisticDefinition {
    let title = Label("Canaries")
    return StatisticDefinition(
      description: StatisticDescription(
        id: "canary", title: title, agency: Label("Test"), period: "2019", unit: Label("persons"),
        source: Label("Test"),
        policy: PolicyDescription(
          name: Label("test rule"), sentence: "A rule.", explanation: Label("A rule."),
          source: "Test"),
        dimensions: [
          Dimension(id: "sex", label: Label("sex"), hierarchy: sexes),
          Dimension(id: "region", label: Label("region"), hierarchy: regions),
        ],
        matrices: [
          MatrixDescription(
            id: "all", label: title,
            axes: [MatrixAxis(dimension: 0, depth: 1), MatrixAxis(dimension: 1, depth: 2)])
        ],
        tables: [
          TableDescription(
            id: "canary", title: title, dimensions: [0, 1],
            contents: [TableContent(id: "persons", label: title, matrices: [0])],
            measures: [Measure(id: "persons", label: title, kind: .count(0), decimals: 0)],
            opening: OpeningView(stub: [1], heading: [0], measures: [0]), notes: [])
        ],
        notes: [], isSynthetic: true),
      rule: rule,
      matrices: [
        MatrixDefinition(
          register: .participants, selection: nil, weight: "persons",
          axes: [.variable("sex", recode: nil), .variable("place", recode: nil)])
      ],
      sources: [], derive: { _ in [.participants: register] })
  }
}
