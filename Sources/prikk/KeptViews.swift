import Explorer
import Glibc
import Session
import TableFiles
import TableViews

/// The folder of saved views, one file each, and the view that was left open.
struct KeptViews {
  /// How the names of the files end.
  private static let ending = ".view"
  /// More views than anybody saves: a folder full of other things is not read whole.
  private static let most = 1_000
  /// The largest file that is read as a view.
  private static let mostBytes = 1 << 16

  private let folder: String?
  private let state: String?

  /// The views of a user.
  init(_ folders: UserFolders = UserFolders()) {
    folder = folders.views
    state = folders.state
  }

  /// Saves and finds views for a session.
  var shelf: ViewShelf {
    ViewShelf(keep: keep, find: find, leave: leave)
  }

  /// The file of a view with a name, whether it is there or not.
  func path(of name: String) -> String? {
    guard ViewName.problem(name) == nil else { return nil }
    return folder.map { "\($0)/\(name)\(Self.ending)" }
  }

  /// The file of the view that was left open.
  var leftOpenPath: String? { state.map { $0 + "/left-open" + Self.ending } }

  /// Saves a view under its name.
  @Sendable private func keep(_ request: KeepRequest) -> ExportOutcome {
    guard let folder, let path = path(of: request.name) else {
      return .failed("There is no folder for views: set HOME or XDG_DATA_HOME.")
    }
    guard UserFolders.make(folder) else {
      return .failed("The folder \(folder) cannot be made or written to.")
    }
    do throws(FileWriteError) {
      try writeAtomically(Array(request.text.utf8), to: path, overwriting: request.overwrite)
      return .written
    } catch {
      return error.kind == .exists ? .exists : .failed(error.message)
    }
  }

  /// All views, by name; the one that was left open first.
  @Sendable private func find() -> [KeptView] {
    var views: [KeptView] = []
    if let path = leftOpenPath, let text = text(path) {
      views.append(KeptView(name: KeptView.leftOpenName, text: text, isLeftOpen: true))
    }
    for name in names {
      guard let path = path(of: name), let text = text(path) else { continue }
      views.append(KeptView(name: name, text: text, isLeftOpen: false))
    }
    return views
  }

  /// Leaves the open view for the next session; a user who goes is not kept from it by an error.
  @Sendable private func leave(_ text: String) {
    guard let state, let path = leftOpenPath, UserFolders.make(state) else { return }
    try? writeAtomically(
      pieces: [Array(text.utf8)], to: path, overwriting: true, access: .ownerOnly)
  }

  /// The names of the views in the folder, in the order of their code points.
  private var names: [String] {
    guard let folder, let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < Self.most, let entry = unsafe readdir(stream) {
      let file = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard file.hasSuffix(Self.ending) else { continue }
      let name = String(file.dropLast(Self.ending.count))
      if ViewName.problem(name) == nil { names.append(name) }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The text of a file; `nil` when it cannot be read or is too large for a view.
  private func text(_ path: String) -> String? {
    guard let bytes = try? fileBytes(path, atMost: Self.mostBytes) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
