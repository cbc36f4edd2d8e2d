import Glibc

/// A folder that people may write tables to, and nothing else: for sessions of strangers.
///
/// It is opened once and written to through that descriptor, so that no other folder takes its
/// place. A name is a plain name, no file is replaced, no link is followed, and there is an end to
/// what goes in.
public final class ExportFolder: Sendable {
  /// What may go in.
  public struct Limits: Sendable, Hashable {
    /// Bytes of one file.
    public var fileBytes: Int
    /// Files in the folder, whoever put them there.
    public var files: Int
    /// Bytes of all files in the folder.
    public var bytes: Int

    /// Limits, each given.
    public init(fileBytes: Int, files: Int, bytes: Int) {
      self.fileBytes = fileBytes
      self.files = files
      self.bytes = bytes
    }

    /// 10 MB a file, 1000 files, 1 GB.
    public static let standard = Limits(
      fileBytes: 10_000_000, files: 1_000, bytes: 1_000_000_000)
  }

  /// Why a file was not written.
  public enum Refusal: Error, Sendable, Hashable {
    /// The name is none that may be given here.
    case name
    /// The file would be larger than any may be.
    case tooLarge
    /// The folder has as much as it may have.
    case full
    /// The system could not write it.
    case failed(FileWriteError)
  }

  private let descriptor: Int32
  private let limits: Limits

  /// Opens the folder at `path`, which is a folder itself and not a link to one; `nil` when it
  /// cannot be written to.
  public init?(path: String, limits: Limits) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.limits = limits
    guard unsafe faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Writes a new file, whole or not at all.
  public func write(_ bytes: [UInt8], as name: String) throws(Refusal) {
    guard Self.allows(name) else { throw .name }
    guard bytes.count <= limits.fileBytes else { throw .tooLarge }
    // One session at a time counts and writes; the lock goes with the descriptor, however it ends.
    let lock = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
      if lock >= 0 { close(lock) }
      throw .failed(FileWriteError(kind: .other, path: name, errno: errno))
    }
    defer { close(lock) }
    let held = held(lock)
    guard held.files < limits.files, held.bytes + bytes.count <= limits.bytes else { throw .full }
    do throws(FileWriteError) {
      try writeAtomically(bytes, named: name, in: descriptor)
    } catch {
      throw .failed(error)
    }
  }

  /// Whether a file may have this name: letters, digits, `-` and `_`, and `.csv` at the end.
  public static func allows(_ name: String) -> Bool {
    let ending = ".csv"
    guard name.hasSuffix(ending), (5...120).contains(name.utf8.count) else { return false }
    let stem = name.unicodeScalars.dropLast(ending.count)
    guard let first = stem.first, first != "-" else { return false }
    return stem.allSatisfy { scalar in
      "-_".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
    }
  }

  /// What is in the folder, temporary files of others included.
  private func held(_ folder: Int32) -> (files: Int, bytes: Int) {
    // Reading moves the place in the folder: of a descriptor of its own.
    let copy = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let listing = unsafe fdopendir(copy) else { return (.max, 0) }
    defer { unsafe closedir(listing) }
    var held = (files: 0, bytes: 0)
    while let entry = unsafe readdir(listing) {
      var status = stat()
      let isThere = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        }
      }
      guard isThere, status.st_mode & S_IFMT != S_IFDIR else { continue }
      held.files += 1
      held.bytes += Int(status.st_size)
    }
    return held
  }
}
