import Classifications
import DelimitedText
import Synthesis
import TestSupport
import Testing

@Suite struct SynthesisDataErrorTests {
  private let library: ClassificationLibrary

  init() throws { library = try EmbeddedClassifications.library.get() }

  /// What the synthesis says when `change` has been made to the file at `path`.
  private func error(
    _ path: String, _ change: (String) -> String?
  ) throws -> SynthesisDataError? {
    let original = String(decoding: try #require(embeddedFiles[path]), as: UTF8.self)
    let changed = change(original)
    #expect(changed != original, "the change must change something")
    do throws(SynthesisDataError) {
      let inputs = try SynthesisInputs(
        library: library,
        files: { $0 == path ? changed.map { Array($0.utf8) } : embeddedFiles[$0] })
      _ = try SyntheticRegisters(seed: 1, inputs: inputs)
      return nil
    } catch {
      #expect(error.path == path)
      return error
    }
  }

  private func replacing(_ old: String, _ new: String) -> (String) -> String? {
    { text in text.split(separator: old, maxSplits: 1).joined(separator: new) }
  }

  @Test func `every file of the synthesis is needed`() throws {
    let paths = embeddedFiles.keys.filter {
      ["published/", "calibration/", "synthesis/"].contains(where: $0.hasPrefix)
    }
    #expect(paths.count == 16)
    for path in paths.sorted() { #expect(try error(path) { _ in nil }?.kind == .missingFile) }
  }

  @Test func `a text that is no number is told with its place`() throws {
    let found = try error(
      "published/allowance-new-2022.csv", replacing("18-24,0,6644", "18-24,0,x"))
    #expect(found?.kind == .notANumber("x"))
    #expect(found?.position == TextPosition(line: 5, column: 9))
    #expect(
      try error("published/introduction-age-2019.csv", replacing("52.8", "52,8"))?.kind
        == .table(.fieldCount(found: 5, expected: 4)))
    #expect(
      try error("published/introduction-age-2019.csv", replacing("52.8", "52.8.1"))?.kind
        == .notANumber("52.8.1"))
  }

  @Test func `a figure that is missing or stands twice is told`() throws {
    let path = "published/allowance-education-2022.csv"
    #expect(
      try error(path, replacing("25-34,03,2,6091,2.8\n", ""))?.kind
        == .figure(codes: ["25-34", "03", "2"]))
    #expect(
      try error(path, { $0 + "25-34,03,2,6091,2.8\n" })?.kind
        == .figure(codes: ["25-34", "03", "2"]))
    let population = "calibration/population-2022.csv"
    #expect(
      try error(population, replacing("18-24,1,education,01,91271\n", ""))?.kind
        == .figure(codes: ["18-24", "1", "education", "01"]))
  }

  @Test func `figures that contradict each other are told`() throws {
    #expect(
      try error(
        "published/allowance-education-2022.csv", replacing("18-24,01,1,5166", "18-24,01,1,5167"))?
        .kind == .disagreement(codes: ["18-24", "1"]))
    #expect(
      try error(
        "published/allowance-intensity-2022.csv",
        replacing("25-34,none,1,11068", "25-34,none,1,11069"))?
        .kind == .disagreement(codes: ["25-34", "1"]))
    #expect(
      try error("published/introduction-age-2019.csv", replacing("3115", "3116"))?.kind
        == .disagreement(codes: ["total", "1"]))
    #expect(
      try error("published/introduction-measures-2019.csv", replacing("14,1,650", "14,1,9650"))?
        .kind == .disagreement(codes: ["01", "1"]))
    #expect(
      try error("calibration/population-2022.csv", replacing("91271", "91272"))?.kind
        == .disagreement(codes: ["18-24", "1"]))
  }

  @Test func `a weight for a code that no list has is told with its place`() throws {
    let found = try error(
      "synthesis/municipality-weights.csv", replacing("2019,0101", "2019,9999"))
    #expect(found?.kind == .unknownCode("9999"))
    #expect(found?.position == TextPosition(line: 2, column: 6))
    #expect(
      try error("synthesis/country-weights.csv", replacing("404", "40x"))?.kind
        == .unknownCode("40x"))
  }
}
