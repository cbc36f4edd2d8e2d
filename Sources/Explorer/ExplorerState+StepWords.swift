import Canvas

/// Why the words of a step cannot be followed.
struct StepProblem: Error, Hashable {
  /// What is wrong, in a sentence.
  let reason: String
  /// What to do about it.
  let wayOut: String

  /// A problem whose way out ends in what is possible, the first dozen of it.
  init(_ reason: String, _ wayOut: String, _ possible: [String] = []) {
    self.reason = reason
    let shown = possible.prefix(12).joined(separator: ", ")
    let rest = possible.count > 12 ? " and \(possible.count - 12) more" : ""
    self.wayOut = possible.isEmpty ? wayOut : wayOut + shown + rest + "."
  }
}

/// Steps as words of a session log.
extension ExplorerState {
  /// The words of a step that is taken now.
  func words(of step: Step) -> [String] {
    switch step {
    case .command(let command): [command.name] + targetWords(of: command)
    case .point(let target): ["point"] + words(of: target)
    case .ascend(let place, let category): ["ascend"] + words(of: category, at: place)
    case .tab(let index): ["tab", "\(index + 1)"]
    case .type(let character): ["type", LogText.encoded(String(character))]
    case .edit(let edit): [edit.rawValue]
    case .takeOffer: ["take-offer"]
    case .dismiss: ["dismiss"]
    case .unbound(let key): ["unbound", LogText.encoded(key)]
    }
  }

  /// The steps that the words of a line ask for now.
  func steps(_ words: [Substring]) throws(StepProblem) -> [Step] {
    guard let first = words.first else { return [] }
    let rest = Array(words.dropFirst())
    switch first {
    case "point": return [.point(try target(rest))]
    case "ascend": return [try ascent(rest)]
    case "tab":
      guard let number = rest.first.flatMap({ Int($0) }), (1...tabs.count).contains(number) else {
        throw StepProblem("There is no such tab.", "There are tabs 1 to \(tabs.count).")
      }
      return [.tab(number - 1)]
    case "type":
      guard context.isTyping else {
        throw StepProblem("Nothing is being typed here.", whatIsPossible)
      }
      return LogText.decoded(rest.joined(separator: " ")).map { .type($0) }
    case "take-offer":
      guard message?.wayOut != nil else {
        throw StepProblem("No message offers anything.", "Take the line out.")
      }
      return [.takeOffer]
    case "dismiss": return [.dismiss]
    case "unbound": return [.unbound(LogText.decoded(rest.joined(separator: " ")))]
    default: break
    }
    if let edit = LineEdit(rawValue: String(first)) {
      guard context.isTyping else {
        throw StepProblem("Nothing is being typed here.", whatIsPossible)
      }
      return [.edit(edit)]
    }
    guard let command = Command(named: first) else {
      throw StepProblem("“\(first)” is not a command.", whatIsPossible)
    }
    let bindings = KeyTable.bindings(context) + KeyTable.everywhere
    guard bindings.contains(where: { $0.command == command }) else {
      throw StepProblem("“\(first)” means nothing here.", whatIsPossible)
    }
    guard !rest.isEmpty else { return [.command(command)] }
    let target = try target(rest)
    return isChosen(target) ? [.command(command)] : [.point(target), .command(command)]
  }

  /// The commands of this place, as a way out.
  private var whatIsPossible: String {
    let bindings = KeyTable.bindings(context) + KeyTable.everywhere
    let names = Set(bindings.map(\.command.name)).sorted()
    let typing = context.isTyping ? ["type"] + LineEdit.allCases.map(\.rawValue) : []
    return "Here one can say: " + (names + typing).joined(separator: ", ") + "."
  }

  /// Whether a target is what is chosen already.
  private func isChosen(_ target: Target) -> Bool {
    switch target {
    case .table(let index): catalogue.selection == index
    case .line(let line): chosenDialogLine == line
    case .cell(let row, let column, let drillsColumns):
      page.map { page in
        (row ?? page.row) == page.row && (column ?? page.column) == page.column
          && (drillsColumns ?? page.drillsColumns) == page.drillsColumns
      } ?? false
    }
  }
}
