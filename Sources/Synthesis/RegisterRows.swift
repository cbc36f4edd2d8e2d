internal import Classifications
internal import Columns
internal import Registers

/// The columns of a register that is being made, one number a row.
struct RegisterRows {
  /// Each variable's id, code list and numbers, in order.
  private(set) var variables: [(id: String, codes: [String], numbers: [Int])]

  init(_ variables: (id: String, codes: [String])...) {
    self.variables = variables.map { ($0.id, $0.codes, []) }
  }

  /// The numbers of the variable `id` so far.
  subscript(id: String) -> [Int] {
    variables.first { $0.id == id }?.numbers ?? []
  }

  /// Adds rows to the variable `id`.
  mutating func append(_ numbers: [Int], to id: String) {
    for place in variables.indices where variables[place].id == id {
      variables[place].numbers += numbers
    }
  }

  /// The register, its rows numbered at random from `firstIdentifier` on, 41 apart, so that an
  /// identifier is recognized wherever it turns up and says nothing about its row.
  func register(
    name: String, firstIdentifier: Int, flags: [String: [Bool]],
    _ generator: inout SeededGenerator
  ) -> Register {
    var identifiers = Array(0..<(variables.first?.numbers.count ?? 0))
    generator.shuffle(&identifiers)
    return Register(
      name: name,
      identifiers: IntegerColumn(identifiers.map { Int32(firstIdentifier + 41 * $0) }),
      variables: variables.map {
        CodedVariable(
          id: $0.id, codes: $0.codes,
          column: CodeColumn($0.numbers, cardinality: $0.codes.count))
      },
      flags: flags.mapValues { BitmapColumn($0) }, amounts: [:])
  }
}

/// Single years of age of `persons` people of the age group `band`, in random order; within a group
/// the likelihood goes from 1 to `last` with the years.
func yearsOfAge(
  _ persons: Int, in band: String, of ages: Correspondence, last: Double,
  _ generator: inout SeededGenerator
) -> [Int] {
  let years = ages.sources.indices.filter { ages.target(of: ages.sources[$0]) == band }
  guard let first = years.first else { return [] }
  let span = Double(max(1, years.count - 1))
  let choice = WeightedChoice(
    years.indices.map { 1 + (last - 1) * Double($0) / span })
  return (0..<persons).map { _ in first + choice.draw(&generator) }
}
