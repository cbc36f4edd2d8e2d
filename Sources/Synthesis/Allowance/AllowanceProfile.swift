/// What is drawn of a recipient before the events that say it: places in the code lists.
struct AllowanceProfile {
  /// Why somebody may not be resident at the end of the year.
  enum Departure: UInt8 { case none, died, emigrated }

  var sex: UInt8
  /// Years of age at the end of the profile's year.
  var age: UInt8
  var education: UInt8
  var background: UInt8
  var country: UInt16
  /// Among the leaves of the municipalities from 2020.
  var municipality: UInt16
  var intensity: UInt8
  var isNew: Bool
  var departure = Departure.none
}

/// The months of the allowance in a year: bit 0 is the December before, bits 1 … 12 the months.
struct AllowancePattern {
  let bits: UInt16

  private var inYear: UInt16 { bits & 0x1FFE }
  /// Months with the allowance.
  var count: Int { inYear.nonzeroBitCount }
  /// Starts after a month without.
  var starts: Int { (inYear & ~(bits << 1)).nonzeroBitCount }
  var hasDecemberBefore: Bool { bits & 1 == 1 }
  var goesOn: Bool { bits >> 12 & 1 == 1 }
  /// The first month with the allowance, 1 … 12.
  var first: Int { inYear.trailingZeroBitCount }
  /// The last one.
  var last: Int { 15 - inYear.leadingZeroBitCount }

  /// The month in which the allowance is received for the `rank`th time in the year.
  func month(ofRank rank: Int) -> Int {
    var rest = inYear
    for _ in 1..<rank { rest &= rest - 1 }
    return rest.trailingZeroBitCount
  }

  /// Takes the first spell out of `bits`: its first and last bit, or `nil` when there is none.
  static func takeSpell(_ bits: inout UInt16) -> (first: Int, last: Int)? {
    guard bits != 0 else { return nil }
    let first = bits.trailingZeroBitCount
    let length = (~(bits >> UInt16(first))).trailingZeroBitCount
    bits &= ~(((1 << UInt16(length)) - 1) << UInt16(first))
    return (first, first + length - 1)
  }
}

/// Draws the months of a year that go with being new or not and with a work intensity.
struct AllowancePatterns {
  private var patterns: [Kind: (bits: [UInt16], choice: WeightedChoice)] = [:]

  /// What a pattern has to be.
  struct Kind: Hashable {
    var isNew: Bool
    /// Whether the December before may have the allowance, though there is a start in the year.
    var mayBeRestart: Bool
    /// The fewest months with the allowance.
    var months: Int
  }

  /// Patterns of which those with the allowance in December are `goesOn` times as likely.
  init(goesOn: Double) {
    for isNew in [false, true] {
      for mayBeRestart in [false, true] {
        for months in 1...3 {
          let kind = Kind(isNew: isNew, mayBeRestart: mayBeRestart, months: months)
          patterns[kind] = Self.patterns(of: kind, goesOn: goesOn)
        }
      }
    }
  }

  /// A pattern for somebody; low intensity takes three months at least, high takes two.
  func draw(
    isNew: Bool, mayBeRestart: Bool, intensity: Int, _ generator: inout SeededGenerator
  ) -> AllowancePattern {
    let months = [1, 3, 2, 1][intensity]
    let kind = Kind(isNew: isNew, mayBeRestart: mayBeRestart, months: months)
    guard let (bits, choice) = patterns[kind] else {
      preconditionFailure("there are patterns of every kind")
    }
    return AllowancePattern(bits: bits[choice.draw(&generator)])
  }

  private static func patterns(
    of kind: Kind, goesOn: Double
  ) -> (bits: [UInt16], choice: WeightedChoice) {
    let all = (1..<UInt16(1 << 13)).map { AllowancePattern(bits: $0) }.filter {
      $0.count >= kind.months && ($0.starts > 0) == kind.isNew && $0.starts <= 3
        && (!kind.isNew || kind.mayBeRestart || !$0.hasDecemberBefore)
    }
    // Within a class every pattern is as likely but for those that go on; classes by their share.
    var sums: [Int: Double] = [:]
    func group(_ pattern: AllowancePattern) -> Int {
      2 * pattern.starts + (pattern.hasDecemberBefore ? 1 : 0)
    }
    func likelihood(_ pattern: AllowancePattern) -> Double { pattern.goesOn ? goesOn : 1 }
    for pattern in all { sums[group(pattern), default: 0] += likelihood(pattern) }
    let shares = [0: 0, 1: 1, 2: 0.8, 3: 0.1, 4: 0.06, 5: 0.02, 6: 0.015, 7: 0.005]
    let weights = all.map { pattern in
      likelihood(pattern) * (shares[group(pattern)] ?? 0) / (sums[group(pattern)] ?? 1)
    }
    return (all.map(\.bits), WeightedChoice(weights))
  }
}
