import Columns
import Registers
import Testing

@testable import Statistics

/// Rules about the months with the allowance: recipients, new recipients, accesses, work intensity.
struct AllowanceMonthRuleTests {
  @Test func `one month in the year makes a recipient`() throws {
    try checkAllowance(
      """
      1: allowance 2022-07/2022-07
      2: allowance 2021-01/2021-12
      3: allowance 2023-01/2023-05
      4: allowance 2021-05/
      5: allowance 2020-01/2022-01
      6: allowance 2022-12/2023-04
      7: works 2022-01/2022-12
      """,
      [AllowanceRegister.year],
      gives: """
        1 2022
        4 2022
        5 2022
        6 2022
        """)
  }

  @Test func `somebody is a recipient of every year that a spell goes into`() throws {
    try checkAllowance(
      """
      1: allowance 2019-11/2021-01
      2: allowance 2019-02/2019-03; allowance 2021-12/
      """, years: 2019...2022, [AllowanceRegister.year, AllowanceRegister.isNewRecipient],
      gives: """
        1 2019 yes
        1 2020 no
        1 2021 no
        2 2019 yes
        2 2021 yes
        2 2022 no
        """)
  }

  @Test func `for January the month before is December of the year before`() throws {
    try checkAllowance(
      """
      1: allowance 2022-01/2022-03
      2: allowance 2021-12/2022-03
      3: allowance 2021-06/2021-11; allowance 2022-01/2022-03
      4: allowance 2021-12/2021-12; allowance 2022-01/2022-03
      """,
      [AllowanceRegister.isNewRecipient, AllowanceRegister.accesses],
      gives: """
        1 yes 1
        2 no 0
        3 yes 1
        4 no 0
        """)
  }

  @Test func `a restart in the twelfth month makes a new recipient and an access`() throws {
    try checkAllowance(
      """
      1: allowance 2020-03/2022-10; allowance 2022-12/
      2: allowance 2020-03/2022-11; allowance 2022-12/
      3: allowance 2020-03/2022-10; allowance 2023-01/
      """,
      [AllowanceRegister.isNewRecipient, AllowanceRegister.accesses],
      gives: """
        1 yes 1
        2 no 0
        3 no 0
        """)
  }

  @Test func `each restart is an access, but a new recipient is counted once`() throws {
    let people = """
      1: allowance 2022-02/2022-03; allowance 2022-05/2022-05; allowance 2022-09/2022-12
      2: allowance 2021-05/2022-01; allowance 2022-03/2022-03; allowance 2022-05/2022-05
      3: allowance 2021-05/2022-12
      """
    try checkAllowance(
      people, [AllowanceRegister.isNewRecipient, AllowanceRegister.accesses],
      gives: """
        1 yes 3
        2 yes 2
        3 no 0
        """)
    #expect(try AllowancePeople(people).derive().flags["isNewRecipient"]?.selectedCount == 2)
  }

  @Test func `exactly half of the months is high intensity, less is low`() throws {
    try checkAllowance(
      """
      1: allowance 2022-01/2022-04; works 2022-03/2022-04
      2: allowance 2022-01/2022-05; works 2022-04/2022-05
      3: allowance 2022-01/2022-05; works 2022-03/2022-05
      4: allowance 2022-01/2022-02; works 2022-02/
      5: allowance 2022-01/2022-12; works 2022-12/
      6: allowance 2022-01/2022-12; works 2022-02/
      """,
      [AllowanceRegister.workIntensity],
      gives: """
        1 high
        2 low
        3 high
        4 high
        5 low
        6 high
        """)
  }

  @Test func `only months with both count as work, only months with the allowance as base`() throws
  {
    try checkAllowance(
      """
      1: allowance 2022-01/2022-06; works 2022-07/2022-12
      2: allowance 2022-07/2022-07; works 2022-07/2022-07
      3: allowance 2021-01/2022-06; works 2021-01/2021-12
      4: allowance 2021-07/2022-06; works 2022-01/2022-06
      5: allowance 2022-01/2022-02; works 2020-01/2022-01; works 2022-02/2022-02
      6: allowance 2022-03/2022-03; allowance 2022-05/2022-05; works 2022-04/2022-05
      7: allowance 2022-03/2022-03
      """,
      [AllowanceRegister.workIntensity],
      gives: """
        1 none
        2 full
        3 none
        4 full
        5 full
        6 high
        7 none
        """)
  }

  @Test func `months of all 8192 patterns are those of a slow count`() {
    for bits in UInt16(0)..<(1 << 13) {
      var months = MonthsOfYear(of: 2022)
      let december = Month(2021, 12).number
      let isThere = (0...12).map { bits >> UInt16($0) & 1 == 1 }
      for place in 0...12 where isThere[place] {
        months.add(from: december + Int32(place), until: december + Int32(place))
      }
      let starts = (1...12).filter { isThere[$0] && !isThere[$0 - 1] }
      #expect(months.count == isThere.dropFirst().count { $0 })
      #expect(AllowanceRules.accesses(months) == starts.count)
      #expect(AllowanceRules.isNewRecipient(months) == !starts.isEmpty)
      #expect(AllowanceRules.isRecipient(months) == isThere.dropFirst().contains(true))
    }
  }

  @Test func `spells of every beginning and end cover the months between`() {
    let december = Month(2021, 12).number
    for from in -3...15 {
      for until in from...16 {
        var months = MonthsOfYear(of: 2022)
        months.add(
          from: december + Int32(from),
          until: until == 16 ? RegisterRecords.missing : december + Int32(until))
        let covered = (0...12).filter { $0 >= from && ($0 <= until || until == 16) }
        #expect(months.bits == covered.reduce(0) { $0 | 1 << UInt16($1) }, "\(from) \(until)")
      }
    }
  }

  @Test func `work intensity over all pairs of months is the page's four levels`() {
    let all = MonthsOfYear(of: 2022)
    for count in 1...12 {
      for both in 0...count {
        var (allowance, employment) = (all, all)
        let january = Month(2022, 1).number
        allowance.add(from: january, until: january + Int32(count) - 1)
        if both > 0 { employment.add(from: january, until: january + Int32(both) - 1) }
        let share = Double(both) / Double(count)
        let expected: WorkIntensity =
          share == 0 ? .none : share < 0.5 ? .low : share < 1 ? .high : .full
        #expect(
          AllowanceRules.workIntensity(allowance: allowance, employment: employment) == expected)
      }
    }
  }
}
