/// Whole tables that agree with all that is published, and what they show that cells can be.
///
/// A table that agrees before a cell is published agrees afterwards when the cell has its figure
/// there. Of two others, one with less and one with more, what lies between them does: all that is
/// asked of a table is linear.
struct FoundTables {
  /// The least of each column in any table; above ``high`` where there is none.
  private(set) var low: [Double]
  /// The greatest of each column in any table.
  private(set) var high: [Double]
  private var tables: [[Double]] = []

  /// As many numbers are kept; what further tables show is kept until a figure is published.
  private static let mostNumbers = 1 << 22
  /// Differences below this are the solver's.
  private static let tolerance = 1e-7

  /// No tables yet of so many columns.
  init(columnCount: Int) {
    low = Array(repeating: .infinity, count: columnCount)
    high = Array(repeating: -.infinity, count: columnCount)
  }

  /// Whether there are none.
  var isEmpty: Bool { tables.isEmpty }

  /// Whether a column is below a figure in some table, and above it in some.
  func sides(of column: Int, around figure: Double) -> (below: Bool, above: Bool) {
    (
      tables.contains { $0[column] < figure - Self.tolerance },
      tables.contains { $0[column] > figure + Self.tolerance }
    )
  }

  /// Adds a table.
  mutating func add(_ table: [Double]) {
    for column in table.indices {
      low[column] = min(low[column], table[column])
      high[column] = max(high[column], table[column])
    }
    if tables.isEmpty || (tables.count + 1) * table.count <= Self.mostNumbers {
      tables.append(table)
    }
  }

  /// Adds a column that has had the same figure in all tables.
  mutating func addColumn(_ figure: Double) {
    low.append(isEmpty ? .infinity : figure)
    high.append(isEmpty ? -.infinity : figure)
    for index in tables.indices { tables[index].append(figure) }
  }

  /// Forgets all tables.
  mutating func removeAll() { self = FoundTables(columnCount: low.count) }

  /// Keeps those in which a column has the figure that is published of it, and, of the others, what
  /// lies between each and the one farthest on the other side.
  mutating func publish(_ column: Int, _ figure: Double) {
    let below = tables.filter { $0[column] < figure - Self.tolerance }
    let above = tables.filter { $0[column] > figure + Self.tolerance }
    var agreeing = tables.filter { abs($0[column] - figure) <= Self.tolerance }
    if let least = below.min(by: { $0[column] < $1[column] }),
      let greatest = above.max(by: { $0[column] < $1[column] })
    {
      for (tables, partner) in [(below, greatest), (above, least)] {
        for table in tables {
          let share = (figure - table[column]) / (partner[column] - table[column])
          agreeing.append(zip(table, partner).map { $0 + share * ($1 - $0) })
        }
      }
    }
    removeAll()
    for var table in agreeing {
      table[column] = figure
      add(table)
    }
  }
}
