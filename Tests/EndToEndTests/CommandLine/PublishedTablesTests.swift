import Testing

/// What the program writes beside what Statistics Norway has published (`data/published`).
@Suite struct PublishedTablesTests {
  /// A published table, and the table of the program that has the same figures.
  struct Table: CustomTestStringConvertible, Sendable {
    let file: String
    let id: String
    /// Options that show the published rows.
    let options: [String]
    /// The measure that the published percentages are.
    let percent: String
    /// What dimensions are called there, where it is not what we call them.
    var names: [String: String] = [:]

    var testDescription: String { id }
  }

  static let exact = [
    Table(
      file: "introduction-age-2019", id: "introduction-age",
      options: ["--filter", "year=2019"],
      percent: "percent-of-both-sexes"),
    Table(
      file: "introduction-country-2019", id: "introduction-country",
      options: ["--filter", "year=2019", "--level", "country=2"],
      percent: "percent-of-both-sexes", names: ["countryOfBirth": "country"]),
    Table(
      file: "introduction-municipality-2019", id: "introduction-municipality",
      options: ["--filter", "year=2019", "--level", "region=municipality"],
      percent: "percent-of-both-sexes",
      names: ["municipality": "region"]),
    Table(
      file: "introduction-measures-2019", id: "introduction-measures",
      options: ["--filter", "year=2019"],
      percent: "percent-of-participants"),
  ]

  static let rounded = [
    Table(
      file: "allowance-education-2022", id: "aap-education", options: [],
      percent: "percent-of-population"),
    Table(
      file: "allowance-background-2022", id: "aap-background",
      options: ["--select", "background=total,immigrants,A,B,rest"],
      percent: "percent-of-population"),
    Table(
      file: "allowance-new-2022", id: "aap-new", options: [], percent: "percent-of-population"),
    Table(
      file: "allowance-intensity-2022", id: "aap-intensity", options: [],
      percent: "percent-of-recipients", names: ["workIntensity": "intensity"]),
  ]

  /// A published row and what the program has in its place: a figure, or `nil` for a symbol.
  private struct Pair {
    let codes: [String: String]
    let published: [String: String]
    let ours: [String: String?]

    func ours(_ measure: String) -> String? { ours[measure] ?? nil }
  }

  /// All published rows with their counterparts.
  private func pairs(_ table: Table) throws -> [Pair] {
    let published = try namedRecords(
      readFile("\(repositoryPath)/data/published/\(table.file).csv"))
    var arguments = ["export", table.id, "--labels", "codes", "--status-column"]
    arguments += table.options
    if table.percent == "percent-of-population" {
      arguments += ["--measure", "persons,percent-of-population,population"]
    }
    let run = try CommandRun(arguments: arguments)
    #expect(run.status == 0, "\(run.errors)")
    var cells: [[String: String]: [String: String?]] = [:]
    for record in try namedRecords(run.output) {
      let codes = record.filter { !["contents", "value", "status"].contains($0.key) }
      let isPublished = ["published", "nil"].contains(record["status"])
      cells[codes, default: [:]][record["contents"] ?? ""] = .some(
        isPublished ? record["value"] : nil)
    }
    return try published.map { row in
      var codes: [String: String] = [:]
      for (name, code) in row where name != "persons" && name != "percent" {
        codes[table.names[name] ?? name] = code
      }
      let ours = try #require(cells[codes], "\(codes) is not in the table")
      return Pair(codes: codes, published: row, ours: ours)
    }
  }

  @Test(arguments: exact)
  func `suppression changes no count: what is not hidden is what was published`(
    table: Table
  ) throws {
    let pairs = try pairs(table)
    var hidden = 0
    for pair in pairs where pair.published["persons"] != "." {
      guard let ours = pair.ours("persons") else {
        hidden += 1
        continue
      }
      #expect(ours == pair.published["persons"], "\(pair.codes)")
    }
    #expect(pairs.count >= 12)
    let said = try #require(try deviations()[table.id])
    #expect(said.hidden == hidden && said.largest == 0)
    #expect(hidden * 20 <= pairs.count, "hardly any published figure is hidden")
  }

