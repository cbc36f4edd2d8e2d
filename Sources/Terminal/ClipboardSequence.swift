/// What a terminal is sent so that a text comes into the clipboard of whoever sits at it: OSC 52,
/// through the multiplexer that stands between.
struct ClipboardSequence {
  /// What stands between the program and the terminal.
  enum Between: Hashable {
    case nothing, tmux, screen
  }

  /// Bytes in one string of GNU screen; older ones have room for 256.
  static let screenRoom = 200

  private let between: Between

  /// The way that the environment tells.
  ///
  /// Over ssh it is `TERM` alone. `TERM=screen` without its variable may be a tmux as well, which
  /// drops what is wrapped for screen; the other way round screen would write it on the screen.
  init(environment: [String: String]) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    let term = environment["TERM"] ?? ""
    if isSet("TMUX") || term.hasPrefix("tmux") {
      between = .tmux
    } else if isSet("STY") || term.hasPrefix("screen") {
      between = .screen
    } else {
      between = .nothing
    }
  }

  /// The bytes that put `text` into the clipboard.
  func bytes(of text: String) -> [UInt8] {
    let escape: UInt8 = 0x1B
    let end = [escape, UInt8(ascii: "\\")]
    let plain = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    switch between {
    case .nothing: return plain
    case .tmux:
      // A tmux that takes clipboards for its own obeys the first, one that lets through the second.
      let doubled = plain.flatMap { $0 == escape ? [escape, escape] : [$0] }
      return plain + Array("\u{1B}Ptmux;".utf8) + doubled + end
    case .screen:
      return stride(from: 0, to: plain.count, by: Self.screenRoom).flatMap { start in
        let part = plain[start..<min(start + Self.screenRoom, plain.count)]
        return Array("\u{1B}P".utf8) + part + end
      }
    }
  }
}

/// Bytes in the 64 letters of RFC 4648, section 4, with padding.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      let letter = letters[number >> (18 - 6 * place) & 0x3F]
      result.append(place <= group.count ? letter : UInt8(ascii: "="))
    }
  }
  return result
}
