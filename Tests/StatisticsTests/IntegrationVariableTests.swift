import Registers
import Statistics
import Testing

/// What IMINT01, IMINT02 and IMINT03 say of a person.
@Suite struct IntegrationVariableTests {
  @Test func `sex, age and origin are those of the reference date`() throws {
    let micro = try IntegrationMicroRegister([
      "persons until=2022-03-31 sex=1 born=1990-06-15 origin=SY ancestry=2",
      "persons from=2022-04-01 sex=2 born=1985-01-01 origin=IQ ancestry=2",
    ])
    let variables = ["sex", "age", "origin"]
    func said(_ label: String) throws -> [String]? {
      try micro.population(label, variables[0], variables[1], variables[2])[1]
    }
    #expect(try said("2022") == ["1", "31", "SY"])
    #expect(try said("2022K2") == ["1", "31", "SY"])
    #expect(try said("2022K3") == ["2", "37", "IQ"])
    #expect(try said("2023") == ["2", "37", "IQ"])
  }

  @Test func `the day of birth of the reference date decides who was 18 at immigration`() throws {
    let micro = try IntegrationMicroRegister([
      "persons until=2022-03-31 sex=1 born=2004-01-01 origin=SY ancestry=2",
      "persons from=2022-04-01 sex=1 born=2000-01-01 origin=SY ancestry=2",
    ])
    #expect(try micro.members("2022") == [])
    #expect(try micro.population("2023", "age") == [1: ["22"]])
  }

  @Test func `age is in completed years: the birthday counts`() throws {
    let micro = try IntegrationMicroRegister(
      ["persons sex=1 born=1990-12-31 origin=SY ancestry=2"],
      ["persons sex=1 born=1991-01-01 origin=SY ancestry=2"])
    #expect(try micro.population("2023", "age") == [1: ["32"], 2: ["31"]])
  }

  @Test func `length of stay is completed years from the first immigration`() throws {
    let micro = try IntegrationMicroRegister([])
    let stays = try ["2021", "2021K2", "2022", "2022K2", "2023", "2024", "2025", "2025K1"].map {
      try micro.population($0, "lengthOfStay")[1]?[0] ?? "-"
    }
    // Came on 10 March 2020: on 31 March 2021 a year is completed.
    #expect(stays == ["0", "1", "1", "2", "2", "3", "4", "4"])
  }

  @Test func `length of stay starts with the first immigration also after a stay abroad`() throws {
    let micro = try IntegrationMicroRegister([
      "immigrations day=2018-02-01", "immigrations day=2022-02-01",
      "permits category=3 given=2018-02-01 imputed=0",
      "residences from=2018-02-01 until=2019-01-01 municipality=101",
      "residences from=2022-02-01 municipality=101",
    ])
    #expect(try micro.population("2023", "lengthOfStay") == [1: ["4"]])
  }

  @Test func `municipality is that of the reference date`() throws {
    let micro = try IntegrationMicroRegister([
      "residences from=2020-03-10 until=2022-12-30 municipality=101",
      "residences from=2022-12-31 until=2023-03-31 municipality=461",
      "residences from=2023-04-01 municipality=851",
    ])
    let homes = try ["2022", "2023", "2023K2", "2023K3"].map {
      try micro.population($0, "municipality")[1]
    }
    #expect(homes == [["101"], ["461"], ["461"], ["851"]])
  }

  @Test func `a period's label is a variable of each row`() throws {
    let micro = try IntegrationMicroRegister([])
    #expect(try micro.population("2023K2", "period") == [1: ["2023K2"]])
    #expect(try micro.population("2023", "period") == [1: ["2023"]])
  }
}
