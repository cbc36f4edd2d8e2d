internal import Classifications
internal import Registers

/// What the Danish registers know of one person.
///
/// Codes are places in the lists of ``IntegrationLayouts``.
struct IntegrationPerson {
  /// Something that holds from a day to another, both included.
  struct Spell<Value: Sendable>: Sendable {
    let from: Day?
    let until: Day?
    let value: Value

    func holds(on day: Day) -> Bool {
      (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }
  /// What the population register says of the person.
  struct Description {
    let sex: Int
    let born: Day
    let origin: Int
    let isImmigrant: Bool
  }
  /// A residence permit.
  struct Permit {
    /// Place in the value set: the lowest value first.
    let value: Int
    /// Place among the permits of the integration programme, or `nil` for another permit.
    let programme: Int?
    /// The registered day, or `nil` when there is none.
    let given: Day?
    let isImputed: Bool
  }

  let identifier: Int32
  let descriptions: [Spell<Description>]
  let permits: [Permit]
  let immigrations: [Day]
  /// Whether each citizenship is of a Nordic country.
  let citizenships: [Spell<Bool>]
  let residences: [Spell<Int>]
  /// Status in November, by year.
  let statuses: [Int: Int]
}

extension [IntegrationPerson.Spell<IntegrationPerson.Description>] {
  /// What was said of a day; of spells that overlap the one that began last.
  func value(on day: Day) -> IntegrationPerson.Description? { latest(self, on: day) }
}

extension [IntegrationPerson.Spell<Int>] {
  /// What held on a day; of spells that overlap the one that began last.
  func value(on day: Day) -> Int? { latest(self, on: day) }
}

private func latest<Value: Sendable>(_ spells: [IntegrationPerson.Spell<Value>], on day: Day)
  -> Value?
{
  var found: IntegrationPerson.Spell<Value>?
  for spell in spells where spell.holds(on: day) {
    if (found?.from?.number ?? Int32.min) <= (spell.from?.number ?? Int32.min) { found = spell }
  }
  return found?.value
}

/// Reads the persons of the registers, one after the other.
struct IntegrationReader {
  private let records: IntegrationRecords
  private let indices: [RecordIndex]
  private let immigrant: Int32
  private let programmePermits: [Int?]
  private let isNordic: [Bool]

  /// "nordisk statsborgerskab": Denmark, Finland, Iceland, Norway and Sweden; the Faroe Islands and
  /// Greenland are parts of the Danish realm.
  private static let nordicCountries: Set = ["DK", "FI", "FO", "GL", "IS", "NO", "SE"]

  init(_ records: IntegrationRecords, lists: DanishClassifications) {
    self.records = records
    indices = [
      records.persons, records.permits, records.immigrations, records.citizenships,
      records.residences, records.employment,
    ].map { RecordIndex($0) }
    // In Statistics Denmark's three groups of ancestry 2 are the immigrants.
    immigrant = lists.ancestry.leafPositions["2"] ?? -1
    let programme = lists.integrationPermit.leafPositions
    programmePermits = lists.permit.leafCodes.map { programme[$0].map { Int($0) } }
    isNordic = lists.country.leafCodes.map { Self.nordicCountries.contains($0) }
  }

  /// Everyone of the register of persons, by number.
  var identifiers: [Int32] { Set(records.persons["person"]).sorted() }

  /// All that is known of a person.
  func person(_ identifier: Int32) -> IntegrationPerson {
    func rows(_ place: Int) -> [Int] { indices[place].rows(of: identifier) }
    func spells<Value: Sendable>(
      of register: RegisterRecords, _ place: Int, _ value: (Int) -> Value
    ) -> [IntegrationPerson.Spell<Value>] {
      rows(place).map { row in
        IntegrationPerson.Spell(
          from: register.day("from", row), until: register.day("until", row), value: value(row))
      }
    }
    let (persons, permits) = (records.persons, records.permits)
    let (citizenships, residences) = (records.citizenships, records.residences)
    return IntegrationPerson(
      identifier: identifier,
      descriptions: spells(of: persons, 0) { row in
        IntegrationPerson.Description(
          sex: Int(persons["sex"][row]), born: Day(number: persons["born"][row]),
          origin: Int(persons["origin"][row]), isImmigrant: persons["ancestry"][row] == immigrant)
      },
      permits: rows(1).map { row in
        let value = Int(permits["category"][row])
        return IntegrationPerson.Permit(
          value: value, programme: programmePermits[value], given: permits.day("given", row),
          isImputed: permits["imputed"][row] == 1)
      },
      immigrations: rows(2).map { Day(number: records.immigrations["day"][$0]) },
      citizenships: spells(of: citizenships, 3) { isNordic[Int(citizenships["country"][$0])] },
      residences: spells(of: residences, 4) { Int(residences["municipality"][$0]) },
      statuses: Dictionary(
        rows(5).map {
          (Int(records.employment["year"][$0]), Int(records.employment["status"][$0]))
        }, uniquingKeysWith: { first, _ in first }))
  }
}

extension RegisterRecords {
  /// The day in a column that may be empty.
  fileprivate func day(_ name: String, _ row: Int) -> Day? {
    let number = self[name][row]
    return number == Self.missing ? nil : Day(number: number)
  }
}
