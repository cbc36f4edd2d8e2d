import Glibc
import Publication
import TableFiles

/// The releases of a folder, as `prikk build` writes them.
struct ReleaseFolder {
  let path: String

  /// The release of a statistic.
  /// - Throws: ``Complaint`` when there is none, or it is of other definitions.
  func release(of description: StatisticDescription) throws(Complaint) -> Release {
    let file = "\(path)/\(releaseFileName(of: description))"
    guard let bytes = Self.bytes(of: file) else {
      throw Complaint.failed(
        "\(file) cannot be read. Write it with `prikk build --out \(path)`, or name another folder."
      )
    }
    guard let release = try? ReleaseFile.decode(bytes, as: description) else {
      throw Complaint.failed(
        """
        \(file) is not a release of this program's definitions. Write it anew with `prikk build \
        --out \(path) --overwrite`.
        """)
    }
    return release
  }

  /// The bytes of a regular file, or `nil`.
  private static func bytes(of file: String) -> [UInt8]? {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
