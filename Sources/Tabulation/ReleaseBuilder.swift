internal import Classifications
public import Disclosure
public import Publication
public import Registers
public import Statistics

/// Where the register files of a statistic come from: asked for once per release that is built.
public typealias RecordSource = @Sendable (StatisticDefinition) throws -> RecordSet

/// How long the search for a close rounding may go on.
///
/// The pattern is safe in any case.
public enum ProtectionEffort: Sendable, Hashable {
  /// A fraction of a second: for a release that someone waits for.
  case quick
  /// Several seconds: for a release that is kept.
  case thorough

  /// Proposals per rounded cell.
  fileprivate var sweeps: Int { self == .quick ? 20 : 300 }
}

/// A release that is out already, and the registers that it was made from.
public struct ReleaseMadeEarlier: Sendable {
  let release: Release
  let records: RecordSet

  /// A release with its registers.
  public init(_ release: Release, records: RecordSet) {
    self.release = release
    self.records = records
  }
}

/// Makes a release from registers: count, protect, forget.
public struct ReleaseBuilder: Sendable {
  /// Where register files come from.
  let records: RecordSource
  /// Chooses among equally good protections.
  ///
  /// The producer's secret: never part of a release.
  let seed: UInt64
  /// What the release says of its making; nothing that depends on raw figures.
  let provenance: String
  /// How long protection may search.
  let effort: ProtectionEffort
  /// Threads that protection may use.
  let lanes: Int

  /// A builder over register files.
  public init(
    records: @escaping RecordSource, seed: UInt64, provenance: String,
    effort: ProtectionEffort, lanes: Int
  ) {
    self.records = records
    self.seed = seed
    self.provenance = provenance
    self.effort = effort
    self.lanes = lanes
  }

  /// The release of a statistic, with the report that only its producer may see.
  ///
  /// Of a release that is out already, what has not changed stays as it is: else the difference
  /// between the two would tell more than either.
  /// - Throws: what the register source throws, `FigureTooLarge` or `ProtectionFailure`.
  /// - Complexity: the counts are O(rows); protection dominates (see ``Disclosure``).
  public func build(
    _ definition: StatisticDefinition, after earlier: ReleaseMadeEarlier? = nil,
    progress: @escaping @Sendable (ProgressReport) -> Void
  ) throws -> (release: Release, report: ProtectionReport) {
    let name = "\(definition.description.title.english) \(definition.description.period)"
    progress(ProgressReport(activity: "Reading the registers of \(name)", fraction: nil))
    let records = try records(definition)
    progress(ProgressReport(activity: "Counting \(name)", fraction: nil))
    let raw = try definition.count(from: records)
    let counted = try earlier.map {
      EarlierRelease($0.release, raw: try definition.count(from: $0.records))
    }
    let activity = "Protecting \(name)"
    progress(ProgressReport(activity: activity, fraction: 0))
    return try protect(
      raw, description: definition.description, policy: policy(of: definition, after: earlier),
      earlier: counted, seed: seed, provenance: provenance,
      control: ProtectionControl(
        lanes: lanes,
        progress: { progress(ProgressReport(activity: activity, fraction: $0.share)) }))
  }

  /// The engine's policy for a statistic; what was hidden in an earlier release stays hidden.
  private func policy(
    of definition: StatisticDefinition, after earlier: ReleaseMadeEarlier?
  ) -> Policy {
    switch definition.rule {
    case .smallCountRounding(let base):
      return .smallCountRounding(base: base, sweeps: effort.sweeps)
    case .suppression(let threshold, let published):
      var rule = SuppressionRule(
        threshold: threshold, published: published, range: .reachesThresholdWhereItCan)
      rule.effort = .brief
      if let earlier {
        rule.instructions = CellInstruction.following(
          earlier.release.matrices.map { PublishedLattice($0) },
          of: earlier.release.description.dimensions, in: definition.description.dimensions, .firm)
      }
      return .suppression(rule)
    }
  }
}
