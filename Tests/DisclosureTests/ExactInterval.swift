/// How high and how low a hidden figure can be, for all that is published: two programs for each,
/// by the simplex method in exact fractions, which shares nothing with the engine.
struct ExactInterval {
  private let unknowns: [Int]
  private let least: [Int]
  /// An equation between what the unknowns are above their least, and what it adds up to.
  private let rows: [[Ratio]]

  /// The equations of a release between hidden sums, none of which is below 0.
  init(_ knowledge: AmountKnowledge) {
    self.init(
      figures: knowledge.figures, least: knowledge.figures.map { _ in 0 },
      equations: knowledge.equations.map { ($0.total, $0.parts) })
  }

  /// The equations of a release between hidden counts.
  init(_ knowledge: PublicKnowledge) {
    self.init(
      figures: knowledge.figures, least: knowledge.least,
      equations: knowledge.equations.map { ($0.parent, $0.children) })
  }

  private init(figures: [Int?], least: [Int], equations: [(whole: Int, parts: [Int])]) {
    self.least = least
    unknowns = figures.indices.filter { figures[$0] == nil }
    let column = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    rows = equations.compactMap { equation in
      var row = Array(repeating: 0, count: column.count + 1)
      func add(_ cell: Int, _ sign: Int) {
        if let figure = figures[cell] {
          row[column.count] -= sign * figure
        } else if let place = column[cell] {
          row[place] += sign
          row[column.count] -= sign * least[cell]
        }
      }
      add(equation.whole, -1)
      for part in equation.parts { add(part, 1) }
      guard row.dropLast().contains(where: { $0 != 0 }) else { return nil }
      return (row[column.count] < 0 ? row.map { -$0 } : row).map { Ratio($0) }
    }
  }

  /// The lowest and the highest value of a hidden cell; `nil` where it can be as high as one likes.
  func range(of cell: Int) -> (low: Ratio, high: Ratio?)? {
    guard let place = unknowns.firstIndex(of: cell),
      let low = Self.least(rows, cost: unknowns.indices.map { Ratio($0 == place ? 1 : 0) })
    else { return nil }
    let high = Self.least(rows, cost: unknowns.indices.map { Ratio($0 == place ? -1 : 0) })
    let base = Ratio(-least[cell])
    return (low - base, high.map { Ratio(0) - $0 - base })
  }

  /// The least cost of a solution that is not negative; `nil` where there is no least.
  /// - Precondition: there is a solution, and no right side is negative.
  private static func least(_ equations: [[Ratio]], cost: [Ratio]) -> Ratio? {
    let (width, height) = (cost.count, equations.count)
    // One artificial unknown for each equation, which costs first of all.
    var rows = equations.enumerated().map { index, equation in
      equation.dropLast() + (0..<height).map { Ratio($0 == index ? 1 : 0) } + [equation[width]]
    }
    var basis = (0..<height).map { width + $0 }
    let artificial = (0..<width + height).map { Ratio($0 < width ? 0 : 1) }
    _ = minimize(&rows, &basis, artificial, among: width + height)
    // An artificial unknown that is left is 0; it leaves where another can take its place.
    for row in basis.indices where basis[row] >= width {
      if let column = (0..<width).first(where: { rows[row][$0] != Ratio(0) }) {
        pivot(&rows, &basis, row, column)
      }
    }
    return minimize(
      &rows, &basis, cost + (0..<height).map { _ in Ratio(0) }, among: width)
  }

  /// Bland's rule: the first column that lowers the cost, the first row that it leaves.
  private static func minimize(
    _ rows: inout [[Ratio]], _ basis: inout [Int], _ cost: [Ratio], among columns: Int
  ) -> Ratio? {
    while true {
      let entering = (0..<columns).first { column in
        let saved = basis.indices.reduce(cost[column]) {
          $0 - cost[basis[$1]] * rows[$1][column]
        }
        return saved.numerator < 0
      }
      guard let entering else {
        let total = basis.indices.reduce(Ratio(0)) {
          $0 - cost[basis[$1]] * (rows[$1].last ?? Ratio(0))
        }
        return Ratio(0) - total
      }
      var leaving: (row: Int, limit: Ratio)?
      for row in rows.indices where rows[row][entering].numerator > 0 {
        let limit = (rows[row].last ?? Ratio(0)) / rows[row][entering]
        let difference = leaving.map { limit - $0.limit }
        if difference.map({ $0.numerator < 0 }) ?? true
          || difference == Ratio(0) && basis[row] < basis[leaving?.row ?? row]
        {
          leaving = (row, limit)
        }
      }
      guard let leaving else { return nil }
      pivot(&rows, &basis, leaving.row, entering)
    }
  }

  private static func pivot(
    _ rows: inout [[Ratio]], _ basis: inout [Int], _ row: Int, _ column: Int
  ) {
    let own = rows[row].map { $0 / rows[row][column] }
    for other in rows.indices where other != row {
      let times = rows[other][column]
      if times != Ratio(0) { rows[other] = zip(rows[other], own).map { $0 - times * $1 } }
    }
    rows[row] = own
    basis[row] = column
  }
}
