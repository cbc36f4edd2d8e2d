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
  /// What the symbol means, or that a figure is published.
  public let meaning: String
  /// Why there is no figure, in a sentence; `nil` for a figure.
  public let reason: String?
  /// How the figure comes about, or would.
  public let formula: String
  /// The formula with the two published figures, `7 149 / 60 026 × 100 = 11.9`; `nil` for a count
  /// and where either of the two is not published.
  public let calculation: String?
  /// What a region of another list is made of, with the published figures of its parts; empty for
  /// one that is a cell of its own.
  public let regrouping: [String]
  /// Name of the confidentiality rule.
  public let policyName: String
  /// The agency's sentence that states the rule, in the language of its page; `nil` in a view in
  /// another, which has our words for it.
  public let policySentence: String?
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
    return CellExplanation(
      categories: description(row: row, column: column),
      text: cell.grouped,
      status: cell.status,
      meaning: state.meaning(of: cell),
      reason: operands(row: row, column: column, plan: plan)?.reason(of: cell).map(state.words),
      formula: state.wholeFormula(of: plan),
      calculation: calculation(row: row, column: column, plan: plan),
      regrouping: regroupingTexts(row: row, column: column, plan: plan),
      policyName: policy.name.text(in: language),
      policySentence: language == .english ? policy.sentence : nil,
      policyExplanation: policy.explanation.text(in: language),
      policySource: policy.source)
  }

  private func calculation(row: Int, column: Int, plan: FigurePlan) -> String? {
    // A rank is of all rows, and a plain figure has nothing to be calculated.
    guard plan.derivation != .rank else { return nil }
    return operands(row: row, column: column, plan: plan)?
      .calculation(as: plan.change, cell: self[row, column])
  }

  private func operands(row: Int, column: Int, plan: FigurePlan) -> CellOperands? {
    guard let answer else { return nil }
    return AnswerBlock(state: state, answer: state.regrouped(answer))
      .operands(row: rows[row].categories, column: columns[column].categories, plan: plan)
  }

  private func regroupingTexts(row: Int, column: Int, plan: FigurePlan) -> [String] {
    guard let answer, let regions = state.regionPlan else { return [] }
    let axes = answer.query.axes
    var cell = axes.map { $0[0] }
    for (place, category) in zip(
      state.stub + state.heading + state.filter,
      rows[row].categories + columns[column].categories + state.filter.map(state.top(of:)))
    {
      cell[place] = category
    }
    let region = cell[regions.place]
    let own = cell[regions.timePlace]
    let other = state.comparison(as: plan.change)?.base[own]
    let periods = [own] + [other].compactMap(\.self).filter { $0 != own }
    return periods.compactMap { period in
      state.sumText(of: region, in: period) { part in
        var asked = cell
        asked[regions.place] = part
        asked[regions.timePlace] = period
        var index = 0
        for (axis, category) in zip(axes, asked) {
          guard let position = axis.firstIndex(of: category) else { return .symbol(.missing) }
          index = index * axis.count + position
        }
        return answer.figures[plan.content][index]
      }
    }
  }

  private func description(row: Int, column: Int) -> [String] {
    let places = state.stub + state.heading + state.filter
    let categories =
      rows[row].categories + columns[column].categories + state.filter.map(state.top(of:))
    return zip(places, categories).map { place, category in
      // Periods have no total to stand below.
      let path = state.dimension(at: place).hierarchy.path(to: category)
        .filter { $0 > 0 || !state.isTime(place) }
        .map { state.text(of: $0, at: place) }
      return "\(state.label(of: place)): \(path.joined(separator: " > "))"
    }
  }
}
