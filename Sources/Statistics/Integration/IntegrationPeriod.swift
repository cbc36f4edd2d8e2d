public import Registers

/// The label of a period in the tables IMINT01, IMINT02 and IMINT03, and the day behind it.
public enum IntegrationPeriod: Sendable, Hashable {
  /// A year, such as `2023`.
  case year(Int)
  /// A quarter (1 … 4) of a year, such as `2023K2`.
  case quarter(Int, of: Int)

  /// As in the tables: `2023`, `2023K2`.
  public var label: String {
    switch self {
    case .year(let year): "\(year)"
    case .quarter(let quarter, let year): "\(year)K\(quarter)"
    }
  }

  /// The reference date of the period.
  public var referenceDate: Day {
    switch self {
    case .year(let year): Self.referenceDate(ofYear: year)
    case .quarter(let quarter, let year): Self.referenceDate(ofQuarter: quarter, year: year)
    }
  }

  /// The day behind a year.
  ///
  /// "årstallet [refererer] til d. 1. januar i året, selv om det reelt er d. 31. december året før.
  /// Dvs. 2023 betyder referencetidspunkt d. 31.12.2022." (I Udlændingedatabasen).
  static func referenceDate(ofYear year: Int) -> Day { Day(year - 1, 12, 31) }

  /// The day behind a quarter.
  ///
  /// "Kvartalet i tabellerne refererer til populationen pr. d. 1. dag i kvartalet, selv om det
  /// reelt er den sidste dag i det forrige kvartal. Dvs. 2023K2 betyder referencetidspunktet d.
  /// 31.03.2023." (I Udlændingedatabasen).
  static func referenceDate(ofQuarter quarter: Int, year: Int) -> Day {
    Month(year, 3 * quarter - 2).firstDay.advanced(byDays: -1)
  }
}
