/// How words and texts stand in a session log: on one line, and the same after a way through mail.
enum LogText {
  /// `text` without blanks, control characters, and what else separates the parts of a line.
  static func encoded(_ text: String, separators: String = "") -> String {
    var encoded = ""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let isPart = (" %" + separators).unicodeScalars.contains(scalar)
      // One that joins the letter before it would join what the log has before it.
      let joins = place == 0 && scalar.properties.isGraphemeExtend
      let isHidden = [.control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator]
        .contains(scalar.properties.generalCategory)
      guard isPart || joins || isHidden else {
        encoded.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 {
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// What ``encoded(_:)`` was made of.
  static func decoded(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
