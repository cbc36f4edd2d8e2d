internal import Columns
public import Registers

/// Derives the participants of each of the `years`, one row a person and year, laid out as
/// ``ParticipantRegister``.
///
/// "Only persons who are resident in Norway at the end of the year are included in the
/// statistics"; "the KOSTRA tables, however, include all participants in the year": all are here,
/// and residents are marked.
///
/// - Complexity: O(rows of the registers), and the spells of each participant once a year.
public func deriveParticipants(
  years: ClosedRange<Int>, from registers: IntroductionRecords
) -> Register {
  let sources = ProgrammeSources(registers)
  let districts = ProgrammeSpells(registers.districts, value: "district")
  var rows = ParticipantRows(registers)
  for person in sources.participants {
    guard let row = sources.row(of: person) else { continue }
    let history = sources.history(of: person, row: row)
    for year in years.lazy.map({ ProgrammeYear($0) }) where history.isParticipant(in: year) {
      rows.add(
        person, row: row, history: history, in: year, from: sources,
        district: districts.value(of: person, on: year.last).map { Int($0) })
    }
  }
  return rows.register(years: years, registers)
}

/// The youngest and the oldest age that have a code; who is older has the code of the oldest.
///
/// "The person must be between 18 and 55 years old" (Background and purpose): younger participants
/// are errors of reporting and left out; the page counts those of 56 years or older.
private let ages = 18...75

/// The rows of the register of participants in the making.
private struct ParticipantRows {
  private var persons: [Int32] = []
  private var years: [Int] = []
  private var columns: [[Int]] = Array(repeating: [], count: 9)
  private var isResident: [Bool] = []
  private var hasEndingReason: [Bool] = []
  /// The row of each person and year.
  private var places: [PersonYear: Int] = [:]
  private let homes: HomeCodes
  private let endingReasons: [String]
  private let leaveReasons: [String]

  struct PersonYear: Hashable {
    let person: Int32
    let year: Int32
  }

  init(_ registers: IntroductionRecords) {
    homes = HomeCodes(registers)
    endingReasons = ProgrammeSources.codes(of: "endingReason", in: registers.participations)
    leaveReasons = ProgrammeSources.codes(of: "reason", in: registers.leaves)
  }

  /// Adds a person who is a participant of the year.
  mutating func add(
    _ person: Int32, row: Int, history: ProgrammeHistory, in year: ProgrammeYear,
    from sources: ProgrammeSources, district: Int?
  ) {
    let age = sources.age(ofRow: row, on: year.last)
    guard let latest = history.latestSpell(in: year), age >= ages.lowerBound else { return }
    let home = sources.municipality(of: person, row: row, on: year.last)
    let municipality = Int(home ?? latest.municipality)
    let origin = sources.origin(ofRow: row)
    let values = [
      origin.sex, min(age, ages.upperBound) - ages.lowerBound, origin.country,
      municipality, homes.home(in: municipality, district: home == nil ? nil : district),
      endingReasons.firstIndex(of: history.endingReason(in: year)) ?? 0,
      leaveReasons.firstIndex(of: history.leaveReason(in: year)) ?? 0,
      home == nil ? 1 : 0,
    ]
    for (place, value) in values.enumerated() { columns[place].append(value) }
    places[PersonYear(person: person, year: Int32(year.year))] = persons.count
    persons.append(person)
    years.append(year.year)
    isResident.append(home != nil)
    hasEndingReason.append(home != nil && year.source == .nationalRegister)
  }

  /// The register, with the measures and the benefit of each participant.
  func register(years wanted: ClosedRange<Int>, _ registers: IntroductionRecords) -> Register {
    let country = ProgrammeSources.codes(of: "birthCountry", in: registers.persons)
    let lists = [
      (ParticipantRegister.sex, ProgrammeSources.codes(of: "sex", in: registers.persons)),
      (ParticipantRegister.age, ages.map { String($0) }),
      (ParticipantRegister.countryOfBirth, country),
      (ParticipantRegister.municipality, homes.municipalities),
      (ParticipantRegister.home, homes.codes),
      (ParticipantRegister.endingReason, endingReasons),
      (ParticipantRegister.leaveReason, leaveReasons),
      (ParticipantRegister.residence, ["1", "2"]),
    ]
    var variables = zip(lists, columns).map { list, column in
      CodedVariable(
        id: list.0, codes: list.1, column: CodeColumn(column, cardinality: list.1.count))
    }
    variables.append(
      CodedVariable(
        id: ParticipantRegister.year, codes: wanted.map { String($0) },
        column: CodeColumn(years.map { $0 - wanted.lowerBound }, cardinality: wanted.count)))
    var flags = measures(registers.measures)
    flags[ParticipantRegister.isResident] = BitmapColumn(isResident)
    flags[ParticipantRegister.hasEndingReason] = BitmapColumn(hasEndingReason)
    let benefits = benefits(registers.benefits)
    let span = wanted.count == 1 ? "" : "-\(wanted.upperBound)"
    return Register(
      name: "introduction programme participants \(wanted.lowerBound)\(span)",
      identifiers: IntegerColumn(persons), variables: variables, flags: flags,
      amounts: [
        ParticipantRegister.benefitMonths: IntegerColumn(benefits.months),
        ParticipantRegister.benefit: IntegerColumn(benefits.kroner),
      ])
  }

  /// Who took part in which measure: "which initiatives they have participated in during the
  /// reference year" (Population); several a person.
  private func measures(_ records: RegisterRecords) -> [String: BitmapColumn] {
    let (people, years, measures) = (records["person"], records["year"], records["measure"])
    let codes = ProgrammeSources.codes(of: "measure", in: records)
    let none: [Bool] = []
    var flags = Array(repeating: none, count: codes.count)
    for row in people.indices {
      guard let place = places[PersonYear(person: people[row], year: years[row])] else { continue }
      let measure = Int(measures[row])
      if flags[measure].isEmpty {
        flags[measure] = Array(repeating: false, count: persons.count)
      }
      flags[measure][place] = true
    }
    return Dictionary(
      uniqueKeysWithValues: zip(codes, flags).filter { !$0.1.isEmpty }
        .map { ($0.0, BitmapColumn($0.1)) })
  }

  /// "Which months they have received the benefit, and the total benefit amount for the year"
  /// (Population): a month that two spells have counts once, their amounts add up.
  private func benefits(_ records: RegisterRecords) -> (months: [Int], kroner: [Int]) {
    let (people, from, until) = (records["person"], records["from"], records["until"])
    let amounts = records["amount"]
    var months: [UInt16] = Array(repeating: 0, count: persons.count)
    var kroner = Array(repeating: 0, count: persons.count)
    for row in people.indices {
      let year = Int32(Month(number: from[row]).year)
      guard let place = places[PersonYear(person: people[row], year: year)] else { continue }
      for month in stride(from: from[row], through: min(until[row], year * 12 + 11), by: 1) {
        months[place] |= 1 << UInt16(Month(number: month).monthOfYear)
      }
      kroner[place] += Int(amounts[row])
    }
    return (months.map { $0.nonzeroBitCount }, kroner)
  }
}
