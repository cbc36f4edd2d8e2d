import Classifications
import Publication
import Registers
import Statistics
import TestSupport
import Testing

/// The three statistics of the integration programme, without any figure.
@Suite struct IntegrationProgrammeTests {
  let statistics: [StatisticDescription]

  init() throws {
    statistics = StatisticDefinition.integrationProgramme(
      try EmbeddedClassifications.library.get()
    ).map(\.description)
  }

  @Test func `years, quarters and cohorts are periods without a total`() throws {
    #expect(statistics.map(\.period) == ["2008-2024", "2022K1-2024K1", "2007-2022"])
    let codes = try statistics.map { statistic in
      let time = try #require(statistic.dimensions.first)
      #expect(time.totals == .none)
      #expect(statistic.dimensions.filter(\.isTime).count == 1)
      return time.hierarchy.leafCodes
    }
    #expect(codes[0] == (2008...2024).map(String.init))
    #expect(
      codes[1] == [
        "2022K1", "2022K2", "2022K3", "2022K4", "2023K1", "2023K2", "2023K3", "2023K4", "2024K1",
      ])
    #expect(codes[2] == (2007...2022).map(String.init))
  }

  @Test func `a period is in force from its reference date`() throws {
    for statistic in statistics.prefix(2) {
      let time = statistic.dimensions[0]
      for category in time.hierarchy.leaves {
        let label = time.hierarchy.categories[category].code
        let period = try #require(IntegrationMicroRegister.period(label))
        #expect(time.referenceDay(of: category) == period.referenceDate.description)
      }
    }
  }

  @Test func `a year and its quarters have the same matrices`() {
    #expect(statistics[0].matrices == statistics[1].matrices)
    #expect(statistics[0].dimensions.dropFirst() == statistics[1].dimensions.dropFirst())
  }

  @Test func `tables are named as the note names them, quarters apart`() {
    #expect(
      statistics.map { $0.tables.map(\.id) } == [
        ["imint01", "imint02", "imint03"], ["imint01k", "imint02k", "imint03k"],
        [
          "imint04", "imint05-1", "imint05-1-municipality", "imint05-2", "imint05-2-municipality",
          "imint05-3", "imint05-3-municipality",
        ],
      ])
  }

  @Test func `there is no break in the series, and every statistic says so`() {
    for statistic in statistics {
      #expect(statistic.notes.map(\.national).contains("Der er ikke databrud."))
      let breaks = statistic.dimensions.filter { !$0.valueNotes.isEmpty }
      #expect(breaks.isEmpty)
    }
  }

  @Test func `residence so many years after is missing for cohorts that are too young`() {
    let missing = statistics[2].matrices.filter { $0.id.hasPrefix("province-residence") }
      .map(\.missingPeriods)
    #expect(missing == [[], ["2022"], ["2021", "2022"]])
  }

  @Test func `a series of cohorts opens on all of them, residence on the last that is known`() {
    let opened: [OpeningView.Selection?] = [
      nil, .only("2022"), nil, .only("2021"), nil, .only("2020"), nil,
    ]
    #expect(statistics[2].tables.map { $0.opening.selections[0] } == opened)
  }

  @Test func `symbols are Denmark's, and our decision on small counts is told as ours`() {
    for statistic in statistics {
      #expect(statistic.symbols == .denmark)
      #expect(statistic.agency.national == "Danmarks Statistik")
      #expect(statistic.policy.explanation.english.hasPrefix("Our own decision"))
      #expect(statistic.policy.explanation.national.hasPrefix("Vores egen beslutning"))
    }
  }
}
