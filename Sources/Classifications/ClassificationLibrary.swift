internal import DelimitedText

/// Every code list that the statistics use, and how one goes into another.
///
/// Made from the bytes of the files under `data/`; where they come from (compiled in, a folder) is
/// for the caller to say.
public struct ClassificationLibrary: Sendable {
  /// Both sexes; males, females.
  public let sex: Hierarchy
  /// Total; the age groups of the introduction programme: 18-25, 26-35, 36-45, 46-55, 56 or older.
  public let introductionAge: Hierarchy
  /// 18-67 years; the age groups of work assessment allowance: 18-24, 25-34, …, 62-67.
  public let allowanceAge: Hierarchy
  /// Total; four levels of highest completed education.
  public let education: Hierarchy
  /// Total; immigrants, in two groups by country of birth, and the rest of the population.
  public let background: Hierarchy
  /// Total; region of the world; country.
  ///
  /// Norway, stateless and unknown stand beside the regions.
  public let countryOfBirth: Hierarchy
  /// The country; 18 counties; the 422 municipalities in force in 2019.
  public let municipalities2019: Hierarchy
  /// The country; 11 counties; the 356 municipalities in force from 2020.
  public let municipalities2020: Hierarchy
  /// All intensity levels; none, low, high, full.
  public let workIntensity: Hierarchy
  /// Participants, total; the 15 measures of the introduction programme.
  ///
  /// A person may have several.
  public let introductionMeasures: Hierarchy
  /// Measures for which there is never a figure; codes of ``introductionMeasures``.
  public let introductionMeasuresWithoutFigures: Set<String>

  /// Single years of age (`18` … `75`) to ``introductionAge``; its sources are the code list.
  public let introductionAgeOfYear: Correspondence
  /// Single years of age (`18` … `67`) to ``allowanceAge``; its sources are the code list.
  public let allowanceAgeOfYear: Correspondence
  /// Country of birth of an immigrant to ``background``; Norway goes to the rest of the population.
  ///
  /// Who was born abroad to Norwegian parents belongs to the rest too: a person's background is a
  /// variable of its own.
  public let backgroundOfCountry: Correspondence
  /// Municipalities of 2019 to those of 2020, with merges and two splits (shares approximate).
  public let municipality2019To2020: Correspondence

  /// The code lists in the files that `bytes` gives by path, such as `classifications/no-sex.csv`.
  /// - Throws: ``ClassificationError`` with file and place of the first thing that is wrong.
  public init(files bytes: @escaping (String) -> [UInt8]?) throws(ClassificationError) {
    let files = DataFiles(bytes)
    let levels = try Self.levelLabels(files)
    func list(_ id: String) throws(ClassificationError) -> Hierarchy {
      try Hierarchy(id: id, levelLabels: levels, files: files)
    }
    sex = try list("no-sex")
    introductionAge = try list("no-age-introduction")
    allowanceAge = try list("no-age-allowance")
    education = try list("no-education")
    background = try list("no-background")
    countryOfBirth = try list("no-country-of-birth")
    municipalities2019 = try list("no-municipalities-2019")
    municipalities2020 = try list("no-municipalities-2020")
    workIntensity = try list("no-work-intensity")
    introductionMeasures = try list("no-introduction-measures")
    introductionMeasuresWithoutFigures = try Self.notApplicable(introductionMeasures, files)
    introductionAgeOfYear = try Correspondence(
      id: "year-of-age-to-introduction", to: introductionAge, files: files)
    allowanceAgeOfYear = try Correspondence(
      id: "year-of-age-to-allowance", to: allowanceAge, files: files)
    backgroundOfCountry = try Correspondence(
      id: "country-to-background", to: background, files: files)
    municipality2019To2020 = try Correspondence(
      id: "municipality-2019-to-2020", to: municipalities2020, files: files)
  }

  /// Every code list, in the order of the properties.
  public var hierarchies: [Hierarchy] {
    [
      sex, introductionAge, allowanceAge, education, background, countryOfBirth,
      municipalities2019, municipalities2020, workIntensity, introductionMeasures,
    ]
  }

  /// Labels of levels by list, from level 0 on.
  private static func levelLabels(
    _ files: DataFiles
  ) throws(ClassificationError) -> [String: [Label]] {
    let path = "classifications/levels.csv"
    var labels: [String: [Label]] = [:]
    for row in try files.rows(
      at: path, columns: ["classification", "level", "english", "bokmal"])
    {
      let level = try files.number(row[1], in: path)
      guard level == labels[row[0].text, default: []].count else {
        throw ClassificationError(
          path: path, kind: .levelOutOfOrder(level), position: row[1].position)
      }
      labels[row[0].text, default: []].append(
        Label(english: row[2].text, national: row[3].text))
    }
    return labels
  }

  /// Codes of `hierarchy` that never have a figure.
  private static func notApplicable(
    _ hierarchy: Hierarchy, _ files: DataFiles
  ) throws(ClassificationError) -> Set<String> {
    let path = "classifications/not-applicable.csv"
    var codes: Set<String> = []
    for row in try files.rows(at: path, columns: ["classification", "code"])
    where row[0].text == hierarchy.id {
      guard hierarchy.index(ofCode: row[1].text) != nil else {
        throw ClassificationError(
          path: path, kind: .unknownCode(row[1].text), position: row[1].position)
      }
      codes.insert(row[1].text)
    }
    return codes
  }
}
