import Classifications
import Publication

/// What stands around a cell: its shares, the cells that it is part of and that are part of it, and
/// the same cell in other periods; each a small view of its own to be asked for.
///
/// A figure of the surroundings is a published cell of a view, as everywhere else, or a share whose
/// both operands are published.
public struct CellSurroundings: Sendable, Hashable {
  /// How a part of the surroundings stands to the cell.
  public enum Relation: Sendable, Hashable {
    /// The share that the cell is of its column, row or table.
    case share
    /// The same cell in the periods around.
    case periods
    /// The cells that it is part of.
    case above
    /// The cells that are part of it.
    case below
  }
  /// A part of the surroundings.
  public struct Part: Sendable, Hashable {
    /// How it stands to the cell.
    public let relation: Relation
    /// What is shown, such as the name of the dimension.
    public let label: String
    /// The view whose figures say it.
    public let view: ViewState
    /// The dimension along which the view goes; `nil` for a share.
    let place: Int?
  }
  /// Periods on either side of the cell's.
  private static let periodsAround = 2
  /// The most parts of a cell that are listed.
  private static let mostParts = 20

  /// The parts, those of a relation together.
  public let parts: [Part]
  private let row: [CategoryIndex]
  private let column: [CategoryIndex]
  /// The cell's category of each dimension of the table.
  private let cell: [CategoryIndex]

  /// What stands around the cell of a row and a column of `view`.
  public init(of view: TableView, row: Int, column: Int) {
    let state = view.state
    self.row = view.rows[row].categories
    self.column = view.columns[column].categories
    var cell = state.table.dimensions.indices.map(state.top(of:))
    for (place, category) in zip(state.stub + state.heading, self.row + self.column) {
      cell[place] = category
    }
    self.cell = cell
    let measure = view.columns[column].measure ?? state.measures[0]
    let places = state.stub + state.heading + state.filter
    parts =
      Self.shares(in: state)
      + places.flatMap { place in
        Self.relations(of: cell[place], at: place, in: state).compactMap { relation, selection in
          Self.line(of: selection, at: place, around: cell, measure: measure, in: state)
            .map { Part(relation: relation, label: state.label(of: place), view: $0, place: place) }
        }
      }
  }

  /// The view in per cent of the column, the row and the table, where these are different things.
  private static func shares(in state: ViewState) -> [Part] {
    let bases: [(PercentBase, Phrase)] =
      state.heading.isEmpty
      ? [(.column, .ofColumn)] : [(.column, .ofColumn), (.row, .ofRow), (.total, .ofTable)]
    return bases.compactMap { base, name in
      var view = state
      do throws(ViewChangeRefused) {
        try view.show(change: .none)
        try view.show(percent: base)
      } catch { return nil }
      return Part(relation: .share, label: state.words(name), view: view, place: nil)
    }
  }

  /// What stands around a value of a dimension, and how the dimension shows it.
  private static func relations(
    of category: CategoryIndex, at place: Int, in state: ViewState
  ) -> [(Relation, Selection)] {
    let hierarchy = state.dimension(at: place).hierarchy
    if state.isTime(place) {
      let near = (category - periodsAround...category + periodsAround)
        .filter { $0 > 0 && $0 < hierarchy.count }
      return near.count > 1 ? [(.periods, .chosen(near))] : []
    }
    var relations: [(Relation, Selection)] = []
    if category > 0 {
      relations.append((.above, .chosen(hierarchy.path(to: category).dropLast())))
    }
    if !hierarchy.children[category].isEmpty { relations.append((.below, .branch(category))) }
    return relations
  }

  /// The view of one line of cells: the dimension at `place` as `selection`, all others as in the
  /// cell; `nil` when the table does not have it.
  private static func line(
    of selection: Selection, at place: Int, around cell: [CategoryIndex], measure: Int,
    in state: ViewState
  ) -> ViewState? {
    var view = ViewState(statistic: state.statistic, table: state.table)
    view.show(language: state.language)
    do throws(ViewChangeRefused) {
      try view.move(place, to: .stub, at: 0)
      for other in cell.indices where other != place {
        try view.move(other, to: .filter, at: nil)
        try view.select(.single(cell[other]), of: other)
      }
      try view.show(regions: state.regions)
      try view.select(selection, of: place)
      try view.show(measures: [measure])
    } catch { return nil }
    return view
  }

  /// What the view of a part says, in one line; `nil` when it does not have the cell.
  public func text(of part: Part, in view: TableView) -> String? {
    guard let place = part.place else { return share(part, view) }
    let own = cell[place]
    var lines = view.rows.enumerated().map { index, row in
      (category: row.categories[0], figure: view[index, 0].grouped)
    }
    if part.relation != .periods { lines.removeAll { $0.category == own } }
    if part.relation == .above { lines.reverse() }
    guard !lines.isEmpty else { return nil }
    var texts = lines.prefix(Self.mostParts).map { line in
      "\(view.state.name(of: line.category, at: place)) = \(line.figure)"
    }
    if lines.count > Self.mostParts {
      texts.append(view.state.words(.more(lines.count - Self.mostParts)))
    }
    return "\(part.label): \(texts.joined(separator: "; "))"
  }

  private func share(_ part: Part, _ view: TableView) -> String? {
    guard let row = view.rows.firstIndex(where: { $0.categories == row }),
      let column = view.columns.firstIndex(where: { $0.categories == column })
    else { return nil }
    let calculation = view.explanation(row: row, column: column).calculation
    return "\(part.label): \(calculation ?? view[row, column].grouped)"
  }
}
