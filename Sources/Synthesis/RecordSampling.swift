public import Registers

extension RecordSet {
  /// About `share` of the persons, the same in every register; registers of groups have that share
  /// of the persons in each group.
  ///
  /// Which units stay depends on their number alone.
  /// - Precondition: the share is above 0 and at most 1.
  public func sampled(_ share: Double) -> RecordSet {
    precondition(share > 0 && share <= 1, "a share of the units")
    return share == 1 ? self : RecordSet(all.map { $0.sampled(share) })
  }
}

extension RegisterRecords {
  /// The rows of some persons or, in a register of groups, some persons of each group.
  fileprivate func sampled(_ share: Double) -> RegisterRecords {
    guard let place = layout.fields.firstIndex(where: { $0.name == "persons" }) else {
      let units = columns.first ?? []
      return keeping(units.indices.filter { Self.luck(of: Int(units[$0])) < share })
    }
    var columns = columns
    columns[place] = columns[place].enumerated().map { row, persons in
      Int32(Double(persons) * share + Self.luck(of: row))
    }
    let persons = columns[place]
    return RegisterRecords(layout, columns: columns)
      .keeping(persons.indices.filter { persons[$0] > 0 })
  }

  /// A number in `0 ..< 1` that depends on `number` alone.
  private static func luck(of number: Int) -> Double {
    var generator = SeededGenerator(seed: UInt64(number.magnitude), stream: "sampling")
    return generator.unit()
  }

  /// The rows of these numbers.
  private func keeping(_ rows: [Int]) -> RegisterRecords {
    RegisterRecords(layout, columns: columns.map { column in rows.map { column[$0] } })
  }
}
