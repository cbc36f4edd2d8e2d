import Testing

@testable import TableViews

/// Fuzzy search against a twin that tries every way.
struct FuzzyPatternTests {
  /// All texts of at most `length` letters of an alphabet, the empty one first.
  private static func texts(of alphabet: [Character], atMost length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { text in alphabet.map { text + String($0) } }
      all += last
    }
    return all
  }

  /// The best way to find one word in a text, by the formula of the documentation.
  private static func naive(_ word: [Character], in text: [Character]) -> FuzzyMatch? {
    var ways: [[Int]] = [[]]
    for letter in word {
      ways = ways.flatMap { way in
        text.indices.filter { $0 > way.last ?? -1 && text[$0] == letter }.map { way + [$0] }
      }
    }
    var best: FuzzyMatch?
    for way in ways {
      var score = way.count == text.count ? 20 : 0
      for (step, at) in way.enumerated() {
        score += 2
        if text[at].isLetter { score += at == 0 ? 10 : text[at - 1].isLetter ? 0 : 8 }
        if step > 0 { score += at == way[step - 1] + 1 ? 6 : -(at - way[step - 1] - 1) }
      }
      if score > best?.score ?? 0 { best = FuzzyMatch(score: score, places: way) }
    }
    return best
  }

  @Test func `every short pattern in every short text is found as by trying every way`() {
    let words = Self.texts(of: ["a", "b"], atMost: 4).dropFirst()
    var found = 0
    for text in Self.texts(of: ["a", "b", " "], atMost: 6) {
      let searched = FuzzyText(text)
      for word in words {
        let expected = Self.naive(Array(word), in: Array(text))
        let match = FuzzyPattern(word).match(in: [searched])
        found += match == nil ? 0 : 1
        guard match == expected else {
          Issue.record("“\(word)” in “\(text)”: \(String(describing: match))")
          return
        }
      }
    }
    #expect(found > 3_000)
  }

  @Test func `letters far apart are found as by trying every way, or not at all`() {
    for gap in 0..<30 {
      let text = "xa" + String(repeating: "-", count: gap) + "ab" + "b"
      for word in ["ab", "aab", "aabb", "xb", "xab"] {
        let match = FuzzyPattern(word).match(in: [FuzzyText(text)])
        #expect(match == Self.naive(Array(word), in: Array(text)), "\(word) in \(text)")
      }
    }
    #expect(
      FuzzyPattern("zq").match(in: [FuzzyText("z" + String(repeating: "-", count: 30) + "q")])
        == nil)
  }

  @Test func `case and accents do not count, and the marks are those of the text`() {
    func places(_ pattern: String, _ text: String) -> [Int]? {
      FuzzyPattern(pattern).match(in: [FuzzyText(text)])?.places
    }
    #expect(places("tromso", "Tromsø") == [0, 1, 2, 3, 4, 5])
    #expect(places("HARST", "Harstad - Hárstták") == [0, 1, 2, 3, 4])
    #expect(places("harstt", "Harstad - Hárstták") == [10, 11, 12, 13, 14, 15])
    // One letter of the text may be two of the pattern.
    #expect(places("saere", "Særegen") == [0, 1, 2, 3])
    #expect(places("hå", "한 Ha") == [2, 3])
  }

  @Test func `words may come in any order and stand in different texts`() {
    let texts = ["Recipients by region", "Work assessment allowance 2022"].map(FuzzyText.init)
    let match = FuzzyPattern("region work").match(in: texts)
    #expect(match?.places == Array(14..<20))
    #expect(FuzzyPattern("region pivot").match(in: texts) == nil)
    #expect(FuzzyPattern(" ").match(in: texts)?.score == 1)
    #expect(FuzzyPattern(" ").isEmpty)
  }

  @Test func `a whole text goes before a beginning, a beginning before the middle of a word`() {
    func score(_ text: String) -> Int {
      FuzzyPattern("agder").match(in: [FuzzyText(text)])?.score ?? 0
    }
    #expect(score("Agder") > score("Agder fylke"))
    #expect(score("Agder fylke") > score("Aust-Agder"))
    #expect(score("Aust-Agder") > score("Vestagder"))
    #expect(score("Vestagder") > score("Ragged ender"))
  }
}
