public import Classifications

/// Why a change of the view was not made; a sentence for the user, without any figure.
public struct ViewChangeRefused: Error, Sendable, Hashable {
  /// The sentence.
  public let reason: String

  /// A refusal.
  public init(reason: String) { self.reason = reason }
}

/// Every change that a key can make. None of them looks at a figure, except ``TableView`` sorting,
/// which sees published figures only.
extension ViewState {
  /// Goes down into `category` of the dimension at `place`: its children are shown with it.
  public mutating func drill(into category: CategoryIndex, of place: Int) throws(ViewChangeRefused) {
    selections[place] = .branch(category)
  }

  /// Goes up one step in the dimension at `place`: from a value to its parent's branch.
  public mutating func goUp(in place: Int) throws(ViewChangeRefused) {
    selections[place] = .branch(0)
  }

  /// The dimension that ``goUp(in:)`` should take for a Backspace: the one last drilled into.
  public var lastDrilled: Int? { nil }

  /// Moves the dimension at `place` to the end of (or to `index` in) another part of the view.
  public mutating func move(_ place: Int, to placement: Placement, at index: Int?)
    throws(ViewChangeRefused)
  {}

  /// Shows `selection` of the dimension at `place`.
  public mutating func select(_ selection: Selection, of place: Int) throws(ViewChangeRefused) {
    selections[place] = selection
  }

  /// Goes to the next base of per cent that the table has.
  public mutating func cyclePercent() { percent = .column }

  /// Sorts by a column: largest first, then smallest first, then back to the classification.
  public mutating func cycleSort(by column: ViewLine) {}

  /// Goes to the next way of naming categories: labels, codes, both.
  public mutating func cycleLabelStyle() { labelStyle = .codes }

  /// Leaves out rows whose published figures are all 0, or shows them again.
  public mutating func toggleEmptyRows() { hidesEmptyRows.toggle() }

  /// Changes the language of labels.
  public mutating func cycleLanguage() { language = language == .english ? .national : .english }

  /// Shows these measures side by side.
  public mutating func show(measures: [Int]) throws(ViewChangeRefused) { self.measures = measures }

  /// The path to what is shown: for each dimension that is not at its total, the labels from the
  /// root down, such as `["Norway", "Agder"]`.
  public var breadcrumbs: [(place: Int, path: [CategoryIndex])] { [] }
}
