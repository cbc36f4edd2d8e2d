import Glibc

/// The calls of the system that tests replace by failing ones.
struct FileCalls: Sendable {
  /// Writes some of the bytes: how many, or -1 and the error number.
  var write:
    @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> (count: Int, errno: Int32)
  /// Brings the file to the disk: 0, or the error number.
  var sync: @Sendable (_ descriptor: Int32) -> Int32

  /// The system's own.
  static let system = FileCalls(
    write: { descriptor, bytes in
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      return (count, count < 0 ? errno : 0)
    },
    sync: { descriptor in fsync(descriptor) == 0 ? 0 : errno })
}

/// Who may read a file that is written.
public enum FileAccess: Sendable, Hashable {
  /// Whom the user's settings or the file that is replaced allow.
  case usual
  /// The owner alone, from the first byte on: mode 0600.
  case ownerOnly
}

/// Writes `bytes` to the file at `path`, all of them or none.
///
/// They go to a temporary file in the same folder, to the disk, and only then under the name.
/// Without `overwriting` an existing file stays, even one that appears meanwhile. With it the file
/// keeps its permissions, and a link is followed to the file that it names.
public func writeAtomically(
  _ bytes: [UInt8], to path: String, overwriting: Bool
) throws(FileWriteError) {
  try writeAtomically([bytes], to: path, overwriting: overwriting, access: .usual, calls: .system)
}

/// Writes `bytes` to a new file in an open folder, all of them or none; `name` has no slash.
func writeAtomically(
  _ bytes: [UInt8], named name: String, in folder: Int32
) throws(FileWriteError) {
  precondition(!name.contains("/"), "a name in a folder leads nowhere else")
  try writeAtomically(
    [bytes], to: name, at: folder, overwriting: false, access: .usual, calls: .system)
}

/// Writes `pieces`, one after the other, to the file at `path`, all of them or none.
public func writeAtomically(
  pieces: some Sequence<[UInt8]>, to path: String, overwriting: Bool, access: FileAccess
) throws(FileWriteError) {
  try writeAtomically(pieces, to: path, overwriting: overwriting, access: access, calls: .system)
}

/// A path that does not begin with a slash is taken from `base`, an open folder.
func writeAtomically(
  _ pieces: some Sequence<[UInt8]>, to path: String, at base: Int32 = AT_FDCWD,
  overwriting: Bool, access: FileAccess, calls: FileCalls
) throws(FileWriteError) {
  let target = try destination(of: path, at: base, overwriting: overwriting)
  let folder = target.path.lastIndex(of: "/").map { String(target.path[...$0]) } ?? "./"
  let temporary = try openTemporary(in: folder, at: base, for: path, access: access)
  let failure = fill(
    temporary.descriptor, with: pieces, mode: access == .usual ? target.mode : nil, calls: calls)
  let closeFailure = close(temporary.descriptor) == 0 ? 0 : errno
  if failure != 0 || closeFailure != 0 {
    _ = unsafe unlinkat(base, temporary.path, 0)
    throw fileWriteError(failure != 0 ? failure : closeFailure, path)
  }
  if overwriting {
    guard unsafe renameat(base, temporary.path, base, target.path) == 0 else {
      let failure = errno
      _ = unsafe unlinkat(base, temporary.path, 0)
      throw fileWriteError(failure, path)
    }
  } else {
    // A second name for the file: unlike renaming, this fails when the name is taken.
    let failure = nameAnew(temporary.path, target.path, at: base)
    _ = unsafe unlinkat(base, temporary.path, 0)
    guard failure == 0 else { throw fileWriteError(failure, path) }
  }
  syncFolder(folder, at: base)
}

