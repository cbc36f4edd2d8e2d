import CellFiles
import Classifications
import Publication
import Testing

/// Tables of which one level is left out.
@Suite struct CoarserTablesTests {
  private static func tree(_ id: String, _ levels: [(String, Int)], names: [String]) -> Hierarchy {
    Hierarchy(
      id: id, levelLabels: (["all"] + names).map { Label($0) },
      nodes: [(Category(code: "Total", label: Label("Total")), 0)]
        + levels.map { (Category(code: $0.0, label: Label($0.0)), $0.1) })
  }

  /// Sexes, ages, and municipalities in counties.
  private func dimensions() throws -> CellDimensions {
    let places = [("c0", 1), ("m0", 2), ("m1", 2), ("c1", 1), ("m2", 2)]
    return try CellDimensions(
      columns: [
        ("sex", Self.tree("sex", [("f", 1), ("m", 1)], names: ["sex"])),
        ("age", Self.tree("age", [("a", 1), ("b", 1)], names: ["age"])),
        ("mun", Self.tree("mun", places, names: ["county", "mun"])),
      ], sums: [])
  }

  private func coarser(_ list: String) throws -> [String: String] {
    let dimensions = try dimensions()
    let found = dimensions.coarser(try dimensions.tables(list))
    return Dictionary(
      uniqueKeysWithValues: found.map { coarser in
        (
          coarser.without + (coarser.instead.map { ">\($0)" } ?? ""),
          coarser.tables.map { dimensions.name(of: $0) }.joined(separator: ",")
        )
      })
  }

  @Test func `each column, or the level above it, is left out in turn`() throws {
    #expect(
      try coarser("sex*age*mun") == [
        "sex": "age*mun", "age": "sex*mun", "mun>county": "sex*age*county",
      ])
    #expect(try coarser("sex*county") == ["sex": "county", "county": "sex"])
  }

  @Test func `only the finest level that is used is left out, everywhere`() throws {
    #expect(
      try coarser("sex*mun,age*county") == [
        "sex": "mun,age*county", "age": "sex*mun", "mun>county": "sex*county,age*county",
      ])
  }

  @Test func `margins of others and empty tables are no tables`() throws {
    #expect(
      try coarser("sex*age,sex*mun,age") == [
        "sex": "age,mun", "age": "sex*mun", "mun>county": "sex*age,sex*county",
      ])
    // Two that become the same are one.
    #expect(
      try coarser("sex*mun,age*county,sex*county") == [
        "sex": "mun,age*county", "age": "sex*mun", "mun>county": "sex*county,age*county",
      ])
    #expect(try coarser("sex").isEmpty)
  }
}