  @Test(arguments: exact)
  func `percentages of exact counts are the published ones`(table: Table) throws {
    var compared = 0
    for pair in try pairs(table) {
      guard let published = pair.published["percent"], let wanted = Double(published),
        let ours = pair.ours(table.percent)
      else { continue }
      // The page has these two of another base than all others; data/README.md says how.
      if pair.codes["measure"] == "14", pair.codes["sex"] != "0" { continue }
      compared += 1
      if decimals(ours) == decimals(published) {
        #expect(ours == published, "\(pair.codes)")
      } else {
        let figure = try #require(Double(ours))
        let coarser = min(decimals(ours), decimals(published))
        #expect(abs(figure - wanted) <= (coarser == 0 ? 0.5 : 0.05) + 1e-9, "\(pair.codes)")
      }
    }
    #expect(compared >= 8)
  }

  @Test(arguments: rounded)
  func `rounded counts are as near the published ones as the program says`(table: Table) throws {
    let said = try #require(try deviations()[table.id])
    var largest = 0
    var sum = 0
    var count = 0
    for pair in try pairs(table) {
      guard let published = pair.published["persons"].flatMap({ Int($0) }) else { continue }
      let ours = try #require(pair.ours("persons").flatMap { Int($0) }, "\(pair.codes)")
      largest = max(largest, abs(ours - published))
      sum += abs(ours - published)
      count += 1
    }
    #expect(count == said.cells && said.hidden == 0)
    #expect(largest == said.largest)
    #expect(abs(Double(sum) / Double(count) - said.mean) <= 0.0005 + 1e-9)
    #expect(largest <= 6)
  }

  @Test(arguments: rounded)
  func `percentages of rounded counts are within what rounding allows`(table: Table) throws {
    let pairs = try pairs(table)
    let deviation = Double(try #require(try deviations()[table.id]).largest)
    var compared = 0
    for pair in pairs {
      guard let wanted = pair.published["percent"].flatMap({ Double($0) }) else { continue }
      let ours = try #require(pair.ours(table.percent).flatMap { Double($0) })
      let base = try base(of: pair, in: table, pairs)
      // Both counts may be off, and both percentages are rounded to a tenth.
      let allowed = 100 * 2 * (deviation + 1) / base + 0.1
      #expect(abs(ours - wanted) <= allowed + 1e-9, "\(pair.codes): \(ours), \(wanted)")
      compared += 1
    }
    #expect(compared >= 21)
  }

  /// What a percentage is of: the population of the group, or the recipients of age and sex.
  private func base(of pair: Pair, in table: Table, _ pairs: [Pair]) throws -> Double {
    if table.percent == "percent-of-population" {
      return try #require(pair.ours("population").flatMap { Double($0) })
    }
    var codes = pair.codes
    codes["intensity"] = "total"
    let total = try #require(pairs.first { $0.codes == codes })
    return try #require(total.ours("persons").flatMap { Double($0) })
  }

  private func decimals(_ figure: String) -> Int {
    figure.firstIndex(of: ".").map { figure.distance(from: $0, to: figure.endIndex) - 1 } ?? 0
  }

  /// What `prikk deviation` says of each table.
  private func deviations() throws -> [String: Deviation] {
    let run = try CommandRun(arguments: ["deviation"])
    #expect(run.status == 0, "\(run.errors)")
    var deviations: [String: Deviation] = [:]
    for line in run.lines.dropFirst() {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 5, let cells = Int(fields[1]), let hidden = Int(fields[2]),
        let largest = Int(fields[3]), let mean = Double(fields[4])
      else { continue }
      deviations[fields[0]] = Deviation(cells: cells, hidden: hidden, largest: largest, mean: mean)
    }
    return deviations
  }

  private struct Deviation {
    let cells: Int
    let hidden: Int
    let largest: Int
    let mean: Double
  }
}
