public import Classifications

/// What the synthesis rests on: code lists, published figures, and weights where there are none.
public struct SynthesisInputs: Sendable {
  /// The code lists.
  public let library: ClassificationLibrary
  /// The published tables.
  public let figures: PublishedFigures
  let weights: SynthesisWeights
  let integration: IntegrationWeights
  let introduction: IntroductionPersons

  /// The inputs in the files that `files` gives by path relative to the data folder.
  /// - Throws: ``SynthesisDataError`` with file and place of the first thing that is wrong.
  public init(
    library: ClassificationLibrary, files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) {
    self.library = library
    figures = try PublishedFigures(files: files)
    weights = try SynthesisWeights(library: library, files: files)
    introduction = try IntroductionPersons(library: library, files: files)
    integration = try IntegrationWeights(lists: library.danish, files: files)
  }
}
