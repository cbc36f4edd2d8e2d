/// Names of saved views: short, and fit to be the name of a file.
public enum ViewName {
  /// The most letters of a name.
  public static let most = 60

  /// Why a view cannot have this name, in a sentence; `nil` when it can.
  public static func problem(_ name: String) -> String? {
    guard let first = name.first, let last = name.last else { return "A view needs a name." }
    guard name.count <= most, name.utf8.count <= 200 else {
      return "A name has at most \(most) letters."
    }
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || " -_,.".contains($0) }
    guard isPlain, first != ".", first != " ", last != " " else {
      return "A name has letters, digits, blanks between them, and - _ , . but not first."
    }
    return nil
  }
}
