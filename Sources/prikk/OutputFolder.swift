import Glibc

/// That the folder is there or can be made and, unless files may be replaced, none of them is.
func requireRoom(
  in folder: String, for paths: [String], overwriting: Bool
) throws(Complaint) {
  var status = stat()
  guard unsafe stat(folder, &status) == 0 else {
    let parent = parentFolder(of: folder)
    guard unsafe stat(parent, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint.failed(
        """
        there is no folder "\(parent)" to make "\(folder)" in. Make it, or name another with --out.
        """)
    }
    return
  }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    throw Complaint.failed("\"\(folder)\" is not a folder. Name another with --out.")
  }
  for path in paths where unsafe lstat(path, &status) == 0 {
    guard overwriting else {
      throw Complaint.failed("\(path) exists already. Use --overwrite to replace it.")
    }
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw Complaint.failed("\(path) is not a regular file. Move it away, or name another folder.")
    }
  }
}

/// Makes a folder when it is not there, in one that is.
func makeFolder(_ path: String) throws(Complaint) {
  guard unsafe mkdir(path, 0o777) != 0, errno != EEXIST else { return }
  let failure = errno
  let reason = failure == EACCES ? "permission denied" : "system error \(failure)"
  throw Complaint.failed("the folder \"\(path)\" could not be made: \(reason).")
}

/// The folder that a folder stands in: what is before the last component of its path.
private func parentFolder(of path: String) -> String {
  let parts = path.split(separator: "/", omittingEmptySubsequences: true)
  let parent = parts.dropLast().joined(separator: "/")
  if path.hasPrefix("/") { return "/" + parent }
  return parent.isEmpty ? "." : parent
}