/// Gives a file a name that must be free: 0, or the error number.
private func nameAnew(_ temporary: String, _ path: String, at base: Int32) -> Int32 {
  if unsafe linkat(base, temporary, base, path, 0) == 0 { return 0 }
  guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { return errno }
  // Some disks know no second names: take the name with an empty file and replace that one.
  let claim = unsafe openat(
    base, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  guard claim >= 0 else { return errno }
  _ = close(claim)
  guard unsafe renameat(base, temporary, base, path) != 0 else { return 0 }
  let failure = errno
  _ = unsafe unlinkat(base, path, 0)
  return failure
}

/// Where the bytes will stand, and the permissions of the file that stands there.
private func destination(
  of path: String, at base: Int32, overwriting: Bool
) throws(FileWriteError) -> (path: String, mode: mode_t?) {
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw FileWriteError(kind: .folderMissing, path: path, errno: ENOENT)
  }
  var path = path
  var status = stat()
  guard unsafe fstatat(base, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    if path.hasSuffix("/") { throw FileWriteError(kind: .isFolder, path: path, errno: EISDIR) }
    return (path, nil)
  }
  guard status.st_mode & S_IFMT == S_IFLNK else {
    try requireReplaceable(status.st_mode, path, overwriting: overwriting)
    return (path, status.st_mode & 0o777)
  }
  let named = path
  if unsafe fstatat(base, path, &status, 0) == 0 {
    try requireReplaceable(status.st_mode, named, overwriting: overwriting)
  } else if !overwriting {
    throw FileWriteError(kind: .exists, path: named, errno: EEXIST)
  }
  guard let resolved = unsafe realpath(path, nil) else { throw fileWriteError(errno, named) }
  path = unsafe String(cString: resolved)
  unsafe free(resolved)
  return (path, status.st_mode & 0o777)
}

private func requireReplaceable(
  _ mode: mode_t, _ path: String, overwriting: Bool
) throws(FileWriteError) {
  switch mode & S_IFMT {
  case S_IFDIR: throw FileWriteError(kind: .isFolder, path: path, errno: EISDIR)
  case S_IFREG:
    if !overwriting { throw FileWriteError(kind: .exists, path: path, errno: EEXIST) }
  default: throw FileWriteError(kind: .notRegular, path: path, errno: 0)
  }
}

private func openTemporary(
  in folder: String, at base: Int32, for path: String, access: FileAccess
) throws(FileWriteError) -> (descriptor: Int32, path: String) {
  for attempt in 0..<100 {
    let temporary = "\(folder).prikk-\(getpid())-\(attempt).tmp"
    let descriptor = unsafe openat(
      base, temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
      access == .ownerOnly ? 0o600 : 0o666)
    if descriptor >= 0 { return (descriptor, temporary) }
    if errno != EEXIST { throw fileWriteError(errno, path) }
  }
  throw FileWriteError(kind: .other, path: path, errno: EEXIST)
}

/// Writes all bytes and brings them to the disk: 0, or the error number.
private func fill(
  _ descriptor: Int32, with pieces: some Sequence<[UInt8]>, mode: mode_t?, calls: FileCalls
) -> Int32 {
  // Disks without permissions refuse this, which is no reason not to write.
  if let mode { _ = fchmod(descriptor, mode) }
  for piece in pieces {
    var rest = piece[...]
    while !rest.isEmpty {
      let (count, failure) = calls.write(descriptor, rest)
      if count < 0 {
        if failure == EINTR { continue }
        return failure
      }
      // A write that takes nothing and says nothing would go on for ever.
      if count == 0 { return ENOSPC }
      rest = rest.dropFirst(count)
    }
  }
  let failure = calls.sync(descriptor)
  return [EINVAL, ENOSYS, ENOTSUP].contains(failure) ? 0 : failure
}

/// Brings the new name to the disk.
///
/// That it fails is no reason to say that nothing was written.
private func syncFolder(_ folder: String, at base: Int32) {
  let descriptor = unsafe openat(base, folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  _ = fsync(descriptor)
  _ = close(descriptor)
}

private func fileWriteError(_ errno: Int32, _ path: String) -> FileWriteError {
  let kind: FileWriteError.Kind =
    switch errno {
    case EEXIST: .exists
    case ENOENT, ENOTDIR: .folderMissing
    case EISDIR: .isFolder
    case EACCES, EPERM, EROFS: .notAllowed
    case ENOSPC, EDQUOT, EFBIG: .diskFull
    default: .other
    }
  return FileWriteError(kind: kind, path: path, errno: errno)
}
