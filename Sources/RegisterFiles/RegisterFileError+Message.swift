import DelimitedText
import Registers

extension RegisterFileError {
  /// Place, reason, excerpt and way out; never what stands in a field.
  public var message: String {
    var place = file
    if let position { place += ":\(position.line):\(position.column)" }
    var text = "\(place): \(kind.reason(column))"
    if let position, concernsRow {
      let shown =
        if let column { "\(column) = \(excerpt ?? "")" } else { excerpt ?? "(not shown)" }
      text += "\n  \(position.line) | \(shown)\(column == nil ? "" : Self.maskNote(excerpt ?? ""))"
    } else if let excerpt {
      text += "\n  \(excerpt)"
    }
    if let suggestion { text += "\n  Did you mean \(suggestion)?" }
    return text + "\n  \(kind.wayOut)"
  }

  /// That digits and letters of an excerpt are not those of the file; a text in brackets is ours.
  private static func maskNote(_ excerpt: String) -> String {
    guard !excerpt.hasPrefix("(") else { return "" }
    let shape = excerpt.prefix { $0 != "…" }
    let digits = shape.contains("9") ? "9 stands for any digit" : nil
    let letters =
      shape.contains { $0 == "a" || $0 == "A" } ? "a or A stands for any letter" : nil
    let notes = [digits, letters].compactMap(\.self)
    return notes.isEmpty ? "" : "   (\(notes.joined(separator: ", ")))"
  }
}

extension RegisterFileError.Kind {
  /// What is wrong, as a sentence without a place.
  func reason(_ column: String?) -> String {
    let name = column ?? "a field"
    return switch self {
    case .missingFile: "there is no such file."
    case .isFolder: "this is a folder, not a file."
    case .notRegular: "this is not a regular file."
    case .notAllowed: "the file may not be read: permission denied."
    case .unreadable(let errno): "the file could not be read (system error \(errno))."
    case .emptyFile: "the file is empty: not even the header is there."
    case .noHeader: "the first line names no column of this register."
    case .otherSeparator: "the columns are not set apart by commas."
    case .missingColumns(let names):
      "the header lacks the column\(names.count == 1 ? "" : "s") "
        + names.joined(separator: ", ") + "."
    case .unknownColumn: "the header names a column that this register does not have."
    case .doubledColumn: "the header names \(name) twice."
    case .header(let fault): "the header \(Self.predicate(fault))."
    case .tooFewFields(let expected): "the line has fewer fields than the \(expected) columns."
    case .tooManyFields(let expected): "the line has more fields than the \(expected) columns."
    case .text(let fault): "the line \(Self.predicate(fault))."
    case .nulByte: "\(name) holds a NUL byte."
    case .empty: "\(name) is empty, which it may not be."
    case .notAPerson: "\(name) is not a person's number."
    case .unknownCode(let list): "\(name) is not a code of the list \(list)."
    case .notADay: "\(name) is not written as a day."
    case .noSuchDay: "\(name) is a day that the calendar does not have."
    case .notAMonth: "\(name) is not written as a month."
    case .noSuchMonth: "\(name) is a month that a year does not have."
    case .notANumber: "\(name) is not a whole number."
    case .numberOutOfRange: "\(name) is a number that is too large or too small."
    case .dayOutOfRange: "\(name) is a day outside of \(Self.years)."
    case .monthOutOfRange: "\(name) is a month outside of \(Self.years)."
    case .tooEarly(let earlier): "\(name) is before \(earlier)."
    case .notAFlag: "\(name) is neither 0 nor 1."
    }
  }

  /// The years of days and months, in words.
  private static var years: String {
    "\(RegisterField.months.lowerBound.year) to \(RegisterField.months.upperBound.year)"
  }

  private static func predicate(_ fault: DelimitedTextError.Kind) -> String {
    switch fault {
    case .unterminatedQuote: "has a quote that is not closed before the line ends"
    case .textAfterQuote: "has text after a closing quote"
    case .quoteInPlainField: "has a quote inside a field that does not begin with one"
    case .notUTF8: "is not UTF-8 text"
    }
  }

