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
  /// The country; counties; municipalities: those in force in 2019 or from 2020 in one list.
  public let municipalities: Hierarchy
  /// All intensity levels; none, low, high, full.
  public let workIntensity: Hierarchy
  /// 18-67 years; the age groups of disability benefit, with the young (18-29) as a group of two.
  public let disabilityAge: Hierarchy
  /// 18-29 years; the age groups of young recipients of disability benefit.
  public let youngAge: Hierarchy
  /// As ``background``, in the words of the page on disability benefit.
  public let disabilityBackground: Hierarchy
  /// All degrees of disability; 0-50, 51-99 and 100 per cent.
  public let disabilityDegree: Hierarchy
  /// All recipients of disability benefit; residents and non-residents.
  public let disabilityResidence: Hierarchy
  /// All incomes; below 60 per cent of the median, in two parts at 50, the rest, and unknown.
  public let povertyRisk: Hierarchy
  /// Participants, total; the 15 measures of the introduction programme.
  ///
  /// A person may have several.
  public let introductionMeasures: Hierarchy
  /// Measures for which there is never a figure; codes of ``introductionMeasures``.
  public let introductionMeasuresWithoutFigures: Set<String>
  /// Participants, total; ended during the year by reason, or not.
  public let introductionEndingReasons: Hierarchy
  /// Participants, total; on leave during the year by reason, or not.
  public let introductionLeaveReasons: Hierarchy
  /// Ended; completed, dropped out.
  public let introductionOutcomes: Hierarchy
  /// All sources; KOSTRA form 11B until 2016, the National Introduction Register from 2017.
  public let introductionSources: Hierarchy
  /// Registered with the labour and welfare administration; in what way.
  public let labourMarketStatus: Hierarchy
  /// Former participants; in employment/education, unemployed or on initiative, other or unknown.
  public let formerParticipantStatus: Hierarchy
  /// All five years; one to five years after the programme.
  public let yearsAfterProgramme: Hierarchy
  /// The country; Oslo by district, and outside Oslo.
  public let osloDistricts: Hierarchy
  /// All participants; resident at the end of the year or not.
  public let introductionResidence: Hierarchy
  /// The country; counties of 2020; economic regions of 2020; municipalities; districts of Oslo.
  ///
  /// The two municipalities of 2019 that were split stand beside those of 2020.
  public let economicRegions: Hierarchy
  /// The country; counties of 2020; economic regions of 2020; districts of Oslo.
  public let areas: Hierarchy

  /// The code lists of Statistics Denmark.
  public let danish: DanishClassifications

  /// Single years of age (`18` … `75`) to ``introductionAge``; its sources are the code list.
  public let introductionAgeOfYear: Correspondence
  /// Single years of age (`18` … `67`) to ``allowanceAge``; its sources are the code list.
  public let allowanceAgeOfYear: Correspondence
  /// Single years of age (`18` … `67`) to ``disabilityAge``; its sources are the code list.
  public let disabilityAgeOfYear: Correspondence
  /// Single years of age (`18` … `29`) to ``youngAge``.
  public let youngAgeOfYear: Correspondence
  /// Country of birth of an immigrant to ``background``; Norway goes to the rest of the population.
  ///
  /// Who was born abroad to Norwegian parents belongs to the rest too: a person's background is a
  /// variable of its own.
  public let backgroundOfCountry: Correspondence
  /// Municipalities of 2019 or 2020 and districts of Oslo to leaves of ``economicRegions``.
  public let economicRegionOfHome: Correspondence
  /// The same codes to leaves of ``areas``; Oslo as a whole to its economic region.
  public let areaOfHome: Correspondence
  /// Municipalities of 2019 to those of 2020, with merges and two splits (shares approximate).
  public let municipality2019To2020: Correspondence

  /// The code lists in the files that `bytes` gives by path, such as `classifications/no-sex.csv`.
  /// - Throws: ``ClassificationError`` with file and place of the first thing that is wrong.
  public init(files bytes: @escaping (String) -> [UInt8]?) throws(ClassificationError) {
    let files = DataFiles(bytes)
    let levels = try files.levelLabels(at: "classifications/levels.csv", national: "bokmal")
    danish = try DanishClassifications(files)
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
    municipalities = Hierarchy.union(
      id: "no-municipalities", of: [municipalities2019, municipalities2020])
    workIntensity = try list("no-work-intensity")
    disabilityAge = try list("no-age-disability")
    youngAge = try list("no-age-young")
    disabilityBackground = try list("no-background-disability")
    disabilityDegree = try list("no-disability-degree")
    disabilityResidence = try list("no-disability-residence")
    povertyRisk = try list("no-poverty-risk")
    introductionMeasures = try list("no-introduction-measures")
    introductionMeasuresWithoutFigures = try Self.notApplicable(introductionMeasures, files)
    introductionEndingReasons = try list("no-introduction-ending-reasons")
    introductionLeaveReasons = try list("no-introduction-leave-reasons")
    introductionOutcomes = try list("no-introduction-outcomes")
    introductionSources = try list("no-introduction-sources")
    labourMarketStatus = try list("no-labour-market-status")
    formerParticipantStatus = try list("no-former-participant-status")
    yearsAfterProgramme = try list("no-years-after-programme")
    osloDistricts = try list("no-oslo-districts")
    introductionResidence = try list("no-introduction-residence")
    economicRegions = try list("no-economic-regions")
    introductionAgeOfYear = try Correspondence(
      id: "year-of-age-to-introduction", to: introductionAge, files: files)
    allowanceAgeOfYear = try Correspondence(
      id: "year-of-age-to-allowance", to: allowanceAge, files: files)
    disabilityAgeOfYear = try Correspondence(
      id: "year-of-age-to-disability", to: disabilityAge, files: files)
    youngAgeOfYear = try Correspondence(
      id: "year-of-age-to-young", to: youngAge, files: files)
    backgroundOfCountry = try Correspondence(
      id: "country-to-background", to: background, files: files)
    economicRegionOfHome = try Correspondence(
      id: "home-to-economic-region", to: economicRegions, files: files)
    areas = economicRegions.skipping(level: 3, id: "no-areas")
    areaOfHome = economicRegionOfHome.lifted(
      from: economicRegions, to: areas, id: "home-to-area")
    municipality2019To2020 = try Correspondence(
      id: "municipality-2019-to-2020", to: municipalities2020, files: files)
  }

  /// Every code list, in the order of the properties.
  public var hierarchies: [Hierarchy] {
    [
      sex, introductionAge, allowanceAge, education, background, countryOfBirth,
      municipalities2019, municipalities2020, workIntensity, introductionMeasures,
      disabilityAge, youngAge, disabilityBackground, disabilityDegree, disabilityResidence,
      povertyRisk, introductionEndingReasons, introductionLeaveReasons, introductionOutcomes,
      introductionSources, labourMarketStatus, formerParticipantStatus, yearsAfterProgramme,
      osloDistricts, introductionResidence, economicRegions,
    ] + danish.hierarchies
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
