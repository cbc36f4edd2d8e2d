import CEmbeddedData

/// The files of `data/` that the program carries.
enum EmbeddedFiles {
  /// The bytes of a file, named from `data/`, or `nil` when there is none.
  static func bytes(_ path: String) -> [UInt8]? {
    for index in 0..<embeddedFileCount() {
      let file = unsafe embeddedFile(index)
      if unsafe String(cString: file.path) == path {
        return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return nil
  }
}
