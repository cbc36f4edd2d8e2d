import Classifications
import Registers
import Statistics
import Synthesis

/// A part of the synthetic registers: what one statistic is derived from.
enum SyntheticPart: String, CaseIterable {
  case introduction = "the introduction programme"
  case allowance = "work assessment allowance"
  case disability = "disability benefit"
  case integration = "the integration programme"
}

/// Synthetic registers of one seed, part by part.
struct SyntheticCountry {
  let inputs: SynthesisInputs
  let seed: UInt64

  /// The registers of a part; with a `share` below 1, of fewer persons.
  ///
  /// Another `copy` has other persons with other numbers. `isAlone` adds what the statistic needs
  /// of other parts.
  func records(
    of part: SyntheticPart, copy: Int = 0, share: Double = 1, isAlone: Bool
  ) throws -> RecordSet {
    let seed = seed &+ UInt64(copy) &* 0x9E37_79B9_7F4A_7C15
    let records: RecordSet =
      switch part {
      case .introduction:
        RecordSet(try synthesizeIntroduction(seed: seed, inputs: inputs).registers).sampled(share)
      case .allowance: try allowance(seed: seed).sampled(share)
      case .disability: try disability(seed: seed, share: share, withPopulation: isAlone)
      case .integration:
        RecordSet(try synthesizeIntegration(seed: seed, scale: share, inputs: inputs).registers)
      }
    return copy == 0 ? records : records.renumbered(by: Int32(copy) * 100_000_000)
  }

  /// Recipients of work assessment allowance and, for per cent of it, the population.
  private func allowance(seed: UInt64) throws -> RecordSet {
    let years = StatisticDefinition.workAssessmentAllowanceYears
    let records = try synthesizeAllowance(seed: seed, years: years, inputs: inputs)
    let recipients = deriveAllowance(years: years, from: records, library: inputs.library)
    let population = try synthesizePopulation(years: years, allowance: recipients, inputs: inputs)
    return RecordSet(records.registers + [population])
  }

  /// Recipients of disability benefit among the population; the population itself is a register of
  /// the allowance.
  private func disability(
    seed: UInt64, share: Double, withPopulation: Bool
  ) throws -> RecordSet {
    let layout = PopulationLayouts(inputs.library).groups
    let population = try allowance(seed: seed)[layout]
    let years = StatisticDefinition.disabilityBenefitYears
    let records = try synthesizeDisability(
      seed: seed, scale: share, years: years,
      population: derivePopulation(
        years: years, by: inputs.library.disabilityAge, from: population,
        library: inputs.library),
      inputs: inputs)
    return RecordSet(records.registers + (withPopulation ? [population] : []))
  }
}
