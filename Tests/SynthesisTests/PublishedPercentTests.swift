import Classifications
import Columns
import Registers
import Synthesis
import TestSupport
import Testing

@Suite struct PublishedPercentTests {
  private let inputs: SynthesisInputs

  init() throws { inputs = try EmbeddedClassifications.inputs() }

  /// The figures of `table` whose percentage is not theirs of `base`, and how many were compared.
  private func differing(
    _ table: PublishedTable, base: ([String]) throws -> Int?
  ) throws -> (differing: [[String]], compared: Int) {
    var differing: [[String]] = []
    var compared = 0
    for combination in table.combinations {
      guard let figure = table[combination], let persons = figure.persons,
        let percent = figure.percent
      else { continue }
      let whole = try #require(try base(combination), "\(table.path) \(combination)")
      compared += 1
      if !percent.agrees(part: persons, whole: whole) { differing.append(combination) }
    }
    return (differing, compared)
  }

  @Test(arguments: [
    ("5.1", 51, 1), ("100", 100, 0), ("0", 0, 0), ("13.30", 1330, 2),
  ])
  func `a percentage is read with its decimals`(text: String, units: Int, decimals: Int) {
    let percent = PublishedPercent(text)
    #expect(percent?.units == units)
    #expect(percent?.decimals == decimals)
  }

  @Test func `what is no percentage is refused`() {
    for text in ["", ".", "x", "1.2.3", "-1", "1,5"] {
      #expect(PublishedPercent(text) == nil, "\(text)")
    }
  }

  @Test func `a percentage agrees with what rounds half up to it and with nothing else`() {
    let candidates = (0...1000).compactMap { PublishedPercent("\($0 / 10).\($0 % 10)") }
    #expect(candidates.count == 1001)
    for whole in 1...40 {
      for part in 0...whole {
        // Tenths of a per cent, twice: ⌊2000·part/whole⌋ + 1 halved.
        let tenths = (2000 * part / whole + 1) / 2
        let agreeing = candidates.filter { $0.agrees(part: part, whole: whole) }
        #expect(agreeing.map(\.units) == [tenths])
      }
    }
    #expect(PublishedPercent("0")?.agrees(part: 0, whole: 0) == false)
  }

  @Test func `percentages of participants follow from the counts`() throws {
    let figures = inputs.figures
    for (table, expected) in [
      (figures.introductionAge, 12), (figures.introductionCountry, 8),
      (figures.introductionMunicipality, 154),
    ] {
      let result = try differing(table) { table[[$0[0], "0"]]?.persons }
      #expect(result.differing.isEmpty, "\(table.path)")
      #expect(result.compared == expected, "\(table.path)")
    }
  }

  @Test func `one row of measures has percentages of everyone instead of its sex`() throws {
    let table = inputs.figures.introductionMeasures
    let result = try differing(table) { table[["total", $0[1]]]?.persons }
    #expect(result.differing == [["14", "1"], ["14", "2"]])
    #expect(result.compared == 42)
    for combination in result.differing {
      let figure = try #require(table[combination])
      #expect(figure.percent?.agrees(part: try #require(figure.persons), whole: 20_918) == true)
    }
    // What the row says when it is reckoned like the others.
    #expect(PublishedPercent("5.9")?.agrees(part: 650, whole: 11_047) == true)
    #expect(PublishedPercent("4.7")?.agrees(part: 462, whole: 9_871) == true)
  }

  @Test func `percentages of recipients by work intensity follow from the counts`() throws {
    let table = inputs.figures.allowanceIntensity
    let result = try differing(table) { table[[$0[0], "total", $0[2]]]?.persons }
    #expect(result.differing.isEmpty)
    #expect(result.compared == 99)
  }

  @Test func `all 210 percentages of population come out of the synthetic population`() throws {
    let registers = try SyntheticRegisters(seed: 7, inputs: inputs)
    let counter = try RegisterCounter(
      register: registers.population2022, library: inputs.library)
    let figures = inputs.figures
    var compared = 0
    for table in [figures.allowanceEducation, figures.allowanceBackground, figures.allowanceNew] {
      let cells = try counter.cells(
        table.dimensions.map { $0 == "age" ? PopulationRegister.ageBand : $0 },
        amount: PopulationRegister.persons)
      let result = try differing(table) { cells.count($0) }
      #expect(result.differing.isEmpty, "\(table.path)")
      compared += result.compared
    }
    #expect(compared == 210)
    #expect(try counter.count(["sex": "0"], amount: PopulationRegister.persons) == 3_537_796)
  }
}
