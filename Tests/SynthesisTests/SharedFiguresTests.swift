import Classifications
import DelimitedText
import Foundation
import Synthesis
import TestSupport
import Testing

/// Compares `data/published` with the transcription that the project was given, where it stands
/// beside the project.
@Suite struct SharedFiguresTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/published")
  private static let isThere = FileManager.default.fileExists(
    atPath: shared.path(percentEncoded: false))

  private let inputs: SynthesisInputs

  init() throws { inputs = try EmbeddedClassifications.inputs() }

  /// Compares one file: its key columns, read as labels of `lists`, with `table`.
  private func check(
    _ file: String, _ table: PublishedTable, _ lists: [(column: String, list: Hierarchy)]
  ) throws {
    let bytes = try Data(contentsOf: Self.shared.appending(path: file + ".csv"))
    let columns = lists.map(\.column)
    let persons = ["both_sexes", "males", "females"]
    let percents = ["both_pct", "males_pct", "females_pct"]
    let hasBoth = String(decoding: bytes, as: UTF8.self).contains("both_pct")
    let wanted = hasBoth ? percents : Array(percents.dropFirst())
    let rows = try DelimitedTable(
      Array(bytes), format: .commas, columns: columns + persons + wanted
    ).rows.map { $0.map(\.text) }
    for row in rows {
      let codes = try zip(row, lists).map { text, list in
        let index = try #require(place(of: text, in: list.list), "\(text)")
        return list.list.categories[index].code
      }
      for (sex, code) in ["0", "1", "2"].enumerated() {
        let figure = try #require(table[codes + [code]], "\(codes)")
        #expect(figure.persons.map { "\($0)" } ?? "." == row[columns.count + sex], "\(row)")
        let place = sex - (hasBoth ? 0 : 1)
        let percent = place < 0 ? nil : PublishedPercent(row[columns.count + 3 + place])
        #expect(figure.percent == percent, "\(row)")
      }
    }
    #expect(table.combinations.count == 3 * rows.count)
  }

  private func place(of text: String, in list: Hierarchy) -> CategoryIndex? {
    if text == "Total" { return 0 }
    return list.index(matching: text) ?? list.index(ofCode: String(text.prefix(4)))
  }

  @Test(.enabled(if: isThere)) func `figures of the introduction programme are those given`()
    throws
  {
    let (figures, library) = (inputs.figures, inputs.library)
    try check(
      "introduction-age-sex-2019", figures.introductionAge, [("age", library.introductionAge)])
    try check(
      "introduction-country-sex-2019", figures.introductionCountry,
      [("country", library.countryOfBirth)])
    try check(
      "introduction-municipality-sex-2019", figures.introductionMunicipality,
      [("municipality", library.municipalities2019)])
    try check(
      "introduction-measures-sex-2019", figures.introductionMeasures,
      [("measure", library.introductionMeasures)])
  }

  @Test(.enabled(if: isThere)) func `figures of work assessment allowance are those given`()
    throws
  {
    let (figures, library) = (inputs.figures, inputs.library)
    let age = ("age", library.allowanceAge)
    try check(
      "aap-age-sex-education-2022", figures.allowanceEducation,
      [age, ("education", library.education)])
    try check(
      "aap-age-sex-country-background-2022", figures.allowanceBackground,
      [age, ("country_background", library.background)])
    try check("aap-new-age-sex-2022", figures.allowanceNew, [age])
    try check(
      "aap-age-sex-work-intensity-2022", figures.allowanceIntensity,
      [age, ("work_intensity", library.workIntensity)])
  }

  @Test(.enabled(if: isThere)) func `labels of municipalities are found as they are printed`()
    throws
  {
    let bytes = try Data(
      contentsOf: Self.shared.appending(path: "introduction-municipality-sex-2019.csv"))
    let labels = try DelimitedTable(Array(bytes), format: .commas, columns: ["municipality"]).rows
      .map { $0[0].text }.filter { $0 != "Total" }
    let list = inputs.library.municipalities2019
    #expect(labels.count == 76)
    for label in labels {
      let index = try #require(list.index(matching: String(label.dropFirst(5))), "\(label)")
      #expect(list.categories[index].code == label.prefix(4))
    }
  }
}
