import Classifications
import Columns
import Registers
import Testing

@testable import Statistics

/// Micro-registers for age, residence, education and country background of recipients.
struct DisabilityPersonTests {
  @Test func `young recipients are those of 18 and of 29 at the end of the year`() throws {
    var micro = try DisabilityMicroRegister()
    let births = [
      Day(1992, 12, 31),  // 30 on 31 December
      Day(1993, 1, 1),  // 29
      Day(2004, 11, 30),  // 18
      Day(1985, 6, 1),
      Day(2000, 1, 1),  // 22, not resident
    ]
    for (person, born) in births.enumerated() {
      try micro.add(Int32(person + 1), born: born)
      micro.decide(Int32(person + 1), from: Month(2012, 1))
      if person < 4 { try micro.reside(Int32(person + 1)) }
    }
    #expect(
      try micro.derived().codes(DisabilityRegister.age) == [
        1: "30", 2: "29", 3: "18", 4: "37", 5: "22",
      ])
    #expect(try micro.derived().flagged(DisabilityRegister.isYoung) == [2, 3])
  }

  @Test func `residents live in Norway on 31 December, the dead and the emigrated do not`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...7 {
      try micro.add(
        person, died: person == 4 ? Day(2022, 12, 31) : person == 5 ? Day(2023, 1, 1) : nil)
      micro.decide(person, from: Month(2012, 1))
    }
    try micro.reside(1, until: Day(2022, 12, 30))  // emigrated the day before
    try micro.reside(2, until: Day(2022, 12, 31))  // and this one the day after
    try micro.reside(3, from: Day(2022, 12, 31))  // immigrated that day
    try micro.reside(4)  // died that day
    try micro.reside(5)  // died the day after
    try micro.reside(6, from: Day(2023, 1, 1))  // came too late
    let derived = micro.derived()
    #expect(derived.persons == [1, 2, 3, 4, 5, 6, 7])
    #expect(try derived.flagged(DisabilityRegister.isResident) == [2, 3, 5])
    let residence = try derived.codes(DisabilityRegister.residence)
    #expect(residence.filter { $0.value == "resident" }.keys.sorted() == [2, 3, 5])
    #expect(try derived.codes(DisabilityRegister.municipality)[1] == "none")
  }

  @Test func `the municipality is that of 31 December in the list of that day`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...4 {
      try micro.add(person)
      micro.decide(person, from: Month(2012, 1))
    }
    try micro.reside(1, until: Day(2022, 12, 30), in: "0301")  // moved on the last day
    try micro.reside(1, from: Day(2022, 12, 31), in: "4601")
    try micro.reside(2, in: "1201")  // Bergen by its code of 2019
    try micro.reside(3, in: "1850")  // Tysfjord was split in halves: the first
    try micro.reside(4, until: Day(2022, 12, 31), in: "0301")  // moved the day after
    try micro.reside(4, from: Day(2023, 1, 1), in: "4601")
    #expect(
      try micro.derived().codes(DisabilityRegister.municipality) == [
        1: "4601", 2: "4601", 3: "1806", 4: "0301",
      ])
    #expect(try micro.derived(2019).codes(DisabilityRegister.municipality)[2] == "1201")
    #expect(try micro.derived().flagged(DisabilityRegister.isResident) == [1, 2, 3, 4])
  }

  @Test func `education is the highest completed on 1 October`() throws {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...7 {
      try micro.add(person)
      micro.decide(person, from: Month(2012, 1))
    }
    micro.educate(1, 6, on: Day(2022, 10, 1))  // that day
    micro.educate(2, 6, on: Day(2022, 10, 2))  // the day after: school of before counts
    micro.educate(2, 2, on: Day(1996, 6, 15))
    micro.educate(3, 7, on: Day(2005, 6, 15))  // the highest, not the last
    micro.educate(3, 4, on: Day(2015, 6, 15))
    micro.educate(4, 9, on: Day(2005, 6, 15))  // unknown is no level above
    micro.educate(4, 1, on: Day(1995, 6, 15))
    micro.educate(5, 9, on: Day(2005, 6, 15))
    micro.educate(6, 5, on: Day(2005, 6, 15))  // short of higher education
    #expect(
      try micro.derived().codes(DisabilityRegister.education) == [
        1: "03", 2: "01", 3: "03", 4: "01", 5: "09", 6: "02", 7: "09",
      ])
  }

  @Test func `every level of education has one of four groups`() {
    let groups = (0...9).map { level in
      DisabilityRules.education(
        [.init(completed: Day(2000, 1, 1), level: level)], on: Day(2022, 10, 1))
    }
    #expect(groups == ["09", "01", "01", "02", "02", "02", "03", "03", "03", "09"])
  }

  @Test func `immigrants are born abroad to two foreign-born parents and four grandparents`()
    throws
  {
    var micro = try DisabilityMicroRegister()
    let poland = "131"
    let norway = "000"
    let cases: [(own: String, mother: String, father: String, grandparents: Int32)] = [
      (poland, poland, poland, 4),  // 1: an immigrant
      (norway, poland, poland, 4),  // 2: born in Norway
      (poland, norway, poland, 4),  // 3: mother born in Norway, to foreign-born parents
      (poland, poland, norway, 4),  // 4: father born in Norway, to foreign-born parents
      (poland, poland, poland, 3),  // 5: a grandparent from Norway
    ]
    for (place, one) in cases.enumerated() {
      let person = Int32(place + 1)
      try micro.add(
        person, countries: (one.own, one.mother, one.father),
        foreignGrandparents: one.grandparents)
      micro.decide(person, from: Month(2012, 1))
    }
    #expect(
      try micro.derived().codes(DisabilityRegister.background) == [
        1: "A", 2: "rest", 3: "rest", 4: "rest", 5: "rest",
      ])
    let isImmigrant = cases.map { one in
      DisabilityRules.isImmigrant(
        DisabilityRules.Origin(
          birthCountry: one.own, mother: one.mother, father: one.father,
          foreignGrandparents: Int(one.grandparents)))
    }
    #expect(isImmigrant == [true, false, false, false, false])
  }

  @Test func `the immigrant's own country decides when the parents come from two others`() throws {
    var micro = try DisabilityMicroRegister()
    let (poland, syria, germany) = ("131", "564", "144")
    let cases = [
      (syria, poland, germany),  // 1: born in Syria to parents from the EU
      (germany, syria, poland),  // 2: the mother from Syria
      (poland, poland, syria),  // 3: the father from Syria
    ]
    for (place, countries) in cases.enumerated() {
      let person = Int32(place + 1)
      try micro.add(person, countries: countries, foreignGrandparents: 4)
      micro.decide(person, from: Month(2012, 1))
    }
    #expect(
      try micro.derived().codes(DisabilityRegister.background) == [1: "B", 2: "A", 3: "A"])
  }

  @Test func `the first group has the countries that the page spells out, the second all others`()
    throws
  {
    let library = try DisabilityMicroRegister().library
    let listed = [
      "Denmark", "Greenland", "Finland", "Faroe Islands", "Iceland", "Sweden", "Belgium",
      "Bulgaria", "Andorra", "Estonia", "France", "Gibraltar", "Greece", "Ireland", "Croatia",
      "Italy", "Latvia", "Malta", "Netherlands", "Liechtenstein", "Luxembourg", "Monaco", "Poland",
      "Portugal", "Romania", "San Marino", "Lithuania", "Spain", "United Kingdom", "Switzerland",
      "Germany", "Slovenia", "Hungary", "Austria", "Vatican City", "Slovakia", "Czech Republic",
      "Canada", "USA", "Australia", "New Zealand",
    ]
    let countries = library.countryOfBirth
    let first = Set(
      try listed.map { name in
        // "USA" is the Norwegian name.
        countries.categories[try #require(countries.index(matching: name), "\(name)")].code
      })
    for code in countries.leafCodes where code != "000" {
      #expect(
        library.backgroundOfCountry.target(of: code) == (first.contains(code) ? "A" : "B"),
        "\(code)")
    }
    #expect(first.count == 41)
    #expect(library.disabilityBackground.leafCodes == library.background.leafCodes)
  }

  @Test func `who was stateless at birth or whose country is unknown is in the second group`()
    throws
  {
    var micro = try DisabilityMicroRegister()
    for (place, code) in ["980", "990", "101"].enumerated() {
      try micro.add(Int32(place + 1), countries: (code, code, code), foreignGrandparents: 4)
      micro.decide(Int32(place + 1), from: Month(2012, 1))
    }
    #expect(
      try micro.derived().codes(DisabilityRegister.background) == [1: "B", 2: "B", 3: "A"])
  }

  @Test func `a person has a row for each year as a recipient, described as of that year`() throws {
    var micro = try DisabilityMicroRegister()
    try micro.add(1, born: Day(1992, 5, 1))
    micro.decide(1, from: Month(2020, 12), until: Month(2021, 1), degree: 60)
    micro.decide(1, from: Month(2022, 6))
    try micro.reside(1, from: Day(2015, 1, 1), until: Day(2021, 6, 30), in: "0301")
    try micro.reside(1, from: Day(2021, 7, 1), until: Day(2022, 6, 30), in: "4601")
    micro.educate(1, 2, on: Day(2010, 6, 15))
    micro.educate(1, 4, on: Day(2021, 6, 15))
    try micro.add(2)
    micro.decide(2, from: Month(2021, 3), until: Month(2021, 3))
    let register = deriveDisability(
      years: 2020...2022, from: micro.records, library: micro.library)
    func codes(_ id: String) throws -> [String] {
      let variable = try #require(register.variables[id])
      return (0..<register.rowCount).map { variable.codes[variable.column[$0]] }
    }
    #expect((0..<register.rowCount).map { register.identifiers[$0] } == [1, 1, 1, 2])
    #expect(try codes(DisabilityRegister.year) == ["2020", "2021", "2022", "2021"])
    #expect(try codes(DisabilityRegister.age) == ["28", "29", "30", "41"])
    #expect(try codes(DisabilityRegister.municipality) == ["0301", "4601", "none", "none"])
    #expect(try codes(DisabilityRegister.education) == ["01", "02", "02", "09"])
    #expect(try codes(DisabilityRegister.degree) == ["51-99", "51-99", "100", "100"])
    let isNew = try #require(register.flags[DisabilityRegister.isNewRecipient])
    // New in December 2020; not in January 2021; new in June 2022, but abroad at its end.
    #expect((0..<register.rowCount).map { isNew[$0] } == [true, false, false, false])
  }
}
