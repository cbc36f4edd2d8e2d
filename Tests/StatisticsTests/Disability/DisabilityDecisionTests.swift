import Registers
import Testing

@testable import Statistics

/// Micro-registers for who receives disability benefit, since when and to which degree.
struct DisabilityDecisionTests {
  private func june(_ year: Int) -> Month { Month(year, 6) }

  @Test func `a decision for one month of the year makes a recipient`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...5 { try micro.add(person) }
    micro.decide(1, from: Month(2022, 12))  // the last month only
    micro.decide(2, from: Month(2015, 1), until: Month(2022, 1))  // the first month only
    micro.decide(3, from: Month(2015, 1), until: Month(2021, 12))  // ended before
    micro.decide(4, from: Month(2023, 1))  // begins after
    #expect(micro.derived().persons == [1, 2])
    #expect(micro.derived(2021).persons == [2, 3])
    #expect(micro.derived(2023).persons == [1, 4])
  }

  @Test func `a positive decision counts without payment, a refusal does not`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...3 { try micro.add(person) }
    micro.decide(1, from: june(2020), paid: false)
    micro.decide(2, from: june(2020), degree: 0)
    micro.decide(3, from: june(2020))
    #expect(micro.derived().persons == [1, 3])
  }

  @Test func `a person who is not in the register of persons is left out`() throws {
    var micro = try DisabilityMicroRegister()
    micro.decide(1, from: june(2020))
    #expect(micro.derived().persons.isEmpty)
  }

  @Test func `the benefit begins the month after the 18th birthday`() throws {
    var micro = try DisabilityMicroRegister()
    try micro.add(1, born: Day(2004, 11, 30))  // 18 in November: December counts
    try micro.add(2, born: Day(2004, 12, 1))  // 18 in December: January 2023
    for person: Int32 in 1...2 { micro.decide(person, from: Month(2004, 1)) }
    #expect(micro.derived().persons == [1])
    #expect(try micro.derived().codes(DisabilityRegister.age) == [1: "18"])
    #expect(try micro.derived(2023).codes(DisabilityRegister.age) == [1: "19", 2: "19"])
  }

  @Test func `the benefit ends with the month of the 67th birthday`() throws {
    var micro = try DisabilityMicroRegister()
    try micro.add(1, born: Day(1955, 1, 1))  // 67 in January 2022
    try micro.add(2, born: Day(1954, 12, 31))  // 67 in December 2021
    for person: Int32 in 1...2 { micro.decide(person, from: Month(2010, 1)) }
    #expect(try micro.derived().codes(DisabilityRegister.age) == [1: "67"])
    #expect(micro.derived(2021).persons == [1, 2])
  }

  @Test func `new in January is who had no decision in December before`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...5 {
      try micro.add(person)
      try micro.reside(person)
    }
    micro.decide(1, from: Month(2022, 1))  // new in January
    micro.decide(2, from: Month(2021, 12))  // had December
    micro.decide(3, from: Month(2015, 1), until: Month(2021, 11))  // a month's break: new again
    micro.decide(3, from: Month(2022, 1))
    micro.decide(4, from: Month(2015, 1), until: Month(2021, 12))  // no break at all
    micro.decide(4, from: Month(2022, 1))
    micro.decide(5, from: Month(2021, 12), degree: 0)  // refused in December
    micro.decide(5, from: Month(2022, 1))
    #expect(try micro.derived().flagged(DisabilityRegister.isNewRecipient) == [1, 3, 5])
    #expect(try micro.derived(2021).flagged(DisabilityRegister.isNewRecipient) == [2])
  }

  @Test func `who begins again within the year is new once, and a new degree makes nobody new`()
    throws
  {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...2 {
      try micro.add(person)
      try micro.reside(person)
    }
    micro.decide(1, from: Month(2015, 1), until: Month(2022, 4))
    micro.decide(1, from: Month(2022, 6), until: Month(2022, 8))
    micro.decide(1, from: Month(2022, 11))
    micro.decide(2, from: Month(2015, 1), until: Month(2022, 4), degree: 50)
    micro.decide(2, from: Month(2022, 5))
    #expect(micro.derived().persons == [1, 2])
    #expect(try micro.derived().flagged(DisabilityRegister.isNewRecipient) == [1])
  }

  @Test func `only residents are new recipients`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...2 {
      try micro.add(person)
      micro.decide(person, from: Month(2022, 5))
    }
    try micro.reside(2)
    #expect(try micro.derived().flagged(DisabilityRegister.isNewRecipient) == [2])
  }

  @Test func `the highest degree of the year counts, before or after June`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...4 { try micro.add(person) }
    micro.decide(1, from: Month(2015, 1), until: Month(2022, 5), degree: 50)
    micro.decide(1, from: june(2022), degree: 100)  // raised in June
    micro.decide(2, from: Month(2015, 1), until: Month(2022, 5), degree: 80)
    micro.decide(2, from: june(2022), degree: 50)  // lowered in June
    micro.decide(3, from: Month(2015, 1), until: Month(2021, 12), degree: 100)
    micro.decide(3, from: Month(2022, 1), degree: 60)  // 100 until December before
    micro.decide(4, from: Month(2015, 1), until: Month(2022, 12), degree: 40)
    micro.decide(4, from: Month(2023, 1), degree: 100)  // 100 after the year
    #expect(
      try micro.derived().codes(DisabilityRegister.degree) == [
        1: "100", 2: "51-99", 3: "51-99", 4: "0-50",
      ])
    #expect(
      try micro.derived(2021).codes(DisabilityRegister.degree) == [
        1: "0-50", 2: "51-99", 3: "100", 4: "0-50",
      ])
  }

  @Test func `degrees fall into three groups at 50 and 100`() throws {
    var micro = try DisabilityMicroRegister()
    let degrees: [Int32] = [1, 30, 50, 51, 80, 99, 100]
    for (place, degree) in degrees.enumerated() {
      try micro.add(Int32(place + 1))
      micro.decide(Int32(place + 1), from: Month(2015, 1), degree: degree)
    }
    #expect(
      try micro.derived().codes(DisabilityRegister.degree) == [
        1: "0-50", 2: "0-50", 3: "0-50", 4: "51-99", 5: "51-99", 6: "51-99", 7: "100",
      ])
  }

  @Test func `work intensity is none, low below half, high from exactly half, full`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...6 {
      try micro.add(person)
      micro.decide(person, from: Month(2020, 1))
    }
    micro.employ(1, from: Month(2021, 1), until: Month(2021, 12))  // the year before only
    micro.employ(2, from: Month(2022, 8))  // 5 of 12
    micro.employ(3, from: Month(2022, 7))  // 6 of 12: exactly half
    micro.employ(4, from: Month(2022, 2))  // 11 of 12
    micro.employ(5, from: Month(2018, 1))  // all 12
    #expect(
      try micro.derived().codes(DisabilityRegister.workIntensity) == [
        1: "none", 2: "low", 3: "high", 4: "high", 5: "full", 6: "none",
      ])
  }

  @Test func `work counts only in months with a decision, and the same month once`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...5 { try micro.add(person) }
    micro.decide(5, from: Month(2022, 1))  // 5 + 1 of 12 months, in two jobs
    micro.employ(5, from: Month(2021, 3), until: Month(2022, 5))
    micro.employ(5, from: Month(2022, 11), until: Month(2022, 11))
    micro.decide(1, from: Month(2022, 7))  // worked until June: never both
    micro.employ(1, from: Month(2022, 1), until: june(2022))
    micro.decide(2, from: Month(2022, 11))  // 2 of 2 months
    micro.employ(2, from: Month(2022, 10))
    micro.decide(3, from: Month(2022, 9))  // 1 of 4 months, with two employers
    micro.employ(3, from: Month(2022, 8), until: Month(2022, 9))
    micro.employ(3, from: Month(2022, 9), until: Month(2022, 9))
    micro.decide(4, from: Month(2022, 11), paid: false)  // unpaid months count: 1 of 2
    micro.employ(4, from: Month(2022, 12))
    #expect(
      try micro.derived().codes(DisabilityRegister.workIntensity) == [
        1: "none", 2: "full", 3: "low", 4: "high", 5: "high",
      ])
  }

  @Test func `work intensity agrees with its fraction for all months with and without both`() {
    for months in 1...12 {
      for both in 0...months {
        let benefit = DisabilityRules.benefit(
          [.init(from: Month(2022, 13 - months), until: nil, degree: 100, isPaid: true)],
          from: Month(2000, 1), through: Month(2040, 1), in: 2022)
        let jobs =
          both == 0
          ? [] : [DisabilityRules.Employment(from: Month(2022, 13 - both), until: nil)]
        let share = Double(both) / Double(months)
        let expected = both == 0 ? "none" : share == 1 ? "full" : share < 0.5 ? "low" : "high"
        #expect(
          DisabilityRules.workIntensity(
            benefit, employment: DisabilityRules.employment(jobs, in: 2022)) == expected)
      }
    }
  }
}
