internal import Classifications
internal import Publication

// Dimensions that several statistics have, alike in all of them.
extension Dimension {
  /// Both sexes, males, females.
  static func sex(_ library: ClassificationLibrary) -> Dimension {
    Dimension(id: "sex", label: Label(english: "sex", national: "kjønn"), hierarchy: library.sex)
  }

  /// Age in the groups of `list`.
  static func age(_ list: Hierarchy) -> Dimension {
    Dimension(id: "age", label: Label(english: "age", national: "alder"), hierarchy: list)
  }

  /// Counties and municipalities, each as long as its list is in force.
  static func municipality(_ library: ClassificationLibrary) -> Dimension {
    let municipalities = library.municipalitiesByEdition
    return Dimension(
      id: "region", label: Label(english: "municipality", national: "kommune"),
      hierarchy: municipalities, regrouping: .municipalities(of: library, in: municipalities))
  }
}
