import Glibc

/// Where the programs under test are: beside the tests, or where `PRIKK_BINARY` says.
enum BuiltProgram {
  /// The explorer.
  static let prikk = variable("PRIKK_BINARY") ?? folder + "/prikk"
  /// The small program for the tests of the terminal driver.
  static let fixture = folder + "/terminal-fixture"

  /// Whether there is a file to run at `path`.
  static func exists(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0
  }

  /// The folder of the build: that of the running test program.
  static let folder: String = {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &bytes, bytes.count)
    let path = String(
      decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Under some toolchains the tests are a library that a helper of the toolchain loads; then the
    // path of the library is an argument.
    let candidates = [path] + CommandLine.arguments
    let tests = candidates.first { $0.contains(".xctest") } ?? path
    let end = tests.range(of: ".xctest")
    let file = end.map { String(tests[..<$0]) } ?? tests
    return String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
  }()

  /// A variable of the environment, or `nil` when it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// The place of `text`, or `nil`.
  fileprivate func range(of text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}

/// The folder of the repository, from where this file is.
let repositoryPath: String = {
  var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast(4)
  return parts.joined(separator: "/")
}()
