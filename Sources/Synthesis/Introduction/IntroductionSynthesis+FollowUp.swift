internal import Registers

extension IntroductionSynthesis {
  /// What someone mainly does in a November.
  private enum Activity {
    case work
    case study
    case both
    case unemployed
    case measure
    case other(String)
    case nothing
  }

  /// What a person does in each November from the year after the first end on: five years and one
  /// more after the last, as far as the registers and the life in Norway reach.
  mutating func addFollowUp(
    of one: ProgrammePerson, _ career: ProgrammeCareer, _ life: ProgrammeLife
  ) {
    let first = career.spells[0].until.parts.year + 1
    let last = min(career.last.parts.year + 6, Self.lastYear)
    guard first <= last else { return }
    let age = (career.last.number - life.born.number) / 365
    let isWoman = plan.sex[one.model] == 1
    var activity = Activity.nothing
    var workSince: Month?
    for year in first...last {
      let november = Month(year, 11)
      let isHere = life.homes.contains {
        $0.from <= november.firstDay && $0.until.map { $0 >= november.lastDay } ?? true
      }
      let isNew = year == first || happens(28)
      if isNew { activity = draw(years: year - first, isWoman: isWoman, isYoung: age < 30) }
      if !isHere { activity = .nothing }
      add(activity, in: november)
      let works =
        switch activity {
        case .work, .both: true
        default: false
        }
      if works, workSince == nil { workSince = november.advanced(by: -number(in: 0...8)) }
      if !works, let since = workSince {
        // Until some month before this November.
        made.employment.append([
          person, since.number, november.number - 1 - Int32(generator.below(9)),
        ])
        workSince = nil
      }
    }
    if let since = workSince {
      made.employment.append([person, since.number, RegisterRecords.missing])
    }
  }

  /// More of them work with the years; men more than women, and the young study more.
  private mutating func draw(years: Int, isWoman: Bool, isYoung: Bool) -> Activity {
    let work = (isWoman ? 0.24 : 0.46) + 0.05 * Double(min(years, 5))
    let study = isYoung ? 0.20 : 0.09
    let both = isYoung ? 0.14 : 0.05
    var draw = generator.unit()
    for (share, activity) in [
      (work, Activity.work), (study, .study), (both, .both), (0.07, .unemployed), (0.05, .measure),
      (0.05, .other("reduced")), (0.02, .other("sick")), (0.08, .other("assistance")),
    ] {
      if draw < share { return activity }
      draw -= share
    }
    return .nothing
  }

  /// The rows of a November, some with more than one status at the same time.
  private mutating func add(_ activity: Activity, in november: Month) {
    switch activity {
    case .study, .both: made.studies.append([person, november.number])
    case .unemployed: addStatus("unemployed", in: november)
    case .measure: addStatus("measure", in: november)
    case .other(let status): addStatus(status, in: november)
    case .work, .nothing: break
    }
    switch activity {
    case .work, .study, .both:
      if happens(9) {
        addStatus(["unemployed", "measure", "assistance"][generator.below(3)], in: november)
      }
    case .unemployed, .measure:
      if happens(20) { addStatus("assistance", in: november) }
    case .other, .nothing: break
    }
  }

  private mutating func addStatus(_ status: String, in month: Month) {
    made.labourMarket.append([person, month.number, codes.status(status)])
  }
}
