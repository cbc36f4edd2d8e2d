import Classifications
import Disclosure
import Publication
import Registers
import Statistics
import Synthesis
import TestSupport
import Testing

/// The statistics of the integration programme, protected.
@Suite struct IntegrationReleaseTests {
  @Test func `the first quarter shows and hides what its year does`() throws {
    let inputs = try EmbeddedClassifications.inputs()
    let registers = RecordSet(
      try synthesizeIntegration(seed: 7, scale: 0.3, inputs: inputs).registers)
    let definitions = StatisticDefinition.integrationProgramme(inputs.library).prefix(2)
    let releases = try definitions.map { definition in
      try protect(
        try definition.count(from: registers), description: definition.description,
        policy: .suppression(SuppressionRule(threshold: 4)), seed: 7, provenance: "test",
        control: ProtectionControl(lanes: 2)
      ).release
    }
    let periods = releases.map { $0.description.dimensions[0].hierarchy }
    for label in ["2022", "2023", "2024"] {
      let year = try #require(periods[0].index(ofCode: label))
      let quarter = try #require(periods[1].index(ofCode: "\(label)K1"))
      for (left, right) in zip(releases[0].matrices, releases[1].matrices) {
        let extents = left.description.axes.dropFirst().map { axis in
          let hierarchy = releases[0].description.dimensions[axis.dimension].hierarchy
          return hierarchy.levels.indices.filter { hierarchy.levels[$0] <= axis.depth }
        }
        var cells: [[Int]] = [[]]
        for extent in extents { cells = cells.flatMap { cell in extent.map { cell + [$0] } } }
        let hidden = cells.filter { left.figure(at: [year] + $0).status == .suppressed }
        #expect(!hidden.isEmpty)
        let different = cells.filter {
          left.figure(at: [year] + $0) != right.figure(at: [quarter] + $0)
        }
        #expect(different.isEmpty, "\(label) \(left.description.id)")
      }
    }
  }
}
