/// A small set of cells with a hierarchy, in a folder of its own.
struct CellsFixture {
  static let cells = """
    sex,age,mun,freq
    f,a1,m0,30
    f,a1,m1,3
    f,a1,m2,5
    f,a1,m3,40
    f,a1,m4,21
    f,a2,m0,13
    f,a2,m1,2
    f,a2,m2,40
    f,a2,m4,1
    f,a3,m0,5
    f,a3,m1,13
    f,a3,m2,2
    f,a3,m3,8
    f,a3,m4,21
    m,a1,m0,30
    m,a1,m1,2
    m,a1,m3,2
    m,a1,m4,8
    m,a1,m5,3
    m,a2,m0,1
    m,a2,m1,8
    m,a2,m2,1
    m,a2,m4,1
    m,a2,m5,30
    m,a3,m0,30
    m,a3,m1,13
    m,a3,m2,1
    m,a3,m3,1

    """
  static let places = "mun,county\nm0,c0\nm1,c0\nm2,c0\nm3,c1\nm4,c1\nm5,c1\n"
  /// Regions that lie across the counties.
  static let regions = "mun,region\nm0,r0\nm1,r1\nm2,r0\nm3,r1\nm4,r0\nm5,r1\n"

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.cells, to: "cells.csv")
    try folder.write(Self.places, to: "places.csv")
    try folder.write(Self.regions, to: "regions.csv")
  }

  /// Runs `prikk` in the folder.
  func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments: arguments, folder: folder.path)
  }

  /// Protects the cells, in a way that is the same each time.
  func protect(_ options: String...) throws -> CommandRun {
    let all = [
      "protect", "cells.csv", "--policy", "below:4", "--hierarchy", "places.csv", "--seed", "1",
    ]
    return try CommandRun(arguments: all + options, folder: folder.path)
  }

  /// The records of a file in the folder, without its header.
  func records(_ name: String) throws -> [[String]] {
    Array(try commaSeparated(folder.read(name)).dropFirst())
  }

  /// The counts of the lattice by codes, totals among them, added up one by one.
  static var lattice: [[String]: Int] {
    let county = ["m0": "c0", "m1": "c0", "m2": "c0", "m3": "c1", "m4": "c1", "m5": "c1"]
    var sums: [[String]: Int] = [:]
    for line in cells.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").map(String.init)
      for sex in [fields[0], "Total"] {
        for age in [fields[1], "Total"] {
          for mun in [fields[2], county[fields[2]] ?? "", "Total"] {
            sums[[sex, age, mun], default: 0] += Int(fields[3]) ?? 0
          }
        }
      }
    }
    return sums
  }
}
