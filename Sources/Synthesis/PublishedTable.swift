internal import DelimitedText

/// A percentage as it was published: a whole number of its last decimal.
public struct PublishedPercent: Sendable, Hashable {
  /// The percentage times 10 to the number of ``decimals``.
  public let units: Int
  /// Decimals shown.
  public let decimals: Int

  /// The percentage that `text` says, such as `5.1`, or `nil` when it says none.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let units = Int(parts.joined()), units >= 0 else { return nil }
    self.units = units
    self.decimals = parts.count == 2 ? parts[1].utf8.count : 0
  }

  /// Whether `part` of `whole`, in per cent and rounded half up, is this percentage.
  ///
  /// floor(100·10^decimals·part / whole + ½) = units, in whole numbers.
  public func agrees(part: Int, whole: Int) -> Bool {
    guard whole > 0 else { return false }
    let scale = (0..<decimals).reduce(100) { scale, _ in scale * 10 }
    return (2 * scale * part + whole) / (2 * whole) == units
  }
}

/// One published figure.
public struct PublishedFigure: Sendable, Hashable {
  /// Persons; `nil` where the page shows that there is no figure.
  public let persons: Int?
  /// The percentage beside it; `nil` where there is none.
  public let percent: PublishedPercent?
}

/// One published table: a figure for combinations of codes.
public struct PublishedTable: Sendable {
  /// The file, relative to the data folder.
  public let path: String
  /// What the codes of a combination say, such as `age`, `education`, `sex`.
  public let dimensions: [String]
  /// The combinations, in the order of the file.
  public let combinations: [[String]]
  private let figures: [[String]: PublishedFigure]

  /// The figure for a combination of codes, or `nil` when the page does not have it.
  public subscript(codes: [String]) -> PublishedFigure? { figures[codes] }

  /// Reads a file with a column for each dimension, `persons` (`.` = no figure) and `percent`.
  init(
    path: String, dimensions: [String], files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) {
    var combinations: [[String]] = []
    var figures: [[String]: PublishedFigure] = [:]
    for row in try rows(at: path, columns: dimensions + ["persons", "percent"], in: files) {
      let codes = row.prefix(dimensions.count).map(\.text)
      let (persons, percent) = (row[dimensions.count], row[dimensions.count + 1])
      let figure = PublishedFigure(
        persons: persons.text == "." ? nil : try number(persons, in: path) { Int($0) },
        percent: percent.text.isEmpty
          ? nil : try number(percent, in: path) { PublishedPercent($0) })
      guard figures.updateValue(figure, forKey: codes) == nil else {
        throw SynthesisDataError(
          path: path, kind: .figure(codes: codes), position: row[0].position)
      }
      combinations.append(codes)
    }
    self.path = path
    self.dimensions = dimensions
    self.combinations = combinations
    self.figures = figures
  }

  /// The persons of a combination that the synthesis cannot do without.
  func persons(_ codes: String...) throws(SynthesisDataError) -> Int {
    guard let persons = figures[codes]?.persons else {
      throw SynthesisDataError(path: path, kind: .figure(codes: codes), position: nil)
    }
    return persons
  }
}
