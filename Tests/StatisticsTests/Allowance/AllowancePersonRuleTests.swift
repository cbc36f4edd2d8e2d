import Columns
import Registers
import TestSupport
import Testing

@testable import Statistics

/// Rules about the person: residence, age, education, country background.
struct AllowancePersonRuleTests {
  @Test func `resident is who is registered on 31 December, in the municipality of that day`()
    throws
  {
    try checkAllowance(
      """
      1: allowance 2022-03/2022-09
      2: allowance 2022-03/2022-09; lives 0301 2020-01-01/2022-12-30
      3: allowance 2022-03/2022-09; lives 0301 2020-01-01/2022-12-31
      4: allowance 2022-03/2022-09; lives 0301 2020-01-01/2022-12-30; lives 4601 2022-12-31/
      5: allowance 2022-03/2022-09; lives 0301 2020-01-01/2022-12-31; lives 4601 2023-01-01/
      6: allowance 2022-03/2022-09; lives 0301 2020-01-01/2022-05-01; lives 0301 2023-01-01/
      7: allowance 2022-03/2022-09; lives 0301 2020-01-01/; lives 4601 2022-11-01/
      """,
      [
        AllowanceRegister.residence, AllowanceRegister.municipality, AllowanceRegister.isResident,
      ],
      gives: """
        1 resident 0301 yes
        2 non-resident none no
        3 resident 0301 yes
        4 resident 4601 yes
        5 resident 0301 yes
        6 non-resident none no
        7 resident 4601 yes
        """)
  }

  @Test func `the dead and those abroad are recipients, but not resident`() throws {
    try checkAllowance(
      """
      1: allowance 2022-01/2022-05; died 2022-05-10
      2: allowance 2022-01/2022-12; died 2022-12-31
      3: allowance 2022-01/2022-12; died 2023-01-01
      4: allowance 2022-01/2022-12; abroad
      5: allowance 2022-06/2022-12; lives 0301 2015-01-01/2022-08-15; died 2022-11-11
      """,
      [
        AllowanceRegister.isResident, AllowanceRegister.isNewRecipient,
        AllowanceRegister.isNewResident, AllowanceRegister.age,
      ],
      gives: """
        1 no yes no 42
        2 no yes no 42
        3 yes yes yes 42
        4 no yes no 42
        5 no yes no 42
        """)
  }

  @Test func `the municipality is of the list in force on 31 December`() throws {
    try checkAllowance(
      """
      1: allowance 2019-03/2020-09; lives 1201 1990-01-01/2019-12-31; lives 4601 2020-01-01/
      """, years: 2019...2020, [AllowanceRegister.year, AllowanceRegister.municipality],
      gives: """
        1 2019 1201
        1 2020 4601
        """)
  }

  @Test func `a code that is not in force on 31 December becomes the one that is`() throws {
    // Bergen is 1201 until 2020 and then 4601. 1850 Tysfjord was split: most of it is now 1806.
    try checkAllowance(
      """
      1: allowance 2018-03/2020-09; lives 1201 1990-01-01/
      2: allowance 2019-03/2020-09; lives 1850 1990-01-01/
      3: allowance 2019-03/2020-09; lives 4601 1990-01-01/
      4: allowance 2018-03/2020-09; lives 5061 1990-01-01/
      """, years: 2018...2020, [AllowanceRegister.year, AllowanceRegister.municipality],
      gives: """
        1 2018 1201
        1 2019 1201
        1 2020 4601
        2 2019 1850
        2 2020 1806
        3 2019 1201
        3 2020 4601
        4 2018 5061
        4 2019 5061
        4 2020 5061
        """)
  }

  @Test func `age is that of the end of the year, and from 18 to 67`() throws {
    try checkAllowance(
      """
      1: allowance 2022-01/2022-01; born 2004-12-31
      2: allowance 2022-12/2022-12; born 2005-01-01
      3: allowance 2022-01/2022-01; born 1955-01-01
      4: allowance 2022-01/2022-01; born 1954-12-31
      5: allowance 2022-01/2022-01; born 1987-12-31
      6: allowance 2022-01/2022-01; born 1988-01-01
      7: allowance 2022-01/2022-01; born 1992-02-29
      """,
      [AllowanceRegister.age],
      gives: """
        1 18
        3 67
        5 35
        6 34
        7 30
        """)
  }

  @Test func `age follows the year`() throws {
    try checkAllowance(
      """
      1: allowance 2019-03/2022-09; born 2003-07-01
      """, years: 2019...2022, [AllowanceRegister.year, AllowanceRegister.age],
      gives: """
        1 2021 18
        1 2022 19
        """)
  }

