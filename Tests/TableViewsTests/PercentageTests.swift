import Publication
import Testing

@testable import TableViews

@Suite struct PercentageTests {
  @Test func `every small percentage is the nearest one, halves away from zero`() {
    var failures: [String] = []
    for decimals in 0...2 {
      let factor = 100 * [1, 10, 100][decimals]
      for whole in 1...130 {
        for part in 0...130 {
          let result = percentage(part, of: whole, decimals: decimals)
          // result - 1/2 ≤ part · factor / whole < result + 1/2, times 2 · whole.
          let isNearest =
            (2 * result - 1) * whole <= 2 * part * factor
            && 2 * part * factor < (2 * result + 1) * whole
          let isSymmetric = percentage(-part, of: whole, decimals: decimals) == -result
          if !isNearest || !isSymmetric { failures.append("\(part) of \(whole)") }
        }
      }
    }
    #expect(failures.isEmpty)
  }

  @Test func `halves that binary fractions miss are rounded up`() {
    #expect(percentage(1, of: 2000, decimals: 1) == 1)  // 0.05
    #expect(percentage(23, of: 80, decimals: 1) == 288)  // 28.75
    #expect(percentage(201, of: 20_000, decimals: 2) == 101)  // 1.005
  }

  @Test func `large figures do not overflow`() {
    #expect(percentage(.max, of: .max, decimals: 1) == 1000)
    #expect(percentage(1 << 61, of: 1 << 62, decimals: 3) == 50_000)
    #expect(percentage(.max, of: 1, decimals: 1) == .max)
    #expect(percentage(1, of: .max, decimals: 1) == 0)
    #expect(percentage(.min, of: .min, decimals: 0) == 100)
  }

  @Test func `figures are written with their decimals and grouped by thousands`() {
    let cases: [(Int, Int, String, String)] = [
      (0, 0, "0", "0"), (999, 0, "999", "999"), (1000, 0, "1000", "1 000"),
      (12_345_678, 0, "12345678", "12 345 678"), (51, 1, "5.1", "5.1"), (5, 2, "0.05", "0.05"),
      (-1_234_567, 1, "-123456.7", "-123 456.7"), (0, 1, "0.0", "0.0"),
      (100_000, 3, "100.000", "100.000"),
    ]
    for (scaled, decimals, text, grouped) in cases {
      let cell = ViewCell(scaled: scaled, decimals: decimals)
      #expect(cell.text == text)
      #expect(cell.grouped == grouped)
      #expect(cell.value == Double(text))
    }
    let hidden = ViewCell(symbol: .suppressed, of: .norway)
    #expect(hidden.text == ":" && hidden.grouped == ":" && hidden.value == nil)
  }
}
