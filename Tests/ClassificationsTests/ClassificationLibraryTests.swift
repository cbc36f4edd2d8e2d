import Classifications
import DelimitedText
import TestSupport
import Testing

@Suite struct ClassificationLibraryTests {
  private let library: ClassificationLibrary

  init() throws { library = try EmbeddedClassifications.library.get() }

  private func labels(_ hierarchy: Hierarchy, _ language: Language) -> [String] {
    hierarchy.categories.map { $0.label.text(in: language) }
  }

  @Test func `sexes stand in the agency's order with labels in two languages`() {
    #expect(labels(library.sex, .english) == ["Both sexes", "Males", "Females"])
    #expect(labels(library.sex, .national) == ["Begge kjønn", "Menn", "Kvinner"])
  }

  @Test func `age groups cover every year of their statistic once`() throws {
    #expect(
      library.introductionAge.leafCodes == ["18-25", "26-35", "36-45", "46-55", "56+"])
    #expect(
      library.allowanceAge.leafCodes
        == ["18-24", "25-34", "35-44", "45-54", "55-61", "62-67"])
    #expect(library.introductionAgeOfYear.sources == (18...75).map { "\($0)" })
    #expect(library.allowanceAgeOfYear.sources == (18...67).map { "\($0)" })
    for (years, groups) in [
      (library.introductionAgeOfYear, library.introductionAge),
      (library.allowanceAgeOfYear, library.allowanceAge),
    ] {
      for year in years.sources {
        let group = try #require(years.target(of: year))
        #expect(groups.children[0].contains(try #require(groups.index(ofCode: group))))
        let bounds = group.split(separator: "-").compactMap { Int($0) }
        let age = try #require(Int(year))
        #expect(bounds.count == 2 ? bounds[0] <= age && age <= bounds[1] : age >= 56)
      }
    }
  }

  @Test func `education has four groups and unknown stands last`() {
    #expect(
      labels(library.education, .english) == [
        "Total", "Basic school level", "Upper secondary education", "Higher education",
        "Unknown or no completed education",
      ])
  }

  @Test func `immigrants are the sum of two groups of countries, the rest stands beside them`() {
    #expect(library.background.leafCodes == ["A", "B", "rest"])
    #expect(library.background.levels == [0, 1, 2, 2, 1])
    let groups = library.backgroundOfCountry
    #expect(groups.sources(of: "A").count == 41)
    #expect(groups.sources(of: "rest") == ["000"])
    #expect(groups.sources.count == 245)
    // The page counts Türkiye and Cyprus with Asia, Poland with the EU and Ukraine not.
    #expect(["143", "500", "131", "148"].map { groups.target(of: $0) } == ["B", "B", "A", "B"])
  }

  @Test func `every country has one region, one group and a name in each language`() throws {
    let countries = library.countryOfBirth
    #expect(countries.leaves.count == 245)
    #expect(Set(countries.leafCodes) == Set(library.backgroundOfCountry.sources))
    let tops = countries.children[0].map { countries.categories[$0].label.english }
    #expect(
      tops == [
        "Norway", "Europe", "Africa", "Asia", "North and Central America", "South America",
        "Oceania", "Stateless", "Unknown",
      ])
    for language in Language.allCases {
      #expect(Set(labels(countries, language)).count == countries.count)
    }
    func name(_ code: String, _ language: Language) throws -> String {
      countries.categories[try #require(countries.index(ofCode: code))].label.text(in: language)
    }
    #expect(try name("564", .national) == "Syria")
    #expect(try name("544", .english) == "Saudi Arabia")
    #expect(try name("239", .national) == "Elfenbenskysten")
    #expect(try name("144", .english) == "Germany")
  }

  @Test func `work intensity and measures read as on the page, its misspellings as aliases`() {
    #expect(library.workIntensity.leafCodes == ["none", "low", "high", "full"])
    #expect(library.workIntensity.index(matching: "HIgh") == 3)
    let measures = library.introductionMeasures
    #expect(measures.leaves.count == 15)
    #expect(measures.categories[0].label.english == "Participants, total")
    #expect(measures.index(matching: "Messures not registered") == 14)
    #expect(measures.categories[14].label.english == "Measures not registered")
    let absent = library.introductionMeasuresWithoutFigures.sorted()
      .compactMap { measures.index(ofCode: $0) }
      .map { measures.categories[$0].label.english }
    #expect(absent == ["Occupational approval", "Course organized by municipality/state"])
  }

  @Test func `no label or code has space around it and codes never hold a separator`() {
    for hierarchy in library.hierarchies {
      for category in hierarchy.categories {
        for text in [category.code, category.label.english, category.label.national]
          + category.aliases
        {
          #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(text)")
        }
        #expect(!category.code.contains { ";,|=".contains($0) })
        #expect(!category.aliases.contains(category.label.english))
      }
    }
  }
}
