/// What is said about a value of a dimension, and around a cell that is explained.
extension Phrase {
  // MARK: Headings

  /// Above the shares that a cell is of its column, row and table.
  public static let shares = Phrase("Its share", "Andelen", "Andelen")
  /// Above the same cell in other periods.
  public static let otherPeriods = Phrase(
    "In the periods around it", "I periodene omkring", "I perioderne omkring")
  /// Above the cells that it is part of.
  public static let above = Phrase("What it is part of", "Hva den er del av", "Hvad den er del af")
  /// Above the cells that are part of it.
  public static let below = Phrase("Its parts", "Delene", "Delene")
  /// Above what is known of each value of a cell.
  public static let values = Phrase("Its values", "Verdiene", "Værdierne")
  /// In place of figures that no matrix of the release holds.
  public static let notInThisDetail = Phrase(
    "not held in this detail", "finnes ikke i denne detaljen", "findes ikke i denne detalje")

  // MARK: Values

  static func code(_ level: String, _ code: String) -> Phrase {
    Phrase("\(level), code \(code)", "\(level), kode \(code)")
  }

  static func parts(_ count: Int, _ level: String) -> Phrase {
    Phrase(
      "\(count) \(count == 1 ? "value" : "values") below it: \(level)",
      "\(count) \(count == 1 ? "verdi" : "verdier") under: \(level)",
      "\(count) \(count == 1 ? "værdi" : "værdier") under: \(level)")
  }

  static let noParts = Phrase("nothing below it", "ingenting under", "intet under")

  static func asOf(_ day: String) -> Phrase { Phrase("As of \(day)", "Per \(day)", "Pr. \(day)") }

  static func inForce(from: String) -> Phrase {
    Phrase("In force from \(from)", "Gjelder fra \(from)", "Gælder fra \(from)")
  }

  static func noLongerInForce(from: String) -> Phrase {
    Phrase(
      "No longer in force from \(from)", "Gjelder ikke lenger fra \(from)",
      "Gælder ikke længere fra \(from)")
  }

  static func alsoCalled(_ names: String) -> Phrase {
    Phrase("Also called \(names)", "Kalles også \(names)", "Kaldes også \(names)")
  }
}
