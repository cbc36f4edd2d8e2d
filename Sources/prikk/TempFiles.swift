import Publication

enum ReleaseFile {
  static func encode(_ r: Release) -> [UInt8] { [] }
  struct E: Error {}
  static func decode(_ b: [UInt8], as d: StatisticDescription) throws(E) -> Release { throw E() }
}
func writeFile(_ bytes: [UInt8], to path: String, overwriting: Bool) throws {}
