internal import Registers

extension DisabilitySynthesis {
  /// Gives a recipient a household: alone, a couple, with children, or with parents.
  ///
  /// It has the recipient's number, and the same members in all years, but for children who are not
  /// born yet.
  mutating func addHousehold(of recipient: Recipient, in homeYears: ClosedRange<Int>) {
    let (age, traits) = (recipient.age, recipient.traits)
    let household = Household(
      number: recipient.person, years: homeYears, ageYear: recipient.year,
      origin: recipient.origin)
    join(recipient.person, household)
    let lot = generator.unit()
    if age < 25 {
      if lot < 0.55 {
        for sex in 0...(happens(0.7) ? 1 : 0) { addMember(sex, age + draw(22...38), household) }
        if happens(0.4) { addMember(generator.below(2), draw(4...17), household) }
      }
      return
    }
    let mayHaveChildren = (28...54).contains(age)
    let isCouple = lot < (mayHaveChildren ? 0.5 : 0.47)
    if isCouple { addMember(1 - traits.sex, max(20, age + draw(-5...5)), household) }
    let withChildren = isCouple ? 0.5 : traits.sex == 0 ? 0.08 : 0.32
    guard mayHaveChildren, happens(withChildren) else { return }
    for _ in 0..<draw(1...3) {
      addMember(generator.below(2), draw(0...min(17, age - 18)), household)
    }
  }

  /// A household in the making.
  private struct Household {
    let number: Int32
    let years: ClosedRange<Int>
    /// The year at whose end members have the ages that are drawn.
    let ageYear: Int
    let origin: Origin
  }

  /// Adds a person who is no recipient to the household in the making.
  private mutating func addMember(_ sex: Int, _ age: Int, _ household: Household) {
    let bornIn = household.ageYear - age
    guard bornIn <= household.years.upperBound else { return }
    let born = Day(bornIn, draw(1...12), draw(1...28))
    let person = addPerson(sex: sex, born: born, origin: household.origin)
    join(person, household, notBefore: bornIn)
    if age >= 18, age < 67, happens(0.02) { addIdleDecision(of: person) }
    if age >= 18 { addIncomes(of: person, age: age, household) }
  }

  private mutating func join(
    _ person: Int32, _ household: Household, notBefore first: Int = .min
  ) {
    for year in household.years where year >= first {
      listedCounts[year - years.lowerBound] += 1
      records.households.append([person, Int32(year), household.number])
    }
  }

  /// How much of the last year's level incomes have in a year.
  private func level(in year: Int) -> Double { 1 - 0.03 * Double(years.upperBound - year) }

  /// Adds the incomes of a recipient in the years with the benefit.
  mutating func addIncomes(
    of recipient: Recipient, from start: Month, in active: ClosedRange<Int>, worked: [Int]
  ) {
    let luck = generator.unit()
    let yearly = 272_000 + 190_000 * luck * luck
    let monthly =
      recipient.degree < 100 ? 15_000 + 22_000 * generator.unit() : 1_500 + 4_000 * luck
    let transfers = happens(0.25) ? 60_000 * generator.unit() : 0
    let business = happens(0.02) ? 180_000 * (generator.unit() - 0.25) : 0
    let capital = capital()
    for (year, workedMonths) in zip(active, worked) {
      let months = length(of: spell(of: recipient, from: start, in: year))
      append(
        recipient.person, year, wages: monthly * Double(workedMonths), business: business,
        benefit: yearly * Double(recipient.degree * months) / 1_200, transfers: transfers,
        capital: capital)
    }
  }

  /// Adds the incomes of an adult who is no recipient.
  private mutating func addIncomes(of person: Int32, age: Int, _ household: Household) {
    let level = 490_000 * spread(generator.unit())
    let isAtWork = age < 62 && happens(0.8)
    let transfers =
      age >= 62 ? 0.4 * level + 130_000 : isAtWork ? 0 : 150_000 * generator.unit()
    let capital = capital()
    for year in household.years {
      append(
        person, year, wages: isAtWork ? level : 0, business: 0, benefit: 0, transfers: transfers,
        capital: capital)
    }
  }

  private mutating func capital() -> Double {
    happens(0.6) ? 4_000 * spread(generator.unit()) * generator.unit() : 0
  }

  private mutating func append(
    _ person: Int32, _ year: Int, wages: Double, business: Double, benefit: Double,
    transfers: Double, capital: Double
  ) {
    let level = level(in: year)
    let taxed = max(0, wages + business + benefit + 0.8 * transfers + capital - 90_000)
    func kroner(_ amount: Double) -> Int32 { Int32((level * amount).rounded(.down)) }
    records.incomes.append([
      person, Int32(year), kroner(wages), kroner(business), kroner(benefit), kroner(transfers),
      kroner(capital), kroner(0.25 * taxed),
    ])
  }

  /// The quantile of a skewed distribution with median 1: (p / (1 - p)) to the power of 1/4.
  ///
  /// Only operations with one result everywhere: the same seed gives the same bits.
  private func spread(_ share: Double) -> Double {
    let odds = min(0.999, max(0.001, share))
    return (odds / (1 - odds)).squareRoot().squareRoot()
  }

  /// Adds everyone who is in no household so far, in groups of equal members and income.
  mutating func addRestOfPopulation() {
    for (place, year) in years.enumerated() {
      let population = 5_490_000 - 45_000 * Double(years.upperBound - year)
      addGroups(persons: max(0, Int(population * scale) - listedCounts[place]), in: year)
    }
  }

  private mutating func addGroups(persons: Int, in year: Int) {
    let shares = Composition.all.map(\.share)
    let steps = 100
    var group: Int32 = 0
    for (composition, total) in zip(Composition.all, apportioned(persons, by: shares)) {
      let parts = apportioned(total, by: Array(repeating: 1, count: steps))
      let units = 1 + 0.5 * Double(composition.from14 - 1) + 0.3 * Double(composition.under14)
      for (step, part) in parts.enumerated() where part > 0 {
        group += 1
        let income =
          level(in: year) * composition.median * units
          * spread((Double(step) + 0.5) / Double(steps))
        records.populationIncomes.append([
          group, Int32(year), Int32(part), Int32(composition.from14),
          Int32(composition.under14), Int32(income.rounded(.down)),
        ])
      }
    }
  }
}

/// Households of one composition in the rest of the population.
private struct Composition {
  let from14: Int
  let under14: Int
  /// Of all persons.
  let share: Double
  /// Kroner per consumption unit.
  let median: Double

  static let all = [
    Composition(from14: 1, under14: 0, share: 0.19, median: 345_000),
    Composition(from14: 2, under14: 0, share: 0.27, median: 500_000),
    Composition(from14: 1, under14: 1, share: 0.03, median: 340_000),
    Composition(from14: 1, under14: 2, share: 0.02, median: 310_000),
    Composition(from14: 2, under14: 1, share: 0.10, median: 480_000),
    Composition(from14: 2, under14: 2, share: 0.20, median: 470_000),
    Composition(from14: 2, under14: 3, share: 0.07, median: 420_000),
    Composition(from14: 3, under14: 0, share: 0.06, median: 510_000),
    Composition(from14: 3, under14: 1, share: 0.06, median: 480_000),
  ]
}
