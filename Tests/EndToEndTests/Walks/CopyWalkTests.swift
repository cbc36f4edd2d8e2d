import Testing

/// The keys y and Y: what is copied arrives at the terminal, also through a multiplexer.
@Suite(.serialized) struct CopyWalkTests {
  private static let view = ["introduction-municipality", "--filter", "year=2019", "--branch"]

  private func explore(_ environment: [String: String]) throws -> TerminalWalk {
    let walk = try TerminalWalk(
      BuiltProgram.prikk, ["explore"] + Self.view + ["region=20"], rows: 40, columns: 120,
      environment: environment)
    try walk.see("| Finnmark - Finnmárku:")
    return walk
  }

  @Test func `the figure under the cursor arrives, and the message says so`() throws {
    let walk = try explore([:])
    try walk.press("y")
    try walk.see("Copied the cell: ")
    let shown = try #require(walk.figures(columns: 6).first?.figures.first)
    #expect(walk.clipboards == [shown])
    #expect(walk.screen.contains { $0.contains("Copied the cell: \(shown)") })
  }

  @Test func `a view arrives with the figures and symbols of the export`() throws {
    let walk = try explore([:])
    try walk.press("Y")
    try walk.see("The view as TSV", "20 x 6 cells")
    try walk.press(.enter)
    try walk.see("Copied 20 x 6 cells as TSV")
    let text = try #require(walk.clipboards.last)
    let records = text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let export = try CommandRun(arguments: ["export"] + Self.view + ["region=20"]).records()
    #expect(records == export)
    #expect(text.contains("\t:"))
  }

  @Test func `Markdown of a row arrives`() throws {
    let walk = try explore([:])
    try walk.press("Y", .down, .down, .down, .enter)
    try walk.see("Copied 1 x 6 cells as Markdown")
    let text = try #require(walk.clipboards.last)
    #expect(text.contains("| Finnmark - Finnmárku | "))
    #expect(text.hasPrefix("**") && text.contains("| --- | ---: |"))
  }

  @Test func `tmux and screen are told in their own way`() throws {
    for (variable, start) in [
      ("TMUX", "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;"), ("STY", "\u{1B}P\u{1B}]52;c;"),
    ] {
      let walk = try explore([variable: "x"])
      try walk.press("y")
      try walk.see("Copied the cell: ")
      #expect(String(decoding: walk.bytes, as: UTF8.self).contains(start), "\(variable)")
    }
  }

  @Test func `a console without a clipboard is said to have none, and is sent nothing`() throws {
    let walk = try explore(["TERM": "linux"])
    try walk.press("y")
    try walk.see("Not copied: this terminal")
    #expect(!String(decoding: walk.bytes, as: UTF8.self).contains("]52;"))
  }
}

extension TerminalWalk {
  /// The texts that came through OSC 52, oldest first.
  fileprivate var clipboards: [String] {
    let start = Array("\u{1B}]52;c;".utf8)
    return bytes.split(separator: start).dropFirst().map { rest in
      String(decoding: fromBase64(rest.prefix { $0 != 0x07 }), as: UTF8.self)
    }
  }
}

/// The bytes that letters of base64 stand for, found by their place in the alphabet.
private func fromBase64(_ letters: ArraySlice<UInt8>) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var bits = 0
  var count = 0
  var bytes: [UInt8] = []
  for letter in letters {
    guard let value = alphabet.firstIndex(of: letter) else { break }
    bits = (bits << 6 | value) & 0xFFFF
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(bits >> count & 0xFF))
    }
  }
  return bytes
}
