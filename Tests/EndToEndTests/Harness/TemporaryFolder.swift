import Glibc

/// An empty folder that goes away with its test.
final class TemporaryFolder {
  /// Its path, without a slash behind it.
  let path: String

  /// Makes one.
  init() throws {
    var template = Array("/tmp/prikk-tests-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw HarnessError("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    _ = try? CommandRun("/bin/rm", ["-rf", path])
  }

  /// The names of all files in it, hidden ones too, sorted.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Puts a file into it.
  func write(_ text: String, to name: String) throws {
    let descriptor = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw HarnessError("\(name): cannot be written") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard count == bytes.count else { throw HarnessError("\(name): not written whole") }
  }

  /// The text of a file in it.
  func read(_ name: String) throws -> String { try readFile("\(path)/\(name)") }
}