  @Test func `education is the highest completed on 1 October`() throws {
    try checkAllowance(
      """
      1: allowance 2022-01/; school 4 2000-06-15; school 6 2022-10-01
      2: allowance 2022-01/; school 4 2000-06-15; school 6 2022-10-02
      3: allowance 2022-01/; school 6 2004-06-15; school 3 2010-06-15
      4: allowance 2022-01/; school 2 1996-06-15; school 9 2010-06-15
      5: allowance 2022-01/
      6: allowance 2022-01/; school 7 2023-06-15
      """,
      [AllowanceRegister.education],
      gives: """
        1 03
        2 02
        3 03
        4 01
        5 09
        6 09
        """)
  }

  @Test func `levels of education go into four groups`() throws {
    let people = (0...9).map { "\($0 + 1): allowance 2022-01/; school \($0) 2000-06-15" }
    let groups = ["09", "01", "01", "02", "02", "02", "03", "03", "03", "09"]
    try checkAllowance(
      people.joined(separator: "\n"), [AllowanceRegister.education],
      gives: groups.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "\n"))
  }

  @Test func `an immigrant has nobody born in Norway back to the grandparents`() throws {
    // 131 Poland, 000 Norway.
    try checkAllowance(
      """
      1: allowance 2022-01/; birth 131 131 131 4
      2: allowance 2022-01/; birth 131 131 131 3
      3: allowance 2022-01/; birth 131 131 000 4
      4: allowance 2022-01/; birth 131 000 131 4
      5: allowance 2022-01/; birth 000 131 131 4
      6: allowance 2022-01/; birth 000 000 000 0
      7: allowance 2022-01/; birth 131 000 000 0
      """,
      [AllowanceRegister.background, AllowanceRegister.countryOfBirth],
      gives: """
        1 A 131
        2 rest 131
        3 rest 131
        4 rest 131
        5 rest 000
        6 rest 000
        7 rest 131
        """)
  }

  @Test func `an immigrant's background is that of the own country of birth, not the parents'`()
    throws
  {
    // Poland and Denmark are in group A, Ukraine (148), Somalia (346), stateless and unknown in B.
    try checkAllowance(
      """
      1: allowance 2022-01/; birth 131 148 346 4
      2: allowance 2022-01/; birth 148 131 131 4
      3: allowance 2022-01/; birth 980 346 346 4
      4: allowance 2022-01/; birth 990 990 990 4
      5: allowance 2022-01/; birth 101 101 101 4
      """,
      [AllowanceRegister.background],
      gives: """
        1 A
        2 B
        3 B
        4 B
        5 A
        """)
  }

  @Test func `who was stateless at birth or born in an unknown country is in the second group`()
    throws
  {
    try checkAllowance(
      """
      1: allowance 2022-01/; birth 980 131 131 4
      2: allowance 2022-01/; birth 990 131 131 4
      3: allowance 2022-01/; birth 980 990 990 4
      4: allowance 2022-01/; birth 990 000 990 4
      5: allowance 2022-01/; birth 131 980 990 4
      """,
      [AllowanceRegister.background],
      gives: """
        1 B
        2 B
        3 B
        4 rest
        5 A
        """)
  }

  @Test func `who is not in the register of persons is left out`() throws {
    let stranger = try AllowancePeople("2: allowance 2022-01/")
    let people = try AllowancePeople("1: allowance 2022-01/\n3: allowance 2022-01/")
    var records = people.records
    records.months.append(stranger.records.months)
    let library = try EmbeddedClassifications.library.get()
    let register = deriveAllowance(years: 2022...2022, from: records, library: library)
    #expect((0..<register.rowCount).map { register.identifiers[$0] } == [1, 3])
  }

  @Test func `the order of the rows does not matter`() throws {
    let lines = (1...20).map { person in
      """
      \(person): allowance 2021-0\(1 + person % 9)/2022-0\(1 + person % 7); \
      allowance 2022-1\(person % 3)/; works 2022-0\(1 + person % 5)/; born 19\(60 + person)-03-04; \
      school \(person % 9) 2001-01-01; lives 4601 2020-01-01/2022-0\(1 + person % 9)-01; \
      lives 0301 2022-11-0\(1 + person % 9)/
      """
    }
    let ordered = try AllowancePeople(lines.joined(separator: "\n")).derive()
    let reversed = try AllowancePeople(lines.reversed().joined(separator: "\n")).derive()
    #expect(ordered.rowCount == 20)
    for (id, variable) in ordered.variables {
      let other = try #require(reversed.variables[id])
      #expect((0..<20).map { variable.column[$0] } == (0..<20).map { other.column[$0] }, "\(id)")
    }
    for (id, amount) in ordered.amounts {
      let other = try #require(reversed.amounts[id])
      #expect((0..<20).map { amount[$0] } == (0..<20).map { other[$0] }, "\(id)")
    }
  }
}
