import Foundation
import TestSupport
import Testing

@Suite struct EmbeddedDataTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")

  @Test func `every file of the data folder is compiled in, byte for byte, and nothing else`()
    throws
  {
    let prefix = folder.path(percentEncoded: false)
    let enumerator = try #require(FileManager.default.enumerator(atPath: prefix))
    var found: Set<String> = []
    for case let path as String in enumerator
    where path.hasSuffix(".csv") || path.hasSuffix(".prikk") {
      found.insert(path)
      let bytes = try Data(contentsOf: folder.appending(path: path))
      #expect(embeddedFiles[path] == Array(bytes), "\(path)")
    }
    #expect(found == Set(embeddedFiles.keys))
    #expect(found.count > 20)
  }

  @Test func `every file is named in the folder's README`() throws {
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    for path in embeddedFiles.keys.sorted() {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      #expect(readme.contains("`\(name)`"), "\(path)")
    }
  }

  @Test func `files are UTF-8 with line feeds and end in one`() throws {
    for (path, bytes) in embeddedFiles where path.hasSuffix(".csv") {
      #expect(bytes.last == 0x0A && !bytes.contains(0x0D), "\(path)")
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(path)")
    }
  }
}
