import Glibc

/// The bytes of a regular file.
/// - Throws: ``Complaint`` that says why there are none, or that there are too many.
func fileBytes(_ path: String, atMost most: Int = .max) throws(Complaint) -> [UInt8] {
  // Without waiting for the other end of a pipe.
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw unreadable(path, because: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(path, because: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw Complaint.failed("\(path) is not a regular file. Name a file.")
  }
  guard status.st_size <= most else {
    throw Complaint.failed("\(path) is too large: it has more than \(most) bytes.")
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(status.st_size))
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw unreadable(path, because: errno) }
    if count == 0 { return bytes }
    bytes += buffer.prefix(count)
  }
}

private func unreadable(_ path: String, because failure: Int32) -> Complaint {
  let reason =
    switch failure {
    case ENOENT, ENOTDIR: "there is no such file."
    case EACCES, EPERM: "permission denied."
    default: "system error \(failure)."
    }
  return .failed("\(path) cannot be read: \(reason)")
}
