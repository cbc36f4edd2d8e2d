import CEmbeddedData
public import Classifications
public import Synthesis

/// The files of `data/` as they are compiled in, by path relative to that folder.
public let embeddedFiles: [String: [UInt8]] = {
  var files: [String: [UInt8]] = [:]
  for index in 0..<embeddedFileCount() {
    let file = unsafe embeddedFile(index)
    let path = unsafe String(cString: file.path)
    files[path] = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
  return files
}()

/// The code lists and published figures that are compiled in, read once for all tests.
public enum EmbeddedClassifications {
  /// The code lists.
  public static let library: Result<ClassificationLibrary, ClassificationError> =
    Result { () throws(ClassificationError) in
      try ClassificationLibrary(files: { embeddedFiles[$0] })
    }
  /// The synthetic registers of seed 1, made once for all tests.
  public static let registers: Result<SyntheticRegisters, any Error> = Result {
    try SyntheticRegisters(seed: 1, inputs: inputs())
  }

  /// What the synthesis rests on.
  public static func inputs() throws -> SynthesisInputs {
    try SynthesisInputs(library: library.get(), files: { embeddedFiles[$0] })
  }
}
