import Canvas
import Testing

@testable import Terminal

@Suite struct InputParserTests {
  private func keys(_ text: String) -> [InputParser.Input] {
    var parser = InputParser()
    return parser.feed(text.utf8, at: 0) + parser.expire(at: 1_000)
  }

  private func check(_ text: String, gives expected: KeyPress...) {
    #expect(keys(text) == expected.map { .event(.key($0)) }, "\(Array(text.utf8))")
  }

  @Test func `characters come as grapheme clusters`() {
    check("aå漢", gives: .character("a"), .character("å"), .character("漢"))
    check("e\u{301}x", gives: .character("e\u{301}"), .character("x"))
    check("🇳🇴👩‍👧", gives: .character("🇳🇴"), .character("👩‍👧"))
    check("\u{85}\u{2028}x", gives: .character("x"))
  }

  @Test func `control bytes are keys`() {
    check("\r\n", gives: .enter, .enter)
    check("\t\u{7F}\u{8}", gives: .tab, .backspace, .backspace)
    check("\u{1}\u{1A}", gives: .control("a"), .control("z"))
    check("\0\u{1C}\u{1F}")
  }

  @Test(arguments: [
    ("[A", KeyPress.up), ("OA", .up), ("[1;5B", .down), ("[C", .right), ("OD", .left),
    ("[H", .home), ("[1~", .home), ("[7~", .home), ("OF", .end), ("[4~", .end), ("[8~", .end),
    ("[5~", .pageUp), ("[6;2~", .pageDown), ("[3~", .delete), ("[Z", .backTab),
    ("OP", .function(1)),
    ("[1;2Q", .function(2)), ("[11~", .function(1)), ("[15~", .function(5)),
    ("[24~", .function(12)),
    ("[[A", .function(1)), ("[[E", .function(5)), ("OM", .enter), ("Oq", .character("1")),
    ("Ok", .character("+")),
  ])
  func `the sequences of the usual terminals are keys`(sequence: String, key: KeyPress) {
    check("\u{1B}" + sequence, gives: key)
    check("a\u{1B}" + sequence + "b", gives: .character("a"), key, .character("b"))
  }

  @Test(arguments: [
    "[99~", "[?1;2c", "[>0;95;0c", "[200~", "[201~", "[12;40R", "[I", "[O", "[3n", "[97;5u", "Oz",
    "[[Z", "[<0;5M", "[<0;0;0M", "[<1;1M", "[!p", "]11;rgb:0000/0000/0000\u{7}", "]0;x\u{1B}\\",
    "P1$r0m\u{1B}\\", "_x\u{1B}\\", "[5;5;5;5;5;5;5;5;5z",
  ])
  func `a sequence that is not known is swallowed whole`(sequence: String) {
    check("\u{1B}" + sequence)
    check("a\u{1B}" + sequence + "b", gives: .character("a"), .character("b"))
  }

  @Test func `Esc is a key when nothing follows in time and before other keys`() {
    var parser = InputParser()
    #expect(parser.feed([0x1B], at: 10).isEmpty)
    #expect(parser.deadline == 35)
    #expect(parser.expire(at: 34).isEmpty)
    #expect(parser.expire(at: 35) == [.event(.key(.escape))])
    #expect(parser.deadline == nil)
    check("\u{1B}q", gives: .escape, .character("q"))
    check("\u{1B}\u{1B}[A", gives: .escape, .up)
    check("\u{1B}\u{1B}", gives: .escape, .escape)
    check("\u{1B}[", gives: .escape, .character("["))
    check("\u{1B}O", gives: .escape, .character("O"))
    check("\u{1B}\r", gives: .escape, .enter)
  }

  @Test func `a torn sequence is swallowed and the next key is a key`() {
    check("\u{1B}[12;")
    check("\u{1B}[12;\u{1B}[B", gives: .down)
    check("\u{1B}[1\rx", gives: .enter, .character("x"))
    var parser = InputParser()
    #expect(parser.feed([0xE6, 0xBC], at: 0).isEmpty)
    #expect(parser.feed([0xA2], at: 50) == [.event(.key(.character("漢")))])
    #expect(parser.feed([0xE6, 0xBC], at: 100).isEmpty)
    #expect(parser.expire(at: 200).isEmpty)
    #expect(parser.feed([0x61], at: 201) == [.event(.key(.character("a")))])
    #expect(parser.feed([0xE6, 0x61, 0xFF, 0xC0, 0x80, 0x62], at: 300).count == 2)
  }

