import Classifications
import Registers
import Statistics
import TestSupport
import Testing

/// The rules of participants, each on a few persons whose answer was worked out by hand.
struct IntroductionParticipantTests {
  var micro: IntroductionMicroRegister

  init() throws { micro = try IntroductionMicroRegister() }

  @Test mutating func `one day of the year makes a participant, and two spells make one`() throws {
    try micro.settle(1, from: "2017-02-01", until: "2019-01-01")
    try micro.settle(2, from: "2017-02-01", until: "2018-12-31")
    try micro.settle(3, from: "2019-12-31")
    try micro.settle(4, from: "2020-01-01")
    try micro.settle(5, from: "2018-03-01", until: "2019-03-31", outcome: "2", reason: "07")
    try micro.participate(5, from: "2019-06-01")
    try micro.settle(6)
    let rows = micro.participants()
    #expect(rows.persons == [1, 3, 5])
    #expect(rows.register.rowCount == 3)
  }

  @Test mutating func `only residents on 31 December are counted, and KOSTRA counts all`() throws {
    for person: Int32 in 1...8 {
      let died = person == 4 ? "2019-12-31" : person == 5 ? "2020-01-01" : ""
      if person < 8 {
        try micro.add(\.persons, "\(person), 1, 1990-05-17, \(died), 564, 564, 564, 4")
      }
      try micro.participate(person, from: "2019-02-01")
    }
    try micro.add(
      \.residences, "1, 2018-01-01, , 1201", "2, 2018-01-01, 2019-12-30, 1201",
      "3, 2018-01-01, 2019-12-31, 1201", "4, 2018-01-01, 2019-12-31, 1201",
      "5, 2018-01-01, 2020-01-01, 1201", "6, 2019-12-31, , 1201", "7, 2020-01-01, , 1201",
      "8, 2018-01-01, , 1201")
    // 4 died on the day, 8 is not in the population register.
    #expect(micro.participants().persons == [1, 3, 5, 6])
    let all = DerivedRows(deriveParticipants(years: 2019...2019, from: micro.registers))
    #expect(all.persons == [1, 2, 3, 4, 5, 6, 7])
    #expect(try all.persons(with: ParticipantRegister.isResident) == [1, 3, 5, 6])
    // Who is not resident stands under the municipality that reported them.
    #expect(try all.code(ParticipantRegister.municipality, of: 2) == "1201")
    #expect(try all.code(ParticipantRegister.residence, of: 2) == "2")
  }

  @Test mutating func `the municipality is the one of residence, not the one that reports`() throws
  {
    try micro.add(\.persons, "1, 1, 1990-05-17, , 564, 564, 564, 4")
    try micro.add(
      \.residences, "1, 2018-01-01, 2019-06-30, 1201", "1, 2019-07-01, 2019-12-31, 0301",
      "1, 2020-01-01, , 5001")
    try micro.participate(1, from: "2018-02-01", until: "2019-05-31")
    #expect(try micro.participants().code(ParticipantRegister.municipality, of: 1) == "0301")
  }

  @Test mutating func `age is that of 31 December, at both ends of every group`() throws {
    let births = [
      (1, "2002-01-01", ""), (2, "2001-12-31", "18"), (3, "1994-01-01", "25"),
      (4, "1993-12-31", "26"), (5, "1984-01-01", "35"), (6, "1983-12-31", "36"),
      (7, "1974-01-01", "45"), (8, "1973-12-31", "46"), (9, "1964-01-01", "55"),
      (10, "1963-12-31", "56"), (11, "1944-01-01", "75"), (12, "1930-02-28", "75"),
    ]
    for (person, born, _) in births {
      try micro.settle(Int32(person), born: born, from: "2019-02-01")
    }
    let rows = micro.participants()
    let library = try EmbeddedClassifications.library.get()
    let groups = [
      2: "18-25", 3: "18-25", 4: "26-35", 5: "26-35", 6: "36-45", 7: "36-45", 8: "46-55",
      9: "46-55", 10: "56+", 11: "56+", 12: "56+",
    ]
    for (person, _, age) in births {
      #expect(try rows.codes(ParticipantRegister.age, of: person) == (age.isEmpty ? [] : [age]))
      #expect(library.introductionAgeOfYear.target(of: age) == groups[person])
    }
  }

  @Test mutating func `country of birth is the person's own in the population register`() throws {
    try micro.add(\.persons, "1, 2, 1990-05-17, , 404, 564, 113, 4")
    try micro.add(\.residences, "1, 2014-01-01, , 1201")
    try micro.participate(1, from: "2019-02-01")
    #expect(try micro.participants().code(ParticipantRegister.countryOfBirth, of: 1) == "404")
    #expect(try micro.participants().code(ParticipantRegister.sex, of: 1) == "2")
  }

