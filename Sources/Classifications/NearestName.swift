/// The name in `names` that `text` is most likely a slip for, or `nil` when none is near.
///
/// Names are near when one insertion, deletion, change or swap, in a text of four and more two,
/// makes one from the other; case counts for nothing. Of equally near names the first is taken.
/// - Complexity: O(names × length²).
public func nearestName(to text: String, among names: [String]) -> String? {
  let wanted = Array(text.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= longestCompared else { return nil }
  var best: (name: String, steps: Int)?
  for name in names {
    let limit = min(best.map { $0.steps - 1 } ?? (wanted.count < 4 ? 1 : 2), name.count - 1)
    let candidate = Array(name.lowercased().unicodeScalars)
    guard limit >= 0, abs(candidate.count - wanted.count) <= limit else { continue }
    let steps = editDistance(wanted, candidate)
    if steps <= limit { best = (name, steps) }
  }
  return best?.name
}

/// Longer texts are no slips of the pen.
private let longestCompared = 40
