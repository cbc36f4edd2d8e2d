import Canvas
import TableViews

/// Where the lines of a page stand on a screen of a size.
struct TableGeometry: Sendable {
  /// A column of the view on the screen.
  struct VisibleColumn: Sendable, Hashable {
    /// Index into the view's columns.
    let index: Int
    /// First column of the screen.
    let start: Int
    /// Columns taken.
    let width: Int

    /// The column of the screen behind it.
    var end: Int { start + width }
  }

  /// Which rows of the screen are for what.
  let regions: ScreenRegions
  /// Columns for each stub dimension.
  let stubWidths: [Int]
  /// The columns behind the stub.
  let stubEnd: Int
  /// The columns of the view that are in sight.
  let columns: [VisibleColumn]
  /// Rows of the view that are in sight.
  let rows: Range<Int>

  /// The geometry of `page` on a screen of `size`.
  init(_ page: TablePage, size: Size) {
    let layout = page.layout
    regions = page.regions(size: size)
    stubWidths = Self.stubWidths(layout, columns: size.columns)
    stubEnd = stubWidths.reduce(0, +) + max(0, stubWidths.count - 1)
    let right = size.columns - 1
    var columns: [VisibleColumn] = []
    var start = stubEnd + TableLayout.gap
    for index in page.left..<max(page.left, layout.columnWidths.count) {
      let width = layout.columnWidths[index]
      if start + width > right {
        if columns.isEmpty, right > start {
          columns.append(VisibleColumn(index: index, start: start, width: right - start))
        }
        break
      }
      columns.append(VisibleColumn(index: index, start: start, width: width))
      start += width + TableLayout.gap
    }
    self.columns = columns
    let bottom = min(page.view.rows.count, page.top + regions.body.count)
    rows = page.top..<max(page.top, bottom)
  }

  /// How many columns of the view fit when the last one in sight is `last`.
  static func firstColumn(showing last: Int, of layout: TableLayout, columns: Int) -> Int {
    let stubs = stubWidths(layout, columns: columns)
    var room = columns - 1 - stubs.reduce(0, +) - max(0, stubs.count - 1)
    var first = last
    room -= TableLayout.gap + layout.columnWidths[last]
    while first > 0 {
      room -= TableLayout.gap + layout.columnWidths[first - 1]
      if room < 0 { break }
      first -= 1
    }
    return first
  }

  /// Columns for the labels: what they would like, but never so much that figures have no room.
  private static func stubWidths(_ layout: TableLayout, columns: Int) -> [Int] {
    let gaps = max(0, layout.stubWidths.count - 1)
    let most = max(columns * 2 / 5, columns - 1 - layout.totalWidth) - gaps
    var widths = layout.stubWidths
    var excess = widths.reduce(0, +) - max(most, widths.count)
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      let others = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let step = widths[widest] > others ? min(excess, widths[widest] - others) : 1
      widths[widest] = max(1, widths[widest] - step)
      excess -= step
    }
    return widths
  }
}
