import Classifications
import Publication
import TableViews

/// What is chosen, by names that stay when places change: ids and codes.
extension ExplorerState {
  /// The words that name what the commands of this place act on; none where they act on nothing
  /// that is chosen.
  func targetWords(of command: Command) -> [String] {
    switch context {
    case .catalogue where command == .open:
      return catalogue.selected.map { [LogText.encoded($0.id)] } ?? []
    case .table where Self.actingOnCell.contains(command):
      guard let page, page.hasCells else { return [] }
      return words(
        of: .cell(row: page.row, column: page.column, drillsColumns: page.drillsColumns))
    case _ where dialog != nil && Self.actingOnLine.contains(command):
      return chosenDialogLine.map { words(of: .line($0)) } ?? []
    default: return []
    }
  }

  /// Commands of a table that act on the cell under the cursor.
  private static let actingOnCell: Set<Command> = [
    .drill, .sort, .why, .unfold, .fold, .rowsWhere, .copyCell, .copyRows,
  ]

  /// Commands of a dialog that act on the chosen line.
  private static let actingOnLine: Set<Command> = [
    .accept, .mark, .toPreviousPart, .toNextPart, .earlier, .later, .finer, .coarser,
  ]

  /// The words that name a target.
  func words(of target: Target) -> [String] {
    switch target {
    case .table(let index):
      return catalogue.shown.indices.contains(index)
        ? [LogText.encoded(catalogue.shown[index].id)] : []
    case .line(let line):
      let names = dialogLineNames
      return names.indices.contains(line) ? names[line].map { [LogText.encoded($0)] } ?? [] : []
    case .cell(let row, let column, let drillsColumns):
      guard let view = page?.view else { return [] }
      var words: [String] = []
      if let row { words.append("row:" + view.name(of: row, among: view.rows)) }
      if let column { words.append("column:" + view.name(of: column, among: view.columns)) }
      if let drillsColumns { words.append("down:" + (drillsColumns ? "columns" : "rows")) }
      return words
    }
  }

  /// The names of the lines of the dialog's list; `nil` for titles.
  var dialogLineNames: [String?] {
    switch dialog {
    case .help(let help):
      return help.lines.map { line in
        if case .entry(let index) = line { help.shown[index].binding.command.name } else { nil }
      }
    case .values(let values):
      return values.listed.map { values.hierarchy.categories[$0].code }
    case .dimensions(let dimensions):
      return dimensions.places.map { dimensions.view.dimension(at: $0).id }
    case .measures(let measures): return page.map { measures.ids(in: $0.view.state) } ?? []
    case .copy: return CopyDialog.choices.map(\.id)
    case .palette(let palette): return palette.shown.map { id(of: $0.item.action) }
    case .pivot(let pivot):
      return pivot.lines.map { line in line.place.map { pivot.draft.dimension(at: $0).id } }
    case .keptViews(let views): return views.shown.map(\.name)
    case .find, .text, .export, .condition, .keep, nil: return []
    }
  }

  /// The chosen line of the dialog's list.
  var chosenDialogLine: Int? {
    switch dialog {
    case .help(let help): help.lines.firstIndex(of: .entry(help.selection.index))
    case .values(let values): values.chosen == nil ? nil : values.selection.index
    case .dimensions(let dimensions): dimensions.selection.index
    case .measures(let measures): measures.selection.index
    case .copy(let copy): copy.selection.index
    case .palette(let palette): palette.selected == nil ? nil : palette.selection.index
    case .pivot(let pivot): pivot.lines.firstIndex { $0.place == pivot.place }
    case .keptViews(let views): views.selected == nil ? nil : views.selection.index
    case .find, .text, .export, .condition, .keep, nil: nil
    }
  }

  private func id(of action: PaletteDialog.Action) -> String {
    switch action {
    case .command(let command): command.name
    case .table(let statistic, let table): statistics[statistic].tables[table].id
    }
  }

