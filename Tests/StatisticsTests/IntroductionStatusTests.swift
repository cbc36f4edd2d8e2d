import Registers
import Statistics
import Testing

/// The status of former participants in the Novembers after the programme.
struct IntroductionStatusTests {
  var micro: IntroductionMicroRegister

  init() throws { micro = try IntroductionMicroRegister() }

  @Test mutating func `work and education go before unemployment, whatever else is registered`()
    throws
  {
    // Every combination of seven registrations: person = 1 + bits.
    let statuses = ["unemployed", "measure", "reduced", "sick", "assistance"]
    for bits: Int32 in 0..<128 {
      let person = bits + 1
      try micro.settle(person, from: "2016-02-01", until: "2017-06-30")
      if bits & 1 != 0 { try micro.add(\.employment, "\(person), 2018-11, 2018-11") }
      if bits & 2 != 0 { try micro.add(\.studies, "\(person), 2018-11") }
      for (place, status) in statuses.enumerated() where bits & (4 << Int32(place)) != 0 {
        try micro.add(\.labourMarket, "\(person), 2018-11, \(status)")
      }
    }
    let rows = micro.former()
    for bits in 0..<128 {
      let (works, studies) = (bits & 1 != 0, bits & 2 != 0)
      let (unemployed, onMeasure) = (bits & 4 != 0, bits & 8 != 0)
      let expected =
        switch (works, studies, unemployed, onMeasure) {
        case (true, true, _, _): "1"
        case (true, false, _, _): "2"
        case (false, true, _, _): "3"
        case (false, false, true, _), (false, false, _, true): "4"
        case (false, false, false, false): "5"
        }
      let codes = try rows.codes(FormerParticipantRegister.status, of: bits + 1)
      // The Novembers after have nothing.
      #expect(codes == [expected, "5", "5", "5", "5"], "\(bits)")
    }
  }

  @Test mutating func `each of the five years has the status of its own November`() throws {
    try micro.settle(1, from: "2016-02-01", until: "2017-06-30")
    try micro.add(
      \.employment, "1, 2017-11, 2018-10", "1, 2019-11, 2020-11", "1, 2021-12, 2022-10")
    try micro.add(\.studies, "1, 2018-10", "1, 2020-11", "1, 2021-11", "1, 2023-11")
    try micro.add(
      \.labourMarket, "1, 2018-11, measure", "1, 2019-11, unemployed", "1, 2021-11, unemployed",
      "1, 2022-12, unemployed")
    let rows = micro.former()
    let after = try rows.codes(FormerParticipantRegister.yearsAfter, of: 1)
    #expect(after == ["1", "2", "3", "4", "5"])
    let status = try rows.codes(FormerParticipantRegister.status, of: 1)
    #expect(status == ["4", "2", "1", "3", "5"])
  }

  @Test mutating func `an open spell of work goes on, and later Novembers have no rows`() throws {
    try micro.settle(1, from: "2016-02-01", until: "2019-06-30")
    try micro.add(\.employment, "1, 2020-11, ")
    #expect(
      try micro.former(2019).codes(FormerParticipantRegister.status, of: 1) == ["2", "2", "2"])
    #expect(micro.former(2019, through: 2020).rows(of: 1).count == 1)
    #expect(micro.former(2019, through: 2019).rows(of: 1).isEmpty)
  }

  @Test mutating func `the five years of who left to give birth run from the next cohort`() throws {
    try micro.settle(
      1, sex: "2", from: "2016-02-01", until: "2017-06-30", outcome: "2", reason: "06")
    try micro.add(\.leaves, "1, 2017-06-01, 2018-05-31, 1")
    try micro.add(\.studies, "1, 2018-11", "1, 2020-11")
    #expect(micro.former(2017).persons.isEmpty)
    // 2019 to 2022, and 2023 is not reached.
    let status = try micro.former(2018).codes(FormerParticipantRegister.status, of: 1)
    #expect(status == ["5", "3", "5", "5"])
  }

  @Test mutating func `a district counts for residents of Oslo only`() throws {
    for person: Int32 in 1...4 {
      try micro.add(\.persons, "\(person), 1, 1990-05-17, , 564, 564, 564, 4")
      try micro.participate(person, from: "2016-02-01", until: "2017-06-30")
      let home = person == 3 ? "1201" : "0301"
      try micro.add(\.residences, "\(person), 2015-01-01, , \(home)")
    }
    try micro.add(
      \.districts, "1, 2015-01-01, 2018-11-15, 030101", "1, 2018-11-16, , 030112",
      "3, 2015-01-01, , 030101", "4, 2015-01-01, 2018-01-31, 030101")
    let rows = micro.former()
    let found = try (1...4).map { try rows.codes(FormerParticipantRegister.home, of: $0)[0] }
    #expect(found == ["030112", "030199", "1201", "030199"])
  }
}
