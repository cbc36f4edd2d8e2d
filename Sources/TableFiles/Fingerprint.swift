import Classifications
public import Publication

/// The hash of Fowler, Noll and Vo, variant 1a with 64 bits: the same in every run and on every
/// machine.
///
/// A change of any one byte changes it.
struct StableHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}

extension StatisticDescription {
  /// A number that changes with whatever gives the cells of a release their meaning: dimensions
  /// with their codes and days of validity, matrices, period and rule.
  ///
  /// Labels do not change it.
  public var fingerprint: UInt64 {
    var hash = StableHash()
    for line in canonicalLines {
      hash.add(line.utf8)
      hash.add([0x0A])
    }
    return hash.value
  }

  /// The meaning of the cells as text; each part begins with its length, so that no two agree.
  private var canonicalLines: [String] {
    func part(_ text: String) -> String { "\(text.utf8.count):\(text)" }
    var lines = [
      "prikk-description-2", part(id), part(period), part(unit.english), part(policy.name.english),
      part(policy.sentence), "\(dimensions.count) \(matrices.count)",
    ]
    for dimension in dimensions {
      let hierarchy = dimension.hierarchy
      lines.append("\(part(dimension.id)) \(part(hierarchy.id)) \(dimension.totals.rawValue)")
      lines.append(dimension.notApplicableCodes.sorted().map(part).joined(separator: " "))
      for (category, level) in zip(hierarchy.categories, hierarchy.levels) {
        let validity = category.validity.map { "\($0.from ?? "")/\($0.until ?? "")" }
        lines.append("\(level) \(part(category.code)) \(validity ?? "")")
      }
      lines.append("end")
    }
    for matrix in matrices {
      let axes = matrix.axes.map { "\($0.dimension)/\($0.depth)" }.joined(separator: " ")
      let missing = matrix.missingPeriods.sorted().map(part).joined(separator: " ")
      let limits = matrix.limits.sorted { $0.key < $1.key }.map { " \($0)=\($1)" }.joined()
      lines.append("\(part(matrix.id)) \(axes) \(missing)\(limits)")
      if let content = Self.line(of: matrix.content) { lines.append(content) }
    }
    return lines
  }

  /// What the figures of a matrix are; nothing for counts.
  private static func line(of content: MatrixContent) -> String? {
    guard let amount = content.amount else { return nil }
    let kind = if case .median = content { "median" } else { "sum" }
    return "\(kind) \(amount.id.utf8.count):\(amount.id) \(amount.scale) \(amount.units)"
  }
}
