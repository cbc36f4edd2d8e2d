public import Classifications

/// A text that the program itself puts into a table, in the languages that tables come in.
///
/// All of them stand in this file, in `Phrase+Derived.swift` and in `Phrase+Explanation.swift`, so
/// that a language is added or mended in one place. Words of a statistic stand with its definition.
public struct Phrase: Sendable, Hashable {
  /// In English.
  let english: String
  /// In Norwegian bokmål.
  let norwegian: String
  /// In Danish.
  let danish: String

  init(_ english: String, _ norwegian: String, _ danish: String) {
    self.english = english
    self.norwegian = norwegian
    self.danish = danish
  }

  /// One that reads the same in Norway and Denmark.
  init(_ english: String, _ scandinavian: String) {
    self.init(english, scandinavian, scandinavian)
  }

  /// The text in `language`, which is `national` where it is not English.
  public func text(in language: Language, national: NationalLanguage) -> String {
    switch (language, national) {
    case (.english, _): english
    case (.national, .norwegian): norwegian
    case (.national, .danish): danish
    }
  }
}

// MARK: Titles

extension Phrase {
  static let and = Phrase("and", "og")
  static let by = Phrase("by", "etter", "efter")
  static let contents = Phrase("Contents", "Statistikkvariabel", "Indhold")
  static let synthetic = Phrase("synthetic data", "syntetiske data")
  static let source = Phrase("Source", "Kilde")
  static let confidentiality = Phrase("Confidentiality", "Konfidensialitet", "Fortrolighed")
  static let noRows = Phrase("No rows to show", "Ingen linjer å vise", "Ingen rækker at vise")

  static func leftOutRows(_ count: Int) -> Phrase {
    Phrase(
      "\(count) rows with nothing but 0 are left out.", "\(count) linjer med bare 0 er utelatt.",
      "\(count) rækker med lutter 0 er udeladt.")
  }

  static func periods(_ count: Int) -> Phrase {
    Phrase("\(count) periods", "\(count) perioder")
  }

  static let sortedBy = Phrase("sorted by ", "sortert etter ", "sorteret efter ")
  static let largestFirst = Phrase("largest first", "største først")
  static let smallestFirst = Phrase("smallest first", "minste først", "mindste først")
}

// MARK: Measures

extension Phrase {
  static let perCent = Phrase("Per cent", "Prosent", "Procent")
  static let perCentUnit = Phrase("per cent", "prosent", "procent")
  static let percentagePoints = Phrase("percentage points", "prosentpoeng", "procentpoint")
  static let index = Phrase("index", "indeks")
  static let ofColumn = Phrase(
    "per cent of the column", "prosent av kolonnen", "procent af kolonnen")
  static let ofRow = Phrase("per cent of the row", "prosent av linjen", "procent af rækken")
  static let ofTable = Phrase("per cent of the table", "prosent av tabellen", "procent af tabellen")
  static let of = Phrase(" of ", " av ", " af ")

  static func ofColumnTotal(_ count: String, _ base: String) -> Phrase {
    Phrase(
      "\(count) in per cent of the column's total\(base)",
      "\(count) i prosent av summen i kolonnen\(base)",
      "\(count) i procent af kolonnens total\(base)")
  }

  static func ofRowTotal(_ count: String, _ base: String) -> Phrase {
    Phrase(
      "\(count) in per cent of the row's total\(base)",
      "\(count) i prosent av summen i linjen\(base)",
      "\(count) i procent af rækkens total\(base)")
  }

  static func ofTableTotal(_ count: String, _ base: String) -> Phrase {
    Phrase(
      "\(count) in per cent of the table's total\(base)",
      "\(count) i prosent av summen i tabellen\(base)",
      "\(count) i procent af tabellens total\(base)")
  }

  static func number(_ name: String, of unit: String) -> Phrase {
    Phrase("\(name): number of \(unit)", "\(name): antall \(unit)", "\(name): antal \(unit)")
  }

  static func share(_ name: String, _ content: String, of base: String) -> Phrase {
    Phrase(
      "\(name) = 100 × \(content) / \(base) of the same group",
      "\(name) = 100 × \(content) / \(base) i samme gruppe")
  }

  static func share(_ name: String, _ content: String, ofTotal total: String) -> Phrase {
    Phrase(
      "\(name) = 100 × \(content) / \(content) of “\(total)”",
      "\(name) = 100 × \(content) / \(content) av «\(total)»",
      "\(name) = 100 × \(content) / \(content) af »\(total)«")
  }

  static let sum = Phrase("sum", "sum")

  static func sum(_ name: String, over units: String) -> Phrase {
    Phrase("\(name): sum over all \(units)", "\(name): sum for alle \(units)")
  }

  static func median(_ name: String, of units: String) -> Phrase {
    Phrase("\(name): median of \(units)", "\(name): median for \(units)")
  }

  static func mean(_ name: String, _ sum: String, over units: String) -> Phrase {
    Phrase(
      "\(name) = \(sum) / number of \(units)", "\(name) = \(sum) / antall \(units)",
      "\(name) = \(sum) / antal \(units)")
  }

  static func moreFormulas(_ count: Int) -> Phrase {
    Phrase(
      "\(count) more formulas in the notes", "\(count) formler til i merknadene",
      "\(count) formler til i noterne")
  }
}

// MARK: Changes

extension Phrase {
  static let periodBefore = Phrase("the period before", "perioden før")
  static let figure = Phrase("figure", "tall", "tal")
  static let figureBefore = Phrase(
    "figure of the period shown before", "tall i perioden vist før",
    "tal i den viste periode før")

