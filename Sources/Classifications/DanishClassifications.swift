/// The code lists of Statistics Denmark's statistics, labels in English and Danish.
public struct DanishClassifications: Sendable {
  /// Total; men, women.
  public let sex: Hierarchy
  /// 18-66 years; the age groups of the integration programme.
  public let integrationAge: Hierarchy
  /// Total; Denmark, western and non-western countries; country.
  ///
  /// Country of origin and citizenship.
  public let country: Hierarchy
  /// All Denmark; 5 regions; 11 provinces (*landsdele*); 98 municipalities.
  public let municipalities: Hierarchy
  /// Total; completed years since the first immigration, 0 … 4.
  public let lengthOfStay: Hierarchy
  /// All permits; every category of residence permit, in the order of the value set.
  public let permit: Hierarchy
  /// Total; the permits of the integration programme, leaves of ``permit``; two are a group.
  public let integrationPermit: Hierarchy
  /// Total; Danish origin, immigrants, descendants.
  public let ancestry: Hierarchy
  /// Total; employed, unemployed, outside the labour force, not in its statistics.
  public let employment: Hierarchy
  /// Total; resident (same municipality, same region, another region) or not.
  public let residenceAfter: Hierarchy
  /// Total; regions, provinces and municipalities of ``municipalities``, and not resident.
  public let municipalityAfter: Hierarchy

  /// Single years of age (`18` … `66`) to ``integrationAge``; its sources are the code list.
  public let integrationAgeOfYear: Correspondence

  init(_ files: DataFiles) throws(ClassificationError) {
    let levels = try files.levelLabels(at: "classifications/dk-levels.csv", national: "dansk")
    func list(_ id: String) throws(ClassificationError) -> Hierarchy {
      try Hierarchy(id: id, levelLabels: levels, files: files, national: "dansk")
    }
    sex = try list("dk-sex")
    integrationAge = try list("dk-age-integration")
    country = try list("dk-country")
    municipalities = try list("dk-municipalities")
    lengthOfStay = try list("dk-length-of-stay")
    permit = try list("dk-permit")
    integrationPermit = try list("dk-permit-integration")
    ancestry = try list("dk-ancestry")
    employment = try list("dk-employment")
    residenceAfter = try list("dk-residence-after")
    municipalityAfter = Self.municipalityAfter(municipalities, residenceAfter)
    integrationAgeOfYear = try Correspondence(
      id: "dk-year-of-age-to-integration", to: integrationAge, files: files)
  }

  /// The municipalities, and those who live in none.
  private static func municipalityAfter(
    _ municipalities: Hierarchy, _ residence: Hierarchy
  ) -> Hierarchy {
    let places = municipalities.categories.indices.dropFirst().map {
      (category: municipalities.categories[$0], level: municipalities.levels[$0])
    }
    let abroad = residence.categories.filter { $0.code == "abroad" }
    return Hierarchy(
      id: "dk-municipality-after", levelLabels: municipalities.levelLabels,
      nodes: [(category: residence.categories[0], level: 0)] + places
        + abroad.map { (category: $0, level: 1) })
  }

  /// Every code list of the files, in the order of the properties.
  var hierarchies: [Hierarchy] {
    [
      sex, integrationAge, country, municipalities, lengthOfStay, permit, integrationPermit,
      ancestry, employment, residenceAfter,
    ]
  }
}