  /// What can be done about it.
  var wayOut: String {
    let leaveOut = "or leave such rows out with --on-error skip."
    return switch self {
    case .missingFile: "Name the folder that `prikk synthesize` wrote, or put the file there."
    case .isFolder, .notRegular: "Put a file of that name in its place."
    case .notAllowed: "Ask for permission to read it."
    case .unreadable: "Look at the disk, and see that no one writes to the file meanwhile."
    case .emptyFile, .noHeader:
      "Begin the file with a line of the names of its columns; registers.md lists them."
    case .otherSeparator: "Save it with commas between the columns."
    case .missingColumns: "Add to the file what is missing; registers.md says what it holds."
    case .unknownColumn: "Remove the column or correct its name; registers.md lists the names."
    case .doubledColumn: "Remove one of the two columns."
    case .header(.notUTF8): "Save the file as UTF-8."
    case .header: "Correct the header; column names need no quotes."
    case .tooFewFields, .tooManyFields:
      "A field with a comma in it must stand in quotes. Correct the row, \(leaveOut)"
    case .text(.notUTF8): "Save the file as UTF-8, \(leaveOut)"
    case .text:
      "Quotes enclose a whole field; within it each is written twice. Correct the row, \(leaveOut)"
    case .nulByte: "Remove the byte, \(leaveOut)"
    case .empty: "Fill it in, \(leaveOut)"
    case .notAPerson: "Expected a whole number from 1 to 2147483647. Correct the row, \(leaveOut)"
    case .unknownCode: "registers.md lists the codes. Correct the row, \(leaveOut)"
    case .notADay, .noSuchDay: "Expected a day such as 2022-12-31. Correct the row, \(leaveOut)"
    case .notAMonth, .noSuchMonth: "Expected a month such as 2022-12. Correct the row, \(leaveOut)"
    case .notANumber: "Expected digits, with a minus in front or not. Correct the row, \(leaveOut)"
    case .numberOutOfRange(let range):
      "Expected a number from \(range.lowerBound) to \(range.upperBound). "
        + "Correct the row, \(leaveOut)"
    case .dayOutOfRange:
      "Expected a day from \(RegisterField.days.lowerBound) to "
        + "\(RegisterField.days.upperBound). Correct the row, \(leaveOut)"
    case .monthOutOfRange:
      "Expected a month from \(RegisterField.months.lowerBound) to "
        + "\(RegisterField.months.upperBound). Correct the row, \(leaveOut)"
    case .tooEarly(let earlier): "Expected none before \(earlier). Correct the row, \(leaveOut)"
    case .notAFlag: "Expected 0 or 1. Correct the row, \(leaveOut)"
    }
  }
}

extension ReadingReport {
  /// How many rows were read and dropped, and why: a line for each reason, with where to look.
  public var summary: String {
    let rows = { (count: Int) in "\(count) row\(count == 1 ? "" : "s")" }
    guard !problems.isEmpty else { return "\(file): \(rows(rowsRead)) read." }
    let lines = problems.map { problem in
      let places = problem.examples.compactMap { $0.position.map { String($0.line) } }
      let more = problem.count > places.count ? " and \(problem.count - places.count) more" : ""
      return "\n  \(problem.count): \(problem.kind.reason(problem.column)) "
        + "Line\(problem.count == 1 ? "" : "s") \(places.joined(separator: ", "))\(more)."
    }
    return "\(file): \(rows(rowsRead)) read, \(rows(rowsDropped)) dropped." + lines.joined()
  }

  /// Every reason with its first examples in full, as `--on-error report` lists them.
  public var listing: String {
    problems.map { problem in
      let more = problem.count - problem.examples.count
      let examples = problem.examples.map(\.message).joined(separator: "\n")
      return more > 0 ? "\(examples)\n  … and \(more) more like this.\n" : "\(examples)\n"
    }.joined()
  }
}
