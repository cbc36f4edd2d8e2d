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
          let result = quotient(part, over: whole, times: 100, decimals: decimals)
          // result - 1/2 ≤ part · factor / whole < result + 1/2, times 2 · whole.
          let isNearest =
            (2 * result - 1) * whole <= 2 * part * factor
            && 2 * part * factor < (2 * result + 1) * whole
          let isSymmetric = quotient(-part, over: whole, times: 100, decimals: decimals) == -result
          if !isNearest || !isSymmetric { failures.append("\(part) of \(whole)") }
        }
      }
    }
    #expect(failures.isEmpty)
  }

  @Test func `halves that binary fractions miss are rounded up`() {
    #expect(quotient(1, over: 2000, times: 100, decimals: 1) == 1)  // 0.05
    #expect(quotient(23, over: 80, times: 100, decimals: 1) == 288)  // 28.75
    #expect(quotient(201, over: 20_000, times: 100, decimals: 2) == 101)  // 1.005
  }

  @Test func `large figures do not overflow`() {
    #expect(quotient(.max, over: .max, times: 100, decimals: 1) == 1000)
    #expect(quotient(1 << 61, over: 1 << 62, times: 100, decimals: 3) == 50_000)
    #expect(quotient(.max, over: 1, times: 100, decimals: 1) == .max)
    #expect(quotient(1, over: .max, times: 100, decimals: 1) == 0)
    #expect(quotient(.min, over: .min, times: 100, decimals: 0) == 100)
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
