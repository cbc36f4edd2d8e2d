import Classifications
import Columns
import Registers
import TestSupport
import Testing

@testable import Statistics

/// A small register: rows of numbers, in the columns of its layout.
private func register(
  _ fields: [RegisterField], _ uniqueness: RegisterUniqueness, _ rows: [[Int32]]
)
  -> RegisterRecords
{
  var records = RegisterRecords(
    RegisterLayout(name: "sample", summary: "A sample.", fields: fields, uniqueness: uniqueness))
  for row in rows { records.append(row) }
  return records
}

private let person = RegisterField("person", .person, summary: "The person.")
private let value = RegisterField("value", .number(unit: "-", in: 0...9), summary: "A value.")
private let open = RegisterRecords.missing

private func spells(_ rows: [[Int32]]) -> RegisterRecords {
  register(
    [
      person, RegisterField("from", .day, isOptional: true, summary: "First day."),
      RegisterField("until", .day, isOptional: true, summary: "Last day."), value,
    ], .spell, rows)
}

/// The rule for rows that contradict each other.
@Suite struct SettledRecordsTests {
  @Test func `of rows of which a person has one, the last counts`() {
    let doubled = register(
      [person, value], .row(of: ["person"]), [[1, 5], [3, 1], [1, 7], [2, 2]])
    #expect(doubled.settled.columns == [[3, 1, 2], [1, 7, 2]])
    #expect(doubled.contradictions == 1)
    let rows: [[Int32]] = [[1, 1], [1, 1], [1, 2]]
    let added = register([person, value], .none, rows)
    #expect(added.settled == added && added.contradictions == 0)
  }

  @Test func `a row a person and year is told apart by both`() {
    let year = RegisterField("year", .number(unit: "year", in: 1990...2100), summary: "Year.")
    let incomes = register(
      [person, year, value], .row(of: ["person", "year"]),
      [[1, 2020, 1], [1, 2021, 2], [2, 2020, 3], [1, 2020, 4], [2, 2020, 5]])
    #expect(incomes.settled.columns == [[1, 1, 2], [2021, 2020, 2020], [2, 4, 5]])
    #expect(incomes.contradictions == 2)
  }

  @Test func `of spells that overlap the one that began last counts, then the one further down`() {
    // Whoever looks for the last spell with a day in it finds the one that counts.
    func value(on day: Int32, _ rows: [[Int32]]) -> Int32? {
      let settled = spells(rows).settled
      return (0..<settled.rowCount).last { row in
        settled["from"][row] <= day
          && (settled["until"][row] == open || settled["until"][row] >= day)
      }.map { settled["value"][$0] }
    }
    let later: [[Int32]] = [[1, 20, open, 2], [1, 10, open, 1]]
    #expect(value(on: 15, later) == 1 && value(on: 25, later) == 2)
    #expect(value(on: 25, later.reversed()) == 2)
    let together: [[Int32]] = [[1, 10, 30, 3], [1, 10, 20, 4]]
    #expect(value(on: 15, together) == 4 && value(on: 25, together) == 3)
    // One that has always been began first.
    #expect(value(on: 15, [[1, 10, open, 5], [1, open, open, 6]]) == 5)
  }

  @Test func `spells that follow each other do not contradict`() {
    #expect(spells([[1, 10, 19, 1], [1, 20, open, 2], [2, 15, open, 3]]).contradictions == 0)
    #expect(spells([[1, 10, 20, 1], [1, 20, open, 2]]).contradictions == 1)
    #expect(spells([[1, 10, open, 1], [1, 20, 25, 2], [1, 30, 35, 3]]).contradictions == 2)
    // In any order of the file.
    #expect(spells([[1, 30, 35, 3], [2, 1, 2, 0], [1, 10, open, 1]]).contradictions == 1)
  }

  @Test func `a register in order is left as it is`() {
    let ordered = spells([[1, open, 9, 1], [1, 10, 19, 1], [1, 20, open, 2], [2, 15, open, 3]])
    #expect(ordered.settled == ordered)
    #expect(spells([]).settled.rowCount == 0 && spells([]).contradictions == 0)
  }

  @Test func `all statistics read who stands twice and lives in two places alike`() throws {
    let library = try EmbeddedClassifications.library.get()
    let norwegian = NorwegianLayouts(library)
    let introduction = IntroductionLayouts(library)
    let places = library.municipalities.leafCodes
    let oslo = Int32(try #require(places.firstIndex(of: "0301")))
    let tromso = Int32(try #require(places.firstIndex(of: "5401")))
    // Born twice, 1980 and 1990; in Oslo since 2010 and, further up in the file, in Tromsø since
    // 2015.
    var persons = RegisterRecords(norwegian.persons)
    for born in [Day(1980, 5, 5), Day(1990, 5, 5)] {
      persons.append([1, 0, born.number, open, 0, 0, 0, 4])
    }
    var residences = RegisterRecords(norwegian.residences)
    residences.append([1, Day(2020, 1, 1).number, open, tromso])
    residences.append([1, Day(2010, 1, 1).number, open, oslo])
    var months = RegisterRecords(AllowanceLayouts(library).months)
    months.append(
      months.layout.fields.map { field in
        switch field.name {
        case "person": 1
        case "from": Month(2022, 1).number
        case "until": Month(2022, 12).number
        default: 0
        }
      })
    var decisions = RegisterRecords(DisabilityLayouts().decisions)
    decisions.append([1, Month(2022, 1).number, Month(2022, 12).number, 100, 1])
    var participations = RegisterRecords(introduction.participations)
    participations.append([1, Day(2022, 2, 1).number, open, oslo, 1, open, open])
    let set = RecordSet([persons, residences, months, decisions, participations])

    let years = 2022...2022
    let allowance = deriveAllowance(
      years: years, from: AllowanceRecords(set, library: library), library: library)
    let disability = deriveDisability(
      years: years, from: DisabilityRecords(set, library: library), library: library)
    let participants = deriveParticipants(
      years: years, from: IntroductionRecords(set, library: library))
    for (register, age, municipality) in [
      (allowance, AllowanceRegister.age, AllowanceRegister.municipality),
      (disability, DisabilityRegister.age, DisabilityRegister.municipality),
      (participants, ParticipantRegister.age, ParticipantRegister.municipality),
    ] {
      func code(_ id: String) throws -> String {
        let variable = try #require(register.variables[id])
        return variable.codes[variable.column[0]]
      }
      try #require(register.rowCount == 1, "\(register.name)")
      #expect(try code(age) == "32", "\(register.name)")
      #expect(try code(municipality) == "5401", "\(register.name)")
    }
  }
}
