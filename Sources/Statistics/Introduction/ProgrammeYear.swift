internal import Registers

/// The days and months of a statistical year that the rules refer to.
struct ProgrammeYear {
  /// The year.
  let year: Int
  /// 1 January.
  let first: Day
  /// 31 December: age, residence and status are those of this day.
  let last: Day
  /// November: "register data has a reference date in November each year" (About the statistics,
  /// Data sources and sampling).
  let november: Month
  /// The day in November on which residence is looked up.
  ///
  /// The page names no day; 16 November is ours, in the middle of the month.
  let referenceDay: Day

  init(_ year: Int) {
    self.year = year
    first = Day(year, 1, 1)
    last = Day(year, 12, 31)
    november = Month(year, 11)
    referenceDay = Day(year, 11, 16)
  }

  /// Where the participants of the year are counted from.
  ///
  /// "From 2017, statistics on participants in the introduction programme are based on data from
  /// the National Introduction Register (NIR)"; "until 2016 the statistics are based on local
  /// authorities' annual submissions" on KOSTRA form 11B (Data sources and sampling).
  var source: ProgrammeSource { year < 2017 ? .kostra : .nationalRegister }
}

/// Where a spell in the programme was reported.
enum ProgrammeSource: String {
  /// KOSTRA form 11B.
  case kostra
  /// The National Introduction Register (NIR).
  case nationalRegister = "nir"
}

/// How a spell in the programme ended.
enum ProgrammeOutcome: String {
  /// Completed.
  case completed = "1"
  /// Dropped out, for whatever reason.
  case droppedOut = "2"
}

/// The status of a participant of the year at the end of it.
enum ProgrammeStatus {
  /// In the programme, and there.
  case inProgramme
  /// In the programme, but on leave.
  case onLeave
  /// Completed the programme during the year.
  case completed
  /// Dropped out during the year.
  case droppedOut
}
