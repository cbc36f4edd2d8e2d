import Classifications
import Cubes
import Publication
import Registers
import Statistics
import TestSupport
import Testing

/// The tables of the introduction programme, counted from a few persons.
struct IntroductionStatisticTests {
  let library: ClassificationLibrary
  var micro: IntroductionMicroRegister
  let participants: StatisticDefinition
  let former: StatisticDefinition

  init() throws {
    library = try EmbeddedClassifications.library.get()
    micro = try IntroductionMicroRegister()
    participants = .introductionProgramme(library, published: [])
    former = .formerParticipants(library)
  }

  /// The raw count of codes by dimension, from the first matrix that has them all.
  func count(
    _ definition: StatisticDefinition, _ codes: [String: String]
  ) throws -> Int {
    let matrices = try definition.count(from: RecordSet(micro.registers.registers))
    let dimensions = definition.description.dimensions
    for (raw, described) in zip(matrices, definition.description.matrices) {
      var cell = 0
      var used = 0
      for (axis, rawAxis) in zip(described.axes, raw.axes) {
        let code = codes[dimensions[axis.dimension].id]
        let position = code.map { rawAxis.hierarchy.index(ofCode: $0) } ?? 0
        guard let position else { used = -1; break }
        used += code == nil ? 0 : 1
        cell = cell * rawAxis.hierarchy.count + position
      }
      if used == codes.count { return Int(raw.lattice[cell]) }
    }
    Issue.record("no matrix has \(codes)")
    return -1
  }

  @Test func `figures of fewer than four are not shown in either statistic`() {
    for definition in [participants, former] {
      guard case .suppression(below: 4, _) = definition.rule else {
        Issue.record("\(definition.description.id)")
        continue
      }
    }
  }

  @Test func `the statistics begin with 2005, and a note marks the break at 2017`() throws {
    for definition in [participants, former] {
      let time = try #require(definition.description.dimensions.first)
      #expect(time.isTime)
      #expect(time.hierarchy.categories.dropFirst().first?.code == "2005")
      #expect(Array(time.breaks.keys) == ["2017"])
      #expect(definition.description.notes.contains { $0.english.hasPrefix("Break in series") })
    }
    #expect(participants.description.dimensions[0].hierarchy.categories.last?.code == "2022")
    #expect(former.description.dimensions[0].hierarchy.categories.last?.code == "2021")
  }

