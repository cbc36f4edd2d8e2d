import Classifications
import Registers
import Statistics
import Synthesis

/// A part of the synthetic registers: what one statistic is derived from.
enum SyntheticPart: String {
  case introduction = "the introduction programme"
  case allowance = "work assessment allowance"
  case disability = "disability benefit"
  case integration = "the integration programme"
}

/// Synthetic registers of one seed.
struct SyntheticCountry {
  let inputs: SynthesisInputs
  private(set) var seed: UInt64

  /// All parts at a scale; each copy of the country has other persons with other numbers.
  func registers(scale: Double, report: (SyntheticPart) -> Void) throws -> RecordSet {
    var set = RecordSet()
    for copy in 0..<Int(scale.rounded(.up)) {
      var country = self
      country.seed = seed &+ UInt64(copy) &* 0x9E37_79B9_7F4A_7C15
      let parts = try country.registers(share: min(1, scale - Double(copy)), report: report)
      set.add(
        contentsOf: copy == 0 ? parts : parts.renumbered(by: Int32(copy) * 100_000_000))
    }
    return set
  }

  /// All parts of one country or, with a `share` below 1, of fewer persons.
  private func registers(share: Double, report: (SyntheticPart) -> Void) throws -> RecordSet {
    var set = RecordSet()
    report(.introduction)
    set.add(contentsOf: try introduction().sampled(share))
    report(.allowance)
    let allowance = try allowance()
    set.add(contentsOf: allowance.sampled(share))
    report(.disability)
    set.add(contentsOf: try disability(among: allowance[population], share: share))
    report(.integration)
    set.add(contentsOf: try integration(share: share))
    return set
  }

  /// What the statistics of a part are derived from, at scale 1.
  func registers(of part: SyntheticPart) throws -> RecordSet {
    switch part {
    case .introduction: return try introduction()
    case .allowance: return try allowance()
    case .disability:
      let groups = try allowance()[population]
      var set = try disability(among: groups, share: 1)
      set.add(groups)
      return set
    case .integration: return try integration(share: 1)
    }
  }

  /// The population in groups: a register of the allowance that disability benefit needs too.
  private var population: RegisterLayout { PopulationLayouts(inputs.library).groups }

  private func introduction() throws -> RecordSet {
    RecordSet(try synthesizeIntroduction(seed: seed, inputs: inputs).registers)
  }

  /// Recipients of work assessment allowance and, for per cent of it, the population.
  private func allowance() throws -> RecordSet {
    let years = StatisticDefinition.workAssessmentAllowanceYears
    let records = try synthesizeAllowance(seed: seed, years: years, inputs: inputs)
    let recipients = deriveAllowance(years: years, from: records, library: inputs.library)
    let population = try synthesizePopulation(years: years, allowance: recipients, inputs: inputs)
    return RecordSet(records.registers + [population])
  }

  /// Recipients of disability benefit among the population.
  private func disability(
    among population: RegisterRecords, share: Double
  ) throws -> RecordSet {
    let years = StatisticDefinition.disabilityBenefitYears
    let records = try synthesizeDisability(
      seed: seed, scale: share, years: years,
      population: derivePopulation(
        years: years, by: inputs.library.disabilityAge, from: population,
        library: inputs.library),
      inputs: inputs)
    return RecordSet(records.registers)
  }

  private func integration(share: Double) throws -> RecordSet {
    RecordSet(try synthesizeIntegration(seed: seed, scale: share, inputs: inputs).registers)
  }
}
