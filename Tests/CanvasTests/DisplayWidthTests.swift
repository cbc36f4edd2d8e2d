import Canvas
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("å", 1), ("Š", 1), ("đ", 1), ("a\u{30A}", 1), ("e\u{301}\u{323}", 1),
    ("·", 1), ("│", 1), ("…", 1), ("−", 1), ("€", 1), ("Ж", 1), ("α", 1), ("א", 1),
    ("漢", 2), ("あ", 2), ("ア", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("　", 2), ("。", 2), ("か\u{3099}", 2), ("\u{20000}", 2), ("\u{3FFFD}", 2),
    ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇳🇴", 2), ("🇳", 1), ("❤", 1), ("❤\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2),
    ("⌚", 2), ("⌚\u{FE0E}", 2), ("☂", 1), ("⚠", 1), ("✓", 1),
    ("\u{301}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{AD}", 0), ("\u{202E}", 0),
    ("\u{FEFF}", 0), ("\u{600}", 1), ("\u{A0}", 1), ("\u{E000}", 1), ("ไ", 1), ("का", 2),
    ("\0", -1), ("\t", -1), ("\n", -1), ("\r\n", -1), ("\u{1B}", -1), ("\u{7F}", -1),
    ("\u{85}", -1), ("\u{9B}", -1), ("\u{2028}", -1), ("\u{2029}", -1),
  ])
  func `a cluster takes the columns that a terminal gives it`(text: String, width: Int) {
    #expect(text.count == 1)
    #expect(displayWidth(of: Character(text)) == width)
    #expect(displayWidth(of: text) == abs(width))
  }

  @Test func `every code point has a width from -1 to 2 and text is the sum of its clusters`() {
    var counts: [Int: Int] = [:]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = displayWidth(of: scalar)
      counts[width, default: 0] += 1
      #expect((-1...2).contains(width))
      if value < 0x3000 {
        let character = Character(scalar)
        #expect(displayWidth(of: character) == width, "U+\(String(value, radix: 16))")
        #expect(displayWidth(of: String([character, "a"])) >= 1)
      }
    }
    // Controls: C0, DEL and C1, and the two separators of lines and paragraphs.
    #expect(counts[-1] == 32 + 1 + 32 + 2)
    // Most of two planes and the blocks of Han, Kana and Hangul.
    #expect((160_000...200_000).contains(counts[2] ?? 0))
  }

  @Test func `a text is as wide as its clusters together`() {
    let parts = ["a", "å", "漢", "e\u{301}", "👍🏽", " ", "\t", "│"]
    for first in parts {
      for second in parts {
        for third in parts {
          let text = first + second + third
          let sum = text.map { abs(displayWidth(of: $0)) }.reduce(0, +)
          #expect(displayWidth(of: text) == sum)
        }
      }
    }
    #expect(displayWidth(of: "") == 0)
    #expect(displayWidth(of: "Hárstták, Guovdageaidnu") == 23)
  }
}
