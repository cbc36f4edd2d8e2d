internal import Registers

/// The columns of the registers of disability benefit while they are made.
struct DisabilityColumns {
  var persons, residences, education, employment: RecordColumns
  var decisions, incomes, households, populationIncomes: RecordColumns

  init(_ norwegian: NorwegianLayouts, _ disability: DisabilityLayouts) {
    persons = RecordColumns(norwegian.persons)
    residences = RecordColumns(norwegian.residences)
    education = RecordColumns(norwegian.education)
    employment = RecordColumns(norwegian.employment)
    decisions = RecordColumns(disability.decisions)
    incomes = RecordColumns(disability.incomes)
    households = RecordColumns(disability.households)
    populationIncomes = RecordColumns(disability.populationIncomes)
  }

  /// The registers.
  func records(_ norwegian: NorwegianLayouts, _ disability: DisabilityLayouts) -> DisabilityRecords
  {
    var records = DisabilityRecords(norwegian, disability)
    records.persons = persons.records
    records.residences = residences.records
    records.education = education.records
    records.employment = employment.records
    records.decisions = decisions.records
    records.incomes = incomes.records
    records.households = households.records
    records.populationIncomes = populationIncomes.records
    return records
  }
}
