internal import DelimitedText

/// Where the codes of one list go in another: single years of age to bands, old municipalities to
/// new ones.
public struct Correspondence: Sendable, Hashable {
  /// A code that another one goes to.
  public struct Target: Sendable, Hashable {
    /// The code.
    public let code: String
    /// How much of the source goes there; 100 unless the source is split.
    ///
    /// An approximation.
    public let percent: Int
  }

  /// Identifier, such as `municipality-2019-to-2020`.
  public let id: String
  /// The codes that go somewhere, in the order of the list.
  public let sources: [String]
  private let targetsBySource: [String: [Target]]

  /// A correspondence made by hand: each source with the codes that it goes to and how much of it
  /// goes there.
  /// - Precondition: a source is named once.
  public init(id: String, moves: [(source: String, targets: [(code: String, percent: Int)])]) {
    self.id = id
    sources = moves.map(\.source)
    targetsBySource = Dictionary(
      uniqueKeysWithValues: moves.map { move in
        (move.source, move.targets.map { Target(code: $0.code, percent: $0.percent) })
      })
  }

  /// Where `code` goes, in order; empty when the correspondence does not have it.
  public func targets(of code: String) -> [Target] { targetsBySource[code] ?? [] }

  /// The one code that `code` goes to, or `nil` when there is none or it is split.
  public func target(of code: String) -> String? {
    let targets = targets(of: code)
    return targets.count == 1 ? targets[0].code : nil
  }

  /// The codes that go to `code`, alone or with others, in the order of the list.
  public func sources(of code: String) -> [String] {
    sources.filter { targets(of: $0).contains { $0.code == code } }
  }

  /// For each code, the position of its target among the leaves of `hierarchy`; -1 when it has none
  /// there or is split.
  ///
  /// What a kernel of `Columns` takes as a recode.
  public func leafPositions(of codes: [String], in hierarchy: Hierarchy) -> [Int32] {
    let positions = hierarchy.leafPositions
    return codes.map { code in target(of: code).flatMap { positions[$0] } ?? -1 }
  }
}

extension Correspondence {
  /// Reads `correspondences/<id>.csv`, whose targets are categories of `hierarchy`.
  /// - Throws: ``ClassificationError`` for a target that is not in the hierarchy, or a split whose
  ///   shares do not add up.
  init(id: String, to hierarchy: Hierarchy, files: DataFiles) throws(ClassificationError) {
    let path = "correspondences/\(id).csv"
    var sources: [String] = []
    var targets: [String: [Target]] = [:]
    for row in try files.rows(at: path, columns: ["source", "target", "percent"]) {
      let (source, target) = (row[0].text, row[1].text)
      guard hierarchy.index(ofCode: target) != nil else {
        throw ClassificationError(
          path: path, kind: .unknownCode(target), position: row[1].position)
      }
      if targets[source] == nil { sources.append(source) }
      targets[source, default: []].append(
        Target(code: target, percent: try files.number(row[2], in: path)))
    }
    for source in sources where targets[source]?.reduce(0, { $0 + $1.percent }) != 100 {
      throw ClassificationError(path: path, kind: .incompleteSplit(code: source), position: nil)
    }
    self.id = id
    self.sources = sources
    self.targetsBySource = targets
  }
}