  @Test mutating func `measures are per cent of the participants of the same group`() throws {
    for person: Int32 in 1...4 {
      try micro.settle(person, sex: person == 4 ? "2" : "1", from: "2018-02-01")
    }
    try micro.add(\.measures, "1, 2019, 01", "1, 2019, 05", "2, 2019, 01", "4, 2019, 05")
    let table = try #require(
      participants.description.tables.first { $0.id == "introduction-measures" })
    let percent = try #require(table.measures.first { $0.id == "percent-of-participants" })
    let place = participants.description.dimensions.firstIndex { $0.id == "measure" }
    #expect(percent.kind == .percentOfTotal(0, dimension: try #require(place)))
    // Two of three men, though men have three measures.
    #expect(
      try count(participants, ["year": "2019", "measure": "01", "age": "26-35", "sex": "1"]) == 2)
    #expect(
      try count(participants, ["year": "2019", "measure": "total", "age": "26-35", "sex": "1"]) == 3
    )
  }

  @Test mutating func `the KOSTRA tables have everyone, resident at the end of the year or not`()
    throws
  {
    try micro.settle(1, from: "2018-02-01")
    try micro.add(\.persons, "2, 1, 1990-05-17, , 564, 564, 564, 4")
    try micro.add(\.residences, "2, 2018-01-01, 2019-06-30, 0301")
    try micro.participate(2, from: "2018-02-01", until: "2019-06-30")
    // 2 is not resident any more and stands under the municipality that reported them.
    let all = ["year": "2019", "residence": "total"]
    #expect(try count(participants, all.merging(["region": "1201"]) { $1 }) == 2)
    #expect(try count(participants, all.merging(["age": "26-35"]) { $1 }) == 2)
    #expect(try count(participants, ["year": "2019", "residence": "1", "sex": "0"]) == 1)
    #expect(try count(participants, ["year": "2019", "residence": "2", "sex": "1"]) == 1)
    #expect(try count(participants, ["year": "2019", "sex": "1", "region": "1201"]) == 1)
  }

  @Test mutating func `residents stand by county, economic region and district of Oslo`() throws {
    for (person, home) in [(1, "0101"), (2, "0301"), (3, "1850"), (4, "0301"), (5, "1201")] {
      try micro.add(\.persons, "\(person), 1, 1990-05-17, , 564, 564, 564, 4")
      try micro.add(\.residences, "\(person), 2015-01-01, 2019-12-31, \(home)")
      try micro.participate(Int32(person), from: "2018-02-01")
    }
    // 5 has a district, but lives in Bergen.
    try micro.add(
      \.districts, "2, 2015-01-01, , 030112", "4, 2015-01-01, 2019-12-30, 030101",
      "5, 2015-01-01, , 030101")
    for (code, persons) in [
      ("30001", 1), ("30", 1), ("030112", 1), ("030101", 0), ("030199", 1), ("03001", 2),
      ("03", 2), ("1850", 1), ("18", 1), ("46005", 1), ("0", 5),
    ] {
      let found = try count(participants, ["year": "2019", "area": code])
      #expect(found == persons, "\(code)")
    }
  }

  @Test func `economic regions are told to be sums of municipalities`() throws {
    let dimensions = participants.description.dimensions
    let area = try #require(dimensions.first { $0.id == "area" })
    let sums = try #require(area.sums)
    #expect(dimensions[sums.dimension].id == "region")
    for code in dimensions[sums.dimension].hierarchy.leafCodes {
      let target = try #require(sums.leaves.target(of: code), "\(code)")
      let category = try #require(area.hierarchy.index(ofCode: target), "\(code)")
      #expect(area.hierarchy.levels[category] == 2)
    }
  }

  @Test func `reasons for ending are recorded from 2017`() throws {
    let matrices = participants.description.matrices
    for matrix in matrices {
      let years = (2005...2016).map { "\($0)" }
      #expect(matrix.missingPeriods == (matrix.id.hasPrefix("ending") ? Set(years) : []))
    }
  }

  @Test mutating func `former participants stand by county, economic region and district of Oslo`()
    throws
  {
    for (person, home) in [(1, "0101"), (2, "0301"), (3, "1850"), (4, "0301"), (5, "1201")] {
      try micro.add(\.persons, "\(person), 1, 1990-05-17, , 564, 564, 564, 4")
      try micro.add(\.residences, "\(person), 2015-01-01, 2019-12-31, \(home)")
      try micro.participate(Int32(person), from: "2016-02-01", until: "2017-06-30")
    }
    try micro.add(\.districts, "2, 2015-01-01, , 030112")
    let cohort = ["cohort": "2017", "after": "1"]
    // Halden was 0101, and is 3001 in the economic region 30001 of county 30.
    for (code, persons) in [
      ("3001", 1), ("30001", 1), ("30", 1), ("030112", 1), ("030199", 1), ("0301", 2),
      ("03001", 2), ("1850", 1), ("18", 1), ("46005", 1), ("0", 5),
    ] {
      let found = try count(former, cohort.merging(["status": "5", "region": code]) { $1 })
      #expect(found == persons, "\(code)")
    }
  }

  @Test func `every municipality and district has its place among the economic regions`() {
    let regions = library.economicRegions
    let homes = library.municipalities.leafCodes + library.osloDistricts.leafCodes.dropLast()
    for home in homes {
      let target = library.economicRegionOfHome.target(of: home)
      #expect(target.flatMap { regions.index(ofCode: $0) } != nil, "\(home)")
      // A municipality of 2020 is its own place, and one of 2019 that of its successor.
      if library.municipalities2020.index(ofCode: home) != nil { #expect(target == home) }
      let successor = library.municipality2019To2020.target(of: home)
      if let successor { #expect(target == successor, "\(home)") }
    }
    #expect(regions.categories(atLevel: 1).count == 11)
    #expect(regions.levels.count { $0 == 2 } == 85 + 1)
    #expect(regions.levels.count { $0 == 3 } == 356 + 1)
  }
}
