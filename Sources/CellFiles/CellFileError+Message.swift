import DelimitedText

extension CellFileError {
  /// Place, reason, excerpt and way out; never a figure.
  public var message: String {
    var place = file
    if let position { place += ":\(position.line):\(position.column)" }
    var text = "\(place): \(kind.reason(column))"
    if let excerpt { text += "\n  \(position.map { "\($0.line) | " } ?? "")\(excerpt)" }
    if let suggestion { text += "\n  Did you mean \(suggestion)?" }
    return text + "\n  \(kind.wayOut)"
  }
}

extension CellFileError.Kind {
  /// What is wrong, as a sentence without a place.
  fileprivate func reason(_ column: String?) -> String {
    let name = column ?? "a field"
    return switch self {
    case .text(.unterminatedQuote): "a quote is not closed."
    case .text(.textAfterQuote): "there is text after a closing quote."
    case .text(.quoteInPlainField): "there is a quote inside a field that does not begin with one."
    case .text(.notUTF8): "the text is not UTF-8."
    case .noHeader: "the file is empty: not even the header is there."
    case .doubledColumn: "the header names \(name) twice."
    case .missingColumn: "the header has no column \(name)."
    case .unknownColumn: "\(name) is no column of codes."
    case .fieldCount(let found, let expected):
      "the line has \(found) fields, the header \(expected)."
    case .empty: "the file has a header and nothing else."
    case .noDimension: "no column is left to be a dimension."
    case .noParentColumn: "a hierarchy needs a column of codes and one of their parents."
    case .emptyCode: "\(name) is empty."
    case .codeOfTotal: "\(name) has the code of the total."
    case .repeatedCode: "this code of \(name) has a line already."
    case .notOneTree: "\(name) stands below two parents, or on two levels."
    case .unknownCode(let hierarchy): "\(name) has a code that \(hierarchy) does not have."
    case .otherParent(let hierarchy): "\(name) is not the parent that \(hierarchy) gives."
    case .codeOfAnotherList: "another list of \(name) has this code as well."
    case .missingLeaf: "this code of \(name) has no line."
    case .repeatedCell(let line): "the same cell stands on line \(line)."
    case .otherFigure(let line): "the same cell stands on line \(line) with another figure."
    case .unknownStatus: "this \(name) is not known."
    case .notAWholeNumber: "\(name) is not a whole number from 0."
    case .tooLarge: "\(name), or the sum so far, is above 2147483647."
    case .impossibleLargest:
      "\(name) is above the amount before it, or above what is left of the sum."
    case .latticeTooLarge(let cells):
      "with all totals there would be \(cells == .max ? "far too many" : "\(cells)") cells."
    }
  }

  /// What can be done about it.
  fileprivate var wayOut: String {
    switch self {
    case .text(.notUTF8): "Save the file as UTF-8."
    case .text: "Close the quote, or double quotes that belong to the text."
    case .noHeader: "Begin the file with a line of the names of its columns."
    case .doubledColumn: "Rename or remove one of the two columns."
    case .missingColumn: "Correct the name, or add the column."
    case .unknownColumn(let known): "Columns of codes are: \(known.joined(separator: ", "))."
    case .fieldCount: "See that each line has one field for each column, set apart as the header."
    case .empty: "Add a line for each cell that is not empty."
    case .noDimension: "Add a column of codes, or name fewer columns as figures."
    case .noParentColumn: "Write a line child,parent for each code; more columns are more levels."
    case .emptyCode: "Give what is unknown a code of its own."
    case .codeOfTotal: "Leave totals out, they are worked out; or choose another code for them."
    case .repeatedCode: "Keep one of the two lines."
    case .notOneTree: "Give each code one parent, and codes of different levels different names."
    case .unknownCode: "Correct the code, or add it to the hierarchy with its parent."
    case .otherParent: "Correct one of the two files, or leave the column out."
    case .codeOfAnotherList:
      "Give codes of different lists different names, and shared levels to one of the files."
    case .missingLeaf: "Add a line with the code and what it is part of."
    case .repeatedCell: "Keep one line for each cell, or name the column in which they differ."
    case .otherFigure: "Keep the line that is published."
    case .unknownStatus: "Say which words mean that a cell is hidden: --hidden u,x"
    case .notAWholeNumber: "Write whole numbers, without signs, spaces or decimals."
    case .tooLarge: "Give amounts in a larger unit, such as thousands."
    case .impossibleLargest: "Name the columns from the largest amount down."
    case .latticeTooLarge: "Leave a dimension out, or use fewer codes."
    }
  }
}
