internal import Classifications

extension ClassificationLibrary {
  /// The municipalities of the lists of 2019 and 2020, each in force as long as its list: until
  /// 2020, from 2020 on, or always.
  ///
  /// "The classification of municipalities is in line with the list of municipalities as of 31
  /// December in the statistical year" (work assessment allowance, About the statistics,
  /// Definitions). Years before 2019 are counted on the list of 2019.
  var municipalitiesByEdition: Hierarchy {
    let reform = "2020-01-01"
    return Hierarchy(
      id: municipalities.id, levelLabels: municipalities.levelLabels,
      nodes: zip(municipalities.categories, municipalities.levels).map { category, level in
        let isOld = municipalities2019.index(ofCode: category.code) != nil
        let isNew = municipalities2020.index(ofCode: category.code) != nil
        let validity =
          isOld && isNew
          ? nil : Validity(from: isOld ? nil : reform, until: isNew ? nil : reform)
        return (
          category: Category(
            code: category.code, label: category.label, aliases: category.aliases,
            validity: validity), level: level
        )
      })
  }

  /// For each leaf of ``ClassificationLibrary/municipalities``, the place of the one that it is, or
  /// belongs to, in the list in force on 31 December of `year`.
  ///
  /// A code that was replaced becomes the one that most of it went to (of several equal shares the
  /// first), and a code that is not yet in force the first that it came from: nobody who lives in
  /// the country is lost.
  func municipalityPlaces(inForceIn year: Int) -> [Int32] {
    let list = year < 2020 ? municipalities2019 : municipalities2020
    let places = municipalities.leafPositions
    return municipalities.leafCodes.map { code in
      guard list.index(ofCode: code) == nil else { return places[code] ?? -1 }
      let target =
        year < 2020
        ? municipality2019To2020.sources(of: code).first
        : municipality2019To2020.targets(of: code).max { $0.percent < $1.percent }?.code
      return places[target ?? code] ?? -1
    }
  }
}
