internal import Classifications
internal import Registers

extension DisabilityRules {
  /// A spell of residence in a municipality.
  struct Residence {
    let from: Day
    /// Last day, or `nil` while it runs.
    let until: Day?
    /// Its place in the list of all municipalities.
    let municipality: Int32
  }

  /// A completed education.
  struct Education {
    let completed: Day
    /// First digit of the NUS code, 0 to 9.
    let level: Int
  }

  /// Where someone's parents and grandparents come from; countries of `no-country-of-birth`.
  struct Origin {
    let birthCountry: String
    let mother: String
    let father: String
    let foreignGrandparents: Int
  }

  /// Code of Norway in `no-country-of-birth`.
  static let norway = "000"

  /// The day that residence and age refer to: 31 December.
  ///
  /// "Information on place of residence relates to the end of the statistical year, and information
  /// on age also refers to the end of the year."
  static func lastDay(of year: Int) -> Day { Day(year, 12, 31) }

  /// The day that education refers to: 1 October.
  ///
  /// "Data on education relates to 1 October in the statistical year."
  static func educationDay(of year: Int) -> Day { Day(year, 10, 1) }

  /// Age in completed years at the end of the year; for who died in it, the age that would have
  /// been reached.
  static func age(born: Day, at end: Day) -> Int { end.completedYears(since: born) }

  /// Whether the age is that of a young recipient.
  ///
  /// "Young disability benefit recipients are persons aged 18–29 receiving disability benefit."
  static func isYoung(age: Int) -> Bool { (18...29).contains(age) }

  /// Where someone is resident at the end of the year; `nil` for non-residents.
  ///
  /// "registered in the Central Population Register as resident in Norway as of 31 December";
  /// non-residents are "not registered as residents as of 31 December, either dead or living
  /// abroad". Of spells that overlap, the one that began last counts.
  static func residence(_ spells: [Residence], died: Day?, at end: Day) -> Int32? {
    if let died, died <= end { return nil }
    var latest: Residence?
    for spell in spells where spell.from <= end && spell.until.map({ end <= $0 }) ?? true {
      if let found = latest, spell.from < found.from { continue }
      latest = spell
    }
    return latest?.municipality
  }

  /// Highest education completed by a day, a code of `no-education`.
  ///
  /// "the highest completed education is classified as follows": NUS levels 1 and 2 are basic
  /// school, 3 to 5 upper secondary (5 is post-secondary short of higher education), 6 to 8 higher
  /// education; 0 (none) and 9 (unknown) share a group, and any other level is higher than they.
  static func education(_ completed: [Education], on day: Day) -> String {
    var highest = 0
    for education in completed where education.completed <= day && education.level < 9 {
      highest = max(highest, education.level)
    }
    switch highest {
    case 1...2: return "01"
    case 3...5: return "02"
    case 6...8: return "03"
    default: return "09"
    }
  }

  /// Whether someone is an immigrant.
  ///
  /// "Immigrants are persons born abroad to two foreign-born parents and four foreign-born
  /// grandparents."
  static func isImmigrant(_ origin: Origin) -> Bool {
    origin.birthCountry != norway && origin.mother != norway && origin.father != norway
      && origin.foreignGrandparents == 4
  }

  /// Country background, a code of `no-background-disability`.
  ///
  /// "EU/EEA, USA, Canada, Australia and New Zealand include immigrants with the following
  /// countries of birth: …"; "Persons who were stateless at birth and with an unknown country of
  /// birth are also included" in the other group. The immigrant's own country of birth decides,
  /// whatever countries the parents were born in; "Country of birth is normally the mother’s
  /// country of residence at the time of the person’s birth", which is how it is registered.
  static func background(_ origin: Origin, groups: Correspondence) -> String {
    guard isImmigrant(origin) else { return "rest" }
    return groups.target(of: origin.birthCountry) ?? "B"
  }
}
