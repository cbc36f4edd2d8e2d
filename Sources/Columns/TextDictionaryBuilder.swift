/// Builds a ``CodeColumn`` and its dictionary from text values in one pass.
///
/// Costs what ``CodeColumnBuilder`` costs and one dictionary entry for each different text. Texts
/// are the same when Swift says they are equal.
public struct TextDictionaryBuilder: Sendable {
  /// The texts seen, in the order of their first row, which is the order of their numbers.
  public private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]
  private var column: CodeColumnBuilder

  /// A builder without rows.
  /// - Parameters:
  ///   - texts: texts that have the first numbers whether they occur or not.
  ///   - expectedRows: room to set aside.
  /// - Precondition: no text stands twice.
  public init(texts: [String] = [], expectedRows: Int = 0) {
    column = CodeColumnBuilder(expectedRows: expectedRows)
    for text in texts { _ = number(of: text) }
    precondition(self.texts.count == texts.count, "a text has one number")
  }

  /// Rows so far.
  public var count: Int { column.count }

  /// Adds a row, and a dictionary entry when the text is new.
  /// - Complexity: O(length of the text) amortised.
  public mutating func append(_ text: String) { column.append(number(of: text)) }

  /// Ends the column; its codes are indices into `texts`.
  public consuming func finish() -> (column: CodeColumn, texts: [String]) {
    (column.finish(cardinality: texts.count), texts)
  }

  /// Ends the column with the texts in order of code points, whatever the order of the rows.
  /// - Complexity: O(rows + texts · log texts).
  public consuming func finishSorted() -> (column: CodeColumn, texts: [String]) {
    let order = texts.indices.sorted {
      texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
    }
    var place = Array(repeating: 0, count: texts.count)
    for (sorted, number) in order.enumerated() { place[number] = sorted }
    let unsorted = column.finish(cardinality: texts.count)
    var sorted = CodeColumnBuilder(expectedRows: unsorted.count)
    for row in 0..<unsorted.count { sorted.append(place[unsorted[row]]) }
    return (sorted.finish(cardinality: texts.count), order.map { texts[$0] })
  }

  /// The number of a text, given now if it has none.
  private mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
