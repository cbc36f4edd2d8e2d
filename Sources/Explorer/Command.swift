/// Everything that a key can ask for.
enum Command: String, Sendable, Hashable, CaseIterable {
  // Moving
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case top
  case bottom
  case firstColumn
  case lastColumn
  case pageLeft
  case pageRight
  // Looking
  case find
  case findNext
  case findPrevious
  case jump
  case back
  case forward
  case lastView
  case why
  case notes
  case labelStyle
  case language
  case hideEmpty
  // Changing the view
  case open
  case drill
  case goUp
  case unfold
  case fold
  case unfoldAll
  case toggleAxis
  case pivot
  case filter
  case measures
  case percent
  case change
  case regions
  case sort
  case totals
  case rowsWhere
  case undo
  case redo
  // In dialogs
  case accept
  case close
  case toPreviousPart
  case toNextPart
  case earlier
  case later
  case finer
  case coarser
  case mark
  case markAll
  case filterList
  // Program
  case export
  case copyCell
  case copyRows
  case keep
  case keptViews
  case help
  case palette
  case openTab
  case nextTab
  case previousTab
  case closeTab
  case redraw
  case suspend
  case quit
}

/// What the keys are for at the moment.
enum Context: Sendable, Hashable, CaseIterable {
  case catalogue
  case catalogueFilter
  case table
  case find
  case text
  case help
  case helpFilter
  case pivot
  case dimensions
  case values
  case jump
  case measures
  case exportPath
  case overwrite
  case copy
  case palette
  case condition
  case viewName
  case replaceView
  case keptViews

  /// Whether letters are typed into a line.
  var isTyping: Bool {
    switch self {
    case .catalogueFilter, .find, .helpFilter, .values, .exportPath, .palette, .jump,
      .condition, .viewName, .keptViews:
      true
    default: false
    }
  }
}

/// What users want to get done; the help is ordered by it.
enum HelpTopic: String, Sendable, Hashable, CaseIterable {
  case moving = "Moving"
  case looking = "Looking"
  case changing = "Changing the view"
  case program = "Files and program"
}
