import Classifications
import Cubes
import Publication
import Registers
import TestSupport
import Testing

@testable import Statistics

/// Rows of every register with values at the edges of what a reader takes: all statistics are
/// counted from them or refused, and nothing traps.
struct EdgeOfRangeTests {
  private let library: ClassificationLibrary

  init() throws { library = try EmbeddedClassifications.library.get() }

  private var definitions: [StatisticDefinition] {
    [
      .introductionProgramme(library, published: []),
      .formerParticipants(library), .workAssessmentAllowance(library),
      .disabilityBenefit(library, years: 2022...2022),
    ] + StatisticDefinition.integrationProgramme(library)
  }

  /// Rows of a few persons, each value at an edge of its range or in the years of the statistics.
  private func records(
    _ layout: RegisterLayout, _ generator: inout some RandomNumberGenerator
  ) -> RegisterRecords {
    var records = RegisterRecords(layout)
    let days = [
      RegisterField.days.lowerBound, Day(1955, 2, 28), Day(1990, 12, 31), Day(2004, 2, 29),
      Day(2008, 12, 31), Day(2019, 1, 1), Day(2021, 11, 15), Day(2022, 12, 31),
      RegisterField.days.upperBound,
    ].map(\.number)
    let months = [
      RegisterField.months.lowerBound, Month(2004, 1), Month(2018, 12), Month(2021, 12),
      Month(2022, 1), Month(2022, 12), RegisterField.months.upperBound,
    ].map(\.number)
    while records.rowCount < 60 {
      let row = layout.fields.map { field -> Int32 in
        if field.isOptional, Bool.random(using: &generator) { return RegisterRecords.missing }
        switch field.kind {
        case .person:
          return Int32.random(in: 0...9, using: &generator) == 0
            ? .max : .random(in: 1...9, using: &generator)
        case .code(_, let codes): return Int32.random(in: 0..<Int32(codes.count), using: &generator)
        case .day: return days.randomElement(using: &generator) ?? 0
        case .month: return months.randomElement(using: &generator) ?? 0
        case .number(let unit, let range):
          let values =
            unit == "year"
            ? [range.lowerBound, 2019, 2021, 2022, range.upperBound]
            : [range.lowerBound, range.upperBound]
          return values.randomElement(using: &generator) ?? 0
        case .flag: return Int32.random(in: 0...1, using: &generator)
        }
      }
      let isInOrder = layout.orders.allSatisfy { order in
        row[order.later] == RegisterRecords.missing || row[order.earlier] <= row[order.later]
      }
      if isInOrder { records.append(row) }
    }
    return records
  }

  @Test func `spells, deaths and sums of components are kept in bounds by the layouts`() {
    let layouts = definitions.flatMap(\.sources)
    for layout in layouts {
      let names = layout.fields.map(\.name)
      let orders = layout.orders.map { [names[$0.earlier], names[$0.later]] }
      for pair in [["from", "until"], ["born", "died"]] {
        let isThere = pair.allSatisfy { names.contains($0) }
        #expect(orders.contains(pair) == isThere, "\(layout.name)")
      }
    }
    let components = DisabilityLayouts().incomes.fields.compactMap { field -> ClosedRange<Int>? in
      guard case .number("kroner", let range) = field.kind else { return nil }
      return Int(range.lowerBound)...Int(range.upperBound)
    }
    #expect(components.count == 6)
    let most = components.reduce(0) { $0 + max(-$1.lowerBound, $1.upperBound) }
    #expect(most <= Int(Int32.max))
  }

  @Test(arguments: [UInt64](1...4))
  func `whatever the rows, statistics are counted or refused`(seed: UInt64) throws {
    var generator = Draws(state: seed)
    var counted = 0
    for definition in definitions {
      let set = RecordSet(definition.sources.map { records($0, &generator) })
      do throws(FigureTooLarge) {
        let matrices = try definition.count(from: set)
        if matrices.contains(where: { $0.innerCounts.contains { $0 != 0 } }) { counted += 1 }
      } catch {
        #expect(definition.description.matrices.contains { $0.id == error.matrix })
      }
    }
    // A check that counts nobody proves little.
    #expect(counted >= 3)
  }
}

/// A fixed sequence of numbers.
private struct Draws: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
    return state ^ (state >> 33)
  }
}
