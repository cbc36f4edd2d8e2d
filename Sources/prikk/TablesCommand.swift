import ArgumentParser
import Classifications
import Publication
import Statistics
import TableViews

/// `prikk tables`: the catalogue as text.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "List the tables, their dimensions and measures.",
    discussion: """
      EXAMPLES
        prikk tables
        prikk tables introduction-municipality
      """)

  @Argument(help: "Only this table, with the codes of its dimensions.")
  var table: String?

  func run() throws {
    let workbench = Workbench(seed: nil)
    if let table {
      let found = try workbench.table(table)
      standardOutput(detail(found.table, of: found.definition.description))
      return
    }
    standardOutput(catalogueText(workbench.definitions))
  }

  private func detail(_ table: TableDescription, of statistic: StatisticDescription) -> String {
    var text = "\(table.id): \(table.title.english) \(statistic.period)\n"
    for measure in table.measures {
      text += "  measure \(measure.id): \(measure.label.english)\n"
    }
    let view = ViewState(statistic: statistic, table: table)
    for (place, dimension) in table.dimensions.map({ statistic.dimensions[$0] }).enumerated() {
      // What no matrix of the table holds cannot be asked for.
      let hierarchy = dimension.hierarchy.truncated(toLevel: view.deepestHeld(of: place))
      let levels = hierarchy.levelLabels.map(\.english).joined(separator: " > ")
      text += "\n  dimension \(dimension.id) (levels: \(levels))\n"
      // A period stands for itself: there is none above.
      for index in hierarchy.categories.indices where index > 0 || dimension.totals != .none {
        let category = hierarchy.categories[index]
        let indent = String(repeating: "  ", count: hierarchy.levels[index] + 2)
        text += "\(indent)\(category.code)  \(category.label.english)\n"
      }
    }
    return text
  }
}

/// The statistics and their tables as text.
func catalogueText(_ definitions: [StatisticDefinition]) -> String {
  var text = ""
  for definition in definitions {
    let statistic = definition.description
    text += "\(statistic.title.english) \(statistic.period) (\(statistic.agency.english))\n"
    text += "  Confidentiality: \(statistic.policy.name.english)\n"
    for table in statistic.tables {
      let dimensions = table.dimensions.map { statistic.dimensions[$0].id }
      let title = ViewState(statistic: statistic, table: table).title
      text += "  \(table.id)\n"
      text += "      \(title)\n"
      text += "      dimensions: \(dimensions.joined(separator: ", "))\n"
      text += "      measures: \(table.measures.map(\.id).joined(separator: ", "))\n"
    }
    text += "\n"
  }
  text += "`prikk tables TABLE` lists codes, `prikk explore TABLE` opens one.\n"
  return text
}
