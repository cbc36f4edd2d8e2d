import ArgumentParser
import Canvas
import TableViews

/// `prikk show`: a view as text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a view of a table as text.",
    discussion: """
      EXAMPLES
        prikk show introduction-municipality --level region=municipality
        prikk show aap-education --stub education --heading sex --filter age=25-34
        prikk show aap-region --branch region=54 --percent population --sort largest
        prikk show aap-region --open region=54 --derived rank --where "top 5"
      """)

  @Argument(help: "The table, unless --view names it; `prikk tables` lists them.")
  var table: String?

  @OptionGroup var view: ViewArguments

  @Option(help: "Columns of text to use; wider tables continue below. Default: no limit.")
  var width: Int?

  func validate() throws {
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("--width: \(width) is not possible. Use 20 to 10000 columns.")
    }
  }

  func run() throws {
    let shown = try view.view(of: table, in: view.workbench)
    standardOutput(shown.plainText(width: width, widthOf: { displayWidth(of: $0) }))
  }
}
