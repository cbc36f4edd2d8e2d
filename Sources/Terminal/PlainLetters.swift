import Canvas

/// The screen in ASCII, for terminals that know nothing else: borders become `|`, `-` and `+`,
/// letters lose their accents, `æ` becomes `ae` where there is a blank to spare.
func plainScreen(_ screen: Screen) -> Screen {
  var plain = Screen(size: screen.size)
  for row in 0..<screen.size.rows {
    for (column, cell) in plainRow((0..<screen.size.columns).map { screen[row, $0] }).enumerated() {
      plain.write(cell.text, row: row, column: column, face: cell.face)
    }
  }
  plain.cursor = screen.cursor
  return plain
}

/// One row in ASCII, as many cells as before.
///
/// A letter that becomes two pushes the rest of its face to the right, up to the first blank that
/// has another blank or the end of the row behind it; where there is none it becomes one.
func plainRow(_ row: [Cell]) -> [Cell] {
  var cells = row
  for index in cells.indices where !cells[index].text.utf8.allSatisfy({ $0 < 0x80 }) {
    let isWide = index + 1 < cells.count && cells[index + 1].text.isEmpty
    let letters = Array(plainLetters(of: cells[index].text))
    if isWide {
      cells[index].text = String(letters[0])
      cells[index + 1].text = letters.count > 1 ? String(letters[1]) : " "
    } else {
      let blank = letters.count > 1 ? spareBlank(in: cells, after: index) : nil
      cells[index].text = String(letters[0])
      if let blank {
        cells.remove(at: blank)
        let second = Cell(text: String(letters[1]), face: cells[index].face)
        cells.insert(second, at: index + 1)
      }
    }
  }
  for index in cells.indices where cells[index].text.isEmpty { cells[index].text = " " }
  return cells
}

/// The first blank after `index` that can be given up without two words growing together; a sign
/// such as `≥` may take the blank right behind it.
private func spareBlank(in cells: [Cell], after index: Int) -> Int? {
  var place = index + 1
  let isSign = cells[index].text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
  while place < cells.count, cells[place].face == cells[index].face || cells[place].text == " " {
    if cells[place].text == " " {
      let next = place + 1
      if next == cells.count || cells[next].text == " " { return place }
      if isSign, place == index + 1 { return place }
    }
    place += 1
  }
  return nil
}

/// One or two ASCII characters that a reader takes for this cluster.
func plainLetters(of cluster: String) -> String {
  guard let first = cluster.unicodeScalars.first else { return " " }
  if first.isASCII { return String(first) }
  if let known = plainSpellings[first] { return known }
  switch first.value {
  case 0x2500...0x257F: return plainBorder(first.value)
  case 0x2580...0x259F: return "#"
  case 0x00C0...0x024F, 0x1E00...0x1EFF: return plainBase(of: first)
  default: return "?"
  }
}

/// The letter under the accents, from its Unicode name: LATIN SMALL LETTER A WITH RING ABOVE -> a.
private func plainBase(of scalar: Unicode.Scalar) -> String {
  let words = (scalar.properties.name ?? "").split(separator: " ")
  guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1
  else { return "?" }
  return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
}

/// Lines and corners of box drawing.
private func plainBorder(_ value: UInt32) -> String {
  switch value {
  case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2574, 0x2576, 0x2578,
    0x257A, 0x257C, 0x257E:
    "-"
  case 0x2550: "="
  case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
    0x2579, 0x257B, 0x257D, 0x257F:
    "|"
  case 0x2571: "/"
  case 0x2572: "\\"
  case 0x2573: "X"
  default: "+"
  }
}

/// What a table of names does not tell.
private let plainSpellings: [Unicode.Scalar: String] = [
  "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th", "ð": "d",
  "Ð": "D", "ĳ": "ij", "Ĳ": "IJ", "ŋ": "n", "Ŋ": "N", "ı": "i",
  "…": "..", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "·": ".", "•": "*", "×": "x",
  "‘": "'", "’": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"",
  "‹": "<", "›": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "↵": "<", "⏎": "<", "⌫": "<",
  "▲": "^", "▼": "v", "▶": ">", "◀": "<", "▸": ">", "◂": "<", "▴": "^", "▾": "v", "►": ">",
  "◄": "<", "●": "*", "○": "o", "◆": "*", "◇": "o", "■": "#", "□": "o", "✓": "v", "✔": "v",
  "✗": "x", "✘": "x", "⚠": "!", "≤": "<=", "≥": ">=", "≈": "~", "≠": "!=", "±": "+", "§": "S",
  "°": "o", "½": ".5", "²": "2", "³": "3", "¹": "1", "‰": "%", "€": "E",
  "£": "L", "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "\u{2007}": " ",
]
