/// Reads comma-separated values (RFC 4180), written apart from the program's own reader and writer.
func commaSeparated(_ text: String) throws -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  var rest = text.unicodeScalars[...]
  while let letter = rest.popFirst() {
    switch letter {
    case "\"" where isQuoted && rest.first == "\"":
      field.unicodeScalars.append(letter)
      rest.removeFirst()
    case "\"" where isQuoted: isQuoted = false
    case "\"" where field.isEmpty: isQuoted = true
    case "\"": throw HarnessError("a quote stands in the middle of \(field)")
    case "," where !isQuoted:
      record.append(field)
      field = ""
    case "\r" where !isQuoted && rest.first == "\n": continue
    case "\n" where !isQuoted:
      records.append(record + [field])
      (record, field) = ([], "")
    default: field.unicodeScalars.append(letter)
    }
  }
  guard !isQuoted else { throw HarnessError("a quoted field does not end") }
  guard field.isEmpty, record.isEmpty else { throw HarnessError("the last line has no end") }
  return records
}

/// Records as dictionaries by the names in the first one.
func namedRecords(_ text: String) throws -> [[String: String]] {
  let records = try commaSeparated(text)
  guard let names = records.first else { return [] }
  return try records.dropFirst().map { record in
    guard record.count == names.count else { throw HarnessError("\(record) does not fit \(names)") }
    return Dictionary(zip(names, record)) { first, _ in first }
  }
}
