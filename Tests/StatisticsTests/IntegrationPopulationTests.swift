import Registers
import Statistics
import Testing

/// Who is in IMINT01, IMINT02 and IMINT03; 2023 refers to 31 December 2022.
@Suite struct IntegrationPopulationTests {
  @Test func `the model person is in the population of every period within five years`() throws {
    let micro = try IntegrationMicroRegister([])
    #expect(try micro.members("2020K1") == [])
    #expect(try micro.members("2020K2") == [1])
    for label in ["2021", "2022", "2023", "2024", "2025", "2025K1"] {
      #expect(try micro.members(label) == [1], "\(label)")
    }
    #expect(try micro.members("2025K2") == [])
    #expect(try micro.members("2026") == [])
  }

  @Test func `only immigrants count, not descendants or persons of Danish origin`() throws {
    let micro = try IntegrationMicroRegister(
      ["persons sex=1 born=1990-06-15 origin=SY ancestry=1"],
      ["persons sex=1 born=1990-06-15 origin=SY ancestry=2"],
      ["persons sex=1 born=1990-06-15 origin=SY ancestry=3"])
    #expect(try micro.members("2023") == [2])
  }

  @Test func `persons of 18 to 66 years on the reference date count`() throws {
    let micro = try IntegrationMicroRegister(
      ["persons sex=1 born=1956-01-01 origin=SY ancestry=2"],  // 66 until the next day
      ["persons sex=1 born=1955-12-31 origin=SY ancestry=2"],  // 67 that day
      ["persons sex=1 born=2002-03-10 origin=SY ancestry=2"])  // 18 on the immigration
    #expect(try micro.members("2023") == [1, 3])
    #expect(try micro.members("2022") == [1, 2, 3])
  }

  @Test func `who became 18 on the day of immigration counts, a day later not`() throws {
    let micro = try IntegrationMicroRegister(
      ["persons sex=2 born=2002-03-10 origin=SY ancestry=2"],
      ["persons sex=2 born=2002-03-11 origin=SY ancestry=2"])
    #expect(try micro.members("2020K2") == [1])
    #expect(try micro.members("2023") == [1])
  }

  @Test func `who immigrates on the 18th birthday that is the reference date counts`() throws {
    let lines = [
      "immigrations day=2022-12-31", "residences from=2022-12-31 municipality=101",
      "permits category=1 given=2022-12-01 imputed=0",
    ]
    let micro = try IntegrationMicroRegister(
      ["persons sex=2 born=2004-12-31 origin=SY ancestry=2"] + lines,
      ["persons sex=2 born=2005-01-01 origin=SY ancestry=2"] + lines)
    #expect(try micro.population("2023", "age", "lengthOfStay") == [1: ["18", "0"]])
  }

  @Test func `immigration on the reference date counts, the day after not`() throws {
    let micro = try IntegrationMicroRegister(
      [
        "immigrations day=2022-12-31", "residences from=2022-12-31 municipality=101",
        "permits category=1 given=2022-12-01 imputed=0",
      ],
      [
        // Registered as resident before the immigration: it is the immigration that decides.
        "immigrations day=2023-01-01", "residences from=2022-12-01 municipality=101",
        "permits category=1 given=2022-12-01 imputed=0",
      ])
    #expect(try micro.members("2023") == [1])
  }

  @Test func `immigration exactly five years before is not within five years`() throws {
    func person(_ day: String) -> [String] {
      [
        "immigrations day=\(day)", "residences from=2017-12-01 municipality=101",
        "permits category=1 given=2017-11-01 imputed=0",
      ]
    }
    let micro = try IntegrationMicroRegister(
      person("2017-12-30"), person("2017-12-31"), person("2018-01-01"))
    #expect(try micro.members("2023") == [3])
    #expect(try micro.members("2022") == [1, 2, 3])
    // "de op til fem records": five yearly reference dates a person, not six.
    for person in 1...3 {
      let records = try (2017...2026).count { try micro.members("\($0)").contains(person) }
      #expect(records == 5)
    }
  }

  @Test func `the first immigration counts, whatever came later`() throws {
    let micro = try IntegrationMicroRegister(
      [
        "immigrations day=2020-03-10", "immigrations day=2015-06-01",
        "residences from=2015-06-01 until=2016-06-01 municipality=101",
        "residences from=2020-03-10 municipality=101",
      ],
      ["immigrations day=2022-05-01", "immigrations day=2019-01-01"])
    // Person 1 first came in 2015; person 2's permit is of more than a year after the first time.
    #expect(try micro.population("2023", "lengthOfStay") == [2: ["3"]])
  }

