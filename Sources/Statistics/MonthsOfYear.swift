internal import Registers

/// The months of a year that spells cover, and the December before it.
struct MonthsOfYear: Hashable, Sendable {
  /// Bit 0 is December of the year before, bits 1 … 12 are January … December.
  private(set) var bits: UInt16 = 0
  /// The number of the December before, as in ``Month/number``.
  private let december: Int32

  /// No months of `year`.
  init(of year: Int) {
    december = Month(year, 1).number - 1
  }

  /// Adds the months `from` … `until`, both included, as far as they are of the year.
  mutating func add(from: Int32, until: Int32) {
    let last = until == RegisterRecords.missing ? Int32.max : until
    let (low, high) = (max(from, december), min(last, december + 12))
    guard low <= high else { return }
    let length = UInt16(high - low + 1)
    bits |= ((1 << length) - 1) << UInt16(low - december)
  }

  /// January … December, without the December before.
  var inYear: UInt16 { bits & 0b1_1111_1111_1110 }

  /// How many months of the year.
  var count: Int { inYear.nonzeroBitCount }

  /// The months of the year that are here while the month before is not.
  var starts: UInt16 { inYear & ~(bits << 1) }

  /// How many months of the year are in both.
  func shared(with other: MonthsOfYear) -> Int {
    (inYear & other.inYear).nonzeroBitCount
  }
}

/// Work intensity, in the order of the list `no-work-intensity`; codes are those of the list.
enum WorkIntensity: String, CaseIterable {
  case none, low, high, full

  /// The part of the months with a benefit that have employment, too; exactly half is high.
  init(of benefit: MonthsOfYear, employment: MonthsOfYear) {
    let both = benefit.shared(with: employment)
    self =
      if both == 0 { .none } else if both == benefit.count { .full } else {
        2 * both < benefit.count ? .low : .high
      }
  }
}
