import Glibc
import Registers
import Synchronization
import Testing

@testable import RegisterFiles

/// Files on the disk, and forms that a text may have.
@Suite struct FileTests {
  private let reader = RegisterReader(Samples.codeAndNumber, onError: .stop, lanes: 2)

  /// Gives `work` the path of a file with `bytes`, which goes away afterwards.
  private func withFile(_ name: String, _ bytes: [UInt8], _ work: (String) throws -> Void) throws {
    let path = "/tmp/prikk-registers-\(getpid())-\(name).csv"
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { _ = unsafe unlink(path) }
    let count = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    _ = close(descriptor)
    try #require(count == bytes.count)
    try work(path)
  }

  private func kind(of path: String) -> RegisterFileError.Kind? {
    #expect(throws: RegisterFileError.self) { try reader.read(path: path) }?.kind
  }

  @Test func `line ends, blank lines, a mark and a missing last line end change nothing`() throws {
    let lines = ["c0,c1", "a,1", "\"a,1\",", "å,-3"]
    let expected: [[Int32]] = [[0, 2, 3], [1, RegisterRecords.missing, -3]]
    for mark in ["", "\u{FEFF}"] {
      for end in ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r"] {
        for last in ["", end] {
          for first in ["", end] {
            let text = mark + first + lines.joined(separator: end) + last
            let reading = try reader.read(Array(text.utf8), file: "f")
            #expect(reading.records.columns == expected, "\(text.debugDescription)")
          }
        }
      }
    }
  }

  @Test func `columns may stand in any order`() throws {
    let reading = try reader.read(Array("c1,c0\n5,a\n".utf8), file: "f")
    #expect(reading.records.columns == [[0], [5]])
    #expect(reading.records.layout == Samples.codeAndNumber)
  }

  @Test func `a file of several blocks is read whole, with progress to its end`() throws {
    let rows = 300_000
    let columns = [
      (0..<rows).map { Int32($0 % 4) }, (0..<rows).map { Int32($0 * 7919 % 1_000_003) },
    ]
    let records = RegisterRecords(Samples.codeAndNumber, columns: columns)
    let bytes = RegisterWriter(records).bytes()
    try #require(bytes.count > 2 << 20)
    try withFile("blocks", bytes) { path in
      let seen = Mutex<[Int]>([])
      let reading = try reader.read(path: path) { done, all in
        #expect(all == bytes.count)
        seen.withLock { $0.append(done) }
      }
      #expect(reading.records == records)
      let steps = seen.withLock { $0 }
      #expect(steps.count == 3 && steps == steps.sorted() && steps.last == bytes.count)
    }
  }

  @Test func `an empty file, and one of a header alone`() throws {
    try withFile("empty", []) { #expect(kind(of: $0) == .emptyFile) }
    try withFile("header", Array("c0,c1".utf8)) { path in
      let records = try reader.read(path: path).records
      #expect(records == RegisterRecords(Samples.codeAndNumber))
    }
  }

  @Test func `what is no file is refused and not waited for`() throws {
    #expect(kind(of: "") == .missingFile)
    #expect(kind(of: "/tmp/prikk\0") == .missingFile)
    #expect(kind(of: "/tmp/prikk-registers-\(getpid())-none.csv") == .missingFile)
    #expect(kind(of: "/dev/null/file.csv") == .missingFile)
    #expect(kind(of: "/tmp") == .isFolder)
    #expect(kind(of: "/dev/null") == .notRegular)
    let pipe = "/tmp/prikk-registers-\(getpid())-pipe"
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    defer { _ = unsafe unlink(pipe) }
    #expect(kind(of: pipe) == .notRegular)
  }

  @Test func `a file that may not be read is refused`() throws {
    try withFile("locked", Array("c0,c1\n".utf8)) { path in
      _ = unsafe chmod(path, 0)
      // Whoever may do everything may read it even so.
      if geteuid() == 0 {
        let rowCount = try reader.read(path: path).records.rowCount
        #expect(rowCount == 0)
      } else {
        #expect(kind(of: path) == .notAllowed)
      }
    }
  }

  @Test func `a file that fails or becomes shorter while it is read is refused`() throws {
    var buffer = Array(repeating: UInt8(0), count: 8)
    #expect(ByteSource.file(descriptor: -1, size: 8).read(0..<8, into: &buffer, at: 0) == EBADF)
    try withFile("short", Array("12345".utf8)) { path in
      let descriptor = unsafe open(path, O_RDONLY)
      defer { _ = close(descriptor) }
      let source = ByteSource.file(descriptor: descriptor, size: 8)
      #expect(source.read(0..<8, into: &buffer, at: 0) == ENODATA)
      #expect(source.read(1..<4, into: &buffer, at: 2) == 0)
      #expect(buffer[2..<5] == [50, 51, 52])
    }
  }
}
