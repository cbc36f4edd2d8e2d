public import Classifications
internal import Columns
public import Registers

/// Derives the recipients of disability benefit in each of `years`: one row a person and year, laid
/// out as ``DisabilityRegister``, in order of person and then year.
///
/// A person with decisions who is not in the register of persons is left out: without a day of
/// birth there is no telling whether the decision applies.
/// - Complexity: O(rows · years) when the registers stand in order of person, as they are
///   synthesized; those that do not are sorted first. The median sorts the households of a year.
public func deriveDisability(
  years: ClosedRange<Int>, from records: DisabilityRecords, library: ClassificationLibrary
) -> Register {
  var derivation = DisabilityDerivation(years: years, records: records, library: library)
  return derivation.register()
}

/// The walk over all persons with decisions.
struct DisabilityDerivation {
  private let years: ClosedRange<Int>
  private let library: ClassificationLibrary
  private let codes: DisabilityCodes
  private let lastDays, educationDays: [Day]
  private let incomes: [HouseholdIncomes]
  private var persons: DisabilityPersons
  private var rows: DisabilityRows

  init(years: ClosedRange<Int>, records: DisabilityRecords, library: ClassificationLibrary) {
    let ordered = records.inOrderOfPerson
    self.years = years
    self.library = library
    codes = DisabilityCodes(library, years: years)
    let places = HouseholdPlaces(ordered.households)
    lastDays = years.map { DisabilityRules.lastDay(of: $0) }
    educationDays = years.map { DisabilityRules.educationDay(of: $0) }
    incomes = years.map { HouseholdIncomes(ordered, places: places, year: $0) }
    persons = DisabilityPersons(ordered, countries: library.countryOfBirth.leafCodes)
    rows = DisabilityRows(expected: records.decisions.rowCount * years.count)
  }

  mutating func register() -> Register {
    while let person = persons.next() {
      let background = codes.background(
        DisabilityRules.background(person.origin, groups: library.backgroundOfCountry))
      for (place, year) in years.enumerated() {
        add(person, background: background, year: year, place: place)
      }
    }
    return rows.register(codes)
  }

  /// Adds a row when the person is a recipient of the year.
  private mutating func add(
    _ person: DisabilityPerson, background: Int, year: Int, place: Int
  ) {
    let benefit = DisabilityRules.benefit(
      person.decisions, from: person.firstMonth, through: person.lastMonth, in: year)
    guard DisabilityRules.isRecipient(benefit) else { return }
    let age = DisabilityRules.age(born: person.born, at: lastDays[place])
    let home = DisabilityRules.residence(
      person.residences, died: person.died, at: lastDays[place])
    let median = incomes[place].median
    let householdIncome =
      home == nil ? nil : incomes[place].incomePerConsumptionUnit(inRows: person.households)
    func isAtRisk(_ percent: Int) -> Bool {
      DisabilityRules.isAtRiskOfPoverty(householdIncome, percent: percent, median: median)
    }
    rows.identifiers.append(person.number)
    rows.year.append(place)
    rows.sex.append(person.sex)
    rows.age.append(codes.age(age))
    rows.education.append(
      codes.education(DisabilityRules.education(person.education, on: educationDays[place])))
    rows.background.append(background)
    rows.municipality.append(codes.municipality(home, yearAt: place))
    rows.residence.append(codes.residence(isResident: home != nil))
    rows.degree.append(codes.degree(DisabilityRules.degreeGroup(benefit.highestDegree)))
    rows.intensity.append(
      codes.intensity(
        DisabilityRules.workIntensity(
          benefit, employment: DisabilityRules.employment(person.employment, in: year))))
    rows.povertyRisk.append(
      codes.povertyRisk(DisabilityRules.povertyRisk(householdIncome, median: median)))
    rows.isResident.append(home != nil)
    rows.isNew.append(home != nil && DisabilityRules.isNew(benefit))
    rows.isYoung.append(home != nil && DisabilityRules.isYoung(age: age))
    rows.isAtRiskOfPoverty50.append(isAtRisk(50))
    rows.isAtRiskOfPoverty60.append(isAtRisk(60))
    rows.hasHouseholdIncome.append(householdIncome != nil)
    rows.incomePerConsumptionUnit.append(householdIncome?.wholeKroner ?? 0)
    rows.append(incomes[place].income(inRows: person.incomes))
  }
}

extension DisabilityRecords {
  /// The same registers, those of persons in order of person.
  fileprivate var inOrderOfPerson: DisabilityRecords {
    var ordered = self
    ordered.persons = persons.inOrderOfPerson
    ordered.residences = residences.inOrderOfPerson
    ordered.education = education.inOrderOfPerson
    ordered.employment = employment.inOrderOfPerson
    ordered.decisions = decisions.inOrderOfPerson
    ordered.incomes = incomes.inOrderOfPerson
    ordered.households = households.inOrderOfPerson
    return ordered
  }
}
