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
  @Test func `an embedded release is made anew byte for byte`() throws {
    let inputs = try EmbeddedClassifications.inputs()
    let registers = try SyntheticRegisters(seed: 2019, inputs: inputs)
    let definition = StatisticDefinition.formerParticipants(inputs.library)
    let embedded = try #require(embeddedFiles["releases/introduction-former-2005-2021.prikk"])
    let release = try ReleaseFile.decode(embedded, as: definition.description)
    let builder = ReleaseBuilder(
      records: { _ in registers.records }, seed: 2019, provenance: release.provenance,
      effort: .thorough, lanes: 2)
    let made = try builder.build(definition, progress: { _ in }).release
    #expect(made == release, "Run: prikk build --out data/releases --overwrite")
    #expect(ReleaseFile.encode(made) == embedded)
  }
}
