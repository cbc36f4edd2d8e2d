internal import Registers

extension IntroductionSynthesis {
  /// Spells as KOSTRA had them until 2016, and the national register from 2017.
  mutating func addParticipations(_ career: ProgrammeCareer, in life: ProgrammeLife) {
    let (kostraEnd, registerStart) = (Day(2016, 12, 31), Day(2017, 1, 1))
    for spell in career.spells where spell.from <= Self.lastDay {
      let place = life.municipality(on: spell.until)
      let municipality = spell.until < Day(2020, 1, 1) ? codes.in2019[place] : codes.from2020[place]
      if spell.from <= kostraEnd {
        add(spell, by: municipality, source: codes.sources.kostra, knownUntil: kostraEnd)
      }
      if spell.until >= registerStart {
        add(spell, by: municipality, source: codes.sources.national, knownUntil: Self.lastDay)
      }
    }
  }

  /// A spell as a source has it: open when it ends after the last day that the source knows of.
  private mutating func add(
    _ spell: ProgrammeCareer.Spell, by municipality: Int32, source: Int32, knownUntil day: Day
  ) {
    let isOver = spell.until <= day
    let outcome = spell.isCompleted ? codes.outcomes.completed : codes.outcomes.droppedOut
    made.participations.append([
      person, spell.from.number, isOver ? spell.until.number : RegisterRecords.missing,
      municipality, source, isOver ? outcome : RegisterRecords.missing,
      isOver ? codes.reason(spell.reason) : RegisterRecords.missing,
    ])
  }

  mutating func addLeaves(_ career: ProgrammeCareer) {
    for leave in career.leaves where leave.from <= Self.lastDay {
      let until = leave.until <= Self.lastDay ? leave.until.number : RegisterRecords.missing
      made.leaves.append([person, leave.from.number, until, codes.leave(leave.reason)])
    }
  }

  /// The published measures in 2019; in other years each as often as in 2019.
  mutating func addMeasures(of one: ProgrammePerson, _ career: ProgrammeCareer) {
    for year in career.first.parts.year...min(career.last.parts.year, Self.lastYear)
    where career.spells.contains(where: { $0.overlaps(year) }) {
      if one.kind == .published, year == Self.publishedYear {
        for (code, _) in choices.measures where plan.measures[code]?[one.model] ?? false {
          addMeasure(code, in: year)
        }
        continue
      }
      if happens(5) {
        addMeasure("14", in: year)
        continue
      }
      for (code, share) in choices.measures where code != "14" && generator.unit() < share {
        addMeasure(code, in: year)
      }
    }
  }

  private mutating func addMeasure(_ code: String, in year: Int) {
    made.measures.append([person, Int32(year), codes.measures[code] ?? 0])
  }

  /// Adds the benefit, one row a year and spell.
  ///
  /// "The benefit on an annual basis is equal to twice the basic amount of National Insurance (2G).
  /// Participants under the age of 25 receive two-thirds"; absence reduces it.
  mutating func addBenefits(_ career: ProgrammeCareer, born: Day) {
    let attendance = 1 - 0.15 * generator.unit() * generator.unit()
    for spell in career.spells {
      let (first, last) = (spell.from.month, spell.until.month)
      guard first.year <= Self.lastYear else { continue }
      for year in first.year...min(last.year, Self.lastYear) {
        let from = max(first, Month(year, 1))
        let until = min(last, Month(year, 12))
        let kroner = (from.number...until.number).reduce(0.0) { sum, month in
          let isYoung = Month(number: month).firstDay.completedYears(since: born) < 25
          return sum + 2 * basicAmount(year) / 12 * (isYoung ? 2.0 / 3 : 1)
        }
        made.benefits.append([
          person, from.number, until.number, Int32((kroner * attendance).rounded()),
        ])
      }
    }
  }

  /// The basic amount (G) of National Insurance, average of the year, in kroner.
  private func basicAmount(_ year: Int) -> Double {
    switch year {
    case ..<2006: 60_059
    case 2006: 62_161
    case 2007: 65_505
    case 2008: 69_108
    case 2009: 72_006
    case 2010: 74_721
    case 2011: 78_024
    case 2012: 81_153
    case 2013: 84_204
    case 2014: 87_328
    case 2015: 89_502
    case 2016: 91_740
    case 2017: 93_281
    case 2018: 95_800
    case 2019: 98_866
    case 2020: 100_853
    case 2021: 104_716
    default: 109_784
    }
  }
}

extension ProgrammeCareer.Spell {
  /// Whether some day is in the year.
  func overlaps(_ year: Int) -> Bool { from <= Day(year, 12, 31) && until >= Day(year, 1, 1) }
}
