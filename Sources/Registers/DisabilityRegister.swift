/// The derived register of recipients of disability benefit: one row a person and year.
///
/// - Universe: everyone with a positive decision on disability benefit for at least one month of
///   the year, paid or not, resident or not.
/// - Unit: person and year; ``Register/identifiers`` are unique within a year.
/// - Reference period: a calendar year; age, residence and household on 31 December, education on
///   1 October.
/// - Missing values: ``noMunicipality`` for non-residents; `unknown` risk of poverty for
///   who belongs to no household of the income statistics.
///
/// Source: Statistics Norway, "Recipients of disability benefit", read 2026-11-21.
public enum DisabilityRegister {
  /// Variable: the year that the row describes.
  public static let year = "year"
  /// Variable: sex (`no-sex`, leaves).
  public static let sex = "sex"
  /// Variable: age in completed years, `18` … `67` (sources of `year-of-age-to-disability`).
  public static let age = "age"
  /// Variable: highest completed education in four groups (`no-education`, leaves).
  public static let education = "education"
  /// Variable: country background in three groups (`no-background-disability`, leaves).
  public static let background = "background"
  /// Variable: municipality of residence in the list in force on 31 December, or
  /// ``noMunicipality``.
  public static let municipality = "municipality"
  /// Variable: resident on 31 December or not (`no-disability-residence`, leaves).
  public static let residence = "residence"
  /// Variable: highest degree of disability in the year (`no-disability-degree`, leaves).
  public static let degree = "degree"
  /// Variable: share of the benefit months with employment (`no-work-intensity`, leaves).
  public static let workIntensity = "workIntensity"
  /// Variable: household income against the median of the population (`no-poverty-risk`, leaves).
  public static let povertyRisk = "povertyRisk"

  /// Flag: resident on 31 December.
  public static let isResident = "isResident"
  /// Flag: resident, and a decision in some month of the year but not in the month before.
  public static let isNewRecipient = "isNewRecipient"
  /// Flag: resident, and 18 to 29 years old.
  public static let isYoung = "isYoung"
  /// Flag: household income below 50 per cent of the median.
  public static let isAtRiskOfPoverty50 = "isAtRiskOfPoverty50"
  /// Flag: household income below 60 per cent of the median.
  public static let isAtRiskOfPoverty60 = "isAtRiskOfPoverty60"
  /// Flag: resident, and a member of a household, so that ``incomePerConsumptionUnit`` is known.
  public static let hasHouseholdIncome = "hasHouseholdIncome"

  /// Amount: the person's income before tax, the sum of all components but taxes.
  ///
  /// Unit: kroner.
  public static let totalIncome = "totalIncome"
  /// Amount: the person's income after tax.
  ///
  /// Unit: kroner.
  public static let incomeAfterTax = "incomeAfterTax"
  /// Amount: income after tax per consumption unit of the household, rounded down; 0 when unknown.
  ///
  /// Unit: kroner.
  public static let incomePerConsumptionUnit = "incomePerConsumptionUnit"
  /// Amounts: the components of the person's income, taxes last, as in ``DisabilityLayouts``.
  ///
  /// Unit: kroner.
  public static let incomeComponents = [
    "wages", "selfEmployment", "disabilityBenefit", "otherTransfers", "capital", "taxes",
  ]
  /// Code in place of a municipality: for non-residents, and for a code that was split since.
  public static let noMunicipality = "none"
}
