import Classifications
import Columns
import Registers
import TestSupport
import Testing

@testable import Statistics

/// The derivation against a slow twin, on small registers with every oddity that fits in them.
struct DisabilityTwinTests {
  /// SplitMix64: the same numbers everywhere.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) >> 33) % bound
    }
    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
  }

  private let library: ClassificationLibrary
  init() throws { library = try EmbeddedClassifications.library.get() }

  /// Registers of a dozen persons around the years 2020 to 2022, their rows in any order.
  private func registers(_ numbers: inout Numbers) throws -> DisabilityRecords {
    var micro = try DisabilityMicroRegister()
    for person: Int32 in 1...12 {
      // Around 18, 29, 67 and 14 years, and in the middle; the leap day among them.
      let born = numbers.one(of: [
        Day(2004, 2, 29), Day(2003, 12, 31), Day(2004, 11, 30), Day(1993, 1, 1),
        Day(1992, 12, 31), Day(1954, 6, 15), Day(1955, 1, 1), Day(1953, 12, 31), Day(2008, 12, 31),
        Day(2007, 1, 1), Day(1975, 4, 4), Day(1980, 10, 1),
      ])
      let countries = ["000", "000", "131", "564", "990", "101"]
      let died = numbers.one(of: [
        nil, nil, nil, Day(2021, 12, 31), Day(2022, 1, 1), Day(2020, 7, 1),
      ])
      if person < 12 {
        try micro.add(
          person, born: born, died: died,
          countries: (
            numbers.one(of: countries), numbers.one(of: countries), numbers.one(of: countries)
          ), foreignGrandparents: Int32(3 + numbers.below(2)))
      }
      for _ in 0..<numbers.below(4) {
        let from = Month(2019, 6).advanced(by: numbers.below(45))
        micro.decide(
          person, from: from,
          until: numbers.one(of: [nil, from.advanced(by: numbers.below(20))]),
          degree: numbers.one(of: [0, 40, 50, 51, 99, 100]), paid: numbers.below(2) == 0)
      }
      for _ in 0..<numbers.below(4) {
        let from = Month(2019, 6).advanced(by: numbers.below(45))
        micro.employ(
          person, from: from,
          until: numbers.one(of: [nil, from.advanced(by: numbers.below(12))]))
      }
      var day = Day(2018, 1, 1)
      for _ in 0..<numbers.below(4) {
        let until = numbers.one(of: [
          Day(2020, 12, 30), Day(2020, 12, 31), Day(2021, 12, 31), Day(2022, 12, 30),
        ])
        guard until >= day else { continue }
        try micro.reside(
          person, from: day, until: until, in: numbers.one(of: ["0301", "4601", "1101"]))
        day = until.advanced(byDays: 1 + numbers.below(2))
      }
      if numbers.below(3) > 0 { try micro.reside(person, from: day, in: "5001") }
      for _ in 0..<numbers.below(3) {
        micro.educate(
          person, Int32(numbers.below(10)),
          on: numbers.one(of: [Day(2020, 10, 1), Day(2021, 10, 2), Day(2000, 1, 1)]))
      }
      for year: Int32 in 2020...2022 {
        if numbers.below(4) > 0 {
          micro.earn(
            person,
            (0..<6).map { _ in Int32(numbers.one(of: [0, 100, 333, -50, 1_000, 240])) },
            year: year)
        }
        if numbers.below(4) > 0 {
          micro.join(
            person, numbers.one(of: [1, 2, 3, 4, 2_000_000_000]), year: year)
        }
      }
    }
    for group: Int32 in 1...6 {
      micro.addGroup(
        group, persons: Int32(numbers.below(4)), from14: Int32(1 + numbers.below(2)),
        under14: Int32(numbers.below(2)), income: numbers.one(of: [0, 400, 600, 500]),
        year: Int32(2020 + numbers.below(3)))
    }
    return shuffled(micro.records, &numbers)
  }

  private func shuffled(
    _ records: DisabilityRecords, _ numbers: inout Numbers
  ) -> DisabilityRecords {
    func shuffle(_ records: inout RegisterRecords) {
      var order = Array(0..<records.rowCount)
      for place in order.indices.reversed() {
        order.swapAt(place, numbers.below(place + 1))
      }
      records = RegisterRecords(
        records.layout, columns: records.columns.map { column in order.map { column[$0] } })
    }
    var records = records
    shuffle(&records.persons)
    shuffle(&records.residences)
    shuffle(&records.education)
    shuffle(&records.employment)
    shuffle(&records.decisions)
    shuffle(&records.incomes)
    shuffle(&records.households)
    shuffle(&records.populationIncomes)
    return records
  }

  @Test(arguments: 0..<60)
  func `derived recipients are those of the slow twin, in each year and in all together`(
    seed: Int
  ) throws {
    var numbers = Numbers(state: UInt64(seed))
    let records = try registers(&numbers)
    let together = deriveDisability(years: 2020...2022, from: records, library: library)
    let yearVariable = try #require(together.variables[DisabilityRegister.year])
    for (place, year) in (2020...2022).enumerated() {
      let expected = NaiveDisability(records: records, library: library, year: year).recipients()
      let alone = deriveDisability(years: year...year, from: records, library: library)
      for (register, rows) in [
        (alone, Array(0..<alone.rowCount)),
        (together, (0..<together.rowCount).filter { yearVariable.column[$0] == place }),
      ] {
        #expect(rows.map { register.identifiers[$0] } == expected.keys.sorted())
        for row in rows {
          #expect(recipient(register, row) == expected[register.identifiers[row]])
        }
      }
    }
  }

  /// A row of the derived register.
  private func recipient(_ register: Register, _ row: Int) -> NaiveDisability.Recipient {
    NaiveDisability.Recipient(
      codes: register.variables.mapValues { $0.codes[$0.column[row]] },
      flags: Set(register.flags.filter { $0.value[row] }.keys),
      amounts: register.amounts.mapValues { $0[row] })
  }
}
