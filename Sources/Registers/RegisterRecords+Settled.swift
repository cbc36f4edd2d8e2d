/// What a register has no more than one of for each person, so that two rows can contradict each
/// other.
public enum RegisterUniqueness: Sendable, Hashable {
  /// Nothing: rows of a person add up.
  case none
  /// Rows with the same numbers in these columns, the first of which is the person's.
  case row(of: [String])
  /// Spells on any day.
  case spell
}

extension RegisterRecords {
  /// The same register as statistics read it: the one rule for rows that contradict each other.
  ///
  /// The later one counts. Of rows of which a person has one, that is the row further down, which
  /// is kept alone. Spells are put in order of person and first day, those that begin on the same
  /// day as in the file: of those that hold on a day the last one counts, which began last.
  /// - Complexity: O(rows) for a register that is in order and without contradictions, as those are
  ///   that are synthesized; else O(rows · log rows).
  public var settled: RegisterRecords {
    switch layout.uniqueness {
    case .none: return self
    case .row(let names):
      return rises(names, strictly: true) ? self : picking(Self.last(of: keys(names)))
    case .spell:
      let names = ["person", "from"]
      guard !rises(names, strictly: false) else { return self }
      let keys = self.keys(names)
      return picking(keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) })
    }
  }

  /// How many rows stand against one that counts in their place: rows of what a person has once
  /// already, or spells that begin before an earlier one ended.
  public var contradictions: Int {
    switch layout.uniqueness {
    case .none: return 0
    case .row(let names):
      return rises(names, strictly: true) ? 0 : rowCount - Set(keys(names)).count
    case .spell:
      let spells = settled
      let (persons, from, until) = (spells["person"], spells["from"], spells["until"])
      var count = 0
      var end: Int32 = .min
      for row in persons.indices {
        let last = until[row] == Self.missing ? Int32.max : until[row]
        if row > 0, persons[row] == persons[row - 1] {
          if from[row] <= end { count += 1 }
          end = max(end, last)
        } else {
          end = last
        }
      }
      return count
    }
  }

  /// For each row the numbers of one or two columns as one, in their order.
  private func keys(_ names: [String]) -> [Int64] {
    precondition((1...2).contains(names.count), "a person, and what else there is one of")
    let first = self[names[0]]
    guard names.count > 1 else { return first.map { Int64($0) } }
    return zip(first, self[names[1]]).map { (Int64($0) << 32) + Int64($1) }
  }

  /// Whether the numbers of one or two columns rise from row to row or, where `strictly` is not
  /// asked for, stay the same.
  private func rises(_ names: [String], strictly: Bool) -> Bool {
    let first = self[names[0]]
    let second = names.count > 1 ? self[names[1]] : first
    return first.indices.dropFirst().allSatisfy { row in
      let before = (first[row - 1], second[row - 1])
      let here = (first[row], second[row])
      return strictly ? before < here : before <= here
    }
  }

  /// The last row with each key, in the order of the rows.
  private static func last(of keys: [Int64]) -> [Int] {
    var seen: Set<Int64> = []
    return keys.indices.reversed().filter { seen.insert(keys[$0]).inserted }.reversed()
  }

  private func picking(_ rows: [Int]) -> RegisterRecords {
    RegisterRecords(layout, columns: columns.map { column in rows.map { column[$0] } })
  }
}
