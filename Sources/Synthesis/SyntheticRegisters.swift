public import Classifications
public import Registers

/// What the synthesis rests on: code lists, published figures, and weights where there are none.
public struct SynthesisInputs: Sendable {
  /// The code lists.
  public let library: ClassificationLibrary
  /// The published tables.
  public let figures: PublishedFigures
  let weights: SynthesisWeights

  /// The inputs in the files that `files` gives by path relative to the data folder.
  /// - Throws: ``SynthesisDataError`` with file and place of the first thing that is wrong.
  public init(
    library: ClassificationLibrary, files: (String) -> [UInt8]?
  ) throws(SynthesisDataError) {
    self.library = library
    figures = try PublishedFigures(files: files)
    weights = try SynthesisWeights(library: library, files: files)
  }
}

/// The three synthetic registers of one seed.
///
/// No row is a real person.
public struct SyntheticRegisters: Sendable {
  /// Participants of the introduction programme 2019, laid out as ``ParticipantRegister``.
  public let participants2019: Register
  /// Recipients of work assessment allowance 2022, laid out as ``AllowanceRegister``.
  public let allowance2022: Register
  /// The population 18-67 of 2022, laid out as ``PopulationRegister``.
  public let population2022: Register

  /// Synthesizes all three; the same seed gives the same registers everywhere.
  /// - Throws: ``SynthesisDataError`` when figures are missing or contradict each other.
  public init(seed: UInt64, inputs: SynthesisInputs) throws(SynthesisDataError) {
    participants2019 = try synthesizeParticipants(seed: seed, inputs: inputs)
    allowance2022 = try synthesizeAllowance(seed: seed, inputs: inputs)
    population2022 = try synthesizePopulation(allowance: allowance2022, inputs: inputs)
  }
}
