import Classifications
import Columns
import Registers
import Statistics
import Synthesis
import TestSupport
import Testing

/// The event registers of the introduction programme are sound and plausible beyond 2019.
@Suite struct IntroductionRegistersTests {
  private let library: ClassificationLibrary
  private let registers: IntroductionRecords

  init() throws {
    library = try EmbeddedClassifications.library.get()
    registers = try EmbeddedClassifications.registers.get().introduction
  }

  private func counts(_ register: Register, _ variable: String) throws -> [String: Int] {
    let variable = try #require(register.variables[variable])
    return (0..<register.rowCount)
      .reduce(into: [:]) { $0[variable.codes[variable.column[$1]], default: 0] += 1 }
  }

  @Test func `every number fits its column, and spells do not end before they begin`() {
    for records in registers.registers {
      for (field, column) in zip(records.layout.fields, records.columns) {
        let filled = column.filter { $0 != RegisterRecords.missing }
        #expect(field.isOptional || filled.count == column.count, "\(field.name)")
        if case .code(_, let codes) = field.kind {
          #expect(filled.allSatisfy { $0 >= 0 && $0 < codes.count }, "\(field.name)")
        }
      }
      guard records.layout.fields.contains(where: { $0.name == "until" }) else { continue }
      let ends = zip(records["from"], records["until"])
      #expect(
        ends.allSatisfy { $1 == RegisterRecords.missing || $0 <= $1 }, "\(records.layout.name)")
    }
  }

  @Test func `rows stand by person, and nobody lives in two places at once`() {
    for records in registers.registers {
      let persons = records["person"]
      #expect(zip(persons, persons.dropFirst()).allSatisfy { $0 <= $1 }, "\(records.layout.name)")
    }
    for records in [registers.residences, registers.participations] {
      let (persons, from, until) = (records["person"], records["from"], records["until"])
      let sources =
        records.layout.name == registers.participations.layout.name
        ? records["source"] : persons.map { _ in 0 }
      var open: [[Int32]: Int32] = [:]
      for row in persons.indices {
        let key = [persons[row], sources[row]]
        if let last = open[key] { #expect(last < from[row], "\(records.layout.name) \(row)") }
        open[key] = until[row] == RegisterRecords.missing ? .max : until[row]
      }
    }
  }

  @Test func `a municipality is one of the list in force on every day of the spell`() {
    let reform = Day(2020, 1, 1).number
    let codes = library.municipalities.leafCodes
    let (old, new) = (
      Set(library.municipalities2019.leafCodes), Set(library.municipalities2020.leafCodes)
    )
    let residences = registers.residences
    for row in 0..<residences.rowCount {
      let code = codes[Int(residences["municipality"][row])]
      let until = residences["until"][row]
      if residences["from"][row] < reform { #expect(old.contains(code)) }
      if until == RegisterRecords.missing || until >= reform { #expect(new.contains(code)) }
    }
  }

  @Test func `other years have plausibly many participants, and KOSTRA has more`() throws {
    let register = deriveParticipants(
      years: 2004...2022, from: registers)
    let years = try counts(register, ParticipantRegister.year)
    for (year, range) in [
      (2005, 6_000...9_000), (2008, 7_000...10_000), (2011, 9_000...13_000),
      (2014, 11_000...16_000), (2015, 12_000...20_000), (2016, 16_000...25_000),
      (2017, 20_000...30_000), (2018, 20_000...30_000), (2020, 13_000...18_000),
      (2021, 9_000...15_000), (2022, 20_000...30_000),
    ] {
      #expect(range.contains(years["\(year)"] ?? 0), "\(year): \(years["\(year)"] ?? 0)")
    }
    #expect((2005...2022).allSatisfy { (years["\($0)"] ?? 0) > 5_000 })
    #expect(years["2019"] == 20_918 + 160)
  }

  @Test func `every ending and leave reason occurs, and benefit is at most twice the basic amount`()
    throws
  {
    let register = residentParticipants(
      years: 2019...2019, from: registers)
    let reasons = try counts(register, ParticipantRegister.endingReason)
    #expect(Set(reasons.keys) == Set(library.introductionEndingReasons.leafCodes))
    #expect((5_000...9_000).contains(20_918 - (reasons["00"] ?? 0)))
    let leaves = try counts(register, ParticipantRegister.leaveReason)
    #expect(Set(leaves.keys) == Set(library.introductionLeaveReasons.leafCodes))
    let months = try #require(register.amounts[ParticipantRegister.benefitMonths])
    let kroner = try #require(register.amounts[ParticipantRegister.benefit])
    for row in 0..<register.rowCount {
      #expect((1...12).contains(months[row]))
      // A month in which two spells meet is paid in both.
      #expect(kroner[row] > 0 && kroner[row] <= (months[row] + 1) * 2 * 98_866 / 12)
    }
  }

  @Test func `cohorts can be followed for five years, and every rule has its cases`() throws {
    for cohort in [2005, 2010, 2015, 2016, 2017, 2018, 2019, 2020, 2021] {
      let novembers = min(5, 2022 - cohort)
      let register = deriveFormerParticipants(
        cohorts: cohort...cohort, through: 2022, from: registers)
      let after = try counts(register, FormerParticipantRegister.yearsAfter)
      #expect(after.count == novembers)
      #expect(Set(after.values).count == 1)
      #expect((2_000...9_500).contains(after["1"] ?? 0), "\(cohort): \(after["1"] ?? 0)")
      let status = try counts(register, FormerParticipantRegister.status)
      #expect(status.values.allSatisfy { $0 > register.rowCount / 50 } && status.count == 5)
      let homes = try counts(register, FormerParticipantRegister.home)
      #expect(homes.keys.count { $0.utf8.count == 6 } > 15)
    }
  }
}
