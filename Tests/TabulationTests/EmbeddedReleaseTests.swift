import Classifications
import Publication
import Registers
import Statistics
import Synthesis
import TableFiles
import Tabulation
import TestSupport
import Testing

/// The releases that the program carries are those that its registers and engine make.
struct EmbeddedReleaseTests {
  @Test(arguments: ["aap-2022", "introduction-2019"])
  func `an embedded release is made anew byte for byte`(name: String) throws {
    let inputs = try EmbeddedClassifications.inputs()
    let registers = try SyntheticRegisters(seed: 2019, inputs: inputs)
    let definition: StatisticDefinition =
      name == "aap-2022"
      ? .workAssessmentAllowance2022(inputs.library)
      : .introductionProgramme2019(
        inputs.library, published: inputs.figures.introductionGroups)
    let embedded = try #require(embeddedFiles["releases/\(name).prikk"])
    let release = try ReleaseFile.decode(embedded, as: definition.description)
    let builder = ReleaseBuilder(
      registers: { _ in
        [
          .participants2019: registers.participants2019, .allowance2022: registers.allowance2022,
          .population2022: registers.population2022,
        ]
      }, seed: 2019, provenance: release.provenance, effort: .thorough, lanes: 2)
    let made = try builder.build(definition, progress: { _ in }).release
    #expect(made == release, "Run: prikk build --out data/releases --overwrite")
    #expect(ReleaseFile.encode(made) == embedded)
  }
}
