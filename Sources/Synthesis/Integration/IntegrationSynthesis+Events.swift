internal import Classifications
internal import Registers

/// A spell of residence.
struct ResidenceSpell {
  let from: Day
  let until: Day?
}

extension IntegrationSynthesis {
  /// What the population register says; for one in eighty something of it is corrected later.
  mutating func addDescriptions(
    _ person: Int32, sex: Int, origin: Int, born: Day, arrived: Day
  ) {
    // Most who come are immigrants; a few have Danish origin, or were born here.
    let lot = generator.unit()
    let ancestry: Int32 = lot < 0.988 ? 1 : lot < 0.997 ? 0 : 2
    func row(_ from: Day?, _ until: Day?, _ sex: Int, _ born: Day, _ origin: Int) -> [Int32] {
      [person, number(from), number(until), Int32(sex), born.number, Int32(origin), ancestry]
    }
    guard generator.unit() < 1.0 / 80 else {
      result.persons.append(row(nil, nil, sex, born, origin))
      return
    }
    let change = arrived.advanced(byDays: 100 + generator.below(1400))
    let what = generator.unit()
    result.persons.append(row(nil, change.advanced(byDays: -1), sex, born, origin))
    result.persons.append(
      row(
        change, nil, what < 0.1 ? 1 - sex : sex,
        what < 0.5 ? born : born.advanced(byDays: generator.below(800) - 400),
        what < 0.1 || what >= 0.5 ? origin : correctedOrigin(origin)))
  }

  /// Another country of the same group, or the same again.
  private mutating func correctedOrigin(_ origin: Int) -> Int {
    let countries = lists.country
    let other = generator.below(countries.leaves.count)
    let groups = [origin, other].map { countries.parents[countries.leaves[$0]] }
    return groups[0] == groups[1] ? other : origin
  }

  /// The permit of the immigration, and for some another one, before or after.
  mutating func addPermits(_ person: Int32, permit: String, arrived: Day) {
    let (early, late) = (generator.unit(), generator.unit())
    let given: Day =
      switch permit {
      case _ where generator.unit() < 0.03: arrived.advanced(byDays: 30 + Int(900 * late))
      case "1", "2": arrived.advanced(byDays: -Int(150 * early * late))
      case "3": arrived.advanced(byDays: -Int(420 * early * late))
      default: arrived.advanced(byDays: 30 - Int(75 * early))
      }
    let isImputed = generator.unit() < 0.06
    add(permit: permit, person, given: isImputed ? nil : given)
    guard generator.unit() < 0.09 else { return }
    let others = ["1": ["2", "5"], "2": ["1", "3"], "3": ["5", "6", "1", "2"], "4": ["3", "5"]]
    guard let codes = others[permit] else { return }
    add(
      permit: codes[generator.below(codes.count)], person,
      given: arrived.advanced(byDays: generator.below(1500) - 500))
  }

  private mutating func add(permit: String, _ person: Int32, given: Day?) {
    guard let category = lists.permit.leafPositions[permit], (given ?? Self.lastDay) <= Self.lastDay
    else { return }
    result.permits.append([person, category, number(given), given == nil ? 1 : 0])
  }

  /// The citizenship of the country of origin; a few are Nordic citizens, at once or in time.
  mutating func addCitizenships(_ person: Int32, origin: Int, arrived: Day) {
    let countries = lists.country.leafPositions
    guard let danish = countries["DK"], let swedish = countries["SE"] else { return }
    let lot = generator.unit()
    let naturalized = arrived.advanced(byDays: 900 + generator.below(2500))
    let isNaturalized = lot >= 0.99 && naturalized <= Self.lastDay
    result.citizenships.append([
      person, RegisterRecords.missing,
      isNaturalized ? naturalized.advanced(byDays: -1).number : RegisterRecords.missing,
      lot < 0.006 ? swedish : Int32(origin),
    ])
    if isNaturalized {
      result.citizenships.append([person, naturalized.number, RegisterRecords.missing, danish])
    }
  }

  /// A year in Denmark long ago: it was the first immigration.
  mutating func addEarlierStay(_ person: Int32, before arrived: Day) {
    let from = arrived.advanced(byDays: -600 - generator.below(4000))
    result.immigrations.append([person, from.number])
    let home = homes.first(permit: "3", &generator)
    result.residences.append([
      person, from.number, from.advanced(byDays: 365).number, Int32(home),
    ])
  }

  /// The spells from the immigration on: moves, a departure, for some a return.
  mutating func addResidences(
    _ person: Int32, permit: String, arrived: Day
  ) -> [ResidenceSpell] {
    let leaving = permit == "4" ? 0.16 : permit == "3" ? 0.05 : 0.02
    let moving = permit == "3" ? 0.12 : 0.09
    var spells: [ResidenceSpell] = []
    var (from, home) = (arrived, homes.first(permit: permit, &generator))
    var day = arrived
    func row(_ until: Day?) -> [Int32] {
      [person, from.number, number(until), Int32(home)]
    }
    result.immigrations.append([person, arrived.number])
    while true {
      day = day.advanced(byDays: 60 + generator.below(610))
      let lot = generator.unit()
      guard day <= Self.lastDay else { break }
      guard lot < leaving + moving else { continue }
      result.residences.append(row(day))
      spells.append(ResidenceSpell(from: from, until: day))
      from = day.advanced(byDays: 1)
      if lot < leaving {
        from = day.advanced(byDays: 200 + generator.below(700))
        guard generator.unit() < 0.15, from <= Self.lastDay else { return spells }
        result.immigrations.append([person, from.number])
        day = from
      }
      home = homes.next(after: home, &generator)
    }
    if from <= Self.lastDay {
      result.residences.append(row(nil))
      spells.append(ResidenceSpell(from: from, until: nil))
    }
    return spells
  }

  /// The status at the end of each November in which the person is resident.
  mutating func addEmployment(
    _ person: Int32, permit: String, sex: Int, arrived: Day, spells: [ResidenceSpell]
  ) {
    let first = arrived.parts.year
    let (start, gain): (Double, Double) =
      switch permit {
      case "1": (0.1, 0.11)
      case "2": (0.08, 0.07)
      case "3": (0.35, 0.08)
      default: (0.42, 0.12)
      }
    // Women with refugee permits work less at first.
    let share = sex == 1 && permit < "3" ? 0.6 : 1
    for year in first...Self.lastDay.parts.year {
      let november = Day(year, 11, 30)
      let chance = min(0.8, share * (start + gain * Double(year - first)))
      let lot = generator.unit()
      guard spells.contains(where: { $0.from <= november && november <= $0.until ?? Self.lastDay })
      else { continue }
      let status: Int32 = lot < chance ? 0 : lot < chance + 0.07 ? 1 : 2
      result.employment.append([person, Int32(year), status])
    }
  }
}

/// The number of a day, or that of an empty field.
private func number(_ day: Day?) -> Int32 { day?.number ?? RegisterRecords.missing }
