extension Complaint {
  /// Something is wrong with a line of a text file: place, excerpt, reason, way out.
  static func line(
    _ number: Int, column: Int? = nil, of file: String, _ excerpt: String, because reason: String,
    wayOut: String
  ) -> Complaint {
    .failed(
      lineMessage(number, column: column, of: file, excerpt, because: reason, wayOut: wayOut))
  }
}

/// What is wrong with a line of a text file, as every command says it.
func lineMessage(
  _ number: Int, column: Int? = nil, of file: String, _ excerpt: String, because reason: String,
  wayOut: String
) -> String {
  let place = column.map { "\(file):\(number):\($0)" } ?? "\(file):\(number)"
  let label = String(repeating: " ", count: max(0, 5 - String(number).count)) + "\(number) | "
  var text = "\(printable(place, most: .max)): \(printable(reason, most: .max))"
  let shown = printable(excerpt, most: 120)
  if !shown.isEmpty { text += "\n\(label)\(shown)" }
  if let column, column <= shown.count + 1 {
    let margin = String(repeating: " ", count: label.count - 2) + "| "
    text += "\n\(margin)\(String(repeating: " ", count: column - 1))^"
  }
  return text + "\n  \(printable(wayOut, most: .max))"
}

/// A line of a file as it can be shown: nothing that a terminal would obey, and not endless.
private func printable(_ line: String, most: Int) -> String {
  let letters = line.unicodeScalars.prefix(most).map { scalar in
    scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      ? "?" : String(scalar)
  }
  return letters.joined() + (line.unicodeScalars.count > most ? "…" : "")
}
