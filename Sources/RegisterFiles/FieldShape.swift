/// What a field looks like, without saying what stands in it.
///
/// Each letter becomes `a` or `A`, each digit `9`, anything that is neither nor common in dates and
/// numbers `?`; long fields are cut with their length.
func shape(of text: String) -> String {
  guard !text.isEmpty else { return "(empty)" }
  let scalars = text.unicodeScalars
  var shape = ""
  for scalar in scalars.prefix(longestShape) {
    switch scalar.properties.generalCategory {
    case .decimalNumber: shape.append("9")
    case .uppercaseLetter, .titlecaseLetter: shape.append("A")
    case .lowercaseLetter, .modifierLetter, .otherLetter: shape.append("a")
    default: shape.unicodeScalars.append("-./: ".unicodeScalars.contains(scalar) ? scalar : "?")
    }
  }
  return scalars.count > longestShape ? "\(shape)… (\(scalars.count) characters)" : shape
}

/// What may be said of a person's number: how long it is.
func shapeOfPerson(_ text: String) -> String {
  guard !text.isEmpty else { return "(empty)" }
  let count = text.unicodeScalars.count
  return count == 1 ? "(1 character)" : "(\(count) characters)"
}

/// Characters of a field that are shown.
private let longestShape = 20