  static func difference(_ name: String) -> Phrase {
    Phrase("\(name), change", "\(name), endring", "\(name), ændring")
  }

  static func percentChange(_ name: String) -> Phrase {
    Phrase(
      "\(name), per cent change", "\(name), prosent endring", "\(name), procentvis ændring")
  }

  static func index(_ name: String) -> Phrase { Phrase("\(name), index", "\(name), indeks") }

  static func difference(from other: String) -> Phrase {
    Phrase("change from \(other)", "endring fra \(other)", "ændring fra \(other)")
  }

  static func percentChange(from other: String) -> Phrase {
    Phrase(
      "per cent change from \(other)", "prosent endring fra \(other)",
      "procentvis ændring fra \(other)")
  }

  static func index(from first: String) -> Phrase {
    Phrase("index, \(first) = 100", "indeks, \(first) = 100")
  }

  static func differenceFormula(_ own: String, _ before: String) -> Phrase {
    Phrase(
      "change = \(own) − \(before)", "endring = \(own) − \(before)", "ændring = \(own) − \(before)")
  }

  static func percentChangeFormula(_ own: String, _ before: String) -> Phrase {
    let change = "100 × (\(own) − \(before)) / \(before)"
    return Phrase(
      "per cent change = \(change)", "prosent endring = \(change)", "procentvis ændring = \(change)"
    )
  }

  static func indexFormula(_ first: String) -> Phrase {
    Phrase(
      "index = 100 × figure / figure of \(first)", "indeks = 100 × tall / tall i \(first)",
      "indeks = 100 × tal / tal for \(first)")
  }
}

// MARK: Regions

extension Phrase {
  static func regions(of year: String) -> Phrase {
    Phrase("regions of \(year)", "regioner per \(year)", "regioner pr. \(year)")
  }

  static func regionFormula(_ year: String) -> Phrase {
    Phrase(
      "Regions of \(year) in all periods: where another list was in force, figures are sums of "
        + "published figures; a region of which a part is hidden is hidden.",
      "Regioner per \(year) i alle perioder: der en annen inndeling gjaldt, er tallene summer av "
        + "offentliggjorte tall; en region der en del er skjult, er skjult.",
      "Regioner pr. \(year) i alle perioder: hvor en anden inddeling gjaldt, er tallene summer af "
        + "offentliggjorte tal; en region, hvoraf en del er skjult, er skjult.")
  }

  static func regionsLeftOut(_ count: Int, _ names: String) -> Phrase {
    count == 1
      ? Phrase(
        "1 region is left out (\(names))", "1 region er utelatt (\(names))",
        "1 region er udeladt (\(names))")
      : Phrase(
        "\(count) regions are left out (\(names))", "\(count) regioner er utelatt (\(names))",
        "\(count) regioner er udeladt (\(names))")
  }

  static let sumsNotHeld = Phrase(
    "because they are sums of regions of which no figures are held in this detail.",
    "fordi de er summer av regioner som det ikke finnes tall for i denne detaljen.",
    "fordi de er summer af regioner, som der ikke findes tal for i denne detalje.")

  /// Why `count` regions are no sums: `parts`, regions of the later list, cross their border.
  static func merged(_ count: Int, in year: String, _ parts: String, _ partCount: Int) -> Phrase {
    let isOne = count == 1
    return Phrase(
      "because \(isOne ? "it was" : "they were") merged or split in \(year): \(parts) of "
        + "\(year) \(partCount == 1 ? "lies" : "lie") only in part in "
        + (isOne ? "it" : "any one of them"),
      "fordi \(isOne ? "den" : "de") ble slått sammen eller delt i \(year): \(parts) per "
        + "\(year) ligger bare delvis i \(isOne ? "den" : "hver av dem")",
      "fordi \(isOne ? "den" : "de") blev slået sammen eller delt i \(year): \(parts) pr. "
        + "\(year) ligger kun delvis i \(isOne ? "den" : "hver af dem")")
  }

  static func merged(in year: String) -> Phrase {
    Phrase(
      "because it was merged or split in \(year)",
      "fordi den ble slått sammen eller delt i \(year)",
      "fordi den blev slået sammen eller delt i \(year)")
  }

  static func split(_ names: String, count: Int, in year: String) -> Phrase {
    Phrase(
      "because \(names) \(count == 1 ? "was" : "were") split in \(year)",
      "fordi \(names) ble delt i \(year)", "fordi \(names) blev delt i \(year)")
  }

  static func more(_ count: Int) -> Phrase {
    Phrase("\(count) more", "\(count) til")
  }

  static func otherList(_ region: String, _ year: String, now names: String) -> Phrase {
    Phrase(
      "\(region) is not a region of \(year): there it is in \(names).",
      "\(region) er ikke en region per \(year): der hører den til \(names).",
      "\(region) er ikke en region pr. \(year): der hører den til \(names).")
  }

  static func noSum(_ region: String) -> Phrase {
    Phrase(
      "\(region) is no sum of published figures", "\(region) er ingen sum av tall",
      "\(region) er ikke en sum af tal")
  }

  static func see(_ names: String) -> Phrase { Phrase("see \(names)", "se \(names)") }

  static func sumNotHeld(_ region: String) -> Phrase {
    Phrase(
      "\(region) is a sum of regions of which no figures are held in this detail.",
      "\(region) er en sum av regioner som det ikke finnes tall for i denne detaljen.",
      "\(region) er en sum af regioner, som der ikke findes tal for i denne detalje.")
  }

  static func region(_ region: String, in period: String) -> Phrase {
    Phrase("\(region) in \(period)", "\(region) i \(period)")
  }
}