  /// The words that name a value of the path to what is shown.
  func words(of category: CategoryIndex, at place: Int) -> [String] {
    guard let state = page?.view.state else { return [] }
    let code = LogText.encoded(state.code(of: category, at: place))
    return ["\(state.dimension(at: place).id)=\(code)"]
  }

  /// The step up that words name.
  func ascent(_ words: [Substring]) throws(StepProblem) -> Step {
    let targets = (page?.crumbs ?? []).compactMap { crumb -> Step? in
      guard case .value(let category, let place, _) = crumb.target else { return nil }
      return .ascend(place: place, category)
    }
    let names = targets.map { self.words(of: $0).dropFirst().joined(separator: " ") }
    guard let index = names.firstIndex(of: words.joined(separator: " ")) else {
      throw StepProblem("The path has no such value.", "There are: ", names)
    }
    return targets[index]
  }

  /// The target that words name.
  func target(_ words: [Substring]) throws(StepProblem) -> Target {
    let names: [String?]
    switch context {
    case .catalogue, .catalogueFilter: names = catalogue.shown.map(\.id)
    case .table: return try cell(words)
    default: names = dialogLineNames
    }
    guard words.count == 1 else {
      throw StepProblem(
        "One thing is chosen at a time.", "Name one of these: ", names.compactMap(\.self))
    }
    let name = LogText.decoded(words[0])
    guard let index = names.firstIndex(of: name) else {
      throw StepProblem("There is no “\(name)” to choose.", "There are: ", names.compactMap(\.self))
    }
    return dialog == nil ? .table(index) : .line(index)
  }

  private func cell(_ words: [Substring]) throws(StepProblem) -> Target {
    guard let view = page?.view, page?.hasCells == true else {
      throw StepProblem("There is no cell to choose.", "Take the line out.")
    }
    var (row, column): (Int?, Int?) = (nil, nil)
    var drillsColumns: Bool?
    for word in words {
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      switch (parts[0], parts.dropFirst().first) {
      case ("row", let name?): row = try view.index(of: name, among: view.rows)
      case ("column", let name?): column = try view.index(of: name, among: view.columns)
      case ("down", "rows"): drillsColumns = false
      case ("down", "columns"): drillsColumns = true
      default:
        throw StepProblem(
          "“\(word)” does not name a part of a cell.",
          "Use row:DIMENSION=CODE, column:DIMENSION=CODE,measure=ID, down:rows or down:columns.")
      }
    }
    return .cell(row: row, column: column, drillsColumns: drillsColumns)
  }
}

extension TableView {
  /// The name of a row or column: its codes, and which of several with the same ones.
  fileprivate func name(of index: Int, among lines: [ViewLine]) -> String {
    let name = terms(of: lines[index]).joined(separator: ",")
    let same = lines[..<index].count {
      $0.categories == lines[index].categories && $0.measure == lines[index].measure
    }
    return same == 0 ? name : "\(name)#\(same + 1)"
  }

  private func terms(of line: ViewLine) -> [String] {
    let places = line.measure == nil ? state.stub : state.heading
    let codes = zip(places, line.categories).map { place, category in
      state.dimension(at: place).id + "="
        + LogText.encoded(state.code(of: category, at: place), separators: ",#:")
    }
    return codes + (line.measure.map { ["measure=" + state.table.measures[$0].id] } ?? [])
  }

  /// The first row or column with all the codes of a name, or that of several which it tells.
  fileprivate func index(
    of name: Substring, among lines: [ViewLine]
  ) throws(StepProblem) -> Int {
    let parts = name.split(separator: "#", maxSplits: 1)
    let wanted = Set(parts.first?.split(separator: ",").map(String.init) ?? [])
    let which = parts.count == 2 ? Int(parts[1]) ?? 1 : 1
    let found = lines.indices.filter { wanted.isSubset(of: terms(of: lines[$0])) }
    guard found.indices.contains(which - 1) else {
      throw StepProblem(
        "The view has no “\(name)”.", "There are: ",
        lines.map { terms(of: $0).joined(separator: ",") })
    }
    return found[which - 1]
  }
}
