import Glibc

/// Where the bytes of a register come from; any part of it may be read from any thread.
enum ByteSource: Sendable {
  case memory([UInt8])
  /// An open file that had `size` bytes when it was opened.
  case file(descriptor: Int32, size: Int)

  var size: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(_, let size): size
    }
  }

  /// Puts the bytes of `range` into `buffer` from `start` on: 0, or the error number.
  /// - Precondition: `buffer` is long enough.
  func read(_ range: Range<Int>, into buffer: inout [UInt8], at start: Int) -> Int32 {
    switch self {
    case .memory(let bytes):
      buffer.replaceSubrange(start..<start + range.count, with: bytes[range])
      return 0
    case .file(let descriptor, _):
      return unsafe buffer[start..<start + range.count].withUnsafeMutableBytes { room in
        var done = 0
        while done < range.count {
          let count = unsafe pread(
            descriptor, room.baseAddress?.advanced(by: done), range.count - done,
            range.lowerBound + done)
          if count < 0, errno == EINTR { continue }
          // A file that ends early has been cut meanwhile.
          guard count > 0 else { return count < 0 ? errno : ENODATA }
          done += count
        }
        return 0
      }
    }
  }

  /// Opens the file at `path`, lets `work` read it and closes it.
  static func withFile<Result>(
    _ path: String, _ work: (ByteSource) throws(RegisterFileError) -> Result
  ) throws(RegisterFileError) -> Result {
    func error(_ kind: RegisterFileError.Kind) -> RegisterFileError {
      RegisterFileError(file: path, kind: kind)
    }
    guard !path.isEmpty, !path.utf8.contains(0) else { throw error(.missingFile) }
    // Without waiting for the other end of a pipe.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw error(kind(of: errno)) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw error(kind(of: errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try work(.file(descriptor: descriptor, size: Int(status.st_size)))
    case S_IFDIR: throw error(.isFolder)
    default: throw error(.notRegular)
    }
  }

  private static func kind(of errno: Int32) -> RegisterFileError.Kind {
    switch errno {
    case ENOENT, ENOTDIR: .missingFile
    case EISDIR: .isFolder
    case EACCES, EPERM: .notAllowed
    case ENXIO: .notRegular
    default: .unreadable(errno: errno)
    }
  }
}
