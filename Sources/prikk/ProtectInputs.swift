import ArgumentParser
import CellFiles
import Classifications
import DelimitedText

/// How a file of cells is to be read: its columns of codes and what they are part of.
struct CellArguments: ParsableArguments {
  @Option(
    help: """
      A file of what the codes of a column are part of, a line child,parent,… for each: \
      mun=places.csv, or places.csv when its header names the column first. Several files of one \
      column are several ways in which it adds up.
      """)
  var hierarchy: [String] = []

  @Option(help: "The columns of codes: sex,age,mun; default: all that are no figures.")
  var codes: String?

  /// The names of the columns of codes, or `nil`.
  var codeColumns: [String]? { codes?.split(separator: ",").map(String.init) }

  /// Reads the hierarchy files.
  ///
  /// - Throws: ``Complaint`` for a file that cannot be read.
  func hierarchies(total: String) throws(Complaint) -> [CellHierarchy] {
    try hierarchy.map { text throws(Complaint) in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let isNamed = parts.count == 2 && !parts[0].contains("/")
      let file = isNamed ? parts[1] : text
      let bytes = try fileBytes(file)
      return try readingCells { () throws(CellFileError) in
        try CellHierarchy(
          bytes, file: file, format: DelimitedFormat(header: bytes), total: total,
          column: isNamed ? parts[0] : nil)
      }
    }
  }
}

/// Complains of a hierarchy of a column that the cells do not have.
func requireColumns(
  of hierarchies: [CellHierarchy], among columns: [String], in file: String
) throws(Complaint) {
  for hierarchy in hierarchies where !columns.contains(hierarchy.columns[0]) {
    let name = hierarchy.columns[0]
    let hint = nearestName(to: name, among: columns).map { "Did you mean \($0)? " } ?? ""
    throw Complaint.asked(
      """
      \(hierarchy.file) is about the column \(name), which \(file) does not have.
        \(hint)Its columns of codes are: \(columns.joined(separator: ", ")). \
      Name the column: --hierarchy \(columns.first ?? "mun")=\(hierarchy.file)
      """)
  }
}

/// The dimensions of columns, with every further hierarchy of one as other sums of it.
func cellDimensions(
  _ columns: [(name: String, hierarchy: Hierarchy)], _ hierarchies: [CellHierarchy]
) throws(Complaint) -> CellDimensions {
  var seen: Set<String> = []
  let further = hierarchies.filter { !seen.insert($0.columns[0]).inserted }
  let dimensions = try readingCells { () throws(CellFileError) in
    try CellDimensions(columns: columns, sums: further)
  }
  guard dimensions.cellNumberSteps != nil else {
    throw Complaint.failed(
      "there are more combinations of codes than can be numbered.\n  Leave columns out.")
  }
  return dimensions
}

/// Does work with files of cells, and complains of what is wrong with them.
func readingCells<Value>(
  _ work: () throws(CellFileError) -> Value
) throws(Complaint) -> Value {
  do throws(CellFileError) {
    return try work()
  } catch {
    // A column that is not there was named by the command, or is one that it takes for granted.
    throw error.kind == .missingColumn
      ? Complaint.asked(error.message) : Complaint.failed(error.message)
  }
}
