import Registers

/// What does not fit within a register and between those that speak of the same persons: rows that
/// contradict each other, and rows of nobody.
///
/// No row is wrong by itself, so that `--on-error` is not about them. They are read: of rows that
/// contradict each other one counts, see `RegisterRecords.settled`, and derivation describes nobody
/// whom the register of persons does not have.
struct RegisterLinks {
  let records: RecordSet

  /// A sentence for each register with something that does not fit, without any number of a person.
  func sentences(_ layouts: [RegisterLayout]) -> [String] {
    let contradictions = layouts.compactMap { layout in
      layout.uniqueness.sentence(records.rows(of: layout).contradictions).map {
        "\(layout.name): \($0)"
      }
    }
    return contradictions + strangers(layouts)
  }

  private func strangers(_ layouts: [RegisterLayout]) -> [String] {
    layouts.filter { $0.name.hasSuffix("-persons") }.flatMap { register in
      let persons = Set(records.rows(of: register).columns.first ?? [])
      let country = register.name.prefix { $0 != "-" } + "-"
      let others = layouts.filter { layout in
        layout.name.hasPrefix(country) && layout.name != register.name
          && layout.fields.first.map { $0.name == "person" && $0.kind == .person } == true
      }
      return others.compactMap { strangers(in: $0, register, persons) }
    }
  }

  private func strangers(
    in layout: RegisterLayout, _ register: RegisterLayout, _ persons: Set<Int32>
  ) -> String? {
    // Rows of a person stand together, as a rule: each is looked up once.
    var count = 0
    var last: (person: Int32, isKnown: Bool)?
    for person in records.rows(of: layout).columns.first ?? [] {
      if person != last?.person { last = (person, persons.contains(person)) }
      if last?.isKnown == false { count += 1 }
    }
    return count == 0
      ? nil : "\(layout.name): \(rows(count)) of persons who are not in \(register.name)."
  }
}

private func rows(_ count: Int) -> String { "\(count) row\(count == 1 ? "" : "s")" }

extension RegisterUniqueness {
  /// How many rows stand against others, and which rule settles it; `nil` when none does.
  func sentence(_ count: Int) -> String? {
    guard count > 0, let rule else { return nil }
    return switch self {
    case .none: nil
    case .row(let names):
      "\(rows(count)) of persons who have one already\(names.count > 1 ? " for the year" : ""). "
        + rule
    case .spell: "\(rows(count)) of spells that overlap another of the same person. \(rule)"
    }
  }

  /// Which of rows that contradict each other counts, in a sentence.
  var rule: String? {
    switch self {
    case .none: nil
    case .row: "The last one in the file counts."
    case .spell:
      "On a day that several spells have, the one that began last counts; of those that began on "
        + "the same day, the last one in the file."
    }
  }
}
