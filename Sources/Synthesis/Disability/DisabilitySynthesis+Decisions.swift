internal import Registers

extension DisabilitySynthesis {
  /// The months of `year` in which someone has the benefit; the first one of all when it is January
  /// or later, and January for who had it in December before.
  ///
  /// How long before is drawn with the decisions.
  mutating func benefit(born: Day, age: Int, in year: Int) -> ClosedRange<Month> {
    let first = born.advanced(byYears: 18).month.advanced(by: 1)
    let last = min(Month(year, 12), born.advanced(byYears: 67).month)
    let january = Month(year, 1)
    let likelihood = age < 20 ? 0.5 : age < 62 ? 0.085 : age < 67 ? 0.05 : 0
    guard first >= january || happens(likelihood) else { return january...last }
    let from = max(first, january)
    let months = Int(last.number - from.number)
    return from.advanced(by: draw(0...max(0, months)))...last
  }

  /// A degree in per cent: most have 100, more so the young, men and the least schooled.
  mutating func degree(age: Int, _ traits: Traits) -> Int {
    let byAge = age < 30 ? 0.04 : age < 45 ? 0.17 : 0.29
    let bySchool = [0.75, 1, 1.6, 0.6][min(3, traits.education)]
    guard happens(byAge * bySchool * (traits.sex == 0 ? 0.75 : 1.2)) else { return 100 }
    if happens(0.7) { return happens(0.85) ? 50 : happens(0.6) ? 40 : 30 }
    return [60, 70, 75, 80, 90][generator.below(5)]
  }

  /// Adds the decisions of a recipient, and those that do not make one; returns the first month of
  /// the benefit.
  mutating func addDecisions(of recipient: Recipient) -> Month {
    let (person, spell, degree) = (recipient.person, recipient.spell, recipient.degree)
    let january = Month(recipient.year, 1)
    var (from, first) = (spell.lowerBound, spell.lowerBound)
    if from > january || happens(0.006) {
      if happens(0.1), from > january.advanced(by: 3) {
        // Had it once before: new all the same.
        first = january.advanced(by: -14)
        append(person, first, january.advanced(by: -3), degree)
      }
    } else {
      // One in twelve began in each of the two years before.
      from = january.advanced(
        by: happens(0.16) ? -draw(1...24) : -25 - Int(240 * generator.unit() * generator.unit()))
      first = from
    }
    var until: Month? = spell.upperBound < Month(recipient.year, 12) ? spell.upperBound : nil
    if let died = recipient.died { until = max(spell.lowerBound, died.month) }
    if until == nil, recipient.ending == .isEnded || happens(0.004) {
      until = spell.lowerBound.advanced(by: draw(0...length(of: spell) - 1))
    }
    let isPaid = !happens(0.02)
    let raised = january.advanced(by: draw(1...10))
    if degree < 100, raised > spell.lowerBound, raised < until ?? spell.upperBound, happens(0.03) {
      append(person, from, raised.advanced(by: -1), degree, isPaid: isPaid)
      append(person, raised, until, 100, isPaid: isPaid)
    } else {
      append(person, from, until, degree, isPaid: isPaid)
    }
    return first
  }

  /// Adds a decision that makes nobody a recipient: ended before, refused, or to come.
  mutating func addIdleDecision(of person: Int32) {
    let before = Month(years.lowerBound, 1)
    switch generator.below(3) {
    case 0: append(person, before.advanced(by: -40), before.advanced(by: -2), 100)
    case 1:
      append(person, before.advanced(by: draw(-20...8)), nil, 0, isPaid: false)
    default: append(person, Month(years.upperBound + 1, 1).advanced(by: draw(0...3)), nil, 100)
    }
  }

  /// Adds months of employment; returns how many months with the benefit they cover, by year.
  mutating func addWork(
    of recipient: Recipient, from start: Month, in active: ClosedRange<Int>
  ) -> [Int] {
    let (person, months) = (recipient.person, length(of: recipient.spell))
    let likelihoods: [Double] = recipient.degree < 100 ? [0.24, 0.07, 0.1] : [0.86, 0.03, 0.03]
    let lot = generator.unit() * (recipient.age >= 62 ? 0.95 : 1)
    let before = Month(draw(2012...2019), draw(1...12))
    if lot < likelihoods[0] {
      if happens(0.3) {
        let last = start.advanced(by: -1 - draw(0...20))
        records.employment.append([person, min(before, last).number, last.number])
      }
      return active.map { _ in 0 }
    }
    if lot >= likelihoods.reduce(0, +) || months < 3 {
      records.employment.append([person, before.number, RegisterRecords.missing])
      return active.map { length(of: spell(of: recipient, from: start, in: $0)) }
    }
    let isLow = lot < likelihoods[0] + likelihoods[1]
    return active.map { year in
      addWork(
        person, isLow: isLow, in: spell(of: recipient, from: start, in: year))
    }
  }

  /// Adds work in some of the months of a year's spell; returns how many.
  private mutating func addWork(
    _ person: Int32, isLow: Bool, in spell: ClosedRange<Month>
  ) -> Int {
    let months = length(of: spell)
    guard months >= 3 else { return 0 }
    let half = (months + 1) / 2
    let worked = isLow ? draw(1...max(1, half - 1)) : draw(half...(months - 1))
    let first = spell.lowerBound.advanced(by: draw(0...(months - worked)))
    records.employment.append([person, first.number, first.advanced(by: worked - 1).number])
    return worked
  }

  /// The months of a year with the benefit, which began in the month `start`.
  func spell(
    of recipient: Recipient, from start: Month, in year: Int
  ) -> ClosedRange<Month> {
    if year == recipient.year { return recipient.spell }
    return min(max(start, Month(year, 1)), Month(year, 12))...Month(year, 12)
  }

  /// Months from the first to the last, both included.
  func length(of spell: ClosedRange<Month>) -> Int {
    Int(spell.upperBound.number - spell.lowerBound.number) + 1
  }

  private mutating func append(
    _ person: Int32, _ from: Month, _ until: Month?, _ degree: Int, isPaid: Bool = true
  ) {
    records.decisions.append([
      person, from.number, until?.number ?? RegisterRecords.missing, Int32(degree),
      isPaid ? 1 : 0,
    ])
  }
}
