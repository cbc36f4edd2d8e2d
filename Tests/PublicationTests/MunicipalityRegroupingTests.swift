import Classifications
import Publication
import TestSupport
import Testing

/// The municipalities of 2019 and 2020, against the file of where each of them went.
@Suite struct MunicipalityRegroupingTests {
  private let library: ClassificationLibrary
  private let regrouping: Regrouping

  init() throws {
    library = try EmbeddedClassifications.library.get()
    regrouping = .municipalities(of: library)
  }

  private func codes(_ categories: some Sequence<CategoryIndex>) -> [String] {
    categories.map { library.municipalities.categories[$0].code }
  }

  private func index(_ code: String) throws -> CategoryIndex {
    try #require(library.municipalities.index(ofCode: code))
  }

  /// Codes of the municipalities of a list below a category.
  private func below(_ category: CategoryIndex, on list: Hierarchy) -> Set<String> {
    let leaves = Set(list.leafCodes)
    return Set(codes(library.municipalities.descendants(of: category)).filter(leaves.contains))
  }

  @Test func `five municipalities of 2020 have parts of the two that were split`() {
    var torn: [String: [String]] = [:]
    var sums = 0
    for code in library.municipalities2020.leafCodes {
      guard let category = library.municipalities.index(ofCode: code) else { continue }
      switch regrouping.parts(of: category, on: .later, inForce: .earlier) {
      case .torn(let regions): torn[code] = codes(regions)
      case .sum(let parts):
        sums += 1
        let sources = library.municipality2019To2020.sources(of: code)
        let leaves = parts.reduce(into: Set<String>()) {
          $0.formUnion(below($1, on: library.municipalities2019))
        }
        #expect(leaves == (sources.isEmpty ? [code] : Set(sources)), "\(code)")
      case .absent: Issue.record("\(code) is on the list")
      }
    }
    #expect(
      torn == [
        "1806": ["1850"], "1875": ["1850"], "5055": ["5012"], "5056": ["5012"], "5059": ["5012"],
      ])
    #expect(sums == 351)
  }

  @Test func `every county of 2020 is a sum, in as few cells as there are`() throws {
    for county in library.municipalities2020.children[0] {
      let code = library.municipalities2020.categories[county].code
      let category = try index(code)
      guard
        case .sum(let parts) = regrouping.parts(of: category, on: .later, inForce: .earlier)
      else {
        Issue.record("\(code) is no sum")
        continue
      }
      let own = below(category, on: library.municipalities2020)
      let sources = library.municipality2019To2020.sources.filter {
        library.municipality2019To2020.targets(of: $0).contains { own.contains($0.code) }
      }
      let leaves = parts.flatMap { below($0, on: library.municipalities2019) }
      #expect(leaves.count == Set(leaves).count && Set(leaves) == Set(sources), "\(code)")
    }
    func parts(_ code: String) throws -> [String] {
      switch regrouping.parts(of: try index(code), on: .later, inForce: .earlier) {
      case .sum(let parts): codes(parts)
      case .torn, .absent: []
      }
    }
    #expect(try parts("0") == ["0"])
    #expect(try parts("03") == ["03"])
    // Agder is two counties; Viken is three, with two municipalities from Oppland and Svelvik.
    #expect(try parts("42") == ["09", "10"])
    #expect(try parts("30") == ["01", "02", "0532", "0533", "06", "0711"])
    // Nordland lost Tjeldsund; that Tysfjord was split within it does not matter.
    #expect(try !parts("18").contains("18") && parts("18").contains("1850"))
    #expect(try !parts("18").contains("1852") && parts("54").contains("1852"))
  }

  @Test func `a municipality of 2019 is a sum in 2020 unless others went the same way`() throws {
    let moves = library.municipality2019To2020
    for code in library.municipalities2019.leafCodes {
      let targets = moves.targets(of: code).map(\.code)
      let isAlone = targets.allSatisfy { moves.sources(of: $0) == [code] }
      switch regrouping.parts(of: try index(code), on: .earlier, inForce: .later) {
      case .sum(let parts): #expect(isAlone && (targets.isEmpty || codes(parts) == targets))
      case .torn: #expect(!isAlone)
      case .absent: Issue.record("\(code) is on the list")
      }
    }
  }

  @Test func `the day tells which list is in force`() {
    #expect(regrouping.edition(on: "2019-12-31") == .earlier)
    #expect(regrouping.edition(on: "2020-01-01") == .later)
    #expect(regrouping.edition(on: nil) == .later)
    #expect(regrouping.year(of: .earlier) == "2019" && regrouping.year(of: .later) == "2020")
  }
}
