/// The least number of characters to insert, leave out, replace or swap with the next one that make
/// `left` into `right`.
///
/// - Complexity: O(left × right).
public func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
  // Invariant: rows[i][j] is the distance of the first i of left and the first j of right.
  var rows = [Array(0...right.count)]
  for i in 0..<left.count {
    var row = [i + 1]
    for j in 0..<right.count {
      var least = min(row[j], rows[i][j + 1]) + 1
      least = min(least, rows[i][j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, rows[i - 1][j - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[left.count][right.count]
}
