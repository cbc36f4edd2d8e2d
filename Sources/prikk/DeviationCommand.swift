import ArgumentParser
import Classifications
import Publication
import Statistics
import Synthesis

/// `prikk deviation`: how far the protected figures are from the published ones.
struct DeviationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deviation",
    abstract: "Say how far the protected figures are from the published ones, table by table.",
    discussion: """
      The synthetic registers meet every published count exactly; what is left is the effect of \
      protection. A hidden cell has no deviation and is counted apart.

      EXAMPLE
        prikk deviation
      """)

  @Option(help: "Draw other synthetic persons: a whole number from 0.")
  var seed: UInt64?

  func run() throws {
    let workbench = Workbench(seed: seed)
    let figures = workbench.inputs.figures
    let columns = [("table", 24), ("cells", 8), ("hidden", 8), ("max", 6), ("mean", 8)]
    standardOutput(columns.map { pad($0.0, to: $0.1) }.joined() + "\n")
    var releases: [String: Release] = [:]
    for (published, year, id) in [
      (figures.introductionAge, "2019", "introduction-age"),
      (figures.introductionCountry, "2019", "introduction-country"),
      (figures.introductionMunicipality, "2019", "introduction-municipality"),
      (figures.introductionMeasures, "2019", "introduction-measures"),
      (figures.allowanceEducation, "2022", "aap-education"),
      (figures.allowanceBackground, "2022", "aap-background"),
      (figures.allowanceNew, "2022", "aap-new"),
      (figures.allowanceIntensity, "2022", "aap-intensity"),
    ] {
      let (definition, table) = try workbench.table(id)
      let statistic = definition.description.id
      let release = try releases[statistic] ?? workbench.release(of: definition)
      releases[statistic] = release
      let deviations = deviations(of: release, table: table, in: year, from: published)
      let found = deviations.compactMap(\.self)
      let sum = found.reduce(0, +)
      let texts = [
        id, String(deviations.count), String(deviations.count - found.count),
        String(found.max() ?? 0), decimal(Double(sum) / Double(max(1, found.count)), 3),
      ]
      standardOutput(zip(texts, columns).map { pad($0, to: $1.1) }.joined() + "\n")
    }
  }

  /// The absolute deviation of each published count; `nil` where the release hides the cell.
  private func deviations(
    of release: Release, table: TableDescription, in year: String, from published: PublishedTable
  ) -> [Int?] {
    let names = [
      "countryOfBirth": "country", "municipality": "region", "workIntensity": "intensity",
    ]
    let dimensions = published.dimensions.map { names[$0] ?? $0 }
    return published.combinations.compactMap { codes in
      guard let persons = published[codes]?.persons else { return nil }
      let axes = table.dimensions.map { index -> [CategoryIndex] in
        let dimension = release.description.dimensions[index]
        if dimension.isTime { return [dimension.hierarchy.index(ofCode: year) ?? 0] }
        guard let place = dimensions.firstIndex(of: dimension.id) else { return [0] }
        return [dimension.hierarchy.index(ofCode: codes[place]) ?? 0]
      }
      let query = TableQuery(statistic: release.description.id, table: table.id, axes: axes)
      let figure = try? release.answer(query).figures[0][0]
      return .some(figure?.value.map { abs($0 - persons) })
    }
  }

  private func pad(_ text: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(1, width - text.count))
    return width > 20 ? text + blanks : blanks + text
  }
}
