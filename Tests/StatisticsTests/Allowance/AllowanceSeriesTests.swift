import Classifications
import Columns
import Cubes
import Publication
import Registers
import Statistics
import TestSupport
import Testing

/// The years 2018 to 2022 of the synthetic registers, counted by the statistic's definition.
struct AllowanceSeriesTests {
  private let registers: SyntheticRegisters
  private let definition: StatisticDefinition
  private let matrices: [RawMatrix]
  private let years = StatisticDefinition.workAssessmentAllowanceYears

  init() throws {
    registers = try EmbeddedClassifications.registers.get()
    definition = .workAssessmentAllowance(try EmbeddedClassifications.library.get())
    matrices = try definition.count(from: registers.records)
  }

  /// The sum of a matrix in each year: the year is its first axis.
  private func sums(_ matrix: Int) -> [Int] {
    let counts = matrices[matrix].innerCounts
    let size = counts.count / years.count
    return (0..<years.count).map { year in
      let first = year * size
      return counts[first..<first + size].reduce(0) { $0 + Int($1) }
    }
  }

  @Test func `nobody who is resident is lost in any year`() throws {
    let residents = try #require(registers.allowance.flags[AllowanceRegister.isResident])
    let year = try #require(registers.allowance.variables[AllowanceRegister.year])
    var wanted = years.map { _ in 0 }
    for row in 0..<registers.allowance.rowCount where residents[row] {
      wanted[year.column[row]] += 1
    }
    #expect(sums(0) == wanted)
    #expect(sums(1) == wanted)
    let persons = try #require(registers.population.amounts[PopulationRegister.persons])
    let yearOfGroup = try #require(registers.population.variables[PopulationRegister.year])
    var population = years.map { _ in 0 }
    for row in 0..<registers.population.rowCount {
      population[yearOfGroup.column[row]] += persons[row]
    }
    #expect(sums(3) == population)
    #expect(sums(4) == population)
  }

  @Test func `each year is counted on the municipalities in force on its last day`() throws {
    for matrix in [0, 4] {
      let description = definition.description
      let year = description.dimensions[description.matrices[matrix].axes[0].dimension]
      let region = description.dimensions[description.matrices[matrix].axes[1].dimension]
      let leaves = region.hierarchy.leaves.map { region.hierarchy.categories[$0] }
      #expect(year.isTime && leaves.count > 600)
      var seen = years.map { _ in Set<String>() }
      let block = matrices[matrix].innerCounts.count / years.count
      for (cell, count) in matrices[matrix].innerCounts.enumerated() where count > 0 {
        seen[cell / block].insert(leaves[cell % block / (block / leaves.count)].code)
      }
      for (place, period) in year.hierarchy.leaves.enumerated() {
        let day = try #require(year.referenceDay(of: period))
        let inForce = Set(
          leaves.filter { $0.validity?.contains(day) ?? true }.map(\.code))
        #expect(inForce.count == (day < "2020" ? 422 : 356))
        // Every municipality has people; some of the smallest have no recipients.
        #expect(seen[place].isSubset(of: inForce), "\(day)")
        #expect(matrix == 0 ? seen[place].count > inForce.count - 10 : seen[place] == inForce)
      }
    }
  }

  @Test func `2022 is the same whichever years are derived with it`() throws {
    let alone = registers.allowance2022
    let all = registers.allowance
    let year = try #require(all.variables[AllowanceRegister.year])
    let rows = (0..<all.rowCount).filter { year.column[$0] == years.count - 1 }
    #expect(rows.map { all.identifiers[$0] } == (0..<alone.rowCount).map { alone.identifiers[$0] })
    for (id, variable) in alone.variables where id != AllowanceRegister.year {
      let other = try #require(all.variables[id])
      #expect(rows.indices.allSatisfy { variable.column[$0] == other.column[rows[$0]] }, "\(id)")
    }
    for (id, flag) in alone.flags {
      let other = try #require(all.flags[id])
      #expect(rows.indices.allSatisfy { flag[$0] == other[rows[$0]] }, "\(id)")
    }
  }

  @Test func `years before 2022 are of the same order`() {
    let (recipients, new, population, accesses) = (sums(0), sums(2), sums(3), sums(6))
    for year in 0..<years.count {
      #expect((140_000...200_000).contains(recipients[year]), "\(year): \(recipients[year])")
      #expect((45_000...75_000).contains(new[year]), "\(year): \(new[year])")
      #expect((3_400_000...3_540_000).contains(population[year]))
      #expect(accesses[year] >= new[year] && accesses[year] < new[year] * 12 / 10)
    }
    #expect(population == population.sorted())
  }
}
