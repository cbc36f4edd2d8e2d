/// The name of a command in session logs and settings: it stays when keys and words change.
extension Command {
  /// The name: the words of the case in small letters, joined by hyphens, such as `page-up`.
  var name: String {
    rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// The command with a name, or `nil`.
  init?(named name: some StringProtocol) {
    guard let command = Self.byName[String(name)] else { return nil }
    self = command
  }

  private static let byName = Dictionary(
    allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
