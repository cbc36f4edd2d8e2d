/// A text that patterns are looked for in, folded once: small letters, without accents.
public struct FuzzyText: Sendable, Hashable {
  /// The folded letters.
  let letters: [Unicode.Scalar]
  /// For each letter the place of the character of the text that it comes from.
  let places: [Int]
  /// What each letter is worth by where it stands.
  let worth: [Int]

  /// `text`, to be searched.
  public init(_ text: String) {
    var letters: [Unicode.Scalar] = []
    var places: [Int] = []
    for (place, character) in text.enumerated() {
      for scalar in SearchKey(String(character)).text.unicodeScalars {
        letters.append(scalar)
        places.append(place)
      }
    }
    self.letters = letters
    self.places = places
    worth = letters.indices.map { Self.worth(of: $0, in: letters) }
  }

  private static func worth(of index: Int, in letters: [Unicode.Scalar]) -> Int {
    guard isOfWord(letters[index]) else { return FuzzyPattern.letter }
    if index == 0 { return FuzzyPattern.letter + FuzzyPattern.textStart }
    let begins = !isOfWord(letters[index - 1])
    return FuzzyPattern.letter + (begins ? FuzzyPattern.wordStart : 0)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// Where a pattern was found in a text, and how well it fits.
public struct FuzzyMatch: Sendable, Hashable {
  /// The higher the better; more than 0.
  public let score: Int
  /// The characters of the text that were found, ascending.
  public let places: [Int]
}

/// What is typed to find something: words whose letters occur in their order, best where they stand
/// together or begin words.
///
/// Each word is looked for on its own. A way to find it scores, over its letters,
///
///     letter + (textStart at the beginning of the text, wordStart at that of another word)
///            + (next directly behind the letter before, else − each letter between the two)
///
/// and `whole` when the word is the whole text. The best way counts, of equals the one that stands
/// furthest left; a word whose best way scores nothing is not there. The words' scores add up.
public struct FuzzyPattern: Sendable, Hashable {
  static let letter = 2
  static let next = 6
  static let wordStart = 8
  static let textStart = 10
  static let whole = 20

  private let words: [[Unicode.Scalar]]

  /// The words of `text`, without regard to case and accents.
  public init(_ text: String) {
    words = SearchKey(text).text.split { $0.isWhitespace }.map { Array($0.unicodeScalars) }
  }

  /// Whether nothing is looked for: that fits everything.
  public var isEmpty: Bool { words.isEmpty }

  /// The best match when each word may stand in any of `texts`; the places are those in the first.
  ///
  /// - Returns: `nil` when a word is in none of them.
  /// - Complexity: O(letters of the pattern × letters of the texts).
  public func match(in texts: [FuzzyText]) -> FuzzyMatch? {
    guard !isEmpty else { return FuzzyMatch(score: 1, places: []) }
    var score = 0
    var places: Set<Int> = []
    for word in words {
      let found = texts.map { Self.best(word, in: $0) }
      guard let best = found.compactMap(\.?.score).max() else { return nil }
      score += best
      // What is found in the text that is shown is marked, even if another text decides.
      if let shown = found.first ?? nil { places.formUnion(shown.places) }
    }
    return FuzzyMatch(score: score, places: places.sorted())
  }

  /// The best way to find a word in a text.
  private static func best(_ word: [Unicode.Scalar], in text: FuzzyText) -> FuzzyMatch? {
    let (letters, count) = (text.letters, text.letters.count)
    guard word.count <= count, occurs(word, in: letters) else { return nil }
    let none = Int.min / 2
    // Invariant: after the round of `step`, `scores[step][at]` is the most that `word[step...]` can
    // score when its first letter is `letters[at]`, or `none`.
    var scores = Array(repeating: Array(repeating: none, count: count), count: word.count)
    for step in word.indices.reversed() {
      var apart = none  // the best of going on at least two letters further, as seen from `at`
      for at in letters.indices.reversed() {
        if step + 1 < word.count, at + 2 < count {
          apart = max(apart, scores[step + 1][at + 2]) - 1
        }
        guard letters[at] == word[step] else { continue }
        if step + 1 == word.count {
          scores[step][at] = text.worth[at]
          continue
        }
        let adjacent = at + 1 < count ? scores[step + 1][at + 1] + next : none
        scores[step][at] = text.worth[at] + max(adjacent, apart, none)
      }
    }
    guard let most = scores[0].max() else { return nil }
    let score = most + (word.count == count ? whole : 0)
    guard score > 0 else { return nil }
    return FuzzyMatch(score: score, places: way(most, word, scores, text))
  }

  /// The leftmost way that scores `most`.
  private static func way(
    _ most: Int, _ word: [Unicode.Scalar], _ scores: [[Int]], _ text: FuzzyText
  ) -> [Int] {
    var places: [Int] = []
    var left = most
    var last: Int?
    for step in word.indices {
      let begin = last.map { $0 + 1 } ?? 0
      for at in begin..<text.letters.count {
        let link = last.map { at == $0 + 1 ? next : $0 + 1 - at } ?? 0
        guard scores[step][at] + link == left else { continue }
        left = scores[step][at] - text.worth[at]
        last = at
        places.append(text.places[at])
        break
      }
    }
    return places
  }

  private static func occurs(_ word: [Unicode.Scalar], in letters: [Unicode.Scalar]) -> Bool {
    var found = 0
    for letter in letters where found < word.count && letter == word[found] { found += 1 }
    return found == word.count
  }
}
