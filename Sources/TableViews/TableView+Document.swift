import Classifications
public import Publication

extension TableView {
  /// The view as a document that can be written to a file, notes and source included.
  ///
  /// Rows, columns and cells are those of the screen, in its order.
  public var document: TableDocument {
    let statistic = state.statistic
    let language = state.language
    return TableDocument(
      title: title,
      unit: state.unitText,
      stubNames: state.stub.map(name(of:)),
      headingNames: state.heading.map(name(of:)) + [measureDimension],
      columns: columns.map { terms(of: $0, at: state.heading) + [figureTerm($0)] },
      rows: rows.map { terms(of: $0, at: state.stub) },
      cells: cells.map { TableDocument.Cell(text: $0.text, status: $0.status, isNil: $0.isNil) },
      notes: (state.table.notes + statistic.notes).map { $0.text(in: language) }
        + [conditionNote, state.regionFormula].compactMap(\.self) + state.formulas,
      source: state.sourceText, policy: state.policyText,
      symbols: symbols, legend: legend)
  }

  private func name(of place: Int) -> Term {
    Term(code: state.dimension(at: place).id, label: state.label(of: place))
  }

  private var measureDimension: Term {
    Term(code: "contents", label: state.words(.contents))
  }

  private func terms(of line: ViewLine, at places: [Int]) -> [Term] {
    zip(places, line.categories).map { place, category in
      Term(
        code: state.dimension(at: place).hierarchy.categories[category].code,
        label: state.name(of: category, at: place))
    }
  }

  private func figureTerm(_ column: ViewLine) -> Term {
    let measure = column.measure ?? 0
    let id = state.table.measures[measure].id
    let label = state.heading(ofMeasure: measure, derivation: column.derivation)
    if let derivation = column.derivation {
      return Term(code: "\(id)-\(derivation.id)", label: label)
    }
    let code =
      switch state.percent {
      case .none, .population: id
      case .column, .row, .total, .parent: "percent-of-\(state.percent.id)"
      }
    let change = state.change == .none ? "" : "-\(state.change.id)"
    return Term(code: code + change, label: label)
  }
}
