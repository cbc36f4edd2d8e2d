import Registers
import Statistics
import Testing

/// The rules (a), (b) and (c) that give a former participant a leaving cohort, and residence.
struct IntroductionCohortTests {
  var micro: IntroductionMicroRegister

  init() throws { micro = try IntroductionMicroRegister() }

  @Test mutating func `(a) who completed or dropped out at the end of the year is in its cohort`()
    throws
  {
    try micro.settle(1, from: "2016-02-01", until: "2017-12-31", outcome: "1")
    try micro.settle(2, from: "2016-02-01", until: "2017-03-31", outcome: "2", reason: "05")
    try micro.settle(3, from: "2016-02-01")
    try micro.settle(4, from: "2016-02-01")
    try micro.add(\.leaves, "4, 2017-06-01, , 2")
    // Out and in again within the year, then out for good in the next.
    try micro.settle(5, from: "2016-02-01", until: "2017-03-31", outcome: "2", reason: "07")
    try micro.participate(5, from: "2017-05-01", until: "2018-05-31")
    try micro.settle(6)
    let found = try (1...6).map { try micro.cohorts(of: $0) }
    #expect(found == [["2017"], ["2017"], [], [], ["2018"], []])
  }

  @Test mutating func `(b) who is in the programme again the year after was only away`() throws {
    for person: Int32 in 1...4 {
      try micro.settle(person, from: "2016-02-01", until: "2017-09-30", outcome: "2", reason: "06")
    }
    try micro.participate(2, from: "2018-12-31", until: "2019-06-30")
    try micro.participate(3, from: "2019-01-01", until: "2019-06-30")
    try micro.participate(4, from: "2018-01-01", until: "2018-01-01")
    let found = try (1...4).map { try micro.cohorts(of: $0) }
    #expect(found == [["2017"], ["2019"], ["2017", "2019"], ["2018"]])
  }

  @Test mutating func `(c) a woman who leaves to give birth joins the next cohort`() throws {
    for person: Int32 in 1...9 {
      try micro.settle(
        person, sex: person == 3 ? "1" : "2", from: "2015-09-01", until: "2017-06-30",
        outcome: person == 4 ? "1" : "2", reason: "06")
    }
    try micro.add(
      \.leaves,
      // 1 at the last day, 2 immediately after, 3 is a man, 4 has completed.
      "1, 2017-06-01, 2017-07-31, 1", "2, 2017-07-31, 2018-07-30, 1", "3, 2017-06-01, , 1",
      "4, 2017-06-01, , 1",
      // 5 is ill, 6 gives birth 32 days after, 7 earlier in the programme.
      "5, 2017-06-01, , 2", "6, 2017-08-01, , 1", "7, 2017-01-10, 2017-06-29, 1",
      // A year of leave is over at the end of 2017 for 8, but not for 9.
      "8, 2016-12-31, 2017-06-30, 1", "9, 2017-01-01, 2017-06-30, 1")
    let found = try (1...9).map { try micro.cohorts(of: $0) }
    #expect(
      found == [
        ["2018"], ["2018"], ["2017"], ["2017"], ["2017"], ["2017"], ["2017"], ["2017"], ["2018"],
      ])
  }

  @Test mutating func `(c) a leave that begins in January after an end in December is one, too`()
    throws
  {
    try micro.settle(
      1, sex: "2", from: "2016-02-01", until: "2017-12-20", outcome: "2", reason: "06")
    try micro.add(\.leaves, "1, 2018-01-10, 2019-01-09, 1")
    #expect(try micro.cohorts(of: 1) == ["2018"])
  }

  @Test mutating func `(b) and (c) a woman who returns after her leave is in no earlier cohort`()
    throws
  {
    for person: Int32 in 1...3 {
      try micro.settle(
        person, sex: "2", from: "2016-02-01", until: "2017-06-30", outcome: "2", reason: "06")
      try micro.add(\.leaves, "\(person), 2017-06-01, 2018-05-31, 1")
    }
    try micro.participate(1, from: "2018-06-01", until: "2019-05-31")
    try micro.participate(2, from: "2019-01-01", until: "2019-05-31")
    // Back in the year after, and out again before its end.
    try micro.participate(3, from: "2018-06-01", until: "2018-08-31")
    let found = try (1...3).map { try micro.cohorts(of: $0) }
    #expect(found == [["2019"], ["2019"], ["2018"]])
  }

  @Test mutating func `a former participant is resident in November of the following year`() throws
  {
    for person: Int32 in 1...7 {
      let died = person == 6 ? "2018-11-16" : person == 7 ? "2018-11-17" : ""
      try micro.add(\.persons, "\(person), 1, 1990-05-17, \(died), 564, 564, 564, 4")
      try micro.participate(person, from: "2016-02-01", until: "2017-06-30")
    }
    try micro.add(
      \.residences, "1, 2015-01-01, , 1201", "2, 2015-01-01, 2018-11-15, 1201",
      "3, 2015-01-01, 2018-11-16, 1201", "4, 2015-01-01, 2017-12-31, 1201",
      "4, 2018-11-16, , 0301", "5, 2015-01-01, 2018-06-30, 1201", "5, 2018-12-01, , 0301",
      "6, 2015-01-01, 2018-11-16, 1201", "7, 2015-01-01, 2018-11-17, 1201")
    let rows = micro.former()
    #expect(rows.persons == [1, 3, 4, 7])
    // And who leaves the country later stays in the cohort.
    #expect(try rows.codes(FormerParticipantRegister.status, of: 3) == ["5", "5", "5", "5", "5"])
    #expect(try rows.codes(FormerParticipantRegister.home, of: 4)[0] == "030199")
  }

  @Test mutating func `a cohort of 2016 is KOSTRA's, checked against the register of 2017`() throws
  {
    for person: Int32 in 1...3 { try micro.settle(person) }
    try micro.add(
      \.participations, "1, 2015-02-01, 2016-06-30, 1201, kostra, 1, 01",
      "2, 2015-02-01, 2016-06-30, 1201, nir, 1, 01",
      "3, 2015-02-01, 2016-06-30, 1201, kostra, 2, 06",
      "3, 2017-02-01, 2018-06-30, 1201, nir, 1, 01")
    let found = try (1...3).map { try micro.cohorts(of: $0) }
    #expect(found == [["2016"], [], ["2018"]])
  }

  @Test mutating func `age is that of the end of the cohort's year`() throws {
    try micro.settle(1, born: "1999-12-31", from: "2016-12-01", until: "2017-06-30")
    try micro.settle(2, born: "2000-01-01", from: "2016-12-01", until: "2017-06-30")
    let rows = micro.former()
    #expect(rows.persons == [1])
    let ages = try rows.codes(FormerParticipantRegister.age, of: 1)
    #expect(ages == ["18", "18", "18", "18", "18"])
  }
}
