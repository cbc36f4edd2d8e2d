import Registers
import Statistics
import Testing

@Suite struct IntegrationPeriodTests {
  @Test func `every quarter refers to the last day of the quarter before`() throws {
    for year in 2000...2040 {
      let days = [Day(year - 1, 12, 31), Day(year, 3, 31), Day(year, 6, 30), Day(year, 9, 30)]
      for quarter in 1...4 {
        let period = try #require(IntegrationPeriod(label: "\(year)K\(quarter)"))
        #expect(period == .quarter(quarter, of: year))
        #expect(period.label == "\(year)K\(quarter)")
        #expect(period.referenceDate == days[quarter - 1], "\(period.label)")
        #expect(period.referenceDate.advanced(byDays: 1) == Day(year, 3 * quarter - 2, 1))
      }
    }
  }

  @Test func `every year refers to the last day of the year before`() throws {
    for year in 2000...2040 {
      let period = try #require(IntegrationPeriod(label: "\(year)"))
      #expect(period == .year(year))
      #expect(period.label == "\(year)")
      #expect(period.referenceDate == Day(year - 1, 12, 31))
    }
  }

  @Test func `the note's own examples come out`() {
    #expect(IntegrationPeriod(label: "2023K2")?.referenceDate == Day(2023, 3, 31))
    #expect(IntegrationPeriod(label: "2023")?.referenceDate == Day(2022, 12, 31))
  }

  @Test(arguments: [
    "", "K", "K2", "2023K", "2023K0", "2023K5", "2023K02", "2023K12", "2023k2", "2023Q2", "23K2",
    "20233", "2023K2K2", "2023 K2", " 2023", "-023", "2023-K2", "２０２３",
  ])
  func `what is no label names no period`(label: String) {
    #expect(IntegrationPeriod(label: label) == nil)
  }
}
