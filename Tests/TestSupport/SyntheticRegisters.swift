import Classifications
public import Registers
import Statistics
public import Synthesis

/// The registers of one seed that statistics are counted from, as they are derived.
///
/// No row is a real person.
public struct SyntheticRegisters: Sendable {
  /// The event registers of the introduction programme.
  public let introduction: IntroductionRecords
  /// Participants of the introduction programme 2019, laid out as ``ParticipantRegister``.
  public let participants2019: Register
  /// The event registers of work assessment allowance.
  public let allowanceRecords: AllowanceRecords
  /// Recipients of work assessment allowance 2018-2022, laid out as ``AllowanceRegister``.
  public let allowance: Register
  /// Those of 2022.
  public let allowance2022: Register
  /// All register files of both.
  public let records: RecordSet
  /// The population 18-67 of 2018-2022, laid out as ``PopulationRegister``.
  public let population: Register
  /// That of 2022.
  public let population2022: Register

  /// Synthesizes and derives all; the same seed gives the same registers everywhere.
  /// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
  public init(seed: UInt64, inputs: SynthesisInputs) throws(SynthesisDataError) {
    introduction = try synthesizeIntroduction(seed: seed, inputs: inputs)
    participants2019 = residentParticipants(
      years: 2019...2019, from: introduction)
    let (years, library) = (StatisticDefinition.workAssessmentAllowanceYears, inputs.library)
    allowanceRecords = try synthesizeAllowance(seed: seed, years: years, inputs: inputs)
    allowance = deriveAllowance(years: years, from: allowanceRecords, library: library)
    allowance2022 = deriveAllowance(
      years: 2022...2022, from: allowanceRecords, library: library)
    let groups = try synthesizePopulation(years: years, allowance: allowance, inputs: inputs)
    records = RecordSet(introduction.registers + allowanceRecords.registers + [groups])
    population = derivePopulation(
      years: years, by: library.allowanceAge, from: groups, library: library)
    population2022 = derivePopulation(
      years: 2022...2022, by: library.allowanceAge, from: groups, library: library)
  }
}
