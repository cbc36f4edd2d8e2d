/// Why a file was not written.
///
/// Nothing half-written is left behind.
public struct FileWriteError: Error, Sendable, Hashable {
  /// What stood in the way.
  public enum Kind: Sendable, Hashable {
    /// There is a file of that name and it was not to be overwritten.
    case exists
    /// The folder does not exist, or a link leads nowhere.
    case folderMissing
    /// The path names a folder.
    case isFolder
    /// The path names a device, a pipe or a socket.
    case notRegular
    /// The folder or the file may not be written to, or stands on a read-only disk.
    case notAllowed
    /// The disk or the user's share of it is full, or the file would be too large.
    case diskFull
    /// Something else; see `errno`.
    case other
  }
  /// What stood in the way.
  public let kind: Kind
  /// The file that was to be written.
  public let path: String
  /// The error number of the system, or 0.
  public let errno: Int32

  /// An error at `path`.
  public init(kind: Kind, path: String, errno: Int32) {
    self.kind = kind
    self.path = path
    self.errno = errno
  }

  /// The error as a sentence.
  public var message: String {
    switch kind {
    case .exists: "\(path) exists already and was not overwritten."
    case .folderMissing: "\(path) could not be written: its folder does not exist."
    case .isFolder: "\(path) is a folder: name a file in it."
    case .notRegular: "\(path) is not a regular file and was left alone."
    case .notAllowed: "\(path) could not be written: permission denied."
    case .diskFull: "\(path) could not be written: no space left. Nothing was left half-written."
    case .other: "\(path) could not be written (system error \(errno))."
    }
  }
}
