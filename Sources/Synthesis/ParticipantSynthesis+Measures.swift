internal import Classifications

extension ParticipantSynthesis {
  /// Measures that have a meaning of their own for who takes part; codes of the list of measures.
  private enum Measure {
    static let primarySchool = "08"
    static let upperSecondary = "09"
    static let notRegistered = "14"
    static let other = "15"
  }

  /// Who took part in which measure, by its code: as many of each sex as published.
  ///
  /// A person with "not registered" has nothing else; "other" goes first to those who would
  /// otherwise have nothing; the schools go rather to the young; and each municipality has
  /// measures that it uses more than others.
  mutating func measures(
    sex: [Int], age: [Int], municipality: [Int]
  ) throws(SynthesisDataError) -> [String: [Bool]] {
    let list = inputs.library.introductionMeasures
    let absent = inputs.library.introductionMeasuresWithoutFigures
    let codes = list.leafCodes.filter { !absent.contains($0) }
    var flags = Dictionary(
      uniqueKeysWithValues: codes.map { ($0, Array(repeating: false, count: sex.count)) })
    var habits = codes.map { _ in [Double]() }
    for place in codes.indices {
      habits[place] = inputs.weights.municipalities2019.map { _ in generator.unit() * 0.6 }
    }
    for (number, sexCode) in sexes.enumerated() {
      let everyone = sex.indices.filter { sex[$0] == number }
      var counts: [String: Int] = [:]
      for code in codes {
        counts[code] = try inputs.figures.introductionMeasures.persons(code, sexCode)
      }
      var hasAny = Array(repeating: false, count: sex.count)
      let unregistered = Set(
        first(counts[Measure.notRegistered] ?? 0, of: everyone) { _ in 0 })
      for person in unregistered { flags[Measure.notRegistered]?[person] = true }
      let others = everyone.filter { !unregistered.contains($0) }
      for (place, code) in codes.enumerated() where code != Measure.notRegistered {
        let isSchool = code == Measure.primarySchool || code == Measure.upperSecondary
        let wanted = counts[code] ?? 0
        guard wanted <= others.count else {
          throw SynthesisDataError(
            path: inputs.figures.introductionMeasures.path,
            kind: .disagreement(codes: [code, sexCode]), position: nil)
        }
        let chosen = first(wanted, of: others) { person in
          let youth = isSchool ? Double(age[person]) / 40 : 0
          let need = code == Measure.other && hasAny[person] ? 1.6 : 0
          return habits[place][municipality[person]] + youth + need - 1
        }
        for person in chosen {
          flags[code]?[person] = true
          hasAny[person] = true
        }
      }
    }
    return flags
  }

  /// `count` of the persons, rather those with a small lean.
  private mutating func first(
    _ count: Int, of persons: [Int], lean: (Int) -> Double
  ) -> [Int] {
    generator.order(count: persons.count) { lean(persons[$0]) }.prefix(count)
      .map { persons[$0] }
  }
}
