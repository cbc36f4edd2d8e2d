import Glibc

/// Where a user's files of this program are, by the rules of the XDG Base Directory Specification.
struct UserFolders {
  /// Saved views.
  let views: String?
  /// What a session leaves for the next one.
  let state: String?

  /// The folders that the environment says; `nil` where it says none.
  init(_ variable: (String) -> String? = UserFolders.variable) {
    func folder(_ name: String, _ usual: String) -> String? {
      // A path that is not absolute is to be ignored.
      if let path = variable(name), path.hasPrefix("/") { return path + "/prikk" }
      guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
      return "\(home)/\(usual)/prikk"
    }
    views = folder("XDG_DATA_HOME", ".local/share").map { $0 + "/views" }
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// A variable of the environment; `nil` when it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Makes a folder and those that it stands in, for the user alone; says whether it is there.
  static func make(_ path: String) -> Bool {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if unsafe mkdir(made, 0o700) != 0, ![EEXIST, EACCES, EROFS].contains(errno) { return false }
    }
    return unsafe access(path, W_OK | X_OK) == 0
  }
}
