public import Classifications
internal import Columns
public import Registers

/// Derives the recipients of work assessment allowance from event registers, laid out as
/// ``AllowanceRegister``.
///
/// Rows stand in order of person and then year. The rules are ``AllowanceRules``. Who is not in the
/// register of persons cannot be described and is left out.
/// - Complexity: O(rows · years) when the registers stand in order of person, as they are
///   synthesized; those that do not are sorted first.
public func deriveAllowance(
  years: ClosedRange<Int>, from records: AllowanceRecords, library: ClassificationLibrary
) -> Register {
  var derivation = AllowanceDerivation(years: years, records: records, library: library)
  return derivation.register()
}

/// The walk over all persons with the allowance.
private struct AllowanceDerivation {
  private let years: ClosedRange<Int>
  private let codes: AllowanceCodes
  private let persons: AllowancePersons
  private let residences: AllowanceRules.Residences
  private let education: (completed: [Int32], level: [Int32])
  private let employment: (from: [Int32], until: [Int32])
  private let months: (from: [Int32], until: [Int32])
  private var personWalk: PersonWalk
  private var monthWalk: PersonWalk
  private var residenceWalk: PersonWalk
  private var educationWalk: PersonWalk
  private var employmentWalk: PersonWalk
  private var rows: AllowanceRows

  init(years: ClosedRange<Int>, records: AllowanceRecords, library: ClassificationLibrary) {
    self.years = years
    codes = AllowanceCodes(library, years: years)
    let persons = records.persons.inOrderOfPerson
    self.persons = AllowancePersons(persons)
    personWalk = PersonWalk(persons["person"])
    let residences = records.residences.inOrderOfPerson
    self.residences = AllowanceRules.Residences(
      from: residences["from"], until: residences["until"],
      municipality: residences["municipality"])
    residenceWalk = PersonWalk(residences["person"])
    let education = records.education.inOrderOfPerson
    self.education = (education["completed"], education["level"])
    educationWalk = PersonWalk(education["person"])
    let employment = records.employment.inOrderOfPerson
    self.employment = (employment["from"], employment["until"])
    employmentWalk = PersonWalk(employment["person"])
    let months = records.months.inOrderOfPerson
    self.months = (months["from"], months["until"])
    monthWalk = PersonWalk(months["person"])
    rows = AllowanceRows(expected: years.count == 1 ? months.rowCount : 0)
  }

  mutating func register() -> Register {
    while let (person, spells) = monthWalk.next() { add(person: person, spells: spells) }
    return rows.register(years: years, codes: codes)
  }

  /// Adds a row for each year in which `person` is a recipient of the ages of the statistics.
  private mutating func add(person: Int32, spells: Range<Int>) {
    guard let row = personWalk.rows(of: person).first else { return }
    let homes = residenceWalk.rows(of: person)
    let completed = educationWalk.rows(of: person)
    let jobs = employmentWalk.rows(of: person)
    for year in years {
      var allowance = MonthsOfYear(of: year)
      for spell in spells { allowance.add(from: months.from[spell], until: months.until[spell]) }
      guard AllowanceRules.isRecipient(allowance) else { continue }
      let age = AllowanceRules.age(born: Day(number: persons.born[row]), atEndOf: year)
      guard AllowanceRules.ages.contains(age) else { continue }
      var employed = MonthsOfYear(of: year)
      for job in jobs { employed.add(from: employment.from[job], until: employment.until[job]) }
      let home = AllowanceRules.municipality(
        in: residences, rows: homes, died: persons.died[row], on: Day(year, 12, 31))
      let level = AllowanceRules.highestEducation(
        completed: education.completed, levels: education.level, rows: completed,
        on: Day(year, 10, 1))
      rows.identifiers.append(person)
      rows.year.append(year - years.lowerBound)
      rows.sex.append(Int(persons.sex[row]))
      rows.age.append(age - AllowanceRules.ages.lowerBound)
      rows.education.append(codes.education(ofLevel: level))
      rows.background.append(codes.background(of: persons, row: row))
      rows.country.append(Int(persons.birthCountry[row]))
      rows.municipality.append(codes.municipality(home, year: year))
      rows.isResident.append(home != nil)
      rows.intensity.append(
        codes.place(
          of: AllowanceRules.workIntensity(
            allowance: allowance, employment: employed)))
      rows.isNew.append(AllowanceRules.isNewRecipient(allowance))
      rows.accesses.append(Int32(AllowanceRules.accesses(allowance)))
    }
  }
}
