import CellFiles
import Classifications
import DelimitedText
import Disclosure

extension RuleArguments {
  /// Orders for single cells from a file: the columns of codes and `instruction`.
  ///
  /// A column of codes that the file lacks means the total.
  func orders(
    from file: String, _ dimensions: CellDimensions
  ) throws(Complaint) -> [CellInstruction] {
    let bytes = try fileBytes(file)
    let lines: LabelledLines
    do throws(CellFileError) {
      lines = try LabelledLines(bytes, file: file, label: "instruction", of: dimensions)
    } catch {
      throw Complaint.failed(error.message)
    }
    return try lines.cells.map { cell throws(Complaint) in
      let order: CellInstruction.Order
      switch cell.label {
      case "show": order = .show
      case "show-unless-small": order = .showUnlessSmall
      case "hide": order = .hide
      case let text:
        guard let cost = Int(text), cost > 0, cost <= 1_000_000 else {
          let words = ["show", "show-unless-small", "hide"]
          let hint = nearestName(to: text, among: words).map { " Did you mean \($0)?" } ?? ""
          throw Complaint.failed(
            """
            \(file):\(cell.line): "\(text)" is no instruction.\(hint)
              Write show, show-unless-small, hide, or what it costs to hide the cell: 1 to 1000000.
            """)
        }
        order = .cost(cost)
      }
      return CellInstruction(cell.categories, order)
    }
  }
}
