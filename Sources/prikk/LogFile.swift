import Glibc
import Synchronization

/// A file that a session is written down in, line by line as it goes, for its owner's eyes only.
///
/// Lines are appended and go to the system at once: whatever ends the program, all that was asked
/// for until then stands there.
final class LogFile: Sendable {
  private let descriptor: Int32
  private let path: String
  private let failure = Mutex<Int32>(0)

  /// Makes the file; one that is there already is left as it is.
  init(path: String) throws(Complaint) {
    self.path = path
    descriptor = unsafe open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let reason =
        switch errno {
        case EEXIST, ELOOP: "there is such a file already. Name another, or take it away."
        case ENOENT, ENOTDIR: "its folder does not exist. Make it, or name another file."
        case EACCES, EPERM, EROFS: "permission denied. Name a file in another folder."
        case EISDIR: "it is a folder. Name a file in it."
        default: "system error \(errno). Name another file."
        }
      throw Complaint.failed("the log \(path) cannot be written: \(reason)")
    }
  }

  deinit { close(descriptor) }

  /// Appends some text; after a first failure nothing more.
  func append(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, failure.withLock({ $0 == 0 }) {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        failure.withLock { $0 = count < 0 ? errno : ENOSPC }
        return
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Complains when something could not be written.
  func requireWhole() throws(Complaint) {
    let failure = failure.withLock { $0 }
    guard failure != 0 else { return }
    let reason = [ENOSPC, EDQUOT, EFBIG].contains(failure) ? "no space left" : "error \(failure)"
    throw Complaint.failed(
      "the log \(path) is not whole: \(reason). What stands there can be replayed.")
  }
}