  @Test func `only permits of the programme count`() throws {
    let micro = try IntegrationMicroRegister(
      ["permits category=1 given=2020-02-01 imputed=0"],
      ["permits category=2 given=2020-02-01 imputed=0"],
      ["permits category=3 given=2020-02-01 imputed=0"],
      ["permits category=4 given=2020-02-01 imputed=0"],
      ["permits category=5 given=2020-02-01 imputed=0"],
      ["permits category=6 given=2020-02-01 imputed=0"],
      ["permits category=7 given=2020-02-01 imputed=0"], ["permits"])
    #expect(
      try micro.population("2023", "permit") == [1: ["1"], 2: ["2"], 3: ["3"], 4: ["4"]])
  }

  @Test func `a permit exactly one year before the immigration counts, a day earlier not`() throws {
    let micro = try IntegrationMicroRegister(
      ["permits category=1 given=2019-03-10 imputed=0"],
      ["permits category=1 given=2019-03-09 imputed=0"])
    #expect(try micro.members("2023") == [1])
  }

  @Test func `a permit on the reference date counts, the day after not`() throws {
    let micro = try IntegrationMicroRegister(
      ["permits category=1 given=2022-12-31 imputed=0"],
      ["permits category=1 given=2023-01-01 imputed=0"])
    #expect(try micro.members("2023") == [1])
    #expect(try micro.members("2023K2") == [1, 2])
    #expect(try micro.members("2022") == [])
  }

  @Test func `of several permits the lowest value wins, not the first or the last`() throws {
    let micro = try IntegrationMicroRegister(
      [
        "permits category=2 given=2020-02-01 imputed=0",
        "permits category=1 given=2021-02-01 imputed=0",
      ],
      [
        "permits category=3 given=2020-02-01 imputed=0",
        "permits category=2 given=2020-02-01 imputed=0",
        "permits category=4 given=2020-02-01 imputed=0",
      ],
      ["permits category=5 given=2020-02-01 imputed=0", "permits category=4 imputed=1"])
    #expect(try micro.population("2023", "permit") == [1: ["1"], 2: ["2"], 3: ["4"]])
    #expect(try micro.population("2021", "permit")[1] == ["2"])
  }

  @Test func `a lower permit outside the window does not win`() throws {
    let micro = try IntegrationMicroRegister(
      [
        "permits category=1 given=2019-03-09 imputed=0",
        "permits category=3 given=2020-03-01 imputed=0",
      ],
      [
        "permits category=1 given=2023-01-01 imputed=0",
        "permits category=3 given=2020-03-01 imputed=0",
      ])
    #expect(try micro.population("2023", "permit") == [1: ["3"], 2: ["3"]])
    #expect(try micro.population("2024", "permit") == [1: ["3"], 2: ["1"]])
  }

  @Test func `an imputed permit is dated on the day of immigration`() throws {
    let micro = try IntegrationMicroRegister(
      ["permits category=2 imputed=1"],
      // A date beside it does not count: neither too early nor too late.
      ["permits category=2 given=2010-01-01 imputed=1"],
      ["permits category=2 given=2024-01-01 imputed=1"],
      ["permits category=2 given=2024-01-01 imputed=0"])
    #expect(try micro.members("2023") == [1, 2, 3])
    #expect(try micro.members("2020K2") == [1, 2, 3])
  }

  @Test func `a permit that is neither dated nor imputed does not count`() throws {
    let micro = try IntegrationMicroRegister(["permits category=2 imputed=0"])
    #expect(try micro.members("2023") == [])
  }

  @Test(arguments: ["DK", "FI", "FO", "GL", "IS", "NO", "SE"])
  func `a Nordic citizen on the reference date is not included`(country: String) throws {
    let micro = try IntegrationMicroRegister(
      ["citizenships country=\(country)"],
      ["citizenships country=SY", "citizenships country=\(country) from=2022-12-31"],
      ["citizenships country=SY", "citizenships country=\(country) from=2023-01-01"],
      [
        "citizenships country=SY from=2022-12-31",
        "citizenships country=\(country) until=2022-12-30",
      ],
      ["citizenships"], ["citizenships country=DE"])
    #expect(try micro.members("2023") == [3, 4, 5, 6])
    #expect(try micro.members("2022") == [2, 3, 5, 6])
  }

  @Test func `only residents on the reference date count`() throws {
    let micro = try IntegrationMicroRegister(
      ["residences from=2020-03-10 until=2022-12-31 municipality=101"],
      ["residences from=2020-03-10 until=2022-12-30 municipality=101"],
      [
        "residences from=2020-03-10 until=2021-05-05 municipality=101",
        "residences from=2022-12-31 municipality=751",
      ],
      ["residences from=2023-01-01 municipality=101"], ["residences"])
    #expect(try micro.population("2023", "municipality") == [1: ["101"], 3: ["751"]])
    #expect(try micro.members("2022") == [1, 2])
  }
}
