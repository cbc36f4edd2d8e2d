import Canvas
import Testing

@testable import Terminal

@Suite struct DrawingRulesTests {
  /// Widths as the C library of a UTF-8 locale gives them, for the few signs used here.
  private func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x301, 0x20E3, 0xFE0F, 0x200D: 0
    case 0x6F22, 0x1F44D, 0x1F3FD, 0x1F469, 0x1F467: 2
    case 0x378: -1
    default: 1
    }
  }

  private func laid(_ text: String, _ columns: Int) -> [String] {
    layOut(text, columns: columns, width: width).map { scalars in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
  }

  @Test func `a cluster fills exactly its columns with what every terminal counts the same`() {
    #expect(laid("a", 1) == ["a"])
    #expect(laid("e\u{301}", 1) == ["e\u{301}"])
    #expect(laid("漢", 2) == ["漢", ""])
    #expect(laid("漢\u{301}", 2) == ["漢\u{301}", ""])
    #expect(laid("👍🏽", 2) == ["👍", ""])
    #expect(laid("👩‍👧", 2) == ["👩", ""])
    #expect(laid("🇳🇴", 2).count == 2)
    #expect(laid("❤\u{FE0F}", 2) == ["❤", " "])
    #expect(laid("1\u{FE0F}\u{20E3}", 2) == ["1\u{20E3}", " "])
    #expect(laid("漢", 1) == ["?"])
    #expect(laid("\u{378}", 1) == ["?"])
    #expect(laid("\u{301}", 1) == [" "])
    #expect(laid("e" + String(repeating: "\u{301}", count: 9), 1)[0].unicodeScalars.count == 5)
  }

  @Test(arguments: [
    ("Blåbærsyltetøy  1", "Blabaersyltetoy 1"), ("Færder|12", "Farder|12"), ("æ", "a"),
    ("æ ", "ae"),
    ("Hárstták", "Harsttak"), ("Guovdageaidnu Kárášjohka", "Guovdageaidnu Karasjohka"),
    ("┌──┐", "+--+"), ("│ :│", "| :|"), ("═══", "==="), ("≥ 4", ">=4"), ("漢字", "? ? "),
    ("Øst–Vest", "Ost-Vest"), ("“a”", "\"a\""), ("naïve  …", "naive  ."), ("ßæ  ", "ssae"),
    ("Đ", "D"), ("Ж", "?"),
  ])
  func `letters of other alphabets are told in ASCII in the same columns`(
    text: String, expected: String
  ) {
    var screen = Screen(size: Size(rows: 1, columns: displayWidth(of: text)))
    screen.write(text, row: 0, column: 0, face: .stub)
    let plain = plainScreen(screen)
    let row = (0..<plain.size.columns).map { plain[0, $0].text }.joined()
    #expect(row == expected)
  }

  @Test func `a letter that becomes two does not move another face`() {
    var screen = Screen(size: Size(rows: 1, columns: 12))
    screen.write("Æ ", row: 0, column: 0, face: .stub)
    screen.write("12  34", row: 0, column: 2, face: .cursor)
    let plain = plainScreen(screen)
    #expect(plain.text == ["A 12  34"])
    #expect(plain.faces == ["SSCCCCCC"])
  }

  @Test func `only blanks of no face, at most two, take the face of the symbol behind them`() {
    var screen = Screen(size: Size(rows: 2, columns: 14))
    screen.write("12", row: 0, column: 0, face: .normal)
    screen.write(":", row: 0, column: 3, face: .symbol)
    screen.write("  ", row: 0, column: 5, face: .cursor)
    screen.write(":", row: 0, column: 7, face: .symbol)
    screen.write("::", row: 0, column: 12, face: .symbol)
    screen.write(":", row: 1, column: 0, face: .symbol)
    let thrifty = withSymbolBlanks(screen)
    #expect(thrifty.text == screen.text)
    #expect(thrifty.faces == ["  xx CCx  xxxx", "x"])
    for palette in Theme.Palette.allCases {
      let seen = Theme(palette: palette).look(of: .symbol).attributes
      #expect(seen.isDisjoint(with: [.reverse, .underline]))
    }
  }

  @Test func `every character of Latin script has a letter`() {
    for value in UInt32(0xC0)...0x17F {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let letters = plainLetters(of: String(scalar))
      let isFine = !letters.isEmpty && letters.utf8.allSatisfy { (0x41...0x7A).contains($0) }
      #expect(isFine || "ĸŉſ".unicodeScalars.contains(scalar), "\(scalar) -> \(letters)")
    }
  }

  @Test(arguments: Theme.Palette.allCases)
  func `colour alone never marks anything`(palette: Theme.Palette) {
    let theme = Theme(palette: palette)
    for face in [Face.cursor, .choice] {
      #expect(theme.look(of: face).attributes.contains(.reverse))
    }
    for face in [Face.cursorLabel, .match, .warning, .disabled, .key, .input, .title] {
      #expect(!theme.look(of: face).attributes.isEmpty)
    }
    let colors = Face.allCases.compactMap { theme.look(of: $0).color }
    #expect(colors.isEmpty == (palette == .none))
    #expect(colors.allSatisfy { $0 < (palette == .eight ? 8 : 256) })
  }

  @Test func `the palette follows the terminal and NO_COLOR`() {
    #expect(Theme.Palette(colors: 256, environment: [:]) == .many)
    #expect(Theme.Palette(colors: 16, environment: ["NO_COLOR": ""]) == .eight)
    #expect(Theme.Palette(colors: 8, environment: [:]) == .eight)
    #expect(Theme.Palette(colors: 2, environment: [:]) == .none)
    #expect(Theme.Palette(colors: 256, environment: ["NO_COLOR": "1"]) == .none)
  }

  @Test func `one frame at a time is on the way, and silence is not waited for twice`() {
    var pacing = FramePacing(asks: true)
    #expect(pacing.isClear)
    #expect(pacing.drawn(at: 0) == true)
    // The first answer is awaited, but no frame waits for it or asks again.
    #expect(pacing.isClear && pacing.isAwaiting)
    #expect(pacing.drawn(at: 10) == false)
    pacing.expire(at: 249)
    #expect(pacing.isAwaiting)
    pacing.answered()
    #expect(pacing.isClear && pacing.answers && !pacing.isAwaiting)
    #expect(pacing.drawn(at: 1_000) == true)
    #expect(!pacing.isClear)
    #expect(pacing.deadline == 3_000)
    pacing.expire(at: 3_000)
    #expect(pacing.isClear && !pacing.answers)
    #expect(pacing.drawn(at: 3_001) == false)
    pacing.answered()
    #expect(pacing.drawn(at: 4_000) == true)
    var silent = FramePacing(asks: false)
    #expect(!silent.drawn(at: 0) && silent.isClear)
  }

  @Test(arguments: [
    ([:], "C", false), (["LANG": "C"], "C", false), (["LANG": "C.UTF-8"], "C.UTF-8", true),
    (["LANG": "nb_NO.utf8@x"], "C.UTF-8", true), (["LANG": "POSIX", "LC_ALL": ""], "POSIX", false),
    (["LANG": "C", "LC_CTYPE": "C.UTF-8"], "C.UTF-8", true),
    (["LANG": "C.UTF-8", "LC_ALL": "C"], "C", false),
  ])
  func `the locale is that of the environment`(
    environment: [String: String], name: String, isUTF8: Bool
  ) throws {
    let choice = try LocaleChoice(environment: environment)
    #expect(choice.isUTF8 == isUTF8)
    // Where nb_NO is installed it is taken itself.
    #expect(choice.name == name || choice.name.hasPrefix("nb_NO"))
  }

  @Test func `a locale that does not exist is named`() {
    let error = #expect(throws: TerminalError.self) {
      try LocaleChoice(environment: ["LANG": "C.UTF-8", "LC_ALL": "zz_ZZ"])
    }
    #expect(error == .localeUnknown(variable: "LC_ALL", name: "zz_ZZ"))
  }
}
