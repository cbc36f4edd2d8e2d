internal import Classifications
internal import Registers

/// Turns profiles into rows of the event registers, one person after the other.
struct AllowanceEvents {
  private let layouts: AllowanceLayouts
  private let places: AllowancePlaces
  private let calendar = AllowanceCalendar()
  /// Months with the allowance before those of the year.
  private let history: WeightedChoice
  private var persons: RecordColumns
  private var residences: RecordColumns
  private var education: RecordColumns
  private var employment: RecordColumns
  private var months: RecordColumns
  /// The next person's number: eight digits, 41 apart, so that one is recognized wherever it turns
  /// up.
  private var number: Int32 = 52_000_007

  init(inputs: SynthesisInputs, expected: Int) throws(SynthesisDataError) {
    layouts = AllowanceLayouts(inputs.library)
    places = try AllowancePlaces(inputs: inputs)
    history = WeightedChoice(
      (0..<72).reduce(into: [1.0]) { weights, _ in
        weights.append(weights[weights.count - 1] * 0.975)
      })
    persons = RecordColumns(layouts.shared.persons, expected: expected)
    residences = RecordColumns(layouts.shared.residences, expected: expected * 9 / 5)
    education = RecordColumns(layouts.shared.education, expected: expected * 6 / 5)
    employment = RecordColumns(layouts.shared.employment, expected: expected)
    months = RecordColumns(layouts.months, expected: expected * 6 / 5)
  }

  /// The rows of everyone who was added.
  consuming func records() -> AllowanceRecords {
    var records = AllowanceRecords(layouts)
    records.persons = persons.records
    records.residences = residences.records
    records.education = education.records
    records.employment = employment.records
    records.months = months.records
    return records
  }

  /// Adds somebody who receives the allowance in `year` and is then as the profile says; `isLast`
  /// says whether it ends with the year at the latest.
  mutating func add(
    _ profile: AllowanceProfile, year: Int, isLast: Bool, patterns: AllowancePatterns,
    _ generator: inout SeededGenerator
  ) {
    let pattern = patterns.draw(
      isNew: profile.isNew, mayBeRestart: profile.age > 18, intensity: Int(profile.intensity),
      &generator)
    // The allowance is for the months from the 18th to the 67th birthday.
    let birthday =
      switch profile.age {
      case 18: generator.below(pattern.first)
      case 67: 11 - generator.below(13 - pattern.last)
      default: generator.below(12)
      }
    let person = AllowancePerson(
      number: number, profile: profile, pattern: pattern,
      bornIn: Int32((year - Int(profile.age)) * 12 + birthday), december: Int32(year * 12 - 1))
    number += 41
    let first = addAllowance(of: person, isLast: isLast || profile.age == 67, &generator)
    addEmployment(of: person, firstAllowance: first, isLast: isLast, &generator)
    addEducation(of: person, year: year, &generator)
    let born = calendar.day(in: person.bornIn, &generator)
    let gone = departure(of: person, &generator)
    addResidences(of: person, born: born, until: gone, firstAllowance: first, &generator)
    addPerson(person, born: born, died: profile.departure == .died ? gone : nil, &generator)
  }

  /// Adds the spells of the year and what came before; the first month of all.
  private mutating func addAllowance(
    of person: AllowancePerson, isLast: Bool, _ generator: inout SeededGenerator
  ) -> Int32 {
    let december = person.december
    let adult = person.bornIn + 18 * 12
    var first: Int32?
    if !person.pattern.hasDecemberBefore, generator.below(8) == 0 {
      let last = december - 1 - Int32(generator.below(24))
      let from = max(last - Int32(history.draw(&generator)), adult)
      if from <= last {
        months.append([person.number, from, last])
        first = from
      }
    }
    var rest = person.pattern.bits
    while let spell = AllowancePattern.takeSpell(&rest) {
      var from = december + Int32(spell.first)
      if spell.first == 0 { from = max(from - Int32(history.draw(&generator)), adult) }
      var until = december + Int32(spell.last)
      let mayGoOn = spell.last == 12 && !isLast && person.profile.departure != .died
      if mayGoOn, generator.below(10) > 0 { until = RegisterRecords.missing }
      months.append([person.number, from, until])
      first = first ?? from
    }
    return first ?? december
  }

  /// Adds work in as many months with the allowance as the intensity asks for, and some outside.
  private mutating func addEmployment(
    of person: AllowancePerson, firstAllowance: Int32, isLast: Bool,
    _ generator: inout SeededGenerator
  ) {
    let (pattern, december) = (person.pattern, person.december)
    let months = pattern.count
    let before = Int32(generator.below(60))
    let both: Int
    switch person.profile.intensity {
    case 0:
      // Work ended before the allowance began, or starts when it ends.
      if generator.below(100) < 45 {
        let until = firstAllowance - 1 - Int32(generator.below(6))
        employment.append([person.number, until - before, until])
      } else if !pattern.goesOn, generator.below(3) == 0 {
        let from = december + Int32(pattern.last) + 1
        employment.append([person.number, from, isLast ? from + before : RegisterRecords.missing])
      }
      return
    case 1: both = 1 + generator.below((months - 1) / 2)
    case 2: both = (months + 1) / 2 + generator.below(months - (months + 1) / 2)
    default: both = months
    }
    if both == months || generator.below(2) == 0 {
      let last = pattern.month(ofRank: both)
      let until =
        both == months && !isLast ? RegisterRecords.missing : december + Int32(last)
      employment.append([person.number, december + Int32(pattern.first) - before, until])
    } else {
      let from = pattern.month(ofRank: months - both + 1)
      let until = isLast ? december + 12 + before : RegisterRecords.missing
      employment.append([person.number, december + Int32(from), until])
    }
  }

