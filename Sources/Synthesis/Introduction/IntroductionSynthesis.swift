internal import Classifications
public import Registers

/// Synthesizes the registers of the introduction programme: participants of 2005 to 2022 and what
/// became of them until then.
///
/// Who is derived from them as participant of 2019 and resident at the end of it agrees with every
/// published count. Other years are plausible and no more: their numbers and countries are ours
/// (`data/synthesis`), and their participants are like those of 2019 in sex, age and municipality.
/// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
public func synthesizeIntroduction(
  seed: UInt64, inputs: SynthesisInputs
) throws(SynthesisDataError) -> IntroductionRecords {
  var synthesis = try IntroductionSynthesis(seed: seed, inputs: inputs)
  return synthesis.registers()
}

/// The making of the registers, one person after the other.
struct IntroductionSynthesis {
  /// The year whose participants are those published.
  static let publishedYear = 2019
  /// The last year of the registers.
  static let lastYear = 2022

  /// The last day that the registers know of: what ends later is open.
  static let lastDay = Day(lastYear, 12, 31)

  let inputs: SynthesisInputs
  let codes: IntroductionCodes
  let choices: IntroductionChoices
  let plan: ParticipantPlan
  var generator: SeededGenerator
  var made: IntroductionRecords
  /// The person whose rows are made.
  var person: Int32 = 0

  init(seed: UInt64, inputs: SynthesisInputs) throws(SynthesisDataError) {
    var participants = ParticipantSynthesis(seed: seed, inputs: inputs)
    plan = try participants.plan()
    self.inputs = inputs
    let layouts = IntroductionLayouts(inputs.library)
    codes = IntroductionCodes(inputs.library)
    choices = try IntroductionChoices(inputs)
    made = IntroductionRecords(layouts)
    generator = SeededGenerator(seed: seed, stream: "introduction programme careers")
  }

  /// The registers, sorted by person; numbers are given at random, 41 apart.
  mutating func registers() -> IntroductionRecords {
    var people = plan.sex.indices.map { ProgrammePerson(kind: .published, model: $0) }
    let gone = (kind: ProgrammePerson.Kind.gone, persons: IntroductionPersons.gone)
    for (kind, persons) in inputs.introduction.others + [gone] {
      people += (0..<persons).map { _ in
        var one = ProgrammePerson(kind: kind, model: generator.below(plan.sex.count))
        if let year = one.otherYear {
          one.country = inputs.introduction.country(in: year, &generator)
        }
        return one
      }
    }
    generator.shuffle(&people)
    for (place, one) in people.enumerated() {
      person = Int32(31_000_003 + 41 * place)
      add(one)
    }
    return made
  }

  /// Adds everything about one person.
  private mutating func add(_ one: ProgrammePerson) {
    let career = career(of: one)
    let life = life(of: one, career)
    addPerson(one, life)
    addResidences(life)
    addParticipations(career, in: life)
    addLeaves(career)
    addMeasures(of: one, career)
    addBenefits(career, born: life.born)
    addFollowUp(of: one, career, life)
  }
}

/// Places of codes in the lists of the layouts.
struct IntroductionCodes {
  /// For each leaf of the municipalities of 2019, the place in the list of both years, as it is
  /// called in 2019 and from 2020 on.
  let in2019: [Int32]
  let from2020: [Int32]
  /// The place of Oslo in that list, and of its first district.
  let oslo: Int32
  let measures: [String: Int32]
  let sources: (kostra: Int32, national: Int32)
  let outcomes: (completed: Int32, droppedOut: Int32)
  private let reasons: [String: Int32]
  private let leaves: [String: Int32]
  private let labourMarket: [String: Int32]

  init(_ library: ClassificationLibrary) {
    let positions = library.municipalities.leafPositions
    let earlier = library.municipalities2019.leafCodes
    in2019 = earlier.map { positions[$0] ?? 0 }
    from2020 = earlier.map { code in
      // A municipality that is split goes to its largest part.
      let target = library.municipality2019To2020.targets(of: code).max { $0.percent < $1.percent }
      return positions[target?.code ?? code] ?? 0
    }
    oslo = positions["0301"] ?? 0
    measures = library.introductionMeasures.leafPositions
    let source = library.introductionSources.leafPositions
    sources = (source["kostra"] ?? 0, source["nir"] ?? 0)
    let outcome = library.introductionOutcomes.leafPositions
    outcomes = (outcome["1"] ?? 0, outcome["2"] ?? 0)
    reasons = library.introductionEndingReasons.leafPositions
    leaves = library.introductionLeaveReasons.leafPositions
    labourMarket = library.labourMarketStatus.leafPositions
  }

  /// The place of an ending reason; empty for one that is not stated.
  func reason(_ code: String) -> Int32 { reasons[code] ?? RegisterRecords.missing }

  /// The place of a leave reason.
  func leave(_ code: String) -> Int32 { leaves[code] ?? 0 }

  /// The place of a status in the labour market register.
  func status(_ code: String) -> Int32 { labourMarket[code] ?? 0 }
}

/// What is drawn by weight.
struct IntroductionChoices {
  let municipalities: WeightedChoice
  /// Districts of Oslo, by place in their list.
  let districts: WeightedChoice
  /// Codes of measures with how many per cent of the participants have them.
  let measures: [(code: String, share: Double)]

  init(_ inputs: SynthesisInputs) throws(SynthesisDataError) {
    municipalities = WeightedChoice(inputs.weights.municipalities2019)
    // Districts in the order of their codes; few live in the last ones, none in "not stated".
    let weights = [58, 62, 45, 39, 59, 34, 50, 52, 34, 28, 33, 50, 52, 53, 39, 1, 2]
    let leaves = inputs.library.osloDistricts.leaves.count
    districts = WeightedChoice(
      (0..<leaves).map { $0 < weights.count ? Double(weights[$0]) : 0 })
    let table = inputs.figures.introductionMeasures
    let all = Double(try table.persons("total", "0"))
    var measures: [(code: String, share: Double)] = []
    for code in inputs.library.introductionMeasures.leafCodes {
      if let persons = table[[code, "0"]]?.persons {
        measures.append((code, Double(persons) / all))
      }
    }
    self.measures = measures
  }
}
