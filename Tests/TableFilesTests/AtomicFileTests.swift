import Glibc
import Synchronization
import Testing

@testable import TableFiles

/// A folder of its own for a test, which goes away with all that is in it.
private struct TestFolder: ~Copyable {
  let path: String

  init(_ name: String) {
    path = "/tmp/prikk-files-\(getpid())-\(name)"
    _ = unsafe mkdir(path, 0o755)
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, sorted.
  var names: [String] {
    var names: [String] = []
    guard let folder = unsafe opendir(path) else { return [] }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    _ = unsafe closedir(folder)
    return names.sorted()
  }

  func contents(_ name: String) -> String? {
    let descriptor = unsafe open(file(name), O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes = Array(repeating: UInt8(0), count: 4096)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    _ = unsafe stat(file(name), &status)
    return status.st_mode & 0o777
  }

  deinit {
    for name in names {
      _ = unsafe rmdir(file(name))
      _ = unsafe unlink(file(name))
    }
    _ = unsafe rmdir(path)
  }
}

@Suite struct AtomicFileTests {
  private let bytes = Array("new".utf8)

  private func kind(_ path: String, overwriting: Bool, _ calls: FileCalls = .system)
    -> FileWriteError.Kind?
  {
    do throws(FileWriteError) {
      try writeAtomically(
        [bytes], to: path, overwriting: overwriting, access: .usual, calls: calls)
      return nil
    } catch {
      #expect(error.message.hasSuffix(".") && error.message.contains(error.path))
      return error.kind
    }
  }

  @Test func `a file is written and nothing else`() {
    let folder = TestFolder("written")
    #expect(kind(folder.file("a.csv"), overwriting: false) == nil)
    #expect(folder.contents("a.csv") == "new")
    #expect(folder.names == ["a.csv"])
    let mask = umask(0)
    _ = umask(mask)
    #expect(folder.mode("a.csv") == 0o666 & ~mask)
  }

  @Test func `an existing file stays unless told, then keeps its permissions`() throws {
    let folder = TestFolder("existing")
    try writeAtomically(Array("old".utf8), to: folder.file("a"), overwriting: false)
    _ = unsafe chmod(folder.file("a"), 0o640)
    #expect(kind(folder.file("a"), overwriting: false) == .exists)
    #expect(folder.contents("a") == "old")
    #expect(kind(folder.file("a"), overwriting: true) == nil)
    #expect(folder.contents("a") == "new")
    #expect(folder.mode("a") == 0o640)
    #expect(folder.names == ["a"])
  }

  @Test func `a file that appears meanwhile stays`() {
    let folder = TestFolder("meanwhile")
    let path = folder.file("a")
    var calls = FileCalls.system
    calls.sync = { descriptor in
      let other = unsafe open(path, O_WRONLY | O_CREAT, 0o644)
      _ = unsafe write(other, "other", 5)
      _ = close(other)
      return 0
    }
    #expect(kind(path, overwriting: false, calls) == .exists)
    #expect(folder.contents("a") == "other")
    #expect(folder.names == ["a"])
  }

  @Test func `a missing folder, a folder and a device are refused`() {
    let folder = TestFolder("refused")
    for overwriting in [false, true] {
      #expect(kind(folder.file("no/a"), overwriting: overwriting) == .folderMissing)
      #expect(kind("", overwriting: overwriting) == .folderMissing)
      #expect(kind(folder.path, overwriting: overwriting) == .isFolder)
      #expect(kind(folder.file("new/"), overwriting: overwriting) == .isFolder)
      #expect(kind("/dev/full", overwriting: overwriting) == .notRegular)
    }
    #expect(kind("/dev/null/a", overwriting: true) == .folderMissing)
    #expect(kind(folder.file(String(repeating: "x", count: 300)), overwriting: true) == .other)
    #expect(folder.names.isEmpty)
  }

  @Test func `a folder that may not be written to is named`() {
    // The superuser may write anywhere but into /proc.
    let folder = TestFolder("unwritable")
    let path: String
    if getuid() == 0 {
      path = "/proc/prikk.csv"
    } else {
      _ = unsafe chmod(folder.path, 0o555)
      path = folder.file("a")
    }
    let failure = kind(path, overwriting: false)
    #expect(failure == .notAllowed || getuid() == 0 && failure == .folderMissing)
    _ = unsafe chmod(folder.path, 0o755)
    #expect(folder.names.isEmpty)
  }

  @Test func `a link is followed to its file`() throws {
    let folder = TestFolder("link")
    try writeAtomically(Array("old".utf8), to: folder.file("a"), overwriting: false)
    _ = unsafe symlink(folder.file("a"), folder.file("link"))
    _ = unsafe symlink(folder.file("nowhere"), folder.file("broken"))
    #expect(kind(folder.file("link"), overwriting: false) == .exists)
    #expect(kind(folder.file("broken"), overwriting: false) == .exists)
    #expect(kind(folder.file("broken"), overwriting: true) == .folderMissing)
    #expect(kind(folder.file("link"), overwriting: true) == nil)
    #expect(folder.contents("a") == "new")
    #expect(folder.names == ["a", "broken", "link"])
  }

  @Test func `short writes go on and interrupted ones are repeated`() {
    let folder = TestFolder("short")
    var calls = FileCalls.system
    let system = calls.write
    let turns = Turns()
    calls.write = { descriptor, bytes in
      turns.next() % 2 == 0 ? (-1, EINTR) : system(descriptor, bytes.prefix(1))
    }
    #expect(kind(folder.file("a"), overwriting: false, calls) == nil)
    #expect(folder.contents("a") == "new")
  }

  @Test func `a full disk leaves the old file and nothing half-written`() throws {
    for isAtSync in [false, true] {
      for errno in [ENOSPC, EDQUOT, EFBIG, EIO, 0] {
        let folder = TestFolder("full-\(isAtSync)-\(errno)")
        try writeAtomically(Array("old".utf8), to: folder.file("a"), overwriting: false)
        var calls = FileCalls.system
        let system = calls.write
        let turns = Turns()
        if isAtSync {
          guard errno != 0 else { continue }
          calls.sync = { _ in errno }
        } else {
          calls.write = { descriptor, bytes in
            if turns.next() == 0 { return system(descriptor, bytes.prefix(1)) }
            return (errno == 0 ? 0 : -1, errno)
          }
        }
        let expected: FileWriteError.Kind = errno == EIO ? .other : .diskFull
        #expect(kind(folder.file("a"), overwriting: true, calls) == expected)
        #expect(kind(folder.file("b"), overwriting: false, calls) == expected)
        #expect(folder.contents("a") == "old")
        #expect(folder.names == ["a"])
      }
    }
  }
}

/// Counts calls.
///
/// Used by one thread only.
private final class Turns: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      defer { count += 1 }
      return count
    }
  }
}
