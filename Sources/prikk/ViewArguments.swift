import ArgumentParser
import Classifications
import Publication
import Statistics
import TableViews

/// How a view of a table is described on the command line.
struct ViewArguments: ParsableArguments {
  @Option(
    name: .customLong("view"),
    help: "A saved view: its file, or the name it was saved under. Other options change it.")
  var saved: String?

  @Option(help: "Dimensions of the rows, outermost first: sex,age.")
  var stub: String?

  @Option(help: "Dimensions of the columns, outermost first, or none.")
  var heading: String?

  @Option(help: "One value of a dimension that stands above the table: region=5401.")
  var filter: [String] = []

  @Option(help: "Only these values: region=0301,1103.")
  var select: [String] = []

  @Option(help: "The total and all values of a level: region=municipality.")
  var level: [String] = []

  @Option(help: "A value and its parts: region=54.")
  var branch: [String] = []

  @Option(help: "The parts of values in view, shown below them: region=42,54.")
  var open: [String] = []

  @Option(help: "Measures side by side: persons,percent-of-population.")
  var measure: String?

  @Option(
    help: "Figures beside the measures: rank,persons:percent-of-column; a wrong word lists them.")
  var derived: String?

  @Option(help: "Per cent of column, row, total, parent or population.")
  var percent: String?

  @Option(help: "Change between periods: difference, percent or index.")
  var change: String?

  @Option(help: "Regions as published, or all periods on the list of a year: 2020.")
  var regions: String?

  @Option(help: "What stands for a value: labels, codes or both.")
  var labels: String?

  @Option(help: "Language of labels: english or national.")
  var language: String?

  @Option(help: "Sort by a column: sex=2:largest, or just largest.")
  var sort: String?

  @Option(
    name: .customLong("where"),
    help: "Rows by a column: sex=2:> 1000, or just top 10, < 5, hidden, not hidden.")
  var condition: String?

  @Flag(help: "Leave out totals and subtotals: values with others shown below them.")
  var noTotals = false

  @Flag(help: "Leave out rows with nothing but 0.")
  var hideEmpty = false

  @Option(help: "Draw other synthetic persons: a whole number from 0.")
  var seed: UInt64?

  @Option(help: "The folder with the releases that `prikk build` wrote, instead of those carried.")
  var releases: String?

  func validate() throws {
    guard seed == nil || releases == nil else {
      throw ValidationError("--seed draws persons anew; --releases takes what was made of others.")
    }
  }

  /// What every command starts from, with the releases asked for.
  var workbench: Workbench { Workbench(seed: seed, releases: releases) }

  /// The options of the view model.
  private var options: ViewOptions {
    func words(_ text: String?) -> [String]? {
      text?.split(separator: ",").map(String.init)
    }
    var options = ViewOptions()
    options.stub = words(stub)
    options.heading = words(heading)
    options.filter = filter
    options.select = select
    options.level = level
    options.branch = branch
    options.open = open
    options.measure = words(measure)
    options.derived = words(derived)
    options.percent = percent
    options.change = change
    options.regions = regions
    options.labels = labels
    options.language = language
    options.sort = sort
    options.condition = condition
    options.hidesTotals = noTotals
    options.hidesEmptyRows = hideEmpty
    return options
  }

  /// The view state that the arguments describe.
  func state(of table: String?, in workbench: Workbench) throws -> ViewState {
    try changed(opened(table, in: workbench))
  }

  /// A view with the options on top of it.
  func changed(_ state: ViewState) throws -> ViewState {
    var state = state
    var options = options
    options.hidesEmptyRows = hideEmpty || state.hidesEmptyRows
    do throws(ViewOptionError) {
      try state.configure(options)
    } catch {
      throw Complaint.asked("\(error.message)\n  `prikk tables \(state.table.id)` lists all codes.")
    }
    return state
  }

  /// The table as it opens, or the saved view.
  private func opened(_ table: String?, in workbench: Workbench) throws -> ViewState {
    if let saved {
      let state = try SavedView(named: saved).state(in: workbench)
      guard table == nil || table == state.table.id else {
        throw Complaint.asked(
          "--view: \(saved) is a view of \(state.table.id). Leave the table out, or name that one.")
      }
      return state
    }
    guard let table else {
      throw Complaint.asked(
        "<table> is missing: name one, or a saved view with --view. `prikk tables` lists them.")
    }
    let found = try workbench.table(table)
    return ViewState(statistic: found.definition.description, table: found.table)
  }

  /// The view with its figures.
  func view(of table: String?, in workbench: Workbench) throws -> TableView {
    try view(of: state(of: table, in: workbench), in: workbench)
  }

  /// A view with its figures.
  func view(of state: ViewState, in workbench: Workbench) throws -> TableView {
    let release = try workbench.release(of: workbench.table(state.table.id).definition)
    do throws(TableFailure) {
      return TableView(state: state, answer: try release.answer(state.query))
    } catch {
      switch error {
      case .notHeld(let refusal): throw Complaint.asked(state.refusalText(refusal))
      case .tooSparse(let refusal): throw Complaint.asked(state.refusalText(refusal))
      case .unknownTable(let id): throw Complaint.asked("there is no table \"\(id)\".")
      case .releaseUnavailable(let reason): throw Complaint.failed(reason)
      }
    }
  }
}
