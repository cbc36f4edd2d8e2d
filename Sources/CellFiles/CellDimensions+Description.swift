import Classifications
public import Publication

extension CellDimensions {
  /// What protection is told of tables of these dimensions.
  ///
  /// - Parameters:
  ///   - tables: The axes of each table; for each a matrix of counts.
  ///   - amount: The name of an amount of which the first table has sums, too: the last matrix.
  /// - Returns: A description without texts.
  public func description(
    tables: [[MatrixAxis]], amount: String? = nil
  ) -> StatisticDescription {
    var matrices = tables.map {
      MatrixDescription(id: name(of: $0), label: Label(name(of: $0)), axes: $0)
    }
    if let amount {
      matrices.append(
        MatrixDescription(
          id: amount, label: Label(amount), axes: tables[0],
          content: .sum(AmountDescription(id: amount, scale: 1, units: 0))))
    }
    let none = Label("")
    return StatisticDescription(
      id: "cells", title: none, agency: none, period: "", unit: none, source: none,
      policy: PolicyDescription(name: none, sentence: "", explanation: none, source: ""),
      dimensions: dimensions, matrices: matrices, tables: [], notes: [])
  }

  /// For each dimension how much further a cell stands among all cells for each category.
  ///
  /// `nil` when there are more cells than there are numbers.
  public var cellNumberSteps: [Int]? {
    var step = 1
    var steps: [Int] = []
    for dimension in dimensions {
      steps.append(step)
      let (product, overflow) = step.multipliedReportingOverflow(by: dimension.hierarchy.count)
      guard !overflow else { return nil }
      step = product
    }
    return steps
  }
}
