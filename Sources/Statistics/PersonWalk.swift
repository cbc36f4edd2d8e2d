internal import Registers

/// Finds the rows of persons who are asked for in rising order, without an index.
struct PersonWalk {
  private let persons: [Int32]
  private var place = 0

  /// A walk over a column of persons.
  /// - Precondition: the column rises; see `inOrderOfPerson`.
  init(_ persons: [Int32]) { self.persons = persons }

  /// The rows of `person`.
  /// - Precondition: nobody with a higher number was asked for before.
  mutating func rows(of person: Int32) -> Range<Int> {
    while place < persons.count, persons[place] < person { place += 1 }
    var end = place
    while end < persons.count, persons[end] == person { end += 1 }
    return place..<end
  }

  /// The next person who has rows, with these; `nil` after the last.
  mutating func next() -> (person: Int32, rows: Range<Int>)? {
    guard place < persons.count else { return nil }
    let person = persons[place]
    let rows = rows(of: person)
    place = rows.upperBound
    return (person, rows)
  }
}

extension RegisterRecords {
  /// The same rows in order of person; rows of one person keep their order.
  var inOrderOfPerson: RegisterRecords {
    let persons = columns.first ?? []
    if zip(persons, persons.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
    // Person and row in one key: a sort of numbers, which finds the runs that are in order.
    let order = persons.enumerated().map { Int64($1) << 32 | Int64($0) }.sorted()
    return RegisterRecords(
      layout,
      columns: columns.map { column in order.map { column[Int($0 & 0xFFFF_FFFF)] } })
  }
}
