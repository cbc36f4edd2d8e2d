internal import Registers

/// Incomes of persons and households in one year, and the median of the whole population.
struct HouseholdIncomes {
  /// The components of a person's income, in the order of the register; zeros without a row.
  typealias Components = InlineArray<6, Int32>

  /// What is known of a household while its members are gathered.
  private struct Household {
    var kroner = 0
    var from14 = 0
    var under14 = 0

    var income: IncomePerConsumptionUnit {
      IncomePerConsumptionUnit(
        kroner: kroner,
        tenthsOfUnits: DisabilityRules.tenthsOfConsumptionUnits(from14: from14, under14: under14))
    }
  }
  /// Of everyone: members of the households, and the rest of the population in groups.
  let median: IncomePerConsumptionUnit?
  private let year: Int32
  private let columns: [[Int32]]
  private let incomeYears: [Int32]
  private let householdYears: [Int32]
  private let places: HouseholdPlaces
  private let households: [Household]

  /// The incomes of `year`, from registers in order of person.
  ///
  /// A member without a row of income has none, and one who is not in the register of persons
  /// counts as an adult. Of several rows of a person and year the last one counts.
  init(_ records: DisabilityRecords, places: HouseholdPlaces, year: Int) {
    self.year = Int32(year)
    columns = DisabilityRegister.incomeComponents.map { records.incomes[$0] }
    incomeYears = records.incomes["year"]
    householdYears = records.households["year"]
    self.places = places
    let end = DisabilityRules.lastDay(of: year)
    let births = records.persons["born"]
    var members = PersonWalk(records.households["person"])
    var incomes = PersonWalk(records.incomes["person"])
    var persons = PersonWalk(records.persons["person"])
    var households = Array(repeating: Household(), count: places.count)
    while let (person, rows) = members.next() {
      guard let row = Self.last(rows, of: self.year, in: householdYears) else { continue }
      let isChild =
        persons.rows(of: person).last.map { row in
          DisabilityRules.isChild(born: Day(number: births[row]), at: end)
        } ?? false
      let income = Self.components(
        columns, Self.last(incomes.rows(of: person), of: self.year, in: incomeYears))
      let place = places[row]
      households[place].kroner += DisabilityRules.incomeAfterTax(income)
      if isChild { households[place].under14 += 1 } else { households[place].from14 += 1 }
    }
    self.households = households
    let listed = households.lazy.filter { $0.from14 + $0.under14 > 0 }
      .map { ($0.income, $0.from14 + $0.under14) }
    median = DisabilityRules.median(listed + Self.groups(records.populationIncomes, year: year))
  }

  /// The components of the income of who has these rows in the register of incomes.
  func income(inRows rows: Range<Int>) -> Components {
    Self.components(columns, Self.last(rows, of: year, in: incomeYears))
  }

  /// The income per consumption unit of the household of who has these rows in the register of
  /// households; `nil` for who belongs to none.
  func incomePerConsumptionUnit(inRows rows: Range<Int>) -> IncomePerConsumptionUnit? {
    Self.last(rows, of: year, in: householdYears).map { households[places[$0]].income }
  }

  /// The last of `rows` that is of `year`.
  private static func last(_ rows: Range<Int>, of year: Int32, in years: [Int32]) -> Int? {
    rows.last { years[$0] == year }
  }

  private static func components(_ columns: [[Int32]], _ row: Int?) -> Components {
    Components { place in row.map { columns[place][$0] } ?? 0 }
  }

  private static func groups(
    _ groups: RegisterRecords, year: Int
  ) -> [(income: IncomePerConsumptionUnit, persons: Int)] {
    let columns = ["year", "persons", "membersFrom14", "membersUnder14", "householdIncome"]
      .map { groups[$0] }
    return (0..<groups.rowCount).filter { Int(columns[0][$0]) == year }.map { row in
      let tenths = DisabilityRules.tenthsOfConsumptionUnits(
        from14: Int(columns[2][row]), under14: Int(columns[3][row]))
      return (
        IncomePerConsumptionUnit(kroner: Int(columns[4][row]), tenthsOfUnits: tenths),
        Int(columns[1][row])
      )
    }
  }
}

/// The households of a register as places from 0 on, whatever numbers they have there.
struct HouseholdPlaces {
  /// Households.
  let count: Int
  /// For each row, the place of the household.
  private let places: [Int32]

  /// The households of a register laid out as ``DisabilityLayouts/households``.
  init(_ households: RegisterRecords) {
    let numbers = households["household"]
    let (least, most) = (Int(numbers.min() ?? 0), Int(numbers.max() ?? -1))
    var count: Int32 = 0
    if most - least < 8 * numbers.count {
      // Numbers close together: a table.
      var table = Array(repeating: Int32(-1), count: most - least + 1)
      places = numbers.map { number in
        let slot = Int(number) - least
        if table[slot] < 0 {
          table[slot] = count
          count += 1
        }
        return table[slot]
      }
    } else {
      var table: [Int32: Int32] = [:]
      places = numbers.map { number in
        if let place = table[number] { return place }
        table[number] = count
        count += 1
        return count - 1
      }
    }
    self.count = Int(count)
  }

  /// The place of the household in a row.
  subscript(row: Int) -> Int { Int(places[row]) }
}
