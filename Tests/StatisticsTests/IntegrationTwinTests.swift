import Registers
import Testing

/// Persons whose days stand close to the edges of the rules, against the twin.
@Suite struct IntegrationTwinTests {
  /// Draws the lines of a person.
  private struct Chance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func below(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 11) % bound
    }

    mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

    /// A reference date of a year or quarter.
    mutating func anyReferenceDay() -> Day {
      let (year, quarter) = (2007 + below(17), below(4))
      return Month(year, 3 * quarter + 1).firstDay.advanced(byDays: -1)
    }

    /// A day at most one before or after.
    mutating func near(_ day: Day) -> Day { day.advanced(byDays: below(3) - 1) }

    mutating func person() -> [String] {
      let reference = anyReferenceDay()
      var came = near(reference.advanced(byYears: -one(of: [0, 0, 1, 2, 3, 4, 5, 5])))
      if below(3) == 0 { came = came.advanced(byDays: -below(300)) }
      if came.parts.month == 2, came.parts.day == 29 { came = came.advanced(byDays: 1) }
      return immigrations(came) + descriptions(came, reference) + permits(came, reference)
        + citizenships(reference) + residences(came, reference) + employment(came)
    }

    private mutating func immigrations(_ came: Day) -> [String] {
      var days = [came]
      if below(4) == 0 { days.append(came.advanced(byDays: 1 + below(900))) }
      if below(12) == 0 { days.append(came.advanced(byDays: -1 - below(900))) }
      if below(30) == 0 { days = [] }
      let lines = days.map { "immigrations day=\($0)" }
      return lines.isEmpty ? ["immigrations"] : below(2) == 0 ? lines : lines.reversed()
    }

    private mutating func born(_ came: Day, _ reference: Day) -> Day {
      switch below(5) {
      case 0: near(came.advanced(byYears: -18))
      case 1: near(reference.advanced(byYears: -one(of: [18, 19, 22])))
      case 2: near(reference.advanced(byYears: -one(of: [66, 67])))
      default: near(reference.advanced(byYears: -20 - below(40))).advanced(byDays: -below(2))
      }
    }

    private mutating func descriptions(_ came: Day, _ reference: Day) -> [String] {
      func line(_ chance: inout Chance, _ spell: String) -> String {
        let (sex, born) = (chance.one(of: ["1", "2"]), chance.born(came, reference))
        let origin = chance.one(of: ["SY", "UA", "IQ", "TR"])
        let ancestry = chance.one(of: ["2", "2", "2", "2", "2", "2", "2", "1", "3"])
        return "persons\(spell) sex=\(sex) born=\(born) origin=\(origin) ancestry=\(ancestry)"
      }
      guard below(3) == 0 else { return [line(&self, "")] }
      let change = near(reference)
      return [
        line(&self, " until=\(change.advanced(byDays: -1))"), line(&self, " from=\(change)"),
      ]
    }

    private mutating func permits(_ came: Day, _ reference: Day) -> [String] {
      let lines = (0..<1 + below(3)).map { _ -> String in
        let category = one(of: [1, 2, 3, 4, 1, 2, 3, 4, 5, 6])
        let day =
          switch below(4) {
          case 0: near(came.advanced(byYears: -1))
          case 1: near(reference)
          default: came.advanced(byDays: below(400) - 200)
          }
        let given = below(8) == 0 ? "" : " given=\(day)"
        return "permits category=\(category)\(given) imputed=\(below(5) == 0 ? 1 : 0)"
      }
      return below(25) == 0 ? ["permits"] : lines
    }

    private mutating func citizenships(_ reference: Day) -> [String] {
      let change = near(reference)
      switch below(9) {
      case 0: return ["citizenships"]
      case 1: return ["citizenships country=SY", "citizenships country=DK from=\(change)"]
      case 2: return ["citizenships country=SE until=\(change)", "citizenships country=UA"]
      default: return ["citizenships country=SY"]
      }
    }

    private mutating func residences(_ came: Day, _ reference: Day) -> [String] {
      var lines: [String] = []
      var from = below(4) == 0 ? came.advanced(byDays: below(60)) : came
      for _ in 0..<below(4) {
        let until =
          from > reference || below(2) == 0
          ? from.advanced(byDays: below(500)) : max(from, near(reference))
        lines.append("residences from=\(from) until=\(until) municipality=\(place())")
        from = until.advanced(byDays: below(3) == 0 ? 1 + below(400) : 1)
      }
      if below(5) > 0 { lines.append("residences from=\(from) municipality=\(place())") }
      return lines.isEmpty ? ["residences"] : lines
    }

    private mutating func place() -> Int { one(of: [101, 101, 157, 461, 561, 751]) }

    private mutating func employment(_ came: Day) -> [String] {
      let lines = (came.parts.year...came.parts.year + 2).compactMap { year in
        below(3) == 0 ? nil : "employment year=\(year) status=\(1 + below(3))"
      }
      return lines.isEmpty ? ["employment"] : lines
    }
  }

  private static let seeds: ClosedRange<UInt64> = 1...6

  private func people(_ seed: UInt64) -> [[String]] {
    var chance = Chance(seed)
    return (0..<60).map { _ in chance.person() }
  }

  @Test(arguments: seeds) func `who is in the population, and what is said of them, is the twin's`(
    seed: UInt64
  ) throws {
    let people = people(seed)
    let micro = try IntegrationMicroRegister(people: people)
    var found = 0
    let labels = (2006...2026).flatMap { year in ["\(year)"] + (1...4).map { "\(year)K\($0)" } }
    for label in labels {
      let days = ["K1": "-12-31", "K2": "-03-31", "K3": "-06-30", "K4": "-09-30", "": "-12-31"]
      let (year, quarter) = (Int(label.prefix(4)) ?? 0, String(label.dropFirst(4)))
      let day = "\(["", "K1"].contains(quarter) ? year - 1 : year)\(days[quarter] ?? "")"
      let told = try micro.population(
        label, "sex", "age", "origin", "lengthOfStay", "permit", "municipality")
      found += told.count
      for (number, lines) in people.enumerated() {
        let expected = IntegrationTwin(lines).record(on: day).map { Array($0.dropLast()) }
        #expect(told[number + 1] == expected, "\(label): \(lines.joined(separator: "; "))")
      }
    }
    #expect(found > 300)
  }

  @Test(arguments: seeds) func `cohorts, and what is said of them, are the twin's`(
    seed: UInt64
  ) throws {
    let people = people(seed)
    let micro = try IntegrationMicroRegister(people: people)
    var found = 0
    for last in [2007, 2008, 2015, 2024] {
      let expected = people.map { IntegrationTwin($0).cohort(through: last) }
      for year in 2000...2024 {
        let told = try micro.cohort(
          year, through: last, yearsAfter: 1...2, "sex", "ageAtImmigration", "origin", "permit",
          "municipality", "employment", "residenceAfter1", "residenceAfter2")
        found += told.count
        for (number, cohort) in expected.enumerated() {
          let codes = cohort.flatMap { $0.year == year ? $0.codes : nil }
          #expect(
            told[number + 1] == codes,
            "\(year) through \(last): \(people[number].joined(separator: "; "))")
        }
      }
    }
    #expect(found > 25)
  }
}
