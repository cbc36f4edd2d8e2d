import Classifications
import Disclosure
import Publication
import Registers
import Statistics
import Synthesis
import TableFiles
import Tabulation

/// Threads that long work may use.
let lanes = 2

/// What every command starts from: the lists, the definitions, and where releases come from.
struct Workbench {
  /// The seed of the embedded registers and releases.
  static let embeddedSeed: UInt64 = 2019
  /// The lists, the published figures, and what synthetic registers are drawn from.
  let inputs: SynthesisInputs
  /// The statistics and the part of the synthetic registers that each is derived from.
  let statistics: [(part: SyntheticPart, definition: StatisticDefinition)]
  /// The seed asked for, or `nil` for releases that are finished.
  let seed: UInt64?

  /// Where releases come from instead of the embedded ones.
  let folder: ReleaseFolder?

  /// The lists and definitions; a seed draws other synthetic persons than the embedded ones, and
  /// releases may come from a folder.
  init(seed: UInt64?, releases folder: String? = nil) {
    self.seed = seed
    self.folder = folder.map { ReleaseFolder(path: $0) }
    do {
      let library = try ClassificationLibrary(files: EmbeddedFiles.bytes)
      inputs = try SynthesisInputs(library: library, files: EmbeddedFiles.bytes)
    } catch {
      preconditionFailure("the embedded lists and figures are sound: tested")
    }
    let library = inputs.library
    statistics =
      [
        (.allowance, .workAssessmentAllowance(library)),
        (
          .introduction,
          .introductionProgramme(library, published: inputs.figures.introductionGroups)
        ),
        (.introduction, .formerParticipants(library)),
        (.disability, .disabilityBenefit(library)),
      ]
      + StatisticDefinition.integrationProgramme(library).map { (.integration, $0) }
  }

  /// The definitions, in the order of the catalogue.
  var definitions: [StatisticDefinition] { statistics.map(\.definition) }

  /// The registers that the definitions are derived from, each once.
  var layouts: [RegisterLayout] {
    var names: Set<String> = []
    return definitions.flatMap(\.sources).filter { names.insert($0.name).inserted }
  }

  /// The synthetic registers.
  var country: SyntheticCountry {
    SyntheticCountry(inputs: inputs, seed: seed ?? Self.embeddedSeed)
  }

  /// Makes releases from `records` or, without, from synthetic registers.
  func builder(_ effort: ProtectionEffort, from records: RecordSet? = nil) -> ReleaseBuilder {
    let parts = Dictionary(
      uniqueKeysWithValues: statistics.map { ($0.definition.description.id, $0.part) })
    return ReleaseBuilder(
      records: { [country] definition in
        if let records { return records }
        guard let part = parts[definition.description.id] else { return RecordSet() }
        return try country.registers(of: part)
      },
      seed: seed ?? Self.embeddedSeed, provenance: "prikk \(programVersion)", effort: effort,
      lanes: lanes)
  }

  /// Finds the release of a statistic: in the folder asked for, or embedded; none when other
  /// persons were asked for.
  var finishedReleases: FinishedReleases {
    if let folder { return folder.release }
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
    Tabulator(definitions: definitions, read: finishedReleases, builder: builder(.quick))
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

  /// The release of a statistic: finished, or made now.
  func release(of definition: StatisticDefinition) throws -> Release {
    if let release = try finishedReleases(definition.description) { return release }
    do {
      return try builder(.quick).build(definition, progress: { _ in }).release
    } catch {
      throw Complaint.unmade(definition, because: error)
    }
  }
}

extension Complaint {
  /// A release could not be made.
  static func unmade(_ definition: StatisticDefinition, because error: any Error) -> Complaint {
    let reason =
      (error as? FigureTooLarge)?.message ?? (error as? ProtectionFailure)?.message ?? "\(error)"
    return .failed("the release of \(definition.description.id) could not be made: \(reason)")
  }
}

/// The name of a statistic's release file, such as `aap-2018-2022.prikk`.
func releaseFileName(of description: StatisticDescription) -> String {
  "\(description.id)-\(description.period).prikk"
}
