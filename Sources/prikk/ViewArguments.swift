import ArgumentParser
import Classifications
import Publication
import Statistics
import TableViews

/// How a view of a table is described on the command line.
struct ViewArguments: ParsableArguments {
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

  @Option(help: "Measures side by side: persons,percent-of-population.")
  var measure: String?

  @Option(help: "Per cent of column, row, total or population.")
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
    options.measure = words(measure)
    options.percent = percent
    options.change = change
    options.regions = regions
    options.labels = labels
    options.language = language
    options.sort = sort
    options.hidesEmptyRows = hideEmpty
    return options
  }

  /// The view state that the arguments describe.
  func state(of table: String, in workbench: Workbench) throws -> ViewState {
    let found = try workbench.table(table)
    var state = ViewState(statistic: found.definition.description, table: found.table)
    do throws(ViewOptionError) {
      try state.configure(options)
    } catch {
      throw Complaint.asked("\(error.message)\n  `prikk tables \(table)` lists all codes.")
    }
    return state
  }

  /// The view with its figures.
  func view(of table: String, in workbench: Workbench) throws -> TableView {
    let state = try state(of: table, in: workbench)
    let release = try workbench.release(of: workbench.table(table).definition)
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
