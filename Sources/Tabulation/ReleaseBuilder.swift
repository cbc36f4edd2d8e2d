public import Disclosure
public import Publication
public import Registers
public import Statistics

/// Where registers come from: asked for once per release that is built.
public typealias RegisterSource = @Sendable (Set<RegisterName>) throws -> [RegisterName: Register]

/// Makes a release from registers: count, protect, forget.
public struct ReleaseBuilder: Sendable {
  /// Where registers come from.
  let registers: RegisterSource
  /// Chooses among equally good protections. The producer's secret: never part of a release.
  let seed: UInt64
  /// What the release says of its making; nothing that depends on raw figures.
  let provenance: String
  /// Threads that protection may use.
  let lanes: Int

  /// A builder over registers.
  public init(
    registers: @escaping RegisterSource, seed: UInt64, provenance: String, lanes: Int
  ) {
    self.registers = registers
    self.seed = seed
    self.provenance = provenance
    self.lanes = lanes
  }

  /// The release of a statistic, with the report that only its producer may see.
  /// - Throws: what the register source throws, or `ProtectionFailure`.
  /// - Complexity: the counts are O(rows); protection dominates (see ``Disclosure``).
  public func build(
    _ definition: StatisticDefinition,
    progress: @escaping @Sendable (ProgressReport) -> Void
  ) throws -> (release: Release, report: ProtectionReport) {
    let name = "\(definition.description.title.english) \(definition.description.period)"
    progress(ProgressReport(activity: "Reading the registers of \(name)", fraction: nil))
    let sources = try registers(definition.registers)
    progress(ProgressReport(activity: "Counting \(name)", fraction: nil))
    let raw = definition.count(from: sources)
    let activity = "Protecting \(name)"
    progress(ProgressReport(activity: activity, fraction: 0))
    return try protect(
      raw, description: definition.description, policy: definition.rule.policy, seed: seed,
      provenance: provenance,
      control: ProtectionControl(
        lanes: lanes,
        progress: { progress(ProgressReport(activity: activity, fraction: $0)) },
        isCancelled: { false }))
  }
}

extension ConfidentialityRule {
  /// The engine's policy for the rule, with the effort that the release is worth.
  fileprivate var policy: Policy {
    switch self {
    case .smallCountRounding(let base): .smallCountRounding(base: base, sweeps: 40)
    case .suppression(let threshold): .suppression(threshold: threshold)
    }
  }
}
