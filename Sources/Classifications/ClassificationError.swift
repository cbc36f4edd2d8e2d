public import DelimitedText

/// Why a classification cannot be had from its files, and where.
public struct ClassificationError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// There is no such file.
    case missingFile
    /// The file is not a table with the columns of its kind.
    case table(DelimitedTable.Failure.Kind)
    /// A text that should be a whole number is not one.
    case notANumber(String)
    /// The list has no categories.
    case empty
    /// The first category is not the root, or another one is a root too.
    case notOneRoot
    /// A category stands more than one level below the one before it.
    case skippedLevel(code: String)
    /// A code stands twice.
    case repeatedCode(String)
    /// The file of levels does not name as many levels as the list has.
    case levelLabels(found: Int, expected: Int)
    /// A level stands in the file of levels before the one above it.
    case levelOutOfOrder(Int)
    /// A code belongs to no category of the classification that the file speaks of.
    case unknownCode(String)
    /// The shares of a code that is split do not add up to 100 per cent.
    case incompleteSplit(code: String)
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
