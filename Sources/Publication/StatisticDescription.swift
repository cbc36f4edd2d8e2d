public import Classifications

/// What can be said about a statistic without any figure: texts, dimensions, matrices, tables.
public struct StatisticDescription: Sendable, Hashable {
  /// Short name for the command line, such as `aap`.
  public let id: String
  /// The statistic's name.
  public let title: Label
  /// The agency that publishes it.
  public let agency: Label
  /// The reference period, such as `2022`.
  public let period: String
  /// What the counts count, such as "persons".
  public let unit: Label
  /// Where definitions and figures come from: document and date read.
  public let source: Label
  /// The confidentiality rule.
  public let policy: PolicyDescription
  /// The dimensions that its matrices use.
  public let dimensions: [Dimension]
  /// The most detailed published cells, from which every table is taken.
  public let matrices: [MatrixDescription]
  /// The tables, in the order of the catalogue.
  public let tables: [TableDescription]
  /// Notes on the whole statistic.
  public let notes: [Label]
  /// Whether its units are drawn, not real.
  public let isSynthetic: Bool

  /// A description from its parts.
  public init(
    id: String, title: Label, agency: Label, period: String, unit: Label, source: Label,
    policy: PolicyDescription, dimensions: [Dimension], matrices: [MatrixDescription],
    tables: [TableDescription], notes: [Label], isSynthetic: Bool = false
  ) {
    self.id = id
    self.title = title
    self.agency = agency
    self.period = period
    self.unit = unit
    self.source = source
    self.policy = policy
    self.dimensions = dimensions
    self.matrices = matrices
    self.tables = tables
    self.notes = notes
    self.isSynthetic = isSynthetic
  }
}

/// A confidentiality rule in words.
///
/// The same words for every cell: it never tells why one cell is
/// hidden and another is not.
public struct PolicyDescription: Sendable, Hashable {
  /// Short name for the status line, such as "rounded to 0 or 3".
  public let name: Label
  /// The agency's own sentence that states the rule.
  public let sentence: String
  /// What the rule means for the reader of a table, in our words.
  public let explanation: Label
  /// The document that states it.
  public let source: String

  /// A policy described in words.
  public init(name: Label, sentence: String, explanation: Label, source: String) {
    self.name = name
    self.sentence = sentence
    self.explanation = explanation
    self.source = source
  }
}

/// A variable by which figures are broken down.
public struct Dimension: Sendable, Hashable {
  /// Short name for the command line, such as `age`.
  public let id: String
  /// The name of the variable.
  public let label: Label
  /// Its values and levels; the root is the total.
  public let hierarchy: Hierarchy
  /// Whether a total is the sum of its parts.
  ///
  /// False when a unit may have several values at once
  /// (measures of the introduction programme): then the total counts units, not values.
  public let isAdditive: Bool
  /// Codes for which no figure can occur, whatever the other dimensions say.
  public let notApplicableCodes: Set<String>

  /// A dimension over a hierarchy.
  public init(
    id: String, label: Label, hierarchy: Hierarchy, isAdditive: Bool = true,
    notApplicableCodes: Set<String> = []
  ) {
    self.id = id
    self.label = label
    self.hierarchy = hierarchy
    self.isAdditive = isAdditive
    self.notApplicableCodes = notApplicableCodes
  }
}

/// One dimension of a matrix, as deep as the matrix holds it.
public struct MatrixAxis: Sendable, Hashable {
  /// Index into the statistic's dimensions.
  public let dimension: Int
  /// The deepest level held.
  public let depth: Int

  /// An axis over `dimension` down to level `depth`.
  public init(dimension: Int, depth: Int) {
    self.dimension = dimension
    self.depth = depth
  }
}

/// Which cells a matrix holds: every combination of categories of its axes, totals included.
public struct MatrixDescription: Sendable, Hashable {
  /// Identifier within the statistic.
  public let id: String
  /// What its cells count.
  public let label: Label
  /// The axes, slowest first.
  public let axes: [MatrixAxis]

  /// A matrix over `axes`.
  public init(id: String, label: Label, axes: [MatrixAxis]) {
    self.id = id
    self.label = label
    self.axes = axes
  }
}
