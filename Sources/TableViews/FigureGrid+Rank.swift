import Classifications
import Publication

extension FigureGrid {
  /// Puts the rank of each published figure of a column in its place: 1 and the number of larger
  /// ones among the published figures of rows with the same key; equal figures share a rank.
  ///
  /// A cell without a figure has no rank, and the ranks of the others are as if it were not there.
  mutating func rank(column: Int, among keys: [[Int]]) {
    let groups = Dictionary(grouping: keys.indices) { keys[$0] }
    for rows in groups.values {
      let ranked = rows.map { $0 * width + column }.filter { cells[$0].status == .published }
        .map { (place: $0, figure: cells[$0].scaled) }.sorted { $0.figure > $1.figure }
      var rank = 0
      for (position, cell) in ranked.enumerated() {
        if position == 0 || ranked[position - 1].figure != cell.figure { rank = position + 1 }
        cells[cell.place] = ViewCell(scaled: rank, decimals: 0)
      }
    }
  }
}

extension ViewState {
  /// The level of each row in each of its dimensions: figures are ranked among equals.
  func levels(ofRows rows: [[CategoryIndex]]) -> [[Int]] {
    let levels = stub.map { dimension(at: $0).hierarchy.levels }
    return rows.map { row in zip(levels, row).map { $0[$1] } }
  }
}
