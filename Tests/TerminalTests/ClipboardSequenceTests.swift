import Testing

@testable import Terminal

/// What a terminal is sent for its clipboard.
@Suite struct ClipboardSequenceTests {
  private func sent(_ text: String, _ environment: [String: String]) -> String {
    String(decoding: ClipboardSequence(environment: environment).bytes(of: text), as: UTF8.self)
  }

  /// The vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("ø\u{FF}", "w7jDvw=="),
  ])
  func `base64 is that of the standard`(text: String, letters: String) {
    #expect(String(decoding: base64(Array(text.utf8)), as: UTF8.self) == letters)
  }

  @Test func `a terminal gets OSC 52 as it is`() {
    #expect(sent("foo", ["TERM": "xterm-256color"]) == "\u{1B}]52;c;Zm9v\u{7}")
    #expect(sent("foo", ["TERM": "xterm", "TMUX": "", "STY": ""]) == "\u{1B}]52;c;Zm9v\u{7}")
  }

  @Test(arguments: [["TERM": "tmux-256color"], ["TERM": "screen", "TMUX": "/tmp/tmux-0/x,1,0"]])
  func `tmux gets it for itself and to pass through`(environment: [String: String]) {
    let plain = "\u{1B}]52;c;Zm9v\u{7}"
    #expect(sent("foo", environment) == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
  }

  @Test(arguments: [["TERM": "screen.xterm-256color"], ["TERM": "vt100", "STY": "1.pts-0"]])
  func `screen gets it in strings that it has room for`(environment: [String: String]) {
    let text = String(repeating: "0301\t709037\n", count: 300)
    let strings = sent(text, environment).components(between: "\u{1B}P", and: "\u{1B}\\")
    #expect(strings.allSatisfy { $0.utf8.count <= ClipboardSequence.screenRoom })
    #expect(strings.joined() == sent(text, ["TERM": "xterm"]))
    #expect(strings.count > 20)
  }
}

extension String {
  /// What stands between each pair of marks; nothing when something stands outside of them.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while rest.hasPrefix(start), let stop = rest.firstRange(of: end) {
      parts.append(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<stop.lowerBound]))
      rest = rest[stop.upperBound...]
    }
    return rest.isEmpty ? parts : []
  }
}
