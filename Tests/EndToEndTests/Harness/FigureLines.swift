/// The figures of a table as they stand in text: on a screen, or written by `prikk show`.
///
/// A line of a table is a label or several, then figures or symbols, two blanks or more between.
/// Everything else (titles, headings, legends) does not end in figures and is passed over.
struct FigureLine: Hashable, CustomStringConvertible {
  /// What stands before the figures.
  let labels: [String]
  /// Figures without thousand marks, and symbols.
  let figures: [String]

  /// The innermost label and the figures, as in a file with one dimension in its rows.
  var fields: [String] { [labels.last ?? ""] + figures }

  var description: String { fields.joined(separator: " | ") }
}

/// The lines of `text` that end in `columns` figures or symbols.
func figureLines(_ text: [String], columns: Int) -> [FigureLine] {
  text.compactMap { line in
    let fields = fields(of: line)
    guard fields.count > columns else { return nil }
    let figures = fields.suffix(columns).compactMap(figure)
    guard figures.count == columns else { return nil }
    return FigureLine(labels: fields.dropLast(columns), figures: figures)
  }
}

/// The parts of a line between two blanks or more.
private func fields(of line: String) -> [String] {
  var fields: [String] = []
  var field = ""
  var blanks = 2
  for character in line {
    if character == " " {
      blanks += 1
      continue
    }
    if blanks > 1, !field.isEmpty {
      fields.append(field)
      field = ""
    } else if blanks == 1, !field.isEmpty {
      field.append(" ")
    }
    field.append(character)
    blanks = 0
  }
  return field.isEmpty ? fields : fields + [field]
}

/// A whole figure as a number, nil being 0; `nil` for any other symbol.
func wholeNumber(_ text: String) -> Int? { text == "-" ? 0 : Int(text) }

/// A figure without thousand marks, a symbol, or `nil` for anything else.
private func figure(_ text: String) -> String? {
  if [":", ".", "..", "...", "…", "-"].contains(text) { return text }
  let digits = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
  let isFigure = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
  return isFigure && digits.contains(where: \.isNumber) ? digits : nil
}
