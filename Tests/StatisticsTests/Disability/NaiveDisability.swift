import Classifications
import Registers

/// The recipients of a year, found in the plainest way: every question is put to all rows again,
/// day by day and month by month, as the page words it.
struct NaiveDisability {
  private let library: ClassificationLibrary
  private let year: Int
  private let persons, residences, education, employment: [Row]
  private let decisions, incomes, households, groups: [Row]

  init(records: DisabilityRecords, library: ClassificationLibrary, year: Int) {
    self.library = library
    self.year = year
    persons = Self.rows(records.persons)
    residences = Self.rows(records.residences)
    education = Self.rows(records.education)
    employment = Self.rows(records.employment)
    decisions = Self.rows(records.decisions)
    incomes = Self.rows(records.incomes)
    households = Self.rows(records.households)
    groups = Self.rows(records.populationIncomes)
  }

  /// What is said of a recipient, in the words of the derived register.
  struct Recipient: Equatable, CustomStringConvertible {
    var codes: [String: String] = [:]
    var flags: Set<String> = []
    var amounts: [String: Int] = [:]
    var description: String {
      "\(codes.sorted { $0.key < $1.key }) \(flags.sorted()) \(amounts.sorted { $0.key < $1.key })"
    }
  }
  /// A row by the names of its columns; `nil` for an empty field.
  typealias Row = [String: Int]

  private static func rows(_ records: RegisterRecords) -> [Row] {
    (0..<records.rowCount).map { row in
      var fields: Row = [:]
      for (field, column) in zip(records.layout.fields, records.columns)
      where column[row] != RegisterRecords.missing {
        fields[field.name] = Int(column[row])
      }
      return fields
    }
  }

  /// All recipients of the year, by person.
  func recipients() -> [Int: Recipient] {
    var found: [Int: Recipient] = [:]
    for own in persons {
      let person = own["person"] ?? 0
      let mine = decisions.filter { $0["person"] == person }
      if let recipient = recipient(own, decisions: mine) { found[person] = recipient }
    }
    return found
  }

  private func day(_ own: Row, _ name: String) -> Day? { own[name].map { Day(number: Int32($0)) } }

  /// The degree in a month, 0 without a positive decision.
  private func degree(_ decisions: [Row], in month: Month, born: Day) -> Int {
    // Months since the month of birth: the benefit is for the month after the 18th birthday until
    // that of the 67th.
    let age = 12 * (month.year - born.parts.year) + month.monthOfYear - born.parts.month
    guard age > 18 * 12, age <= 67 * 12 else { return 0 }
    return decisions.filter { row in
      Int(month.number) >= row["from"] ?? .max && Int(month.number) <= row["until"] ?? .max
    }.compactMap { $0["degree"] }.max() ?? 0
  }

  private func recipient(_ own: Row, decisions: [Row]) -> Recipient? {
    guard let person = own["person"], let born = day(own, "born") else { return nil }
    let degrees = (0...12).map {
      degree(decisions, in: Month(year - 1, 12).advanced(by: $0), born: born)
    }
    let months = (1...12).filter { degrees[$0] > 0 }
    guard !months.isEmpty else { return nil }
    let home = municipality(person, died: day(own, "died"))
    let end = Day(year, 12, 31)
    let age = (1...120).filter { born.advanced(byYears: $0) <= end }.count
    var recipient = Recipient()
    recipient.codes["year"] = "\(year)"
    recipient.codes["sex"] = library.sex.leafCodes[own["sex"] ?? 0]
    recipient.codes["age"] = "\(age)"
    recipient.codes["education"] = education(person)
    recipient.codes["background"] = background(own)
    recipient.codes["municipality"] = home ?? "none"
    recipient.codes["residence"] = home == nil ? "non-resident" : "resident"
    let highest = months.map { degrees[$0] }.max() ?? 0
    recipient.codes["degree"] = highest == 100 ? "100" : highest > 50 ? "51-99" : "0-50"
    let jobs = employment.filter { $0["person"] == person }
    let both = months.filter { number in
      let month = Int(Month(year, number).number)
      return jobs.contains { month >= $0["from"] ?? .max && month <= $0["until"] ?? .max }
    }
    recipient.codes["workIntensity"] =
      both.isEmpty
      ? "none" : both == months ? "full" : 2 * both.count >= months.count ? "high" : "low"
    if home != nil {
      recipient.flags.insert("isResident")
      if (18...29).contains(age) { recipient.flags.insert("isYoung") }
      if months.contains(where: { degrees[$0 - 1] == 0 }) {
        recipient.flags.insert("isNewRecipient")
      }
    }
    addIncomes(of: person, isResident: home != nil, to: &recipient)
    return recipient
  }

  private func municipality(_ person: Int, died: Day?) -> String? {
    let end = Day(year, 12, 31)
    if let died, died <= end { return nil }
    let spells = residences.filter { row in
      row["person"] == person && row["from"] ?? .max <= Int(end.number)
        && Int(end.number) <= row["until"] ?? .max
    }
    return spells.first.map { library.municipalities.leafCodes[$0["municipality"] ?? 0] }
  }

