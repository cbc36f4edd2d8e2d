import Registers
import Statistics
import Testing

@Suite struct IntegrationPeriodTests {
  @Test func `every quarter refers to the last day of the quarter before`() {
    for year in 2000...2040 {
      let days = [Day(year - 1, 12, 31), Day(year, 3, 31), Day(year, 6, 30), Day(year, 9, 30)]
      for quarter in 1...4 {
        let period = IntegrationPeriod.quarter(quarter, of: year)
        #expect(period.label == "\(year)K\(quarter)")
        #expect(period.referenceDate == days[quarter - 1], "\(period.label)")
        #expect(period.referenceDate.advanced(byDays: 1) == Day(year, 3 * quarter - 2, 1))
      }
    }
  }

  @Test func `every year refers to the last day of the year before`() {
    for year in 2000...2040 {
      let period = IntegrationPeriod.year(year)
      #expect(period.label == "\(year)")
      #expect(period.referenceDate == Day(year - 1, 12, 31))
    }
  }

  @Test func `the note's own examples come out`() {
    #expect(IntegrationPeriod.quarter(2, of: 2023).referenceDate == Day(2023, 3, 31))
    #expect(IntegrationPeriod.year(2023).referenceDate == Day(2022, 12, 31))
  }
}
