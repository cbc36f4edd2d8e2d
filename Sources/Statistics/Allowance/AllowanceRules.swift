internal import Registers

/// The rules by which events become the variables of a recipient, one function a rule.
///
/// Sentences in quotation marks are the source page's: Statistics Norway, "Work assessment
/// allowance", About the statistics, section Definitions unless another is named.
enum AllowanceRules {
  /// The ages that the statistics are about: "persons between 18 and 67 years of age".
  static let ages = 18...67

  /// Whether somebody is a recipient of the year.
  ///
  /// "Recipients of work assessment allowance are persons who receive work assessment allowance …
  /// for at least one month in a year."
  static func isRecipient(_ allowance: MonthsOfYear) -> Bool {
    allowance.count >= 1
  }

  /// Whether somebody is a new recipient of the year, however often.
  ///
  /// "New recipients … received work assessment allowance in month m during the course of a year,
  /// but … did not receive it in month m-1. In cases where m represents January, m-1 will represent
  /// December in the preceding year. … recipients are only counted as a new recipient once".
  static func isNewRecipient(_ allowance: MonthsOfYear) -> Bool {
    allowance.starts != 0
  }

  /// "Access … refers to the number of times that work assessment allowance was restarted after a
  /// break of at least one month in a 12-month period. … each restart following a break of at least
  /// one month is counted as a reaccess."
  ///
  /// The page does not say what a first access is. We take the 12 months to be those of the year,
  /// and count every start in them after a month without the allowance, the very first one too: so
  /// a new recipient has at least one access, and nobody else has any.
  static func accesses(_ allowance: MonthsOfYear) -> Int {
    allowance.starts.nonzeroBitCount
  }

  /// Work intensity is "the number of months in which income from work and work assessment
  /// allowance is received / the number of months that work assessment allowance is received":
  /// "Zero (no months where both conditions occur), Low (employed for at least one but less than
  /// half of the months …), High (employed for more than half but not all months …) and Full
  /// (employed in all months …)".
  ///
  /// The page leaves exactly half open; we count it as high.
  static func workIntensity(
    allowance: MonthsOfYear, employment: MonthsOfYear
  ) -> WorkIntensity {
    WorkIntensity(of: allowance, employment: employment)
  }

  /// Age in completed years.
  ///
  /// "Information on place of residence and age relates to the end of the statistical year."
  ///
  /// Who died in the year has the age that they would have had.
  static func age(born: Day, atEndOf year: Int) -> Int {
    Day(year, 12, 31).completedYears(since: born)
  }

  /// Where somebody is resident on a day, if anywhere.
  ///
  /// "The statistics cover persons who were registered in the National Registry as resident in
  /// Norway as of 31 December."
  ///
  /// - Returns: The municipality, or `nil` for who is dead or abroad at the end of that day. Of
  ///   spells that overlap, the one that began last counts.
  static func municipality(
    in residences: Residences, rows: Range<Int>, died: Int32, on day: Day
  ) -> Int32? {
    if died != RegisterRecords.missing, died <= day.number { return nil }
    var best: Int?
    for row in rows where residences.from[row] <= day.number {
      let until = residences.until[row]
      guard until == RegisterRecords.missing || until >= day.number else { continue }
      if let found = best, residences.from[found] > residences.from[row] { continue }
      best = row
    }
    return best.map { residences.municipality[$0] }
  }

  /// The columns of the register of residences that say where somebody lives.
  struct Residences {
    let from: [Int32]
    let until: [Int32]
    let municipality: [Int32]
  }

  /// "Data on education relates to 1 October in the statistical year … the highest completed
  /// education".
  ///
  /// - Returns: The highest NUS level completed by then; 9 (unspecified) only where there is no
  ///   other, and when nothing is registered.
  static func highestEducation(
    completed: [Int32], levels: [Int32], rows: Range<Int>, on day: Day
  ) -> Int {
    var highest = -1
    for row in rows where completed[row] <= day.number && levels[row] < 9 {
      highest = max(highest, Int(levels[row]))
    }
    return highest < 0 ? 9 : highest
  }

  /// "The Norwegian Standard Classification of Education 2016 forms the basis for this
  /// classification": four groups of its levels, as in the tables of the page.
  ///
  /// - Returns: The code in `no-education`: 1-2 basic school, 3-5 upper secondary, 6-8 higher,
  ///   0 and 9 unknown or no completed education.
  static func educationGroup(ofLevel level: Int) -> String {
    switch level {
    case 1, 2: "01"
    case 3, 4, 5: "02"
    case 6, 7, 8: "03"
    default: "09"
    }
  }

  /// Whether somebody is an immigrant.
  ///
  /// "Immigrants are persons born abroad to two foreign-born parents and four foreign-born
  /// grandparents."
  ///
  /// An unknown country of birth is not Norway: "Persons who were stateless at birth or with an
  /// unknown country of birth are also included" among immigrants.
  static func isImmigrant(
    isBornAbroad: Bool, isMotherBornAbroad: Bool, isFatherBornAbroad: Bool,
    foreignGrandparents: Int
  ) -> Bool {
    isBornAbroad && isMotherBornAbroad && isFatherBornAbroad && foreignGrandparents == 4
  }
}
