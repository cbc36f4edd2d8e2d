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
  /// with their codes, matrices, period and rule.
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
      "prikk-description-1", part(id), part(period), part(unit.english), part(policy.name.english),
      part(policy.sentence), "\(dimensions.count) \(matrices.count)",
    ]
    for dimension in dimensions {
      let hierarchy = dimension.hierarchy
      lines.append("\(part(dimension.id)) \(part(hierarchy.id)) \(dimension.isAdditive)")
      lines.append(dimension.notApplicableCodes.sorted().map(part).joined(separator: " "))
      for (category, level) in zip(hierarchy.categories, hierarchy.levels) {
        lines.append("\(level) \(part(category.code))")
      }
      lines.append("end")
    }
    for matrix in matrices {
      let axes = matrix.axes.map { "\($0.dimension)/\($0.depth)" }.joined(separator: " ")
      lines.append("\(part(matrix.id)) \(axes)")
    }
    return lines
  }
}
