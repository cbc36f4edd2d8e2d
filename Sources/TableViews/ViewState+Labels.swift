public import Classifications
import Publication

extension ViewState {
  /// The name of the dimension at `place`.
  public func label(of place: Int) -> String { dimension(at: place).label.text(in: language) }

  /// The label of a category of the dimension at `place`.
  public func name(of category: CategoryIndex, at place: Int) -> String {
    dimension(at: place).hierarchy.categories[category].label.text(in: language)
  }

  /// The code of a category of the dimension at `place`.
  public func code(of category: CategoryIndex, at place: Int) -> String {
    dimension(at: place).hierarchy.categories[category].code
  }

  /// What stands for a category of the dimension at `place`: its label, code or both.
  public func text(of category: CategoryIndex, at place: Int) -> String {
    let category = dimension(at: place).hierarchy.categories[category]
    switch labelStyle {
    case .labels: return category.label.text(in: language)
    case .codes: return category.code
    case .both: return "\(category.code) \(category.label.text(in: language))"
    }
  }

  /// A text of the program's own in the language of the view.
  public func words(_ phrase: Phrase) -> String {
    phrase.text(in: language, national: statistic.nationalLanguage)
  }

  /// The name of a measure, with its unit when it is not that of the statistic.
  public func heading(ofMeasure measure: Int) -> String {
    let measure = table.measures[measure]
    let name = measure.label.text(in: language)
    return measure.unit.map { "\(name) (\($0.text(in: language)))" } ?? name
  }

  /// The name of the measure that is shown by `measure`, percentages and comparisons of the view
  /// included.
  func measureName(_ measure: Int) -> String {
    let own =
      switch percent {
      case .none, .population: heading(ofMeasure: measure)
      case .column, .row, .total, .parent: words(.perCent)
      }
    return switch change {
    case .none: own
    case .difference: words(.difference(own))
    case .percent: words(.percentChange(own))
    case .index: words(.index(own))
    }
  }
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ items: [String], and: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) \(and) \(last)"
}

/// A name inside a sentence: the first letter small, unless it begins an abbreviation.
func lowered(_ name: String) -> String {
  guard let first = name.first else { return name }
  let rest = name.dropFirst()
  if let second = rest.first, second.isUppercase { return name }
  return first.lowercased() + rest
}
