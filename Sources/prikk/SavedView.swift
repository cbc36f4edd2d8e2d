import Glibc
import Statistics
import TableViews

/// A saved view that a command is to show.
struct SavedView {
  private let path: String

  /// The view in a file or, where there is no such file, saved under the name.
  init(named name: String) {
    let isFile = unsafe name.contains("/") || access(name, F_OK) == 0
    path = isFile ? name : KeptViews().path(of: name) ?? name
  }

  /// The view that was open when the last session ended.
  init(leftOpenBy views: KeptViews) throws(Complaint) {
    guard let path = views.leftOpenPath, unsafe access(path, F_OK) == 0 else {
      throw Complaint.failed(
        "there is no session to resume: no view was open when one ended. `prikk` opens the tables.")
    }
    self.path = path
  }

  /// The view, on what the release holds now.
  func state(in workbench: Workbench) throws(Complaint) -> ViewState {
    let text = String(decoding: try fileBytes(path, atMost: 1 << 16), as: UTF8.self)
    do throws(ViewFileProblem) {
      return try ViewFile(text: text).state(in: workbench.definitions.map(\.description))
    } catch {
      throw Complaint.line(
        error.line, of: path, error.excerpt, because: error.reason, wayOut: error.wayOut)
    }
  }
}
