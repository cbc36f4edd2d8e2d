import Canvas
import Classifications
import Cubes
import Disclosure
import Explorer
import Publication
import Registers
import Statistics
import Synchronization
import TableFiles
import TableViews
import Tabulation
import Testing

/// Raw counts and identifiers of a register made to leak are looked for in everything that leaves:
/// the release and its file, every screen of a long walk, documents, messages, progress.
final class CanaryTests: Sendable {
  /// All that came out, as text, and the bytes of files.
  struct Outlet {
    var texts: [String] = []
    var files: [[UInt8]] = []
  }

  let definition = CanaryStatistic.definition(.suppression(below: 4, published: []))
  let progress = Mutex<[String]>([])

  func build(_ definition: StatisticDefinition) throws -> Release {
    let builder = ReleaseBuilder(
      records: { _ in RecordSet() }, seed: 1,
      provenance: "canary", effort: .quick, lanes: 2)
    return try builder.build(
      definition,
      progress: { report in self.progress.withLock { $0.append(report.activity) } }
    ).release
  }

  /// Raw counts of the lattice that the release does not show.
  func hiddenCounts(_ release: Release) throws -> Set<Int> {
    let raw = try definition.count(from: RecordSet())[0].lattice
    var hidden: Set<Int> = []
    var shown: Set<Int> = []
    for (cell, count) in raw.enumerated() {
      if let value = release.matrices[0].figure(atCell: cell).value {
        #expect(value == Int(count))
        shown.insert(value)
      } else {
        hidden.insert(Int(count))
      }
    }
    return hidden.subtracting(shown)
  }

  /// Walks the explorer over the release, answers at once, and keeps every screen.
  func walk(_ release: Release, steps: Int, into outlet: inout Outlet) {
    let keys: [KeyPress] = [
      .enter, .down, .up, .left, .right, .backspace, .pageDown, .home, .end, .tab, .escape,
      .character("p"), .character("s"), .character("%"), .character("c"), .character("w"),
      .character("n"), .character("e"), .character("f"), .character("u"), .character("R"),
      .character("/"), .character("0"), .character("x"), .character("m"), .character("L"),
      .character("?"), .character(" "), .character("+"),
    ]
    var state = ExplorerState(
      statistics: [release.description], size: Size(rows: 30, columns: 120))
    var effects = state.open(table: "canary") ?? []
    var draw: UInt64 = 2019
    for _ in 0..<steps {
      for effect in effects {
        if case .tabulate(let generation, let query) = effect {
          do throws(TableFailure) {
            let answer = try release.answer(query)
            outlet.texts.append("\(answer)")
            effects += update(&state, .reply(.answer(generation, answer)))
          } catch {
            outlet.texts.append("\(error)")
            effects += update(&state, .reply(.failure(generation, error)))
          }
        }
        if case .export(let request) = effect {
          outlet.texts.append("\(request.document)")
          outlet.files.append(request.document.csv(.standard))
        }
      }
      outlet.texts += render(state, size: state.size).text
      if let view = state.view {
        outlet.texts.append(view.plainText(width: nil))
        outlet.files.append(view.document.csv(.standard))
      }
      // A multiplicative congruential step: any fixed sequence of keys would do.
      draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      effects = update(&state, .key(keys[Int(draw >> 33) % keys.count]))
    }
  }

  @Test func `hidden counts and identifiers are nowhere in what leaves`() throws {
    let release = try build(definition)
    let hidden = try hiddenCounts(release)
    // The bait is there: small counts and large ones that had to be hidden with them.
    #expect(hidden.contains { $0 < 4 })
    let canaries = hidden.filter { $0 >= 1_000_000 }
    #expect(canaries.count >= 3)
    var outlet = Outlet()
    walk(release, steps: 600, into: &outlet)
    outlet.texts.append("\(release)")
    outlet.texts += progress.withLock { $0 }
    let file = ReleaseFile.encode(release)
    outlet.files.append(file)
    #expect(try ReleaseFile.decode(file, as: definition.description) == release)

    // A canary of seven digits has to be looked for with and without thousand marks.
    let identifiers = (0..<16).map { Int(CanaryStatistic.firstIdentifier) + $0 }
    let text = outlet.texts.joined(separator: "\n")
    let plain = text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "," }
    for canary in canaries.sorted() + identifiers {
      #expect(!plain.contains(String(canary)), "\(canary) is on a screen or in a document")
      for file in outlet.files {
        let bytes = unsafe withUnsafeBytes(of: Int32(canary).littleEndian) { unsafe Array($0) }
        #expect(!contains(file, Array(String(canary).utf8)), "\(canary) is in a file")
        #expect(!contains(file, bytes), "\(canary) is in a file")
      }
    }
    // The search itself works: what is published is found.
    let published =
      (0..<release.matrices[0].cellCount)
      .compactMap { release.matrices[0].figure(atCell: $0).value }.max() ?? 0
    #expect(plain.contains(String(published)))
  }

  @Test func `a failure of protection says nothing about figures`() {
    let error = ProtectionFailure.notProtected
    #expect("\(error)" == "notProtected")
  }

  @Test func `after rounding no one or two is left, and identifiers are nowhere`() throws {
    let release = try build(CanaryStatistic.definition(.smallCountRounding(base: 3)))
    let matrix = release.matrices[0]
    for cell in 0..<matrix.cellCount {
      let value = try #require(matrix.figure(atCell: cell).value)
      #expect(value != 1 && value != 2)
    }
    let text = "\(release)"
    for row in 0..<16 {
      #expect(!text.contains(String(Int(CanaryStatistic.firstIdentifier) + row)))
    }
  }

  private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
