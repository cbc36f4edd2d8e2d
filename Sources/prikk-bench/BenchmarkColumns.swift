import Columns
import Foundation

/// The seven columns of the benchmark: the shape of a population register, made by arithmetic.
struct BenchmarkColumns {
  /// A column's name, how many codes it has and how unevenly they fall.
  struct Layout {
    let name: String
    let cardinality: Int
    /// How many times a uniform number is squared: 0 uniform, 3 three rows of four in few codes.
    let skew: Int
  }

  static let layout = [
    Layout(name: "sex", cardinality: 2, skew: 0),
    Layout(name: "age", cardinality: 50, skew: 0),
    Layout(name: "education", cardinality: 4, skew: 0),
    Layout(name: "background", cardinality: 3, skew: 2),
    Layout(name: "municipality", cardinality: 356, skew: 1),
    Layout(name: "intensity", cardinality: 4, skew: 0),
    Layout(name: "country", cardinality: 245, skew: 3),
  ]

  let rows: Int
  let columns: [CodeColumn]

  init(rows: Int) {
    self.rows = rows
    columns = Self.layout.enumerated().map { number, layout in
      var builder = CodeColumnBuilder(expectedRows: rows)
      for row in 0..<rows {
        builder.append(Self.code(row: row, column: number, layout: layout))
      }
      return builder.finish(cardinality: layout.cardinality)
    }
  }

  var bytesPerRow: Int { columns.reduce(0) { $0 + $1.bytesPerRow } }

  func column(_ name: String) -> CodeColumn {
    guard let number = Self.layout.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("a column of the layout")
    }
    return columns[number]
  }

  /// Writes every column, 2 bytes a row, one after another: what the other engine reads.
  func write(to file: URL) throws {
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    for column in columns {
      var bytes = Data(capacity: 2 * rows)
      for row in 0..<rows {
        let code = UInt16(column[row])
        bytes.append(UInt8(truncatingIfNeeded: code))
        bytes.append(UInt8(truncatingIfNeeded: code >> 8))
      }
      try handle.write(contentsOf: bytes)
    }
  }

  /// The code of a row: 32 mixed bits, skewed towards 0, scaled to the codes.
  private static func code(row: Int, column: Int, layout: Layout) -> Int {
    var bits = UInt64(row * layoutStride + column) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    var uniform = (bits ^ bits >> 31) >> 32
    for _ in 0..<layout.skew { uniform = (uniform * uniform) >> 32 }
    return Int((uniform * UInt64(layout.cardinality)) >> 32)
  }

  private static let layoutStride = 8
}
