public import Publication

extension TableView {
  /// The view of `state` with the figures of `answer`.
  /// - Precondition: `answer` answers `state.query`.
  public init(state: ViewState, answer: TableAnswer) {
    self.init(
      state: state, title: "", filterTexts: [], stubNames: [], headingNames: [], rows: [],
      columns: [], cells: [], symbols: [], shownCount: 0, hiddenCount: 0, figureText: "",
      hiddenInRelease: answer.hiddenInRelease, cellsInRelease: answer.cellsInRelease)
  }

  /// The view as a document that can be written to a file, notes and source included.
  public var document: TableDocument {
    TableDocument(
      title: title, unit: "", stubNames: [], headingNames: [], columns: [],
      rows: [], cells: [], notes: [], source: "", policy: "", symbols: symbols)
  }
}
