internal import Registers

/// The processing that assigns former participants a leaving cohort: rules (a), (b) and (c) of the
/// page's section "Former participants, leaving cohort".
extension ProgrammeHistory {
  /// Rule (a): the status is "completed" or "dropped out" at the end of the year.
  ///
  /// "All participants on the introduction programme whose status in KOSTRA is 'completed' or
  /// 'dropped out' at the end of the year are initially included in the population".
  func hasLeft(atEndOf year: ProgrammeYear) -> Bool {
    switch status(atEndOf: year) {
    case .completed, .droppedOut: true
    case .inProgramme, .onLeave, nil: false
    }
  }

  /// Rule (b): in the programme again in the year after, so only on temporary leave from it.
  ///
  /// "Only those who have actually completed the course, i.e. who are not just on temporary leave
  /// from the programme, are included in the cohort. The population is therefore checked against
  /// those who participated in the programme the following year".
  func wasOnlyAway(after year: ProgrammeYear) -> Bool {
    isParticipant(in: ProgrammeYear(year.year + 1))
  }

  /// Rule (c): a woman who dropped out in the year with a leave for a birth that began in it, and
  /// whose year of leave is therefore not over at the end of it.
  ///
  /// "Women who drop out of the programme because they give birth immediately after dropping out of
  /// the programme or who for various reasons do not return to the programme once their leave ends,
  /// are added to the next cohort. Thus, they are only included in the statistics once they have
  /// had a year's leave for child care." The leave covers the last day in the programme (she does
  /// not return), or begins at most 31 days after it ("immediately"; the number is ours).
  func leftToGiveBirth(in year: ProgrammeYear) -> Bool {
    guard isWoman, status(atEndOf: year) == .droppedOut,
      let end = latestSpell(in: year)?.until
    else { return false }
    return leaves.contains { leave in
      let isAtTheEnd =
        leave.covers(end) || leave.from > end && leave.from <= end.advanced(byDays: 31)
      return leave.reason == ProgrammeLeave.birth && isAtTheEnd
        && leave.from.advanced(byYears: 1) > year.last
    }
  }

  /// Whether the person belongs to the leaving cohort of the year, by (a), (b) and (c) together.
  ///
  /// Who joins the next cohort by (c) is checked by (b) like the rest of it: against the year
  /// after the year that she left in, and against the year after the cohort's.
  func belongs(toCohortOf year: ProgrammeYear) -> Bool {
    let before = ProgrammeYear(year.year - 1)
    let leftNow = hasLeft(atEndOf: year) && !leftToGiveBirth(in: year)
    let leftBefore =
      hasLeft(atEndOf: before) && leftToGiveBirth(in: before) && !wasOnlyAway(after: before)
    return (leftNow || leftBefore) && !wasOnlyAway(after: year)
  }
}

/// What the registers say of a person in a November.
struct NovemberActivity {
  /// Paid work of at least one hour.
  var isEmployed: Bool
  /// Enrolled in education.
  var isInEducation: Bool
  /// Registered unemployed.
  var isUnemployed: Bool
  /// On an ordinary labour market initiative.
  var isOnInitiative: Bool

  /// The code of `no-former-participant-status`.
  ///
  /// "A person may, on the reference date, have more than one status at the same time": "we have
  /// examined the activities of employment and education in addition to the combination of these";
  /// "if a person is registered as unemployed, but is also in education, they are considered to be
  /// in education and not unemployed"; for other statuses, "work and other activities, as well as
  /// registered unemployment, are prioritised" (Data sources and sampling). Work therefore goes
  /// before unemployment too. "Unknown status means that they are not registered in any of the
  /// available data sources" (Definitions).
  var status: String {
    if isEmployed { return isInEducation ? "1" : "2" }
    if isInEducation { return "3" }
    return isUnemployed || isOnInitiative ? "4" : "5"
  }
}