  @Test mutating func `a participant has every measure of the year, once`() throws {
    try micro.settle(1, from: "2018-02-01")
    try micro.settle(2, from: "2018-02-01")
    try micro.settle(3, from: "2018-02-01", until: "2018-08-01")
    try micro.add(
      \.measures, "1, 2019, 01", "1, 2019, 05", "1, 2019, 01", "1, 2018, 08", "2, 2019, 01",
      "3, 2019, 05", "3, 2018, 05")
    let rows = micro.participants()
    #expect(try rows.persons(with: "01") == [1, 2])
    #expect(try rows.persons(with: "05") == [1])
    #expect(rows.register.flags["08"] == nil)
    #expect(try micro.participants(2018).persons(with: "08") == [1])
    #expect(try micro.participants(2018).persons(with: "05") == [3])
  }

  @Test mutating func `the ending reason is that of the last end, unless the person is back`()
    throws
  {
    try micro.settle(1, from: "2018-02-01", until: "2019-12-31", reason: "02")
    try micro.settle(2, from: "2018-02-01", until: "2020-01-01", reason: "02")
    try micro.settle(3, from: "2018-02-01")
    try micro.settle(4, from: "2018-02-01", until: "2019-03-31", outcome: "2", reason: "07")
    try micro.participate(4, from: "2019-06-01")
    try micro.settle(5, from: "2019-06-01", until: "2019-09-30", outcome: "1", reason: "01")
    try micro.participate(5, from: "2018-02-01", until: "2019-03-31", outcome: "2", reason: "07")
    try micro.settle(6, from: "2018-02-01", until: "2019-03-31", reason: "")
    let rows = micro.participants()
    let reasons = try (1...6).map { try rows.code(ParticipantRegister.endingReason, of: $0) }
    #expect(reasons == ["02", "00", "00", "00", "01", "99"])
    // The spell that 2 ends in 2020, and the first of 4, count in their years.
    #expect(try micro.participants(2020).code(ParticipantRegister.endingReason, of: 2) == "02")
    #expect(try micro.participants(2018).code(ParticipantRegister.endingReason, of: 4) == "00")
  }

  @Test mutating func `the leave reason is that of the leave of the year that began last`() throws {
    for person: Int32 in 1...4 { try micro.settle(person, from: "2017-02-01") }
    try micro.add(
      \.leaves, "1, 2019-08-01, 2019-08-31, 2", "1, 2018-12-01, 2019-01-01, 1",
      "2, 2018-03-01, 2018-12-31, 1", "3, 2019-12-31, , 3", "4, 2020-01-01, , 3")
    let rows = micro.participants()
    let reasons = try (1...4).map { try rows.code(ParticipantRegister.leaveReason, of: $0) }
    #expect(reasons == ["2", "0", "3", "0"])
  }

  @Test mutating func `months of benefit count once, and amounts of the year add up`() throws {
    try micro.settle(1, from: "2018-02-01")
    try micro.settle(2, from: "2018-02-01")
    try micro.add(
      \.benefits, "1, 2018-11, 2018-12, 30000", "1, 2019-01, 2019-06, 90000",
      "1, 2019-06, 2019-08, 41000", "1, 2020-01, 2020-01, 15000")
    let rows = micro.participants()
    #expect(try rows.amount(ParticipantRegister.benefitMonths, of: 1) == 8)
    #expect(try rows.amount(ParticipantRegister.benefit, of: 1) == 131_000)
    #expect(try rows.amount(ParticipantRegister.benefitMonths, of: 2) == 0)
    #expect(try rows.amount(ParticipantRegister.benefit, of: 2) == 0)
    #expect(try micro.participants(2018).amount(ParticipantRegister.benefitMonths, of: 1) == 2)
  }

  @Test mutating func `KOSTRA counts until 2016, the national register from 2017`() throws {
    for person: Int32 in 1...3 { try micro.settle(person) }
    try micro.add(
      \.participations, "1, 2016-02-01, , 1201, kostra, , ", "2, 2016-02-01, , 1201, nir, , ",
      "3, 2016-02-01, , 1201, kostra, , ", "3, 2016-02-01, 2017-03-31, 1201, nir, 1, 01")
    #expect(micro.participants(2016).persons == [1, 3])
    #expect(micro.participants(2017).persons == [2, 3])
    #expect(try micro.participants(2016).code(ParticipantRegister.endingReason, of: 3) == "00")
    #expect(try micro.participants(2017).code(ParticipantRegister.endingReason, of: 3) == "01")
  }

  @Test mutating func `several years give a row for each of them`() throws {
    try micro.settle(1, from: "2017-12-31", until: "2019-01-01")
    let register = residentParticipants(
      years: 2016...2020, from: micro.registers)
    #expect(
      try DerivedRows(register).codes(ParticipantRegister.year, of: 1) == ["2017", "2018", "2019"])
    #expect(
      try DerivedRows(register).codes(ParticipantRegister.age, of: 1) == ["27", "28", "29"])
  }
}
