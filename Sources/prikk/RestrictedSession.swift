import Explorer
import Glibc
import Session
import TableFiles

/// The explorer for somebody who is not trusted with more: `ForceCommand` of sshd.
///
/// Nothing of the caller reaches further than the kind of the terminal and its language: the
/// environment is emptied, so that no library opens a file that a variable names.
struct RestrictedSession {
  /// What the caller may say about the terminal, where it is said in plain letters.
  let environment: [String: String]
  /// What may be done.
  let rights: SessionRights
  /// Writes exports, or refuses them.
  let exporter: Exporter

  /// Gives up what a stranger must not have.
  /// - Parameters:
  ///   - folder: where exports go; none without.
  ///   - variables: what the caller says about the terminal.
  /// - Throws: ``Complaint`` when the folder cannot be written to.
  init(exportFolder folder: String?, variables: [String: String]) throws(Complaint) {
    environment = variables.filter { Self.isPlain($0.value) }
    guard clearenv() == 0 else {
      throw Complaint.failed("the environment cannot be emptied.")
    }
    let limits = ExportFolder.Limits.standard
    let most = rlim_t(limits.fileBytes)
    var size = rlimit(rlim_cur: most, rlim_max: most)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &size)
    rights = SessionRights(hasShell: false, writesFiles: folder != nil, keepsViews: false)
    guard let folder else {
      exporter = { _ in .failed("This session writes no files.") }
      return
    }
    guard let open = ExportFolder(path: folder, limits: limits) else {
      throw Complaint.failed(
        "\(folder) is not a folder that can be written to. Name one with --export-folder.")
    }
    exporter = { Self.write($0, to: open) }
  }

  /// Whether a value is a name and no path: sequences of letters, digits and `_.@+-`, 64 at most.
  static func isPlain(_ value: String) -> Bool {
    (1...64).contains(value.utf8.count) && !value.hasPrefix(".")
      && value.utf8.allSatisfy { byte in
        let character = Character(Unicode.Scalar(byte))
        return byte < 0x80
          && (character.isLetter || character.isNumber || "_.@+-".contains(character))
      }
  }

  private static func write(_ request: ExportRequest, to folder: ExportFolder) -> ExportOutcome {
    do throws(ExportFolder.Refusal) {
      try folder.write(
        request.document.csv(.export(labels: request.labelStyle)), as: request.path)
      return .written
    } catch {
      switch error {
      case .name: return .failed("A name has letters, digits, - and _, and ends in .csv.")
      case .tooLarge: return .failed("The file would be too large; choose fewer values with f.")
      case .full: return .failed("The folder for exports is full; Y copies the view instead.")
      case .failed(let reason) where reason.kind == .exists:
        return .failed("\(request.path) exists already; choose another name.")
      case .failed(let reason): return .failed(reason.message)
      }
    }
  }
}
