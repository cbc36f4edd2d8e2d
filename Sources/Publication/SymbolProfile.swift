public import Classifications

/// The symbols of an agency: what stands in a cell without a figure, and what it means.
///
/// The same symbol means different things in different countries.
public enum SymbolProfile: UInt8, Sendable, Hashable, CaseIterable {
  /// Statistics Norway, "Explanation of symbols".
  case norway = 0
  /// Statistics Denmark, "Signaturforklaring".
  case denmark = 1

  /// What stands for a status, or `nil` for a published figure.
  public func symbol(of status: CellStatus) -> String? {
    switch (status, self) {
    case (.published, _): nil
    case (.suppressed, .norway): ":"
    case (.suppressed, .denmark): ".."
    case (.notApplicable, _): "."
    case (.missing, .norway): ".."
    case (.missing, .denmark): "…"
    }
  }

  /// The symbol of a status in words.
  public func meaning(of status: CellStatus) -> Label {
    switch (status, self) {
    case (.published, _): Label(english: "Published", national: "Offentliggjort")
    case (.suppressed, .norway):
      Label(english: "Not for publication", national: "Tall kan ikke offentliggjøres")
    case (.suppressed, .denmark):
      Label(
        english: "Too uncertain or confidential",
        national: "Oplysninger for usikre til at angives eller må ikke offentliggøres")
    case (.notApplicable, .norway):
      Label(english: "Category not applicable", national: "Tall kan ikke forekomme")
    case (.notApplicable, .denmark):
      Label(
        english: "Category not applicable",
        national: "Tal kan efter sagens natur ikke forekomme")
    case (.missing, .norway): Label(english: "Data not available", national: "Oppgave mangler")
    case (.missing, .denmark):
      Label(english: "Data not available", national: "Oplysninger foreligger ikke")
    }
  }
}
