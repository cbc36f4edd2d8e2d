import Canvas

/// The columns that a text takes; plain text, which nearly all is, is only counted.
func columnCount(of text: String) -> Int {
  var count = 0
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F else { return displayWidth(of: text) }
    count += 1
  }
  return count
}

/// `text` in at most `width` columns; what is cut off is replaced by `…`.
func cut(_ text: String, to width: Int) -> String {
  guard columnCount(of: text) > width else { return text }
  guard width > 0 else { return "" }
  var shown = ""
  var used = 0
  for character in text {
    let columns = abs(displayWidth(of: character))
    if used + columns > width - 1 { break }
    shown.append(character)
    used += columns
  }
  return shown + "…"
}

/// `text` in at most `width` columns; what is cut off at the beginning is replaced by `…`.
func cutBeginning(of text: String, to width: Int) -> String {
  guard columnCount(of: text) > width else { return text }
  guard width > 0 else { return "" }
  var shown: [Character] = []
  var used = 0
  for character in text.reversed() {
    let columns = abs(displayWidth(of: character))
    if used + columns > width - 1 { break }
    shown.append(character)
    used += columns
  }
  return "…" + String(shown.reversed())
}

/// `text` broken between words into lines of at most `width` columns; a longer word is broken.
func wrap(_ text: String, to width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    var word = String(word)
    if !line.isEmpty, columnCount(of: line) + 1 + columnCount(of: word) > width {
      lines.append(line)
      line = ""
    }
    while columnCount(of: word) > width {
      let piece = prefix(of: word, width: width)
      lines.append(piece)
      word.removeFirst(max(1, piece.count))
    }
    if word.isEmpty { continue }
    line += line.isEmpty ? word : " " + word
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

/// The clusters of `text` that fit in `width` columns; at least one.
private func prefix(of text: String, width: Int) -> String {
  var shown = ""
  var used = 0
  for character in text {
    let columns = abs(displayWidth(of: character))
    if used + columns > width, !shown.isEmpty { break }
    shown.append(character)
    used += columns
  }
  return shown
}

/// `text` as a search compares it: lower case, so that typing needs no shift key.
func folded(_ text: String) -> String { text.lowercased() }

/// A number of things with the word for it, such as `1 row` or `12 rows`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(grouped(count)) \(count == 1 ? one : many)"
}

/// A number with its thousands set apart.
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(" ") }
    text.append(digit)
  }
  return number < 0 ? "-" + text : text
}

/// Words in a row, as a sentence has them: `a, b and c`.
func enumeration(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
