/// What is said about a cell or a table that is explained.
extension Phrase {
  /// Title of the text on a cell.
  public static let whyTitle = Phrase(
    "Why this cell is as it is", "Hvorfor cellen er som den er", "Hvorfor cellen er, som den er")
  /// Title of the notes.
  public static let notesTitle = Phrase("Notes", "Merknader", "Noter")

  // MARK: Headings

  /// Above what the cell is about.
  public static let cell = Phrase("The cell", "Cellen")
  /// Above the figure or symbol.
  public static let whatItSays = Phrase("What it says", "Hva den sier", "Hvad den siger")
  /// Above the formula of the cell's figure.
  public static let howItComesAbout = Phrase(
    "How its figure comes about", "Hvordan tallet blir til", "Hvordan tallet bliver til")
  /// Above the table's notes.
  public static let onTable = Phrase("On this table", "Om tabellen")
  /// Above the statistic's notes.
  public static let onStatistic = Phrase("On the statistic", "Om statistikken")
  /// Above the symbols.
  public static let symbols = Phrase("Symbols", "Standardtegn", "Signaturforklaring")
  /// Above the formulas of all figures.
  public static let howFiguresComeAbout = Phrase(
    "How figures come about", "Hvordan tallene blir til", "Hvordan tallene bliver til")
  /// Above the source.
  public static let sourceHeading = source

  /// Heading of a rule by its name.
  public static func rule(_ name: String) -> Phrase {
    Phrase("The rule: \(name)", "Regelen: \(name)", "Reglen: \(name)")
  }

  /// Heading of the rule of a statistic by its name.
  public static func confidentiality(_ name: String) -> Phrase {
    Phrase("Confidentiality: \(name)", "Konfidensialitet: \(name)", "Fortrolighed: \(name)")
  }

  // MARK: Sentences

  /// That the units of a statistic are drawn.
  public static let notReal = Phrase(
    "This is synthetic data: the units are drawn, not real.",
    "Dataene er syntetiske: enhetene er trukket, ikke virkelige.",
    "Data er syntetiske: enhederne er udtrukket, ikke virkelige.")

  /// How many cells have a figure and how many have not.
  public static func shown(_ shown: String, hidden: String) -> Phrase {
    Phrase(
      "\(shown) shown, \(hidden) hidden", "\(shown) vist, \(hidden) skjult")
  }

  /// How many cells of the release are hidden.
  public static func release(hidden: String, of cells: String) -> Phrase {
    Phrase(
      "release: \(hidden) of \(cells) hidden", "utgivelsen: \(hidden) av \(cells) skjult",
      "udgivelsen: \(hidden) af \(cells) skjult")
  }

  /// The key that shows rows that are left out.
  public static func emptyRows(key: String) -> Phrase {
    Phrase(
      "No rows to show: \(key) shows empty ones.", "Ingen linjer å vise: \(key) viser tomme.",
      "Ingen rækker at vise: \(key) viser tomme.")
  }

  static let hiddenCells = Phrase(
    "Some cells are hidden for themselves, others to protect them. Which this one is cannot be "
      + "told without telling too much.",
    "Noen celler er skjult for sin egen del, andre for å verne dem. Hva som gjelder denne, kan "
      + "ikke sies uten å si for mye.",
    "Nogle celler er skjult for deres egen skyld, andre for at beskytte dem. Hvad der gælder for "
      + "denne, kan ikke siges uden at sige for meget.")
  static let cannotOccur = Phrase(
    "No figure can occur in this combination.", "Tall kan ikke forekomme i denne kombinasjonen.",
    "Tal kan ikke forekomme i denne kombination.")
  static let dividedByNothing = Phrase(
    "There is nothing to divide by: the published figure below the line is 0.",
    "Det er ingenting å dele på: det offentliggjorte tallet under streken er 0.",
    "Der er intet at dele med: det offentliggjorte tal under stregen er 0.")
  static let nothingCollected = Phrase(
    "Nothing was collected here, or it is not in this table.",
    "Her er ingenting samlet inn, eller det er ikke i denne tabellen.",
    "Her er intet indsamlet, eller det er ikke i denne tabel.")
  static let notReached = Phrase(
    "The time that the figure is about had not come when the statistics were made.",
    "Tiden som tallet gjelder, var ikke kommet da statistikken ble laget.",
    "Tiden, som tallet gælder, var ikke kommet, da statistikken blev lavet.")
  static let nothingBefore = Phrase(
    "There is no period before this one in the table that it could be compared with.",
    "Det er ingen periode før denne i tabellen som den kan sammenlignes med.",
    "Der er ingen periode før denne i tabellen, som den kan sammenlignes med.")
  static let nobody = Phrase(
    "Nobody is in this group: the 0 is exact, not a rounded figure.",
    "Ingen er i denne gruppen: nullen er eksakt, ikke et avrundet tall.",
    "Ingen er i denne gruppe: nullet er eksakt, ikke et afrundet tal.")
}
