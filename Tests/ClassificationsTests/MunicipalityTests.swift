import Classifications
import TestSupport
import Testing

@Suite struct MunicipalityTests {
  private let library: ClassificationLibrary
  private var old: Hierarchy { library.municipalities2019 }
  private var new: Hierarchy { library.municipalities2020 }

  init() throws { library = try EmbeddedClassifications.library.get() }

  private func category(_ hierarchy: Hierarchy, _ code: String) throws -> Classifications.Category {
    hierarchy.categories[try #require(hierarchy.index(ofCode: code))]
  }

  @Test func `there are 422 municipalities in 18 counties in 2019 and 356 in 11 in 2020`() {
    #expect(old.leaves.count == 422)
    #expect(old.children[0].count == 18)
    #expect(new.leaves.count == 356)
    #expect(new.children[0].count == 11)
  }

  @Test func `each municipality stands under the county that its code begins with`() {
    for hierarchy in [old, new] {
      for leaf in hierarchy.leaves {
        #expect(hierarchy.levels[leaf] == 2)
        let county = hierarchy.categories[hierarchy.parents[leaf]].code
        #expect(hierarchy.categories[leaf].code.hasPrefix(county))
      }
    }
  }

  @Test func `counties have as many municipalities as the reform left them`() {
    func sizes(_ hierarchy: Hierarchy) -> [String] {
      hierarchy.children[0].map {
        "\(hierarchy.categories[$0].code) \(hierarchy.children[$0].count)"
      }
    }
    #expect(
      sizes(new) == [
        "03 1", "11 23", "15 26", "18 41", "30 51", "34 46", "38 23", "42 25", "46 43", "50 38",
        "54 39",
      ])
    #expect(
      sizes(old) == [
        "01 18", "02 22", "03 1", "04 22", "05 26", "06 21", "07 9", "08 18", "09 15", "10 15",
        "11 26", "12 33", "14 26", "15 35", "18 44", "19 24", "20 19", "50 48",
      ])
  }

  @Test func `every category was in force in the year of its list`() {
    for (hierarchy, day) in [(old, "2019-12-31"), (new, "2022-12-31")] {
      for category in hierarchy.categories {
        #expect(category.validity?.contains(day) ?? true, "\(category.code)")
      }
    }
  }

  @Test func `a municipality is found by its StatBank label, its Sámi name and its short name`()
    throws
  {
    let harstad = try category(old, "1903")
    #expect(harstad.label == Label("Harstad - Hárstták"))
    #expect(harstad.aliases == ["Harstad - Hárstták (2013-2019)", "Harstad", "Hárstták"])
    let oslo = try category(new, "0301")
    #expect(oslo.label == Label(english: "Oslo municipality", national: "Oslo kommune"))
    for text in ["5401", "Tromsø", "Romsa"] {
      #expect(new.index(matching: text) == new.index(ofCode: "5401"))
    }
    #expect(new.index(matching: "Atlantis") == nil)
    #expect(old.categories[0].label == Label(english: "The whole country", national: "Hele landet"))
  }

  @Test func `every municipality of 2019 goes somewhere, and every one of 2020 comes from one`() {
    let changes = library.municipality2019To2020
    #expect(changes.sources == old.leafCodes)
    #expect(
      Set(changes.sources.flatMap { changes.targets(of: $0).map(\.code) })
        == Set(new.leafCodes))
    let splits = changes.sources.filter { changes.targets(of: $0).count > 1 }
    #expect(splits == ["1850", "5012"])
    #expect(changes.targets(of: "1850").map(\.code) == ["1806", "1875"])
    #expect(changes.targets(of: "5012").map(\.code) == ["5055", "5056", "5059"])
    #expect(changes.sources(of: "5059") == ["5012", "5016", "5023", "5024"])
    #expect(changes.sources(of: "3020") == ["0213", "0217"])
  }

  @Test func `a recode into 2020 has a position for every municipality but the split ones`() {
    let codes = old.leafCodes
    let positions = library.municipality2019To2020.leafPositions(of: codes, in: new)
    let missing = codes.indices.filter { positions[$0] < 0 }.map { codes[$0] }
    #expect(missing == ["1850", "5012"])
    for (code, position) in zip(codes, positions) where position >= 0 {
      #expect(library.municipality2019To2020.target(of: code) == new.leafCodes[Int(position)])
    }
  }
}
