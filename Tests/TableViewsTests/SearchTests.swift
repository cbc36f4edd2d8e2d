import Classifications
import Publication
import TestSupport
import Testing

@testable import TableViews

@Suite struct SearchTests {
  private let regions = SampleStatistic.regions

  @Test func `every code and every label finds its category first`() {
    for dimension in SampleStatistic.description.dimensions {
      let hierarchy = dimension.hierarchy
      for (index, category) in hierarchy.categories.enumerated() {
        #expect(hierarchy.search(category.code).first == index)
        for text in [category.label.english, category.label.national] {
          #expect(hierarchy.search(text).first == index)
          #expect(hierarchy.search(" \(text.uppercased()) ").first == index)
        }
      }
    }
  }

  @Test(arguments: [
    "harstad", "HÁRSTTÁK", "harsttak", "5402", "hárs", "Hárstták - ", "hårstad", "hstad",
  ]) func `case, accents and the other name do not matter`(text: String) {
    #expect(regions.search(text).first == 9)
  }

  @Test func `better matches come first`() {
    #expect(regions.search("oslo") == [1, 2])
    #expect(regions.search("03") == [1, 2])
    #expect(regions.search("54") == [7, 8, 9, 10])
    #expect(regions.search("fin rom") == [7])
    #expect(regions.search("") == Array(0..<12))
    #expect(regions.search("xyz").isEmpty)
    #expect(regions.search("2023") == [2], "an alias with its years")
  }

  @Test func `a search goes through the view and begins again`() throws {
    let view = try sampleView { try $0.select(.level(2), of: 0) }
    let first = try #require(view.find("o", after: nil))
    var seen = [first]
    while let next = view.find("o", after: seen.last), next != first { seen.append(next) }
    #expect(seen == view.matches("o"))
    #expect(Set(seen).count == seen.count)
    #expect(seen.contains { !$0.isRow }, "Both sexes")
    #expect(view.matches("5402").map(\.index) == [6])
    #expect(view.matches("agder").isEmpty, "Agder is not shown")
    #expect(view.find("xyz", after: nil) == nil)
    #expect(view.matches("  ").isEmpty)
  }

  @Test func `a group is found once`() throws {
    let view = try sampleView { try $0.move(1, to: .stub, at: nil) }
    #expect(view.matches("agder").map(\.index) == [6])
    #expect(view.matches("females").count == 5)
  }

  @Test(arguments: [
    (2018, "su", ["1201", "1301"]), (2022, "su", ["1301", "1201"]),
    (2022, "sund", ["1201", "1301"]),
    (2019, "vik", ["1202", "1302", "1303"]), (2022, "vik", ["1202", "1302", "1303"]),
    (2022, "12", ["12", "1201", "1202"]), (2019, "y vik", ["1303"]),
  ])
  func `of places that fit alike those in force in the view come first`(
    year: Int, text: String, codes: [String]
  ) throws {
    let statistic = SampleSeries.description
    var state = ViewState(statistic: statistic, table: statistic.tables[1])
    try state.select(.single(year - 2017), of: 0)
    let found = state.search(text, at: 1)
    #expect(found.map { SampleSeries.regions.categories[$0].code } == codes)
    #expect(state.search("", at: 1) == Array(SampleSeries.regions.categories.indices))
    #expect(state.search("20", at: 0) == [1, 2, 3, 4, 5])
  }

  @Test func `distances count slips of the finger`() {
    let cases: [(String, String, Int)] = [
      ("", "", 0), ("a", "", 1), ("region", "regoin", 1), ("sex", "age", 3),
      ("kitten", "sitting", 3),
    ]
    for (left, right, slips) in cases {
      #expect(editDistance(Array(left), Array(right)) == slips)
      #expect(editDistance(Array(right), Array(left)) == slips)
    }
    #expect(nearest(to: "regoin", among: ["sex", "region", "age"]) == ["region"])
    #expect(nearest(to: "qqq", among: ["sex", "region"]).isEmpty)
  }
}
