import Classifications
import Publication
import Registers
import Statistics
import Synthesis
import TableFiles
import Tabulation

/// What every command starts from: the lists, the definitions, and where releases come from.
struct Workbench {
  /// The seed of the embedded registers and releases.
  static let embeddedSeed: UInt64 = 2019
  /// The lists, the published figures, and what synthetic registers are drawn from.
  let inputs: SynthesisInputs
  let definitions: [StatisticDefinition]
  /// The seed asked for, or `nil` for the embedded releases.
  let seed: UInt64?

  /// The lists and definitions; a seed draws other synthetic persons than the embedded ones.
  init(seed: UInt64?) {
    self.seed = seed
    do {
      let library = try ClassificationLibrary(files: EmbeddedFiles.bytes)
      inputs = try SynthesisInputs(library: library, files: EmbeddedFiles.bytes)
    } catch {
      preconditionFailure("the embedded lists and figures are sound: tested")
    }
    definitions = [
      .workAssessmentAllowance2022(inputs.library),
      .introductionProgramme2019(
        inputs.library, published: inputs.figures.introductionGroups),
    ]
  }

  /// Makes releases from synthetic registers.
  func builder(_ effort: ProtectionEffort) -> ReleaseBuilder {
    let seed = seed ?? Self.embeddedSeed
    return ReleaseBuilder(
      registers: { [inputs] names in
        var registers: [RegisterName: Register] = [:]
        if names.contains(.participants2019) {
          registers[.participants2019] = try synthesizeParticipants(seed: seed, inputs: inputs)
        }
        if !names.isDisjoint(with: [.allowance2022, .population2022]) {
          let allowance = try synthesizeAllowance(seed: seed, inputs: inputs)
          registers[.allowance2022] = allowance
          registers[.population2022] = try synthesizePopulation(
            allowance: allowance, inputs: inputs)
        }
        return registers
      },
      seed: seed, provenance: "prikk \(programVersion), synthetic registers",
      effort: effort, lanes: 2)
  }

  /// Finds the embedded release of a statistic; none when other persons were asked for.
  var embeddedRelease: ReleaseReader {
    guard seed == nil else { return { _ in nil } }
    return { description in
      guard let bytes = EmbeddedFiles.bytes("releases/\(releaseFileName(of: description))") else {
        return nil
      }
      // A release of other definitions is not opened: the figures would stand under wrong labels.
      return try? ReleaseFile.decode(bytes, as: description)
    }
  }

  /// Answers queries without waiting: what the explorer uses.
  var source: Tabulator {
    Tabulator(definitions: definitions, read: embeddedRelease, builder: builder(.quick))
  }

  /// The ids of all tables, in the order of the catalogue.
  var tableIds: [String] { definitions.flatMap { $0.description.tables.map(\.id) } }

  /// The table with `id` and its statistic.
  func table(_ id: String) throws -> (definition: StatisticDefinition, table: TableDescription) {
    for definition in definitions {
      if let table = definition.description.tables.first(where: { $0.id == id }) {
        return (definition, table)
      }
    }
    throw Complaint.asked(
      """
      there is no table "\(id)".
        Tables are: \(tableIds.joined(separator: ", ")). `prikk tables` describes them.
      """)
  }

  /// The release of a statistic: embedded, or made now.
  func release(of definition: StatisticDefinition) throws -> Release {
    if let release = embeddedRelease(definition.description) { return release }
    do {
      return try builder(.quick).build(definition, progress: { _ in }).release
    } catch {
      throw Complaint.failed(
        "the release of \(definition.description.id) could not be made: protection failed.")
    }
  }
}

/// The name of a statistic's release file, such as `aap-2022.prikk`.
func releaseFileName(of description: StatisticDescription) -> String {
  "\(description.id)-\(description.period).prikk"
}
