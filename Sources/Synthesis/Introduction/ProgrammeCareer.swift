internal import Registers

/// The spells and leaves of one person, in order.
struct ProgrammeCareer {
  /// A spell in the programme.
  struct Spell {
    var from: Day
    var until: Day
    var isCompleted: Bool
    var reason: String
  }
  /// A leave.
  struct Leave {
    let from: Day
    let until: Day
    let reason: String
  }
  var spells: [Spell]
  var leaves: [Leave] = []

  /// First day in the programme.
  var first: Day { spells[0].from }
  /// Last day in the programme.
  var last: Day { spells[spells.count - 1].until }
}

extension IntroductionSynthesis {
  /// A whole number in `range`.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + generator.below(range.count)
  }

  /// Whether something that happens in `percent` of the cases does.
  mutating func happens(_ percent: Double) -> Bool { generator.unit() * 100 < percent }

  /// When a person was in the programme, and why they left.
  mutating func career(of one: ProgrammePerson) -> ProgrammeCareer {
    // "Can generally last up to two years. In special cases … extended to three years."
    let days = happens(6) ? number(in: 740...1_090) : number(in: 480...900)
    let age = plan.age[one.model] + 18
    var from: Day
    var until: Day
    switch one.kind {
    case .left(let year):
      until = Day(year, 1, 1).advanced(byDays: generator.below(365))
      from = max(until.advanced(byDays: -days), Day(year - age + 18, 1, 1))
    case .began(let year):
      from = Day(year, 1, 1).advanced(byDays: generator.below(365))
      until = from.advanced(byDays: days - 1)
    case .published, .gone:
      let year = Day(Self.publishedYear, 1, 1)
      // Some day of the spell is in the year.
      from = year.advanced(byDays: generator.below(days + 350) - days + 1)
      until = from.advanced(byDays: days - 1)
      // Nobody begins before the year of their 18th birthday.
      from = max(from, Day(Self.publishedYear - age + 18, 1, 1))
    }
    if one.kind == .gone {
      // Leaves the country, and the programme, before the end of the year.
      let earliest = max(from, Day(Self.publishedYear, 1, 2))
      let latest = Day(Self.publishedYear, 12, 28)
      let left = earliest.advanced(
        byDays: generator.below(max(1, Int(latest.number - earliest.number))))
      until = min(until, left)
    }
    var career = ProgrammeCareer(spells: [
      ProgrammeCareer.Spell(
        from: from, until: until, isCompleted: happens(72), reason: endingReason(one))
    ])
    if one.kind != .gone, days > 400 { interrupt(&career, of: one) }
    takeLeaves(&career, of: one)
    return career
  }

  private mutating func endingReason(_ one: ProgrammePerson) -> String {
    if one.kind == .gone { return "07" }
    let isWoman = plan.sex[one.model] == 1
    let draw = generator.unit() - (isWoman ? 0 : 0.08)
    switch draw {
    case ..<0.24: return "01"
    case ..<0.46: return "02"
    case ..<0.63: return "03"
    case ..<0.76: return "04"
    case ..<0.86: return "05"
    case ..<0.93: return "06"
    case ..<0.985: return "07"
    default: return "99"
    }
  }

  /// Some drop out for weeks or months, a few for more than a year, and come back.
  private mutating func interrupt(_ career: inout ProgrammeCareer, of one: ProgrammePerson) {
    guard happens(8) else { return }
    let whole = career.spells[0]
    let stop = whole.from.advanced(byDays: number(in: 60...180))
    let back = stop.advanced(
      byDays: happens(90) ? number(in: 20...160) : number(in: 380...600))
    guard back < whole.until.advanced(byDays: -30) else { return }
    if one.kind == .published {
      let year = Day(Self.publishedYear, 1, 1)...Day(Self.publishedYear, 12, 31)
      // One of the two must be in the year, or the person would not be its participant.
      guard stop >= year.lowerBound || back <= year.upperBound else { return }
    }
    var first = whole
    first.until = stop
    first.isCompleted = false
    first.reason = happens(40) ? "07" : "06"
    career.spells = [first, whole]
    career.spells[1].from = back
  }

  /// Leaves in the last spell, and those for a birth at the end of it.
  private mutating func takeLeaves(_ career: inout ProgrammeCareer, of one: ProgrammePerson) {
    let isWoman = plan.sex[one.model] == 1
    let place = career.spells.count - 1
    let (from, until) = (career.spells[place].from, career.spells[place].until)
    let length = Int(until.number - from.number)
    if happens(10), length > 150 {
      let start = from.advanced(byDays: number(in: 30...(length - 100)))
      let end = min(start.advanced(byDays: number(in: 20...330)), until.advanced(byDays: -1))
      let reason =
        isWoman && happens(65) ? "1" : ["1", "2", "2", "3", "9"][generator.below(5)]
      career.leaves.append(.init(from: start, until: end, reason: reason))
    }
    if isWoman, one.kind != .gone, happens(5) {
      let start = until.advanced(byDays: number(in: 1...25))
      career.spells[place].isCompleted = false
      career.spells[place].reason = "06"
      career.leaves.append(
        .init(from: start, until: start.advanced(byDays: 365), reason: "1"))
    }
  }
}
