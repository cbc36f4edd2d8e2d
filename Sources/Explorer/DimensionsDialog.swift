import TableViews

/// Which dimension is to be filtered.
struct DimensionsDialog: Sendable, Equatable {
  /// The view that is filtered.
  let view: ViewState
  /// The chosen line.
  var selection = ListSelection()

  /// The dimensions of `view`.
  init(_ view: ViewState) { self.view = view }

  /// The dimensions in the order of the dialog: the filters first, they are what is asked for.
  var places: [Int] { view.filter + view.stub + view.heading }
}

extension ExplorerState {
  /// A command while a dimension is chosen.
  mutating func performInDimensions(_ command: Command) -> [Effect] {
    guard case .dimensions(var dimensions) = dialog else { return [] }
    let places = dimensions.places
    switch command {
    case .accept:
      guard places.indices.contains(dimensions.selection.index) else { return [.bell] }
      let place = places[dimensions.selection.index]
      dialog = .values(ValuesDialog(dimensions.view, place: place))
    case .close: dialog = nil
    default:
      guard dimensions.selection.move(command, count: places.count) else { return [.bell] }
      dialog = .dimensions(dimensions)
    }
    return []
  }
}
