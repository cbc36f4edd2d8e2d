/// What is said about figures that stand beside others.
extension Phrase {
  static let ofParent = Phrase(
    "per cent of the value above", "prosent av verdien over", "procent af værdien over")
  static let rank = Phrase("rank", "rang")

  /// A figure of a measure: `Persons, rank`.
  static func named(_ name: String, _ figure: Phrase) -> Phrase {
    Phrase(
      "\(name), \(figure.english)", "\(name), \(figure.norwegian)", "\(name), \(figure.danish)")
  }

  static func ofParentTotal(_ count: String, _ dimension: String) -> Phrase {
    Phrase(
      "\(count) in per cent of the value above in \(dimension)",
      "\(count) i prosent av verdien over i \(dimension)",
      "\(count) i procent af værdien over i \(dimension)")
  }

  static func rankFormula(_ name: String) -> Phrase {
    Phrase(
      "\(name), rank: 1 + number of larger published figures in the column's rows at the same "
        + "level",
      "\(name), rang: 1 + antall større offentliggjorte tall i kolonnens linjer på samme nivå",
      "\(name), rang: 1 + antal større offentliggjorte tal i kolonnens rækker på samme niveau")
  }
}

// MARK: Rows

extension Phrase {
  static let onlyRows = Phrase("only rows with", "bare linjer med", "kun rækker med")
  static let hidden = Phrase("hidden", "skjult")
  static let notHidden = Phrase("not hidden", "ikke skjult")

  static func amongLargest(_ count: Int) -> Phrase {
    Phrase("among the top \(count)", "blant de \(count) største", "blandt de \(count) største")
  }

  static func amongSmallest(_ count: Int) -> Phrase {
    Phrase(
      "among the bottom \(count)", "blant de \(count) minste", "blandt de \(count) mindste")
  }

  /// How many rows do not meet the condition.
  public static func rowsLeftOut(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("1 row left out", "1 linje utelatt", "1 række udeladt")
      : Phrase("\(count) rows left out", "\(count) linjer utelatt", "\(count) rækker udeladt")
  }

  /// The key that changes the condition that no row meets.
  public static func noRowMeets(key: String) -> Phrase {
    Phrase(
      "No row meets the condition: \(key) changes it.",
      "Ingen linje oppfyller vilkåret: \(key) endrer det.",
      "Ingen række opfylder betingelsen: \(key) ændrer den.")
  }
}
