internal import Registers

/// What the registers say of a person, whatever the year.
struct DisabilityPerson {
  let number: Int32
  /// Place of the sex in its list.
  let sex: Int
  let born: Day
  let died: Day?
  /// The first and the last month in which the age allows the benefit.
  let firstMonth, lastMonth: Month
  let origin: DisabilityRules.Origin
  let decisions: [DisabilityRules.Decision]
  let residences: [DisabilityRules.Residence]
  let education: [DisabilityRules.Education]
  let employment: [DisabilityRules.Employment]
  /// Rows in the register of incomes.
  let incomes: Range<Int>
  /// Rows in the register of households.
  let households: Range<Int>
}

/// The persons with decisions, one after the other in order of their numbers.
struct DisabilityPersons {
  /// A register whose rows are found by walking, with some of its columns.
  private struct Walked {
    var walk: PersonWalk
    let columns: [[Int32]]

    init(_ records: RegisterRecords, _ names: String...) {
      walk = PersonWalk(records["person"])
      columns = names.map { records[$0] }
    }
  }
  private let countries: [String]
  private var persons, residences, education, employment: Walked
  private var decisions, incomes, households: Walked

  /// The persons of registers in order of person.
  init(_ records: DisabilityRecords, countries: [String]) {
    self.countries = countries
    persons = Walked(
      records.persons, "sex", "born", "died", "birthCountry", "motherBirthCountry",
      "fatherBirthCountry", "foreignGrandparents")
    residences = Walked(records.residences, "from", "until", "municipality")
    education = Walked(records.education, "completed", "level")
    employment = Walked(records.employment, "from", "until")
    decisions = Walked(records.decisions, "from", "until", "degree", "paid")
    incomes = Walked(records.incomes)
    households = Walked(records.households)
  }

  /// The next one who is in the register of persons, too; `nil` after the last.
  mutating func next() -> DisabilityPerson? {
    while let (person, rows) = decisions.walk.next() {
      guard let row = persons.walk.rows(of: person).last else { continue }
      return describe(person, row: row, decisions: rows)
    }
    return nil
  }

  private mutating func describe(
    _ person: Int32, row: Int, decisions rows: Range<Int>
  ) -> DisabilityPerson {
    let own = persons.columns
    let (decisions, jobs) = (decisions.columns, employment.columns)
    let (homes, completed) = (residences.columns, education.columns)
    let born = Day(number: own[1][row])
    return DisabilityPerson(
      number: person, sex: Int(own[0][row]), born: born, died: day(own[2][row]),
      firstMonth: DisabilityRules.firstMonth(born: born),
      lastMonth: DisabilityRules.lastMonth(born: born),
      origin: DisabilityRules.Origin(
        birthCountry: countries[Int(own[3][row])], mother: countries[Int(own[4][row])],
        father: countries[Int(own[5][row])], foreignGrandparents: Int(own[6][row])),
      decisions: rows.map { row in
        DisabilityRules.Decision(
          from: Month(number: decisions[0][row]), until: month(decisions[1][row]),
          degree: Int(decisions[2][row]), isPaid: decisions[3][row] == 1)
      },
      residences: residences.walk.rows(of: person).map { row in
        DisabilityRules.Residence(
          from: Day(number: homes[0][row]), until: day(homes[1][row]), municipality: homes[2][row])
      },
      education: education.walk.rows(of: person).map { row in
        DisabilityRules.Education(
          completed: Day(number: completed[0][row]), level: Int(completed[1][row]))
      },
      employment: employment.walk.rows(of: person).map { row in
        DisabilityRules.Employment(
          from: Month(number: jobs[0][row]), until: month(jobs[1][row]))
      },
      incomes: incomes.walk.rows(of: person), households: households.walk.rows(of: person))
  }

  private func day(_ number: Int32) -> Day? {
    number == RegisterRecords.missing ? nil : Day(number: number)
  }

  private func month(_ number: Int32) -> Month? {
    number == RegisterRecords.missing ? nil : Month(number: number)
  }
}
