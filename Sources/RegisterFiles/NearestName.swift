/// The name in `names` that `text` is most likely a slip for, or `nil` when none is near.
///
/// Names are near when one insertion, deletion or change, in a text of four and more two, makes
/// one from the other; case counts for nothing. Of equally near names the first is taken.
/// - Complexity: O(names × length²).
func nearest(to text: String, among names: [String]) -> String? {
  let wanted = Array(text.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= longestCompared else { return nil }
  var best: (name: String, steps: Int)?
  for name in names {
    let limit = min(best.map { $0.steps - 1 } ?? (wanted.count < 4 ? 1 : 2), name.count - 1)
    let candidate = Array(name.lowercased().unicodeScalars)
    guard limit >= 0, abs(candidate.count - wanted.count) <= limit else { continue }
    let steps = editSteps(wanted, candidate)
    if steps <= limit { best = (name, steps) }
  }
  return best?.name
}

/// Insertions, deletions and changes of a letter that make one text from the other.
func editSteps(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var row = Array(0...other.count)
  // Invariant: `row[j]` are the steps from the letters of `one` so far to the first j of `other`.
  for (index, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for place in other.indices {
      let change = diagonal + (letter == other[place] ? 0 : 1)
      diagonal = row[place + 1]
      row[place + 1] = min(change, row[place] + 1, row[place + 1] + 1)
    }
  }
  return row[other.count]
}

/// Longer texts are no slips of the pen.
private let longestCompared = 40
