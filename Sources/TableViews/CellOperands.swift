import Publication

/// The published figures that a cell is made of, and nothing else.
struct CellOperands: Sendable, Hashable {
  /// The cell's own figure.
  let part: Figure
  /// What it is in per cent of, or the units of a mean; `nil` for a count.
  let whole: Figure?
  /// The same figure in the period that it is compared with, or `nil` when it is not compared.
  let otherPart: Figure?
  /// What that one is in per cent of.
  let otherWhole: Figure?
  /// How many times the quotient of the two is taken: 100 for per cent.
  var factor = 100
  /// Whether it is compared and there is no period to compare it with; the others are missing then.
  var lacksOther = false
  /// Whether 0 units are nobody, and not a figure that is rounded to 0.
  var isZeroNil = false

  /// Whether nobody is in the cell: a row of such cells is empty.
  var isNothing: Bool {
    let figures = [part] + (lacksOther ? [] : [otherPart].compactMap(\.self))
    guard figures.allSatisfy(Self.isNothing) else { return false }
    return ![whole, otherWhole].contains { $0?.status == .suppressed }
      || part.status == .notApplicable
  }

  private static func isNothing(_ figure: Figure) -> Bool {
    switch figure {
    case .count(let count): count == 0
    case .symbol(let status): status == .notApplicable
    }
  }

  /// The cell: a count, a percentage, a mean, or how either stands to that of another period.
  ///
  /// Every operand must be published: the result tells nothing that they do not. Else the cell says
  /// why one of them is not.
  func cell(as change: PeriodChange, decimals: Int, symbols: SymbolProfile) -> ViewCell {
    func symbol(_ status: CellStatus) -> ViewCell { ViewCell(symbol: status, of: symbols) }
    if let status = Self.status(part, of: whole) {
      // A hidden operand outweighs one that is merely missing.
      let isOtherHidden =
        [.missing, .notYet].contains(status)
        && otherPart.flatMap { Self.status($0, of: otherWhole) } == .suppressed
      return symbol(isOtherHidden ? .suppressed : status)
    }
    guard let otherPart else {
      let count = part.value ?? 0
      if count == 0, isZeroNil { return ViewCell(nilOf: symbols) }
      guard let whole = whole?.value else { return ViewCell(scaled: count, decimals: 0) }
      return ViewCell(
        scaled: quotient(count, over: whole, times: factor, decimals: decimals),
        decimals: decimals)
    }
    if let status = Self.status(otherPart, of: otherWhole) { return symbol(status) }
    guard let own = Fraction(part, of: whole, times: factor),
      let other = Fraction(otherPart, of: otherWhole, times: factor),
      let result = own.compared(with: other, as: change)
    else { return symbol(.notApplicable) }
    let decimals = change == .difference ? decimals : 1
    return ViewCell(scaled: result.scaled(decimals: decimals), decimals: decimals)
  }

  /// Why a figure cannot be shown, or `nil` when it can.
  private static func status(_ part: Figure, of whole: Figure?) -> CellStatus? {
    switch (part, whole) {
    case (.symbol(.notApplicable), _): .notApplicable
    case (.symbol(.suppressed), _), (_, .symbol(.suppressed)): .suppressed
    case (.symbol(let status), _), (_, .symbol(let status)): status
    case (_, .count(0)): .notApplicable
    case (.count, _): nil
    }
  }

  /// Why a cell has no figure, beyond what its symbol says; `nil` where that is all.
  func reason(of cell: ViewCell) -> Phrase? {
    switch cell.status {
    case .published: cell.isNil ? .nobody : nil
    case .suppressed: .hiddenCells
    case .missing:
      lacksOther && Self.status(part, of: whole) == nil ? .nothingBefore : .nothingCollected
    case .notYet: .notReached
    case .notApplicable:
      [part, otherPart].contains { $0?.status == .notApplicable } ? .cannotOccur : .dividedByNothing
    }
  }

  /// How the cell comes about from the published figures, `7 149 / 60 026 × 100 = 11.9`; `nil` for
  /// a plain count.
  func calculation(as change: PeriodChange, cell: ViewCell) -> String? {
    guard cell.status == .published, let own = text(part, of: whole) else { return nil }
    guard let otherPart else { return whole == nil ? nil : "\(own) = \(cell.grouped)" }
    guard let other = text(otherPart, of: otherWhole) else { return nil }
    let (left, right) = whole == nil ? (own, other) : ("(\(own))", "(\(other))")
    return switch change {
    case .none: nil
    case .difference: "\(left) − \(right) = \(cell.grouped)"
    case .percent: "(\(left) − \(right)) / \(right) × 100 = \(cell.grouped)"
    case .index: "\(left) / \(right) × 100 = \(cell.grouped)"
    }
  }

  private func text(_ part: Figure, of whole: Figure?) -> String? {
    func grouped(_ number: Int) -> String { ViewCell(scaled: number, decimals: 0).grouped }
    guard let part = part.value else { return nil }
    guard let whole else { return grouped(part) }
    let times = factor == 1 ? "" : " × \(grouped(factor))"
    return whole.value.map { "\(grouped(part)) / \(grouped($0))\(times)" }
  }
}
