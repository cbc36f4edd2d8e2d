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
  /// What the agency writes where there is no figure.
  public let symbols: SymbolProfile
  /// The language of national labels.
  public let nationalLanguage: NationalLanguage
  /// Whether a published count of 0 says that there is nobody, so that it is nil.
  ///
  /// Not so where small counts are rounded: there 0 is a figure, for some of the zeros were 1 or 2
  /// and nothing may tell which. `StatisticDefinition` sets it by the rule.
  public var areZerosExact: Bool

  /// A description from its parts.
  public init(
    id: String, title: Label, agency: Label, period: String, unit: Label, source: Label,
    policy: PolicyDescription, dimensions: [Dimension], matrices: [MatrixDescription],
    tables: [TableDescription], notes: [Label], isSynthetic: Bool = false,
    symbols: SymbolProfile = .norway, nationalLanguage: NationalLanguage = .norwegian,
    areZerosExact: Bool = false
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
    self.symbols = symbols
    self.nationalLanguage = nationalLanguage
    self.areZerosExact = areZerosExact
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
  /// What the root stands for; a dimension without totals has periods as its values, ascending.
  public let totals: Totals
  /// Codes for which no figure can occur, whatever the other dimensions say.
  public let notApplicableCodes: Set<String>
  /// What a reader must know of a value, by its code, such as a break in the series at a period;
  /// told wherever the value is in view.
  public let valueNotes: [String: Label]
  /// Breaks in the series: why figures from the period with this code on cannot be compared with
  /// those before it; told wherever periods on both sides are in view.
  public let breaks: [String: Label]
  /// How its values go over into those of another list, so that a series can be shown on either.
  public let regrouping: Regrouping?
  /// The dimension whose values its own are sums of, beside those of its hierarchy.
  public let sums: SumsOfAnother?
  /// For periods in which the same units are looked at again (years after a programme): the place
  /// of the dimension that may have another value in each; `nil` when each period has its own
  /// units.
  ///
  /// Counts that do not go by that dimension are the same in all those periods, so that the periods
  /// are protected together. A period is reached where its validity contains the day of the other
  /// period (the cohort); elsewhere its figures are missing.
  public let observes: Int?

  /// A dimension over a hierarchy.
  /// - Precondition: only a hierarchy that adds up has more than one level below its root, or goes
  ///   over into another list; only periods have breaks.
  public init(
    id: String, label: Label, hierarchy: Hierarchy, totals: Totals = .sum,
    notApplicableCodes: Set<String> = [], valueNotes: [String: Label] = [:],
    breaks: [String: Label] = [:], regrouping: Regrouping? = nil, sums: SumsOfAnother? = nil,
    observes: Int? = nil
  ) {
    precondition(totals == .sum || hierarchy.depth <= 1, "what does not add up is flat")
    precondition(totals == .sum || regrouping == nil, "what does not add up is not regrouped")
    precondition(totals == .none || breaks.isEmpty, "only a series of periods has breaks")
    precondition(totals == .none || observes == nil, "only periods observe")
    self.id = id
    self.label = label
    self.hierarchy = hierarchy
    self.totals = totals
    self.notApplicableCodes = notApplicableCodes
    self.valueNotes = valueNotes
    self.breaks = breaks
    self.regrouping = regrouping
    self.sums = sums
    self.observes = observes
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
  /// Codes of periods for which nothing was collected: all their cells are missing.
  public let missingPeriods: Set<String>
  /// The one category that all its units have, by dimension, where the statistic counts others too.
  ///
  /// What is protected together must know that participants here are residents there.
  public let limits: [Int: CategoryIndex]
  /// Whether its figures are the first to be hidden where others of the statistic would be.
  public let isSupplementary: Bool
  /// What its figures are.
  public let content: MatrixContent

  /// A matrix over `axes`.
  public init(
    id: String, label: Label, axes: [MatrixAxis], missingPeriods: Set<String> = [],
    limits: [Int: CategoryIndex] = [:], isSupplementary: Bool = false,
    content: MatrixContent = .units
  ) {
    precondition(axes.allSatisfy { limits[$0.dimension] == nil }, "an axis has all categories")
    self.id = id
    self.label = label
    self.axes = axes
    self.missingPeriods = missingPeriods
    self.limits = limits
    self.isSupplementary = isSupplementary
    self.content = content
  }

  /// Whether nothing was collected in a period: a category of a dimension without totals.
  public func isMissing(_ period: CategoryIndex, of dimension: Dimension) -> Bool {
    dimension.isTime && missingPeriods.contains(dimension.hierarchy.categories[period].code)
  }
}
