import Classifications
import Columns
import Registers
import Statistics
import Synthesis
import TestSupport
import Testing

@Suite struct SyntheticRegistersTests {
  private let inputs: SynthesisInputs
  private let registers: SyntheticRegisters
  private let participants: Register

  init() throws {
    inputs = try EmbeddedClassifications.inputs()
    registers = try EmbeddedClassifications.registers.get()
    participants = residentParticipants(
      years: 2019...2019, from: registers.introduction)
  }

  /// FNV-1a over everything in a register, in the order of the ids.
  private func hash(_ register: Register) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: Int) {
      hash = (hash ^ UInt64(truncatingIfNeeded: value)) &* 0x100_0000_01B3
    }
    for row in 0..<register.rowCount { add(register.identifiers[row]) }
    for (_, variable) in register.variables.sorted(by: { $0.key < $1.key }) {
      for code in variable.codes { for byte in code.utf8 { add(Int(byte)) } }
      for row in 0..<register.rowCount { add(variable.column[row]) }
    }
    for (_, flag) in register.flags.sorted(by: { $0.key < $1.key }) {
      for row in 0..<register.rowCount { add(flag[row] ? 1 : 0) }
    }
    for (_, amount) in register.amounts.sorted(by: { $0.key < $1.key }) {
      for row in 0..<register.rowCount { add(amount[row]) }
    }
    return hash
  }

  /// FNV-1a over all columns.
  private func hash(_ registers: IntroductionRecords) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for records in registers.registers {
      for column in records.columns {
        for value in column {
          hash = (hash ^ UInt64(UInt32(bitPattern: value))) &* 0x100_0000_01B3
        }
      }
    }
    return hash
  }

  private func codes(_ register: Register, _ id: String) throws -> [String] {
    let variable = try #require(register.variables[id])
    return (0..<register.rowCount).map { variable.codes[variable.column[$0]] }
  }

  private func tally(_ codes: [String]) -> [String: Int] {
    codes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test func `the same seed gives the same registers, on every machine`() throws {
    let again = try SyntheticRegisters(seed: 1, inputs: inputs)
    #expect(registers.introduction == again.introduction)
    #expect(hash(registers.allowance2022) == hash(again.allowance2022))
    #expect(hash(registers.population2022) == hash(again.population2022))
    // Changes only when the synthesis or its data do; then write the new numbers here.
    #expect(hash(registers.introduction) == 0x20F5_CC06_9255_748C)
    #expect(hash(registers.allowance2022) == 0xED73_7903_B852_8AD3)
    #expect(hash(registers.population2022) == 0x7BB1_8BFF_E834_7D28)
  }

  @Test func `another seed gives other registers`() throws {
    let other = try SyntheticRegisters(seed: 2, inputs: inputs)
    #expect(hash(registers.introduction) != hash(other.introduction))
    #expect(hash(registers.allowance2022) != hash(other.allowance2022))
    #expect(hash(registers.population2022) != hash(other.population2022))
  }

  @Test func `a synthesis for many seeds keeps the published totals`() throws {
    for seed: UInt64 in [0, 3, 99, .max] {
      let participants = residentParticipants(
        years: 2019...2019, from: try synthesizeIntroduction(seed: seed, inputs: inputs))
      let counter = try RegisterCounter(register: participants, library: inputs.library)
      for table in [inputs.figures.introductionAge, inputs.figures.introductionCountry] {
        for combination in table.combinations {
          let codes = Dictionary(uniqueKeysWithValues: zip(table.dimensions, combination))
          #expect(try counter.count(codes) == table[combination]?.persons, "seed \(seed)")
        }
      }
    }
  }

  @Test func `identifiers are unique, have eight digits and say nothing about their rows`() throws {
    for register in [participants, registers.allowance2022] {
      // Rows stand by identifier; what they are does not follow it.
      let identifiers = (0..<register.rowCount).map { register.identifiers[$0] }
      #expect(Set(identifiers).count == register.rowCount)
      #expect(identifiers.allSatisfy { $0 >= 10_000_000 && $0 < 100_000_000 })
      #expect(identifiers == identifiers.sorted())
      // Both sexes are about as frequent, so that in random order they change in half of the
      // places.
      let sex = try codes(register, ParticipantRegister.sex)
      let changes = zip(sex, sex.dropFirst()).count { $0 != $1 }
      #expect(abs(changes * 2 - sex.count) < sex.count / 20)
    }
  }

  @Test func `no participant is born in Norway and every one has a measure`() throws {
    let register = participants
    #expect(try !codes(register, ParticipantRegister.countryOfBirth).contains("000"))
    var most = 0
    for row in 0..<register.rowCount {
      let others = [ParticipantRegister.isResident, ParticipantRegister.hasEndingReason]
      let measures = register.flags.filter { !others.contains($0.key) }.filter { $0.value[row] }
      most = max(most, measures.count)
      #expect(!measures.isEmpty)
      // Someone whose measures are not registered has none that is.
      #expect(measures["14"] == nil || measures.count == 1)
    }
    #expect(most >= 5)
  }

  @Test func `participants are skewed: few large countries and municipalities, many small`()
    throws
  {
    let register = participants
    let countries = tally(try codes(register, ParticipantRegister.countryOfBirth))
    let homes = tally(try codes(register, ParticipantRegister.municipality))
    #expect(countries.count > 40)
    #expect(countries.values.count { $0 < 20 } > 10)
    #expect(homes.count > 380)
    #expect(homes.values.count { $0 < 10 } > 40)
    let published = Set(inputs.figures.introductionMunicipality.combinations.map { $0[0] })
    let largest = homes.filter { !published.contains($0.key) }.values.max() ?? 0
    #expect(largest > 60 && largest < 200)
  }

  @Test func `small municipalities have few countries, fewer than chance would give them`()
    throws
  {
    let register = participants
    let homes = try codes(register, ParticipantRegister.municipality)
    let origins = try codes(register, ParticipantRegister.countryOfBirth)
    var countries: [String: Set<String>] = [:]
    for (home, origin) in zip(homes, origins) { countries[home, default: []].insert(origin) }
    let sizes = tally(homes)
    let small = sizes.filter { (8...15).contains($0.value) }.keys
    #expect(small.count > 30)
    let mean = Double(small.reduce(0) { $0 + (countries[$1]?.count ?? 0) }) / Double(small.count)
    // Of a dozen people drawn one by one there would be about five countries.
    #expect(mean < 4.2)
    #expect(countries["0301"]?.count ?? 0 >= 20)
  }

  @Test func `an immigrant recipient is born in a country of their group, others mostly in Norway`()
    throws
  {
    let register = registers.allowance2022
    let backgrounds = try codes(register, AllowanceRegister.background)
    let births = try codes(register, AllowanceRegister.countryOfBirth)
    var (rest, restBornInNorway) = (0, 0)
    for (background, birth) in zip(backgrounds, births) {
      if background == "rest" {
        rest += 1
        if birth == "000" { restBornInNorway += 1 }
      } else {
        #expect(inputs.library.backgroundOfCountry.target(of: birth) == background)
      }
    }
    #expect(restBornInNorway < rest && restBornInNorway > rest * 9 / 10)
  }

  @Test func `recipients live everywhere, most of them in cities, with many small cells`() throws {
    var homes = tally(try codes(registers.allowance2022, AllowanceRegister.municipality))
    homes[AllowanceRegister.noMunicipality] = nil
    #expect(homes.count == 356)
    #expect(homes["0301"] ?? 0 > 15_000)
    #expect(homes.values.count { $0 < 60 } > 30)
    let births = tally(try codes(registers.allowance2022, AllowanceRegister.countryOfBirth))
    #expect(births.count > 140)
    #expect(births.values.count { $0 <= 3 } > 10)
  }

  @Test func `education, background and work intensity go together a little`() throws {
    let register = registers.allowance2022
    let backgrounds = try codes(register, AllowanceRegister.background)
    let educations = try codes(register, AllowanceRegister.education)
    let intensities = try codes(register, AllowanceRegister.workIntensity)
    func share(_ some: (Int) -> Bool, of all: (Int) -> Bool) -> Double {
      let rows = (0..<register.rowCount).filter(all)
      return Double(rows.count(where: some)) / Double(rows.count)
    }
    #expect(
      share({ educations[$0] == "09" }, of: { backgrounds[$0] == "B" })
        > 2 * share({ educations[$0] == "09" }, of: { backgrounds[$0] == "rest" }))
    #expect(
      share({ intensities[$0] == "full" }, of: { educations[$0] == "03" })
        > share({ intensities[$0] == "full" }, of: { educations[$0] == "01" }) + 0.05)
  }

  @Test func `every group of the population has at least its recipients`() throws {
    let allowance = registers.allowance2022
    let population = registers.population2022
    let shared = [
      AllowanceRegister.sex, AllowanceRegister.education, AllowanceRegister.background,
      AllowanceRegister.municipality,
    ]
    let bands = try codes(allowance, AllowanceRegister.age)
      .map { try #require(inputs.library.allowanceAgeOfYear.target(of: $0)) }
    let keys = try shared.map { try codes(allowance, $0) }
    var recipients: [[String]: Int] = [:]
    let isResident = try #require(allowance.flags[AllowanceRegister.isResident])
    for row in 0..<allowance.rowCount where isResident[row] {
      recipients[[bands[row]] + keys.map { $0[row] }, default: 0] += 1
    }
    let persons = try #require(population.amounts[PopulationRegister.persons])
    let groups = try ([PopulationRegister.ageBand] + shared).map { try codes(population, $0) }
    var total = 0
    for row in 0..<population.rowCount {
      let taken = recipients.removeValue(forKey: groups.map { $0[row] }) ?? 0
      #expect(persons[row] >= max(1, taken))
      total += persons[row]
    }
    #expect(recipients.isEmpty)
    #expect(total == 3_537_796)
  }
}
