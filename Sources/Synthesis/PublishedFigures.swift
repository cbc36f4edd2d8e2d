/// The published tables that the synthetic registers agree with, count by count.
public struct PublishedFigures: Sendable {
  /// Participants of the introduction programme 2019: age × sex; per cent of both sexes.
  public let introductionAge: PublishedTable
  /// Participants 2019: country of birth × sex, three countries and the total; per cent of both
  /// sexes.
  public let introductionCountry: PublishedTable
  /// Participants 2019: municipality × sex, 76 of them and the total; per cent of both sexes.
  public let introductionMunicipality: PublishedTable
  /// Participants 2019: measure × sex, several measures a person; per cent of the participants of
  /// that sex.
  public let introductionMeasures: PublishedTable
  /// Recipients of work assessment allowance 2022: age × education × sex; per cent of population.
  public let allowanceEducation: PublishedTable
  /// Recipients 2022: age × country background × sex; per cent of population.
  public let allowanceBackground: PublishedTable
  /// New recipients 2022: age × sex; per cent of population.
  public let allowanceNew: PublishedTable
  /// Recipients 2022: age × work intensity × sex; per cent of recipients.
  ///
  /// High intensity at 18-24 and 62-67 is missing on the page and follows from the totals.
  public let allowanceIntensity: PublishedTable

  /// The published tables in the files that `files` gives by path, such as
  /// `published/allowance-new-2022.csv`.
  /// - Throws: ``SynthesisDataError`` with file and place of the first thing that is wrong.
  public init(files: (String) -> [UInt8]?) throws(SynthesisDataError) {
    func table(
      _ name: String, _ dimensions: String...
    ) throws(SynthesisDataError) -> PublishedTable {
      try PublishedTable(
        path: "published/\(name).csv", dimensions: dimensions + ["sex"], files: files)
    }
    introductionAge = try table("introduction-age-2019", "age")
    introductionCountry = try table("introduction-country-2019", "countryOfBirth")
    introductionMunicipality = try table("introduction-municipality-2019", "municipality")
    introductionMeasures = try table("introduction-measures-2019", "measure")
    allowanceEducation = try table("allowance-education-2022", "age", "education")
    allowanceBackground = try table("allowance-background-2022", "age", "background")
    allowanceNew = try table("allowance-new-2022", "age")
    allowanceIntensity = try table("allowance-intensity-2022", "age", "workIntensity")
  }

  /// The groups of participants that have a published count, by dimension and code.
  public var introductionGroups: [(group: [String: String], count: Int)] {
    [introductionAge, introductionCountry, introductionMunicipality, introductionMeasures]
      .flatMap { table in
        table.combinations.compactMap { codes in
          table[codes]?.persons.map {
            (Dictionary(uniqueKeysWithValues: zip(table.dimensions, codes)), $0)
          }
        }
      }
  }

  /// Every table, in the order of the properties.
  public var tables: [PublishedTable] {
    [
      introductionAge, introductionCountry, introductionMunicipality, introductionMeasures,
      allowanceEducation, allowanceBackground, allowanceNew, allowanceIntensity,
    ]
  }
}
