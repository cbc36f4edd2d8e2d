import Registers
import Statistics
import Testing

/// What IMINT04 and IMINT05 say: cohorts by year of immigration.
@Suite struct IntegrationCohortTests {
  @Test func `a cohort is everyone of a year of immigration who was in IMINT01 once`() throws {
    let micro = try IntegrationMicroRegister(
      [],
      // Came in 2019.
      ["immigrations day=2019-12-31"],
      // Left before the first 1 January.
      ["residences from=2020-03-10 until=2020-12-30 municipality=101"],
      // Left after it.
      ["residences from=2020-03-10 until=2020-12-31 municipality=101"],
      // A second immigration does not make another cohort.
      ["immigrations day=2020-01-01", "immigrations day=2021-02-02"],
      // Never in the programme.
      ["permits category=5 given=2020-02-01 imputed=0"])
    #expect(try micro.cohort(2020, through: 2023, "period").keys.sorted() == [1, 4, 5])
    #expect(try micro.cohort(2019, through: 2023).keys.sorted() == [2])
    #expect(try micro.cohort(2021, through: 2023).isEmpty)
  }

  @Test func `cohorts begin with who was in IMINT01 on 1 January 2008`() throws {
    func person(_ day: String, until: String) -> [String] {
      [
        "persons sex=1 born=1970-06-15 origin=IQ ancestry=2",
        "immigrations day=\(day)", "permits category=1 given=\(day) imputed=0",
        "residences from=\(day) until=\(until) municipality=101",
      ]
    }
    let micro = try IntegrationMicroRegister(
      person("2003-01-01", until: "2007-12-31"), person("2003-01-01", until: "2007-12-30"),
      person("2002-12-31", until: "2010-01-01"))
    #expect(try micro.cohort(2003, through: 2023).keys.sorted() == [1])
    // On 31 December 2007 the five years of person 3 are over.
    #expect(try micro.cohort(2002, through: 2023).isEmpty)
  }

  @Test func `who is given a permit in the third year joins the cohort of the immigration`() throws
  {
    let micro = try IntegrationMicroRegister([
      "permits category=2 given=2022-06-01 imputed=0",
      "residences from=2020-03-10 until=2021-12-31 municipality=101",
      "residences from=2022-01-01 municipality=751",
    ])
    // IMINT01 of 2021 and 2022 do not have the person; that of 2023 is the first.
    #expect(try micro.cohort(2020, through: 2022).isEmpty)
    #expect(
      try micro.cohort(2020, through: 2023, "municipality", "permit") == [1: ["751", "2"]])
  }

  @Test func `sex, origin, day of birth and municipality are those of the first reference date`()
    throws
  {
    let micro = try IntegrationMicroRegister([
      "persons until=2020-12-30 sex=1 born=1980-01-01 origin=TR ancestry=2",
      "persons from=2020-12-31 until=2021-12-30 sex=2 born=1990-03-10 origin=SY ancestry=2",
      "persons from=2021-12-31 sex=1 born=1970-01-01 origin=IQ ancestry=2",
      "residences from=2020-03-10 until=2020-12-30 municipality=101",
      "residences from=2020-12-31 until=2021-12-30 municipality=461",
      "residences from=2021-12-31 municipality=851",
      "permits category=2 given=2020-03-01 imputed=0",
      "permits category=1 given=2021-06-01 imputed=0",
    ])
    #expect(
      try micro.cohort(
        2020, through: 2023, "sex", "ageAtImmigration", "origin", "municipality", "permit")
        == [1: ["2", "30", "SY", "461", "2"]])
  }

  @Test func `age is that at immigration, not on the reference date`() throws {
    let micro = try IntegrationMicroRegister(
      ["persons sex=1 born=1990-03-10 origin=SY ancestry=2"],
      ["persons sex=1 born=1990-03-11 origin=SY ancestry=2"])
    #expect(
      try micro.cohort(2020, through: 2023, "ageAtImmigration") == [1: ["30"], 2: ["29"]])
  }

  @Test func `employment is that of November in the year after the year of immigration`() throws {
    let micro = try IntegrationMicroRegister(
      [
        "employment year=2020 status=3", "employment year=2021 status=1",
        "employment year=2022 status=2",
      ],
      ["employment year=2021 status=2"], ["employment year=2021 status=3"],
      ["employment year=2020 status=1", "employment year=2022 status=1"], [])
    #expect(
      try micro.cohort(2020, through: 2023, "employment")
        == [1: ["1"], 2: ["2"], 3: ["3"], 4: ["9"], 5: ["9"]])
  }

  @Test func `employment is a year after immigration also when the permit came later`() throws {
    let micro = try IntegrationMicroRegister([
      "permits category=1 given=2022-02-01 imputed=0", "employment year=2021 status=1",
      "employment year=2023 status=3",
    ])
    #expect(try micro.cohort(2020, through: 2023, "employment") == [1: ["1"]])
  }

  @Test func `residence n years after is that of 31 December, seen from the first municipality`()
    throws
  {
    let first = "residences from=2020-03-10 until=2021-12-30 municipality=101"
    let micro = try IntegrationMicroRegister(
      [],
      // Gentofte: another municipality of the same region.
      [first, "residences from=2021-12-31 municipality=157"],
      // Aarhus; and back the next year.
      [
        first, "residences from=2021-12-31 until=2022-12-30 municipality=751",
        "residences from=2022-12-31 municipality=101",
      ],
      // Left before and after the day.
      [first],
      ["residences from=2020-03-10 until=2021-12-31 municipality=101"])
    let after = (1...2).map { IntegrationCohortRegister.residence(yearsAfter: $0) }
    #expect(
      try micro.cohort(2020, through: 2023, yearsAfter: 1...2, after[0], after[1])
        == [
          1: ["same", "same"], 2: ["region", "region"], 3: ["other", "same"],
          4: ["abroad", "abroad"], 5: ["same", "abroad"],
        ])
    let homes = (1...2).map { IntegrationCohortRegister.municipality(yearsAfter: $0) }
    #expect(
      try micro.cohort(2020, through: 2023, yearsAfter: 1...2, homes[0], homes[1])
        == [
          1: ["101", "101"], 2: ["157", "157"], 3: ["751", "101"], 4: ["abroad", "abroad"],
          5: ["101", "abroad"],
        ])
  }

  @Test func `what is later than the last reference date is not known`() throws {
    let micro = try IntegrationMicroRegister(["employment year=2021 status=1"])
    func told(_ last: Int) throws -> [String]? {
      try micro.cohort(
        2020, through: last, yearsAfter: 1...2, "employment", "residenceAfter1", "residenceAfter2"
      )[1]
    }
    // The reference date of 2021 is 31 December 2020: the year after has not begun.
    #expect(try told(2020) == nil)
    #expect(try told(2021) == ["unknown", "unknown", "unknown"])
    #expect(try told(2022) == ["1", "same", "unknown"])
    #expect(try told(2023) == ["1", "same", "same"])
  }
}
