import Registers

/// What does not fit between registers that speak of the same persons: rows of nobody, and persons
/// who stand twice.
///
/// Such rows are read; derivation describes nobody whom the register of persons does not have.
struct RegisterLinks {
  let records: RecordSet

  /// A sentence for each register with something that does not fit, without any number of a person.
  func sentences(_ layouts: [RegisterLayout]) -> [String] {
    layouts.filter { $0.name.hasSuffix("-persons") }.flatMap { register in
      let persons = Set(records[register].columns.first ?? [])
      let country = register.name.prefix { $0 != "-" } + "-"
      let others = layouts.filter { layout in
        layout.name.hasPrefix(country) && layout.name != register.name
          && layout.fields.first.map { $0.name == "person" && $0.kind == .person } == true
      }
      return doubled(in: register, persons)
        + others.compactMap { strangers(in: $0, register, persons) }
    }
  }

  /// Registers of spells have a person on several rows; the others once.
  private func doubled(in register: RegisterLayout, _ persons: Set<Int32>) -> [String] {
    let isOfSpells = register.fields.contains { $0.name == "from" }
    let more = records[register].rowCount - persons.count
    guard !isOfSpells, more > 0 else { return [] }
    return ["\(register.name): \(rows(more)) of persons who have one already."]
  }

  private func strangers(
    in layout: RegisterLayout, _ register: RegisterLayout, _ persons: Set<Int32>
  ) -> String? {
    // Rows of a person stand together, as a rule: each is looked up once.
    var count = 0
    var last: (person: Int32, isKnown: Bool)?
    for person in records[layout].columns.first ?? [] {
      if person != last?.person { last = (person, persons.contains(person)) }
      if last?.isKnown == false { count += 1 }
    }
    return count == 0
      ? nil : "\(layout.name): \(rows(count)) of persons who are not in \(register.name)."
  }

  private func rows(_ count: Int) -> String { "\(count) row\(count == 1 ? "" : "s")" }
}
