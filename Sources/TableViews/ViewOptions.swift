import Classifications
import Publication

/// A view as words on a command line; what is left out stays as the table opens.
public struct ViewOptions: Sendable, Hashable {
  /// Ids of the dimensions of the rows, outermost first; `nil` leaves the rows as they are.
  public var stub: [String]?
  /// Ids of the dimensions of the columns, outermost first; `["none"]` or empty for none.
  public var heading: [String]?
  /// `dimension=code`: into the filter at this value.
  public var filter: [String]
  /// `dimension=code,code`: only these values.
  public var select: [String]
  /// `dimension=level`: the total and all values of a level, by its name or number.
  public var level: [String]
  /// `dimension=code`: this value and its parts.
  public var branch: [String]
  /// `dimension=code,code`: the parts of these values below them, besides what is shown.
  public var open: [String]
  /// Ids of the measures, side by side; `["none"]` for none but what is derived of them.
  public var measure: [String]?
  /// Figures beside the measures: `measure:derivation`, or the derivation of the first measure.
  public var derived: [String]?
  /// `none`, `column`, `row`, `total`, `parent` or `population`.
  public var percent: String?
  /// `none`, `difference`, `percent` or `index`: how figures stand to those of other periods.
  public var change: String?
  /// `published`, or the year of a list: which regions all periods are shown on.
  public var regions: String?
  /// `labels`, `codes` or `both`.
  public var labels: String?
  /// `english` or `national`.
  public var language: String?
  /// The column that decides, as `dimension=code,measure=id`, then `:largest` or `:smallest` first;
  /// what is left out is the first of its kind, so `largest` sorts by the first column.
  public var sort: String?
  /// Which rows are shown: the column as in ``sort``, a colon and a test such as `> 1000`, or the
  /// test alone, of the first column.
  public var condition: String?
  /// Whether lines are left out that stand for others shown below them.
  public var hidesTotals: Bool
  /// Whether rows with nothing but 0 are left out.
  public var hidesEmptyRows: Bool

  /// Options of which none is given.
  public init() {
    stub = nil
    heading = nil
    filter = []
    select = []
    level = []
    branch = []
    open = []
    measure = nil
    derived = nil
    percent = nil
    change = nil
    regions = nil
    labels = nil
    language = nil
    sort = nil
    condition = nil
    hidesTotals = false
    hidesEmptyRows = false
  }

  /// The options that make the view `state` from the table as it opens.
  public init(_ state: ViewState) {
    self.init()
    func id(_ place: Int) -> String { state.dimension(at: place).id }
    stub = state.stub.map(id)
    heading = state.heading.isEmpty ? ["none"] : state.heading.map(id)
    for place in state.table.dimensions.indices {
      let codes = state.categories(of: place).map { state.code(of: $0, at: place) }
      switch state.selections[place] {
      case .single where state.filter.contains(place): filter.append("\(id(place))=\(codes[0])")
      case .single: select.append("\(id(place))=\(codes[0])")
      case .branch: branch.append("\(id(place))=\(codes[0])")
      case .level(let level): self.level.append("\(id(place))=\(level)")
      case .chosen(let chosen):
        let codes = state.categories(.chosen(chosen), of: place)
          .map { state.code(of: $0, at: place) }
        select.append("\(id(place))=\(codes.joined(separator: ","))")
      }
      if !state.unfolded[place].isEmpty {
        let opened = state.unfolded[place].map { state.code(of: $0, at: place) }
        open.append("\(id(place))=\(opened.joined(separator: ","))")
      }
    }
    measure =
      state.measures.isEmpty ? ["none"] : state.measures.map { state.table.measures[$0].id }
    if !state.derived.isEmpty {
      derived = state.derived.map {
        "\(state.table.measures[$0.measure].id):\($0.derivation.id)"
      }
    }
    percent = state.percent.id
    change = state.timePlace == nil ? nil : state.change.id
    regions = state.regionsId
    labels = state.labelStyle.id
    language = state.language == .english ? "english" : "national"
    func terms(_ categories: [CategoryIndex], _ measure: Int, _ derivation: Derivation?) -> String {
      let terms = zip(state.heading, categories).map { "\(id($0))=\(state.code(of: $1, at: $0))" }
      let derived = derivation.map { ["derived=\($0.id)"] } ?? []
      return (terms + ["measure=\(state.table.measures[measure].id)"] + derived)
        .joined(separator: ",")
    }
    sort = state.sort.map { order in
      terms(order.categories, order.measure, order.derivation)
        + (order.isDescending ? ":largest" : ":smallest")
    }
    condition = state.condition.map {
      "\(terms($0.categories, $0.measure, $0.derivation)):\($0.test.text)"
    }
    hidesTotals = state.hidesTotals
    hidesEmptyRows = state.hidesEmptyRows
  }

  /// The options as arguments of `prikk show` and `prikk export`.
  public var arguments: [String] {
    var arguments: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { arguments += ["--\(name)", value] }
    }
    add("stub", stub?.joined(separator: ","))
    add("heading", heading?.joined(separator: ","))
    for value in filter { add("filter", value) }
    for value in select { add("select", value) }
    for value in level { add("level", value) }
    for value in branch { add("branch", value) }
    for value in open { add("open", value) }
    add("measure", measure?.joined(separator: ","))
    add("derived", derived?.joined(separator: ","))
    add("percent", percent)
    add("change", change)
    add("regions", regions)
    add("labels", labels)
    add("language", language)
    add("sort", sort)
    add("where", condition)
    if hidesTotals { arguments.append("--no-totals") }
    if hidesEmptyRows { arguments.append("--hide-empty") }
    return arguments
  }
}

extension PercentBase {
  /// The word for it on the command line.
  public var id: String {
    switch self {
    case .none: "none"
    case .column: "column"
    case .row: "row"
    case .total: "total"
    case .parent: "parent"
    case .population: "population"
    }
  }
}

extension LabelStyle {
  /// The word for it on the command line.
  public var id: String {
    switch self {
    case .labels: "labels"
    case .codes: "codes"
    case .both: "both"
    }
  }
}
