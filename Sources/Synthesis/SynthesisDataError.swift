public import DelimitedText

/// Why registers cannot be synthesized from the files under `data/`, and where.
public struct SynthesisDataError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missingFile
    /// The file is not a table with the columns of its kind.
    case table(DelimitedTable.Failure.Kind)
    /// A text that should be a number is not one.
    case notANumber(String)
    /// A figure stands twice, or a figure that the synthesis needs is missing.
    case figure(codes: [String])
    /// Figures that must add up do not.
    case disagreement(codes: [String])
    /// A code that the code lists do not have.
    case unknownCode(String)
  }
  /// The file, relative to the data folder.
  public let path: String
  /// What is wrong.
  public let kind: Kind
  /// Where in the file, or `nil` when it is about the file as a whole.
  public let position: TextPosition?

  /// An error in a file.
  public init(path: String, kind: Kind, position: TextPosition?) {
    self.path = path
    self.kind = kind
    self.position = position
  }
}

/// The wanted columns of the comma-separated file at `path`.
func rows(
  at path: String, columns: [String], in files: (String) -> [UInt8]?
) throws(SynthesisDataError) -> [[DelimitedField]] {
  guard let bytes = files(path) else {
    throw SynthesisDataError(path: path, kind: .missingFile, position: nil)
  }
  do throws(DelimitedTable.Failure) {
    return try DelimitedTable(bytes, format: .commas, columns: columns).rows
  } catch {
    throw SynthesisDataError(path: path, kind: .table(error.kind), position: error.position)
  }
}

/// What `read` makes of the text of a field, or an error that it is not a number.
func number<Value>(
  _ field: DelimitedField, in path: String, _ read: (String) -> Value?
) throws(SynthesisDataError) -> Value {
  guard let value = read(field.text) else {
    throw SynthesisDataError(
      path: path, kind: .notANumber(field.text), position: field.position)
  }
  return value
}
