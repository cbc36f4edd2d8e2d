import Canvas

/// Which rows of the screen are for what, in the table view.
struct ScreenRegions: Sendable, Hashable {
  /// The smallest size at which a screen is useful.
  static let smallest = Size(rows: 6, columns: 20)

  /// Whether a screen of `size` is large enough to show anything.
  static func isUseful(_ size: Size) -> Bool {
    size.rows >= smallest.rows && size.columns >= smallest.columns
  }

  /// The smallest height at which texts may take a line more.
  static let roomyRows = 16

  /// Title of the table.
  let title: Range<Int>
  /// Path to what is shown; left out on a low screen.
  let crumbs: Int?
  /// Heading of the columns.
  let heading: Range<Int>
  /// Line below the heading; left out on a low screen.
  let rule: Int?
  /// Rows of the table.
  let body: Range<Int>
  /// Symbols in view and how figures come about; left out on a low screen.
  let legend: Range<Int>
  /// What is shown and hidden; left out on a very low screen.
  let counts: Int?
  /// The figure under the cursor, a message, or a text being typed.
  let status: Int
  /// The keys of the screen.
  let footer: Range<Int>

  /// The rows of a screen of `size` whose parts would like to have so many lines.
  init(size: Size, headingLines: Int, titleLines: Int, legendLines: Int) {
    let isTall = size.rows >= 20
    let hasCounts = size.rows >= 10
    let footerRows = size.rows >= 24 ? 2 : 1
    let legendRows = !isTall ? 0 : min(legendLines, size.rows >= 24 ? 3 : 1)
    let titleRows = size.rows >= Self.roomyRows ? min(titleLines, 2) : 1
    let below = footerRows + 1 + (hasCounts ? 1 : 0) + legendRows
    let headingTop = titleRows + (hasCounts ? 1 : 0)
    let room = size.rows - below - headingTop
    let headingRows = max(1, min(headingLines, room / 2))
    let ruleRows = isTall ? 1 : 0
    title = 0..<titleRows
    crumbs = hasCounts ? titleRows : nil
    heading = headingTop..<(headingTop + headingRows)
    rule = isTall ? heading.upperBound : nil
    let bodyTop = heading.upperBound + ruleRows
    body = bodyTop..<max(bodyTop + 1, size.rows - below)
    footer = (size.rows - footerRows)..<size.rows
    status = footer.lowerBound - 1
    counts = hasCounts ? status - 1 : nil
    legend = (status - 1 - legendRows)..<(status - 1)
  }
}