  private func education(_ person: Int) -> String {
    let day = Int(Day(year, 10, 1).number)
    let levels =
      education
      .filter { $0["person"] == person && $0["completed"] ?? .max <= day }
      .compactMap { $0["level"] }.filter { $0 != 9 }
    return ["09", "01", "01", "02", "02", "02", "03", "03", "03"][levels.max() ?? 0]
  }

  private func background(_ own: Row) -> String {
    let norway = library.countryOfBirth.leafPositions["000"].map { Int($0) }
    let countries = ["birthCountry", "motherBirthCountry", "fatherBirthCountry"].map { own[$0] }
    guard !countries.contains(norway), own["foreignGrandparents"] == 4 else { return "rest" }
    let code = library.countryOfBirth.leafCodes[own["birthCountry"] ?? 0]
    return library.backgroundOfCountry.target(of: code) ?? "?"
  }
}

extension NaiveDisability {
  private static let components = [
    "wages", "selfEmployment", "disabilityBenefit", "otherTransfers", "capital",
  ]

  private func afterTax(_ person: Int) -> Int {
    incomes.filter { $0["person"] == person && $0["year"] == year }.reduce(0) {
      total, row in
      total + Self.components.reduce(0) { $0 + (row[$1] ?? 0) } - (row["taxes"] ?? 0)
    }
  }

  /// Thirtieths of a unit, so that a third of 0.3 is whole: income per unit is kroner · 30 / units.
  private func perUnit(_ kroner: Int, adults: Int, children: Int) -> (Int, Int) {
    let others = adults + children - 1
    let halves = adults > 0 ? adults - 1 : 0
    return (kroner * 30, 30 + 15 * halves + 9 * (others - halves))
  }

  /// Kroner over units of each household of the year, and its members.
  private func householdIncomes() -> [Int: (income: (Int, Int), members: Int)] {
    let members = households.filter { $0["year"] == year }
    var found: [Int: (income: (Int, Int), members: Int)] = [:]
    for household in Set(members.compactMap { $0["household"] }) {
      let persons = members.filter { $0["household"] == household }.compactMap { $0["person"] }
      let children = self.persons.filter { own in
        guard let person = own["person"], let born = day(own, "born") else { return false }
        return persons.contains(person) && born.advanced(byYears: 14) > Day(year, 12, 31)
      }.count
      let kroner = persons.reduce(0) { $0 + afterTax($1) }
      found[household] = (
        perUnit(kroner, adults: persons.count - children, children: children), persons.count
      )
    }
    return found
  }

  /// Twice the median, as a fraction.
  private func twiceTheMedian(_ households: [(income: (Int, Int), members: Int)]) -> (Int, Int)? {
    var all = households.flatMap { household in
      (0..<household.members).map { _ in household.income }
    }
    for group in groups where group["year"] == year {
      let income = perUnit(
        group["householdIncome"] ?? 0, adults: group["membersFrom14"] ?? 0,
        children: group["membersUnder14"] ?? 0)
      all += (0..<(group["persons"] ?? 0)).map { _ in income }
    }
    all.sort { $0.0 * $1.1 < $1.0 * $0.1 }
    guard !all.isEmpty else { return nil }
    let (low, high) = (all[(all.count - 1) / 2], all[all.count / 2])
    return (low.0 * high.1 + high.0 * low.1, low.1 * high.1)
  }

  private func addIncomes(of person: Int, isResident: Bool, to recipient: inout Recipient) {
    let own = incomes.last { $0["person"] == person && $0["year"] == year } ?? [:]
    for name in Self.components + ["taxes"] { recipient.amounts[name] = own[name] ?? 0 }
    recipient.amounts["totalIncome"] = Self.components.reduce(0) { $0 + (own[$1] ?? 0) }
    recipient.amounts["incomeAfterTax"] = afterTax(person)
    recipient.amounts["incomePerConsumptionUnit"] = 0
    recipient.codes["povertyRisk"] = "unknown"
    let all = householdIncomes()
    let household = households.last {
      $0["person"] == person && $0["year"] == year
    }?["household"]
    guard isResident, let household, let income = all[household]?.income,
      let median = twiceTheMedian(Array(all.values))
    else { return }
    recipient.flags.insert("hasHouseholdIncome")
    let remainder = income.0 % income.1
    recipient.amounts["incomePerConsumptionUnit"] =
      income.0 / income.1 - (remainder < 0 ? 1 : 0)
    // income < percent / 100 · median, and the fraction is twice the median.
    func isBelow(_ percent: Int) -> Bool {
      200 * income.0 * median.1 < percent * median.0 * income.1
    }
    if isBelow(50) { recipient.flags.insert("isAtRiskOfPoverty50") }
    if isBelow(60) { recipient.flags.insert("isAtRiskOfPoverty60") }
    recipient.codes["povertyRisk"] =
      isBelow(50) ? "below-50" : isBelow(60) ? "50-60" : "60-and-over"
  }
}
