import Columns
import Testing

@Suite struct ColumnTests {
  @Test(arguments: [(1, 1), (255, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)])
  func `a code column is as narrow as its codes allow`(cardinality: Int, bytes: Int) {
    let codes = [0, cardinality - 1, cardinality / 2]
    let column = CodeColumn(codes, cardinality: cardinality)
    #expect(column.bytesPerRow == bytes)
    #expect((0..<3).map { column[$0] } == codes)
    #expect(column.cardinality == cardinality)
    let cube = count(over: [Axis(column)])
    #expect(cube == Rows(dimensions: [.init(codes, cardinality: cardinality)]).naiveCount())
  }

  @Test func `a builder widens where it must and keeps the rows so far`() {
    let steps = [0, 255, 256, 65_535, 65_536, 4_294_967_295]
    let widths = [1, 1, 2, 2, 4, 4]
    for length in 0...steps.count {
      for first in 0..<max(1, length) {
        let codes = Array(steps[min(first, length)..<length])
        var builder = CodeColumnBuilder()
        for code in codes { builder.append(code) }
        #expect(builder.count == codes.count)
        let column = builder.finish()
        #expect((0..<column.count).map { column[$0] } == codes)
        #expect(column.bytesPerRow == (length == 0 ? 1 : widths[length - 1]))
        #expect(column.cardinality == (codes.max() ?? -1) + 1)
      }
    }
  }

  @Test func `a builder widens in any order of codes`() {
    for codes in [[70_000, 1, 300], [300, 70_000, 1], [1, 70_000, 300], [300, 1, 70_000]] {
      var builder = CodeColumnBuilder(expectedRows: 3)
      for code in codes { builder.append(code) }
      let column = builder.finish(cardinality: 80_000)
      #expect((0..<3).map { column[$0] } == codes)
      #expect(column.cardinality == 80_000)
    }
  }

  @Test func `texts are numbered in the order of their first row, or of their code points`() {
    let texts = ["NO", "SE", "NO", "Æ", "", "SE"]
    var builder = TextDictionaryBuilder()
    for text in texts { builder.append(text) }
    let sorted = builder.finishSorted()
    #expect(sorted.texts == ["", "NO", "SE", "Æ"])
    #expect((0..<6).map { sorted.texts[sorted.column[$0]] } == texts)
    let (column, dictionary) = builder.finish()
    #expect(dictionary == ["NO", "SE", "Æ", ""])
    #expect((0..<6).map { column[$0] } == [0, 1, 0, 2, 3, 1])
  }

  @Test func `texts known beforehand have the first numbers`() {
    var builder = TextDictionaryBuilder(texts: ["b", "a"])
    for text in ["c", "a"] { builder.append(text) }
    let (column, texts) = builder.finish()
    #expect(texts == ["b", "a", "c"])
    #expect(column.cardinality == 3)
    #expect((0..<2).map { column[$0] } == [2, 1])
  }

  @Test(arguments: [
    (127, 1), (128, 2), (-128, 1), (-129, 2), (32_767, 2), (32_768, 4), (-32_769, 4),
    (2_147_483_647, 4), (2_147_483_648, 8), (-2_147_483_649, 8), (0, 1),
  ])
  func `an integer column is as narrow as its values allow`(value: Int, bytes: Int) {
    let column = IntegerColumn([0, value, -1])
    #expect(column.bytesPerRow == bytes)
    #expect((0..<3).map { column[$0] } == [0, value, -1])
    #expect(count(over: [], weights: column) == [value - 1])
  }
}