  @Test func `where the bytes are cut makes no difference`() {
    let text = "a\u{1B}[1;5Båe\u{301}\u{1B}OP\u{1B}[<0;10;20M漢\u{1B}[0n\u{1B}]0;t\u{7}\u{1B}[24~q"
    let bytes = Array(text.utf8)
    var whole = InputParser()
    let expected = whole.feed(bytes, at: 0).filter { $0 != .event(.key(.character("\u{301}"))) }
    #expect(expected.count == 10)
    for cut in 0...bytes.count {
      for second in cut...bytes.count {
        var parser = InputParser()
        var inputs = parser.feed(bytes[..<cut], at: 0)
        inputs += parser.feed(bytes[cut..<second], at: 1)
        inputs += parser.feed(bytes[second...], at: 2)
        // Only a combining mark that comes later than its letter is a character of its own.
        let joined = text.contains("e\u{301}") ? merge(inputs) : inputs
        #expect(joined == expected, "cut at \(cut) and \(second)")
      }
    }
  }

  /// Puts a combining mark back on the letter that came before it.
  private func merge(_ inputs: [InputParser.Input]) -> [InputParser.Input] {
    var merged: [InputParser.Input] = []
    for input in inputs {
      if input == .event(.key(.character("\u{301}"))) {
        merged[merged.count - 1] = .event(.key(.character("e\u{301}")))
      } else {
        merged.append(input)
      }
    }
    return merged
  }

  @Test func `any three bytes leave the parser ready for the next key`() {
    let alphabet: [UInt8] = [
      0x00, 0x0D, 0x1B, 0x20, 0x30, 0x3B, 0x3C, 0x41, 0x4D, 0x4F, 0x50, 0x5B, 0x5C, 0x5D, 0x7E,
      0x7F, 0x80, 0xC3, 0xA5, 0xE6, 0xF0, 0xFF, 0x07,
    ]
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          var parser = InputParser()
          _ = parser.feed([first, second, third], at: 0)
          _ = parser.expire(at: 1_000)
          #expect(parser.deadline == nil)
          #expect(parser.feed([0x71], at: 2_000) == [.event(.key(.character("q")))])
        }
      }
    }
  }

  @Test func `a sequence without end does not grow for ever`() {
    var parser = InputParser()
    _ = parser.feed([0x1B, 0x5D], at: 0)
    for _ in 0..<10 { _ = parser.feed(Array(repeating: 0x61, count: 1_000), at: 0) }
    #expect(parser.expire(at: 1_000).allSatisfy { $0 == .event(.key(.character("a"))) })
    #expect(parser.deadline == nil)
  }

  @Test func `clicks, double clicks and the wheel have a place`() {
    var parser = InputParser()
    let click = "\u{1B}[<0;150;20M\u{1B}[<0;150;20m"
    let place = Position(row: 19, column: 149)
    #expect(parser.feed(click.utf8, at: 0) == [.event(.mouse(.click, place))])
    #expect(parser.feed(click.utf8, at: 400) == [.event(.mouse(.doubleClick, place))])
    #expect(parser.feed(click.utf8, at: 500) == [.event(.mouse(.click, place))])
    #expect(parser.feed(click.utf8, at: 901) == [.event(.mouse(.click, place))])
    let other = "\u{1B}[<4;1;1M"
    #expect(
      parser.feed(other.utf8, at: 902) == [.event(.mouse(.click, Position(row: 0, column: 0)))])
    let wheel = "\u{1B}[<64;2;3M\u{1B}[<65;2;3M\u{1B}[<2;2;3M\u{1B}[<32;2;3M\u{1B}[<66;2;3M"
    #expect(
      parser.feed(wheel.utf8, at: 903) == [
        .event(.mouse(.wheelUp, Position(row: 2, column: 1))),
        .event(.mouse(.wheelDown, Position(row: 2, column: 1))),
      ])
    #expect(
      parser.feed([0x1B, 0x5B, 0x4D, 0x20, 0x21, 0x22], at: 9_000)
        == [.event(.mouse(.click, Position(row: 1, column: 0)))])
  }

  @Test func `the keys of the description come first and the answer is no key`() {
    var parser = InputParser(keys: [Array("\u{1B}[A".utf8): .function(7)])
    #expect(parser.feed("\u{1B}[A".utf8, at: 0) == [.event(.key(.function(7)))])
    #expect(parser.feed("\u{1B}[0n".utf8, at: 0) == [.acknowledged])
  }

  @Test(arguments: [0, 1, 2, 3, 4, 12])
  func `a terminal says with 1 or 2 that it shows frames at once`(value: Int) {
    var parser = InputParser()
    let answer = parser.feed("\u{1B}[?2026;\(value)$y".utf8, at: 0)
    #expect(answer == ([1, 2].contains(value) ? [.synchronizes] : []))
    #expect(parser.feed("\u{1B}[?2027;\(value)$y".utf8, at: 0) == [])
  }
}
