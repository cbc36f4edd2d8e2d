import Glibc

/// A home folder that goes away with its test, with all that a program made in it.
final class TemporaryHome {
  /// Its path, without a slash behind it.
  let path: String

  /// Makes one.
  init() throws {
    var template = Array("/tmp/prikk-home-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw HarnessError("no temporary folder") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// The names of all files in a folder of it, hidden ones too, sorted.
  func names(_ folder: String) throws -> [String] { Self.names("\(path)/\(folder)") }

  /// The text of a file in it.
  func read(_ name: String) throws -> String { try readFile("\(path)/\(name)") }

  /// Who may do what with a file in it.
  func mode(_ name: String) throws -> mode_t {
    var status = stat()
    guard unsafe stat("\(path)/\(name)", &status) == 0 else { throw HarnessError("no \(name)") }
    return status.st_mode & 0o777
  }

  /// Puts a file into it, and makes the folders that it stands in.
  func write(_ text: String, to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      _ = unsafe mkdir(folder, 0o700)
    }
    let descriptor = unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw HarnessError("\(name): cannot be written") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard count == bytes.count else { throw HarnessError("\(name): not written whole") }
  }

  private static func names(_ path: String) -> [String] {
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

  private static func remove(_ path: String) {
    for name in names(path) { remove("\(path)/\(name)") }
    if unsafe unlink(path) != 0 { _ = unsafe rmdir(path) }
  }
}
