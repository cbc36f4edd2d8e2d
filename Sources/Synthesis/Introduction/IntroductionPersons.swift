internal import Classifications
internal import DelimitedText

/// A person who is made: why, and whom of the published participants they are like.
struct ProgrammePerson {
  /// Why someone is in the registers.
  enum Kind: Hashable {
    /// A participant of 2019 who is resident at the end of it.
    case published
    /// Someone who left the programme for good in an earlier year.
    case left(Int)
    /// Someone who began in a later year.
    case began(Int)
    /// A participant of 2019 who is not resident at the end of it: in the KOSTRA tables only.
    case gone
  }
  let kind: Kind
  /// Row of the plan.
  let model: Int
  /// Country of birth, a leaf of the list, or `nil` for that of the model.
  var country: Int?

  /// Who left before 2019 or began after it, and the year.
  var otherYear: Int? {
    switch kind {
    case .left(let year), .began(let year): year
    case .published, .gone: nil
    }
  }
}

/// How many there are beside the published participants, and where they come from; rough guesses of
/// ours.
struct IntroductionPersons: Sendable {
  static let personsPath = "synthesis/introduction-persons.csv"
  static let originsPath = "synthesis/introduction-origins.csv"
  /// Participants of 2019 who are not resident at the end of it.
  static let gone = 160
  /// Who left or began in which year, in order.
  let others: [(kind: ProgrammePerson.Kind, persons: Int)]
  /// Per cent of those who left or began in the years with that country of birth.
  private let origins: [(years: ClosedRange<Int>, country: Int, percent: Double)]

  init(
    library: ClassificationLibrary, files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) {
    var others: [(kind: ProgrammePerson.Kind, persons: Int)] = []
    let path = Self.personsPath
    for row in try rows(at: path, columns: ["event", "year", "persons"], in: files) {
      let year = try number(row[1], in: path) { Int($0) }
      let kinds: [String: ProgrammePerson.Kind] = ["left": .left(year), "began": .began(year)]
      guard let kind = kinds[row[0].text] else {
        throw SynthesisDataError(
          path: path, kind: .unknownCode(row[0].text), position: row[0].position)
      }
      others.append((kind, try number(row[2], in: path) { Int($0) }))
    }
    self.others = others
    origins = try Self.origins(library.countryOfBirth, files)
  }

  private static func origins(
    _ countries: Hierarchy, _ files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) -> [(years: ClosedRange<Int>, country: Int, percent: Double)] {
    let path = originsPath
    let positions = countries.leafPositions
    var origins: [(years: ClosedRange<Int>, country: Int, percent: Double)] = []
    for row in try rows(at: path, columns: ["from", "until", "country", "percent"], in: files) {
      let from = try number(row[0], in: path) { Int($0) }
      let until = try number(row[1], in: path) { text in Int(text).flatMap { $0 < from ? nil : $0 }
      }
      guard let country = positions[row[2].text] else {
        throw SynthesisDataError(
          path: path, kind: .unknownCode(row[2].text), position: row[2].position)
      }
      origins.append((from...until, Int(country), try number(row[3], in: path) { Double($0) }))
    }
    return origins
  }

  /// A country of birth for someone of a year, or `nil` for that of the model.
  func country(in year: Int, _ generator: inout SeededGenerator) -> Int? {
    var draw = generator.unit() * 100
    for origin in origins where origin.years.contains(year) {
      if draw < origin.percent { return origin.country }
      draw -= origin.percent
    }
    return nil
  }
}
