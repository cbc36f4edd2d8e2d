public import Canvas
public import Publication
public import TableViews

/// All that the explorer knows: a value, changed only by ``update(_:_:)``.
public struct ExplorerState: Sendable, Equatable {
  /// What can be opened.
  public let statistics: [StatisticDescription]
  /// What may be done besides looking.
  public let rights: SessionRights
  /// The size of the terminal.
  public internal(set) var terminal: Size
  /// The size of the screen below the line of tabs, which is there when there are several.
  public internal(set) var size: Size
  /// The number of the newest request.
  public internal(set) var generation: Generation
  /// The list of tables.
  var catalogue: Catalogue
  /// The table in view; `nil` while the catalogue is.
  var page: TablePage?
  /// Tables that were left, by their id.
  var parked: [String: ParkedPage]
  /// The views that were shown, of all tables.
  var trail = Trail()
  /// The tabs behind the one in front, of which all the rest is.
  var tabs = Tabs()
  /// What stands in front of the screen.
  var dialog: Dialog?
  /// The request under way.
  var pending: Pending?
  /// A sentence for the user, until the next key.
  var message: Message?

  /// The explorer with its catalogue open.
  public init(
    statistics: [StatisticDescription], size: Size, rights: SessionRights = .own
  ) {
    self.statistics = statistics
    self.rights = rights
    terminal = size
    self.size = size
    generation = 0
    catalogue = Catalogue(statistics)
    page = nil
    parked = [:]
    dialog = nil
    pending = nil
    message = nil
  }

  /// The view on the screen; `nil` while the catalogue is shown.
  public var view: TableView? { page?.view }

  /// Whether an answer is waited for.
  public var isWaiting: Bool { pending != nil }

  /// Opens the table with an id, and says what to do for it; `nil` when there is no such table.
  public mutating func open(table id: String) -> [Effect]? {
    for statistic in statistics {
      for table in statistic.tables where table.id == id {
        return open(ViewState(statistic: statistic, table: table))
      }
    }
    return nil
  }

  /// Opens a view of a table, and says what to do for it.
  public mutating func open(_ view: ViewState) -> [Effect] {
    catalogue.select(table: view.table.id)
    return request(view, arrival: .opening(nil))
  }
}

/// A sentence for the user.
struct Message: Sendable, Equatable {
  /// The sentence.
  let text: String
  /// Whether something did not go as asked.
  let isWarning: Bool
  /// What Enter would do about it.
  let wayOut: WayOut?

  /// What has been done.
  static func information(_ text: String) -> Message {
    Message(text: text, isWarning: false, wayOut: nil)
  }

  /// What has not been done, and why.
  static func warning(_ text: String, wayOut: WayOut? = nil) -> Message {
    Message(text: text, isWarning: true, wayOut: wayOut)
  }
}

/// A view that is held, offered instead of one that is not.
struct WayOut: Sendable, Equatable {
  /// The view.
  let view: ViewState
  /// What it does to the view that was asked for, such as `age is now at its total`.
  let changes: [String]
}

/// A view that has been asked for and is not there yet.
struct Pending: Sendable, Equatable {
  /// What its coming means for the page.
  enum Arrival: Sendable, Equatable {
    /// A table is opened, perhaps one that was left before.
    case opening(ParkedPage?)
    /// The view is changed.
    case change([Focus])
    /// Steps through the history, back if negative.
    case travel(Int)
    /// Steps through the views of all tables, back if negative.
    case revisit(Int)
    /// A part of what stands around a cell that is looked at; the table in view stays.
    case inspection(Int)
    /// Another tab comes to the front, the one in front perhaps being closed.
    case tab(Int, closing: Bool)
    /// What the draft of a pivot would show; the table in view stays.
    case preview
  }
  /// The request.
  let generation: Generation
  /// The view.
  let target: ViewState
  /// What its coming means.
  let arrival: Arrival
  /// How far the source has come.
  var progress: ProgressReport?
  /// Whether it has taken so long that the user should be told.
  var isSlow: Bool
  /// What a way out changed that the user did not ask for, to be told when it comes.
  var changes: [String] = []
  /// What to tell when it comes, if anything.
  var telling: String?
}

/// What stands in front of the screen.
enum Dialog: Sendable, Equatable {
  /// A text to search for.
  case find(FindPrompt)
  /// A text to read.
  case text(TextDialog)
  /// The keys.
  case help(HelpDialog)
  /// Where each dimension stands.
  case pivot(PivotDialog)
  /// Which dimension is to be filtered.
  case dimensions(DimensionsDialog)
  /// Which values of a dimension are shown.
  case values(ValuesDialog)
  /// Which measures are shown.
  case measures(MeasuresDialog)
  /// Where the view is written.
  case export(ExportDialog)
  /// What is copied.
  case copy(CopyDialog)
  /// Commands and tables, found by a few letters.
  case palette(PaletteDialog)
  /// Which rows are shown.
  case condition(ConditionPrompt)
  /// Under which name the view is saved.
  case keep(KeepDialog)
  /// The saved views.
  case keptViews(KeptViewsDialog)
}
