internal import Registers

/// Where someone lives as one code: the district for who lives in Oslo, the municipality for
/// others.
///
/// "Municipal and district in Oslo" (Regional level).
struct HomeCodes {
  /// The municipalities.
  let municipalities: [String]
  /// The municipalities and, after them, the districts.
  let codes: [String]
  private let oslo: Int
  private let notStated: Int

  init(_ registers: IntroductionRecords) {
    municipalities = ProgrammeSources.codes(of: "municipality", in: registers.residences)
    let districts = ProgrammeSources.codes(of: "district", in: registers.districts)
    codes = municipalities + districts
    oslo = municipalities.firstIndex(of: "0301") ?? -1
    notStated = districts.firstIndex(of: "030199") ?? 0
  }

  /// The code, as a number, of who lives in a municipality; a district counts for Oslo only: the
  /// municipality decides who lives there.
  func home(in municipality: Int, district: Int?) -> Int {
    municipality == oslo ? municipalities.count + (district ?? notStated) : municipality
  }
}
