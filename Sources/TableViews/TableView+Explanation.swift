import Classifications
public import Publication

/// Why a cell is as it is.
///
/// For a cell without a figure it says the same words wherever it stands.
public struct CellExplanation: Sendable, Hashable {
  /// What the cell is about: one line per dimension, `Region: Norway > Agder > Risør`.
  public let categories: [String]
  /// What is shown: the figure or the symbol.
  public let text: String
  /// The status.
  public let status: CellStatus
  /// What the status means.
  public let meaning: String
  /// How the figure comes about, or would.
  public let formula: String
  /// The formula with the two published figures, `7 149 / 60 026 × 100 = 11.9`; `nil` for a count
  /// and where either of the two is not published.
  public let calculation: String?
  /// Name of the confidentiality rule.
  public let policyName: String
  /// The agency's sentence that states the rule.
  public let policySentence: String
  /// What the rule means for the reader.
  public let policyExplanation: String
  /// The document that states it.
  public let policySource: String
}

extension TableView {
  /// Why the cell of a row and a column is as it is: its rule and sentence, never a hidden figure.
  public func explanation(row: Int, column: Int) -> CellExplanation {
    let cell = self[row, column]
    let language = state.language
    let policy = state.statistic.policy
    let plans = state.figurePlans
    let plan = plans[column % plans.count]
    let isViewPercent = state.percent != .none && state.percent != .population
    return CellExplanation(
      categories: description(row: row, column: column),
      text: cell.grouped,
      status: cell.status,
      meaning: state.meaning(of: cell.status),
      formula: isViewPercent ? state.figureText : state.formula(of: plan),
      calculation: calculation(row: row, column: column, plan: plan),
      policyName: policy.name.text(in: language),
      policySentence: policy.sentence,
      policyExplanation: policy.explanation.text(in: language),
      policySource: policy.source)
  }

  private func calculation(row: Int, column: Int, plan: FigurePlan) -> String? {
    let cell = self[row, column]
    guard cell.status == .published, let answer else { return nil }
    let parts = AnswerBlock(state: state, answer: answer)
      .parts(row: rows[row].categories, column: columns[column].categories, plan: plan)
    guard case (.count(let part), .count(let whole))? = parts else { return nil }
    let figures = [part, whole].map { ViewCell(scaled: $0, decimals: 0).grouped }
    return "\(figures[0]) / \(figures[1]) × 100 = \(cell.grouped)"
  }

  private func description(row: Int, column: Int) -> [String] {
    let places = state.stub + state.heading + state.filter
    let categories =
      rows[row].categories + columns[column].categories + state.filter.map(state.top(of:))
    return zip(places, categories).map { place, category in
      let path = state.dimension(at: place).hierarchy.path(to: category)
        .map { state.text(of: $0, at: place) }
      return "\(state.label(of: place)): \(path.joined(separator: " > "))"
    }
  }
}
