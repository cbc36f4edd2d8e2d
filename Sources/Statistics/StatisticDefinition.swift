internal import Classifications
internal import Columns
public import Cubes
public import Publication
public import Registers

/// How a statistic keeps units from being recognised.
///
/// The numbers are the statistic's own.
public enum ConfidentialityRule: Sendable, Hashable {
  /// Inner counts of 1 ..< base become 0 or `base`.
  case smallCountRounding(base: Int)
  /// Counts of 1 ..< threshold are hidden, and as many others as it takes that none can be found.
  ///
  /// `published` names groups whose counts the agency has published already; they stay visible.
  case suppression(below: Int, published: [PublishedGroup])
}

/// The registers that statistics are counted from.
public enum RegisterName: String, Sendable, Hashable, CaseIterable {
  /// Participants of the introduction programme, one row a person and year.
  case participants
  /// Former participants of the introduction programme, one row a person and year after the
  /// programme.
  case formerParticipants
  /// Recipients of work assessment allowance, one row a person and year.
  case allowance
  /// Residents of 18 to 67 years at the end of a year, one row a group with its persons.
  case population
  /// Recipients of disability benefit, one row a person and year.
  case disability
  /// Residents of 18 to 67 years at the end of a year by the age groups of disability benefit, one
  /// row a group with its persons.
  case disabilityPopulation
  /// The Danish integration population, one row a person and period.
  case integrationPopulation
  /// Its cohorts by year of immigration, one row a person.
  case integrationCohorts
}

/// A statistic: what is said about it, what it is derived from, and how its matrices are counted.
public struct StatisticDefinition: Sendable {
  /// Everything that may be said without a figure.
  public let description: StatisticDescription
  /// The confidentiality rule.
  public let rule: ConfidentialityRule
  /// How each matrix of the description is counted, in its order.
  public let matrices: [MatrixDefinition]
  /// The register files that the statistic is derived from.
  public let sources: [RegisterLayout]
  /// Derives the registers that the matrices are counted from.
  let derive: @Sendable (RecordSet) -> [RegisterName: Register]

  /// A statistic from its parts; the rule says what a published 0 means.
  init(
    description: StatisticDescription, rule: ConfidentialityRule, matrices: [MatrixDefinition],
    sources: [RegisterLayout],
    derive: @escaping @Sendable (RecordSet) -> [RegisterName: Register]
  ) {
    var described = description
    described.areZerosExact =
      switch rule {
      case .smallCountRounding: false
      case .suppression: true
      }
    self.description = described
    self.rule = rule
    self.matrices = matrices
    self.sources = sources
    self.derive = derive
  }

  /// The raw matrices, derived and counted from register files.
  /// - Throws: ``FigureTooLarge`` when rows add up to more than can be.
  public func count(from records: RecordSet) throws(FigureTooLarge) -> [RawMatrix] {
    let registers = derive(records)
    return try zip(matrices, description.matrices).map {
      (definition, matrix) throws(FigureTooLarge) in
      guard let register = registers[definition.register] else {
        preconditionFailure("\(description.id) derives no register \(definition.register)")
      }
      return try definition.count(matrix, dimensions: description.dimensions, from: register)
    }
  }
}

/// How a matrix is counted from a register.
public struct MatrixDefinition: Sendable {
  /// Where the category of a unit comes from, for one axis.
  enum AxisRule: Sendable {
    /// From a variable: its codes are leaves of the hierarchy, or become leaves by `recode`.
    case variable(String, recode: Correspondence?)
    /// From yes/no variables with the codes of the hierarchy: a unit may have several.
    case flags
  }
  /// The register.
  public let register: RegisterName
  /// A yes/no variable that chooses the rows, or `nil` for all.
  let selection: String?
  /// The amount that a row counts for, or `nil` for 1.
  let weight: String?
  /// One per axis; `flags` only in the first, and not in a matrix of an amount.
  let axes: [AxisRule]
  /// The amount that the matrix has sums or medians of, or `nil` when it counts.
  var amount: String?

  /// Counts the matrix.
  /// - Throws: ``FigureTooLarge`` when rows add up to more than can be.
  /// - Complexity: O(rows × axes), once per flag for a multiple-response axis.
  func count(
    _ description: MatrixDescription, dimensions: [Dimension], from register: Register
  ) throws(FigureTooLarge) -> RawMatrix {
    let rawAxes = description.axes.map { axis in
      let dimension = dimensions[axis.dimension]
      return RawMatrix.Axis(
        hierarchy: dimension.hierarchy.truncated(toLevel: axis.depth),
        totals: dimension.totals)
    }
    let columnAxes = zip(axes, rawAxes).enumerated().compactMap { index, pair in
      columnAxis(pair.0, full: dimensions[description.axes[index].dimension], cut: pair.1, register)
    }
    let selected = selection.map { named($0, in: register.flags, of: register) }
    if let amount {
      return try measure(
        amount, as: description.content, matrix: description.id, rawAxes: rawAxes,
        columnAxes: columnAxes, selected: selected, in: register)
    }
    let weights = weight.map { named($0, in: register.amounts, of: register) }
    let counts: [Int]
    if case .flags? = axes.first, let responses = rawAxes.first {
      counts = responses.innerCategories.flatMap { category in
        let code = responses.hierarchy.categories[category].code
        let flag = category == 0 ? nil : register.flags[code]
        if category > 0, flag == nil {
          // A response that no unit can have: its cells are "not applicable" in the release.
          return Array(repeating: 0, count: columnAxes.reduce(1) { $0 * $1.extent })
        }
        let chosen = flag.map { flag in selected.map { flag & $0 } ?? flag } ?? selected
        return Columns.count(over: columnAxes, where: chosen, weights: weights)
      }
    } else {
      counts = Columns.count(over: columnAxes, where: selected, weights: weights)
    }
    return RawMatrix(
      id: description.id, axes: rawAxes,
      innerCounts: try innerCounts(counts, of: description.id, axes: rawAxes))
  }

  /// The kernel's axis: each code of the variable goes to the inner category that holds its leaf.
  private func columnAxis(
    _ rule: AxisRule, full dimension: Dimension, cut axis: RawMatrix.Axis, _ register: Register
  ) -> Axis? {
    guard case .variable(let id, let recode) = rule else { return nil }
    let variable = named(id, in: register.variables, of: register)
    let inner = axis.innerCategories
    let innerByCode = Dictionary(
      uniqueKeysWithValues: inner.enumerated().map {
        (axis.hierarchy.categories[$0.element].code, Int32($0.offset))
      })
    let targets = variable.codes.map { code -> Int32 in
      let hierarchy = dimension.hierarchy
      guard
        let leaf = hierarchy.index(
          ofCode: recode.map { $0.target(of: code) ?? "" } ?? code)
      else { return -1 }
      // The ancestor of the leaf that the matrix still holds.
      return hierarchy.path(to: leaf).reversed().lazy
        .compactMap { innerByCode[hierarchy.categories[$0].code] }.first ?? -1
    }
    return Axis(variable.column, recode: targets, extent: inner.count)
  }

  private func named<Value>(
    _ id: String, in values: [String: Value], of register: Register
  ) -> Value {
    guard let value = values[id] else {
      preconditionFailure("the register \(register.name) has no \(id)")
    }
    return value
  }
}
