public import Publication

/// A cell of a view, ready to be shown.
///
/// Its texts are made when they are asked for.
public struct ViewCell: Sendable, Hashable {
  /// The figure times ten to the power of `decimals`; 0 where there is none.
  let scaled: Int
  /// Decimals shown.
  public let decimals: Int
  /// Why there is no figure, or `published`.
  public let status: CellStatus
  /// Whether the figure is nil: exactly 0, and nothing rounded to it.
  public let isNil: Bool
  /// How the agency writes it when there is no figure, or nil.
  let symbols: SymbolProfile

  /// A figure of `scaled` units of its last decimal: 51 with one decimal is 5.1.
  public init(scaled: Int, decimals: Int) {
    self.scaled = scaled
    self.decimals = decimals
    self.status = .published
    self.isNil = false
    self.symbols = .norway
  }

  /// Nil, as an agency writes it.
  public init(nilOf symbols: SymbolProfile) {
    self.scaled = 0
    self.decimals = 0
    self.status = .published
    self.isNil = true
    self.symbols = symbols
  }

  /// A symbol of an agency.
  public init(symbol status: CellStatus, of symbols: SymbolProfile) {
    self.scaled = 0
    self.decimals = 0
    self.status = status
    self.isNil = false
    self.symbols = symbols
  }

  /// The figure with its decimals and no thousand mark (`12435`, `5.1`), or the symbol.
  public var text: String { symbol ?? written(thousands: "") }

  /// The figure as a number; `nil` when there is none.
  public var value: Double? {
    guard status == .published else { return nil }
    return Double(scaled) / Double(powerOfTen(decimals))
  }

  /// The text as screens show it: thousands set apart by a plain blank.
  public var grouped: String { symbol ?? written(thousands: " ") }

  private var symbol: String? { isNil ? symbols.nilSymbol : symbols.symbol(of: status) }

  private func written(thousands: String) -> String {
    let unit = UInt(powerOfTen(decimals))
    let magnitude = scaled.magnitude
    let sign = scaled < 0 ? "-" : ""
    var whole = String(magnitude / unit)
    if !thousands.isEmpty, whole.utf8.count > 3 { whole = grouped(whole, by: thousands) }
    guard decimals > 0 else { return sign + whole }
    let fraction = String(magnitude % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return "\(sign)\(whole).\(zeros)\(fraction)"
  }

  private func grouped(_ digits: String, by mark: String) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.utf8.count - position) % 3 == 0 { result += mark }
      result.append(digit)
    }
    return result
  }
}

/// 10 to the power of `exponent`, at most 18.
func powerOfTen(_ exponent: Int) -> Int {
  (0..<min(exponent, 18)).reduce(1) { power, _ in power * 10 }
}

/// `times` times `part` over `whole` in units of the last decimal, rounded half away from zero.
///
/// round(times · 10ᵈ · part / whole) in integers, so that no binary fraction tips a half. A result
/// that is too large for an integer becomes the largest one.
/// - Precondition: `whole` is not 0.
func quotient(_ part: Int, over whole: Int, times: Int, decimals: Int) -> Int {
  let (factor, isTooLarge) = times.multipliedReportingOverflow(
    by: 2 * powerOfTen(min(decimals, 15)))
  precondition(!isTooLarge, "a scale is no larger than a thousand")
  let (product, overflows) = part.multipliedReportingOverflow(by: factor)
  if !overflows, product.magnitude < 1 << 62, whole.magnitude < 1 << 61 {
    return halfAway(product, whole)
  }
  return Int(clamping: halfAway(Int128(part) * Int128(factor), Int128(whole)))
}

/// round(`doubled` / (2 · `whole`)), half away from zero.
func halfAway<Number: SignedInteger & FixedWidthInteger>(
  _ doubled: Number, _ whole: Number
) -> Number {
  let isNegative = (doubled < 0) != (whole < 0)
  let part = Number(doubled.magnitude)
  let divisor = Number(whole.magnitude)
  let rounded = (part + divisor) / (2 * divisor)
  return isNegative ? -rounded : rounded
}