  /// Adds what was completed by 1 October, sometimes with a lower level before it; a few complete a
  /// higher level after that day.
  private mutating func addEducation(
    of person: AllowancePerson, year: Int, _ generator: inout SeededGenerator
  ) {
    let bornYear = person.bornIn / 12
    func june(atAge age: Int) -> Int32 { min(bornYear + Int32(age), Int32(year)) * 12 + 5 }
    let level: Int
    var month = june(atAge: 16)
    switch person.profile.education {
    case 0: level = generator.below(30) == 0 ? 1 : 2
    case 1:
      level = [3, 4, 4, 4, 5][generator.below(5)]
      month = june(atAge: 19 + generator.below(3))
    case 2:
      level = [6, 6, 6, 7, 7, 8][generator.below(6)]
      month = june(atAge: 22 + generator.below(12))
    default: level = [-1, -1, -1, 0, 9][generator.below(5)]
    }
    if level >= 3, level < 9, generator.below(4) == 0 {
      addCompletion(of: person, level: 2, in: june(atAge: 16), &generator)
    }
    if level >= 0 { addCompletion(of: person, level: level, in: month, &generator) }
    if level < 6 || level == 9, generator.below(50) == 0 {
      let later = Int32(year * 12 + 10 + generator.below(2))
      addCompletion(of: person, level: 6, in: later, &generator)
    }
  }

  private mutating func addCompletion(
    of person: AllowancePerson, level: Int, in month: Int32, _ generator: inout SeededGenerator
  ) {
    education.append([person.number, calendar.day(in: month, &generator), Int32(level)])
  }

  /// The last day in the country of somebody who is not resident at the end of the year.
  private func departure(
    of person: AllowancePerson, _ generator: inout SeededGenerator
  ) -> Int32? {
    let last = person.december + Int32(person.pattern.last)
    switch person.profile.departure {
    case .none: return nil
    case .died: return calendar.day(in: last, &generator)
    case .emigrated:
      // Half of them with the last month of the allowance, others keep it abroad.
      let earlier = generator.below(2) == 0 ? 0 : generator.below(30)
      return calendar.day(in: last - Int32(earlier), &generator)
    }
  }

  /// Adds where somebody lived, from birth or immigration on; one in twenty has moved.
  private mutating func addResidences(
    of person: AllowancePerson, born: Int32, until: Int32?, firstAllowance: Int32,
    _ generator: inout SeededGenerator
  ) {
    var from = born
    if Int(person.profile.country) != places.norway {
      let month = firstAllowance - 6 - Int32(generator.below(200))
      from = max(born, calendar.day(in: max(month, person.bornIn), &generator))
    }
    let last = max(until ?? Int32.max, from)
    let home = Int(person.profile.municipality)
    if generator.below(20) == 0 {
      let moved = calendar.day(in: person.december - Int32(generator.below(48)) + 12, &generator)
      if moved > from, moved <= last {
        let other = places.elsewhere.draw(&generator)
        addResidence(of: person, from: from, until: moved - 1, in: other, &generator)
        from = moved
      }
    }
    addResidence(
      of: person, from: from, until: until == nil ? nil : last, in: home, &generator)
  }

  /// Adds a spell in a municipality, in two when its code changes in 2020.
  private mutating func addResidence(
    of person: AllowancePerson, from: Int32, until: Int32?, in municipality: Int,
    _ generator: inout SeededGenerator
  ) {
    let reform = calendar.reform
    if from < reform {
      let before = places.before2020(municipality, &generator)
      let last = min(until ?? Int32.max, reform - 1)
      residences.append([person.number, from, last, before])
    }
    if until ?? Int32.max >= reform {
      residences.append([
        person.number, max(from, reform), until ?? RegisterRecords.missing,
        places.from2020[municipality],
      ])
    }
  }

  /// Adds the person with parents and grandparents: immigrants as the page defines them, others
  /// short of it in every way.
  private mutating func addPerson(
    _ person: AllowancePerson, born: Int32, died: Int32?, _ generator: inout SeededGenerator
  ) {
    let profile = person.profile
    let (country, norway) = (Int(profile.country), places.norway)
    var (mother, father, grandparents) = (norway, norway, 0)
    let draw = generator.below(100)
    if profile.background < 2 {
      mother = draw < 92 ? country : places.abroad.draw(&generator)
      father = draw < 90 ? country : places.abroad.draw(&generator)
      grandparents = 4
    } else if country == norway {
      if draw < 4 {
        (mother, father, grandparents) = (
          places.abroad.draw(&generator), places.abroad.draw(&generator), 4
        )
      } else if draw < 9 {
        (father, grandparents) = (places.abroad.draw(&generator), 2)
      }
    } else if draw < 30 {
      (mother, grandparents) = (country, 2)
    } else if draw < 50 {
      (mother, father, grandparents) = (country, places.abroad.draw(&generator), 3)
    }
    persons.append([
      person.number, Int32(profile.sex), born, died ?? RegisterRecords.missing, Int32(country),
      Int32(mother), Int32(father), Int32(grandparents),
    ])
  }
}

/// Somebody whose events are being drawn.
private struct AllowancePerson {
  let number: Int32
  let profile: AllowanceProfile
  let pattern: AllowancePattern
  /// The month of birth, as in ``Month/number``.
  let bornIn: Int32
  /// December of the year before the profile's.
  let december: Int32
}
