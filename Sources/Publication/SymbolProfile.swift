public import Classifications

/// The symbols of an agency: what stands in a cell, and what it means.
///
/// The same symbol means different things in different countries. Statistics Norway: "Explanation
/// of symbols"; Statistics Denmark: "Signaturforklaring".
public enum SymbolProfile: UInt8, Sendable, Hashable, CaseIterable {
  /// Statistics Norway.
  case norway = 0
  /// Statistics Denmark.
  case denmark = 1

  /// What stands for a status, or `nil` for a published figure.
  public func symbol(of status: CellStatus) -> String? {
    switch (status, self) {
    case (.published, _): nil
    case (.suppressed, .norway): ":"
    case (.suppressed, .denmark): ".."
    case (.notApplicable, _): "."
    case (.missing, .norway): ".."
    case (.notYet, .norway): "..."
    case (.missing, .denmark), (.notYet, .denmark): "…"
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
    case (.notYet, .norway):
      Label(english: "Data not yet available", national: "Oppgave mangler foreløpig")
    case (.missing, .denmark), (.notYet, .denmark):
      Label(english: "Data not available", national: "Oplysninger foreligger ikke")
    }
  }

  /// What stands for nil: nobody, not a figure that is rounded to 0.
  public var nilSymbol: String { "-" }

  /// Nil in words.
  public var nilMeaning: Label {
    switch self {
    case .norway: Label(english: "Nil", national: "Null")
    case .denmark: Label(english: "Nil", national: "Nul")
    }
  }

  /// What stands before the first period after a break in a series, which is vertical when periods
  /// stand below each other.
  public func breakMark(isVertical: Bool) -> String {
    switch self {
    case .norway: isVertical ? "—" : "|"
    case .denmark: "—"
    }
  }
}
