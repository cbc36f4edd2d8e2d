public import Classifications
import Publication

/// Which rows are shown: those of which a cell passes a test.
public struct RowCondition: Sendable, Hashable {
  /// The column: one category per heading dimension, in order.
  public let categories: [CategoryIndex]
  /// The column's measure: index into the table's measures.
  public let measure: Int
  /// What the column's figures are made of the measure, beside it; `nil` for the measure.
  public let derivation: Derivation?
  /// What the cell must be.
  public let test: RowTest

  /// A test of the cells of a column.
  public init(
    categories: [CategoryIndex], measure: Int, derivation: Derivation?, test: RowTest
  ) {
    self.categories = categories
    self.measure = measure
    self.derivation = derivation
    self.test = test
  }

  /// Whether `column` decides.
  public func isAbout(_ column: ViewLine) -> Bool {
    categories == column.categories && measure == column.measure
      && derivation == column.derivation
  }
}

extension ViewState {
  /// Leaves out values that have others shown below them, or shows them again.
  public mutating func toggleTotals() {
    hidesTotals.toggle()
    settle()
  }

  /// Whether any line of the view stands for others that are shown below it.
  public var hasTotalLines: Bool {
    (stub + heading).contains { place in
      guard !isTime(place) else { return false }
      let hierarchy = dimension(at: place).hierarchy
      return switch selections[place] {
      case .single: false
      case .branch: true
      case .level(let level): level > 0
      case .chosen(let chosen):
        !unfolded[place].isEmpty
          || zip(chosen, chosen.dropFirst()).contains {
            hierarchy.descendants(of: $0).contains($1)
          }
      }
    }
  }

  /// The categories of the dimension at `place` that have a line: those shown, or without totals
  /// those with nothing shown below them.
  public func lineCategories(of place: Int) -> [CategoryIndex] {
    let shown = categories(of: place)
    guard hidesTotals, !isTime(place) else { return shown }
    let levels = dimension(at: place).hierarchy.levels
    let hierarchy = dimension(at: place).hierarchy
    // What is below a value follows it directly.
    return shown.indices.filter { position in
      guard position + 1 < shown.count else { return true }
      let (own, next) = (shown[position], shown[position + 1])
      return levels[next] <= levels[own] || !hierarchy.descendants(of: own).contains(next)
    }.map { shown[$0] }
  }

  /// Shows only rows that meet `condition`, or all when it is `nil`.
  public mutating func show(rowsWhere condition: RowCondition?) throws(ViewChangeRefused) {
    if let condition,
      !hasColumn(condition.categories, measure: condition.measure, condition.derivation)
    {
      throw ViewChangeRefused(reason: "The view has no such column to choose rows by.")
    }
    self.condition = condition
  }

  /// Which rows are shown, in words, such as `only rows with Females, Persons > 1 000`.
  public var conditionText: String? {
    guard let condition else { return nil }
    let column =
      zip(heading, condition.categories).map { text(of: $1, at: $0) }
      + [heading(ofMeasure: condition.measure, derivation: condition.derivation)]
    let test: Phrase =
      switch condition.test {
      case .compared(let relation, let scaled, let decimals):
        Phrase(
          "\(relation.rawValue) \(ViewCell(scaled: scaled, decimals: decimals).grouped)",
          "\(relation.rawValue) \(ViewCell(scaled: scaled, decimals: decimals).grouped)")
      case .top(let count): .amongLargest(count)
      case .bottom(let count): .amongSmallest(count)
      case .hidden: .hidden
      case .notHidden: .notHidden
      }
    return "\(words(.onlyRows)) \(column.joined(separator: ", ")) \(words(test))"
  }

  /// Whether the view has a column of these categories and this figure.
  func hasColumn(
    _ categories: [CategoryIndex], measure: Int, _ derivation: Derivation?
  ) -> Bool {
    categories.count == heading.count
      && figurePlans.contains { $0.measure == measure && $0.derivation == derivation }
      && zip(heading, categories).allSatisfy { lineCategories(of: $0).contains($1) }
  }

  /// Totals and rows of `options`; after everything that columns are made of.
  mutating func configureRows(_ options: ViewOptions) throws(ViewOptionError) {
    if options.hidesTotals != hidesTotals { toggleTotals() }
    guard let text = options.condition else { return }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let column = try self.column(
      parts.count == 2 ? parts[0] : "", option: "where",
      form: "dimension=code,measure=id,derived=word:test, all but the test optional")
    try change("where", text) { state throws(ViewChangeRefused) in
      try state.show(
        rowsWhere: RowCondition(
          categories: column.categories, measure: column.measure, derivation: column.derivation,
          test: RowTest(parts.last ?? "")))
    }
  }
}
