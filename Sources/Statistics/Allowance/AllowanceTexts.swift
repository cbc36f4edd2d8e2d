internal import Classifications
internal import Publication
internal import Registers

/// Texts that several statistics of one agency share.
enum AgencyTexts {
  static let statisticsNorway = Label(
    english: "Statistics Norway", national: "Statistisk sentralbyrå")
  static let persons = Label(english: "persons", national: "personer")
  static let synthetic = Label(
    english: "The units are synthetic. Drawn at full size they meet published counts.",
    national: "Enhetene er syntetiske. Trukket i full størrelse treffer de publiserte tall.")
}

/// Texts of work assessment allowance.
///
/// Sentences in quotation marks are the source page's.
enum AllowanceTexts {
  static let recipients = Label(
    english: "Recipients of work assessment allowance",
    national: "Mottakere av arbeidsavklaringspenger")
  static let newRecipients = Label(
    english: "New recipients of work assessment allowance",
    national: "Nye mottakere av arbeidsavklaringspenger")
  static let accesses = Label(
    english: "Accesses to work assessment allowance",
    national: "Tilganger til arbeidsavklaringspenger")
  static let population = Label(
    english: "Population", national: "Befolkning")
  static let residence = Label(english: "residence", national: "bosetting")

  /// All recipients; residents, non-residents: "a distinction is made in the figures between
  /// residents and non-residents".
  static let residences = Hierarchy(
    id: "no-residence",
    levelLabels: [
      Label(english: "All recipients", national: "Alle mottakere"),
      Label(english: "Residence", national: "Bosetting"),
    ],
    nodes: [
      (
        Category(code: "total", label: Label(english: "Total", national: "I alt")), 0
      ),
      (
        Category(
          code: AllowanceRegister.resident,
          label: Label(english: "Residents", national: "Bosatte")), 1
      ),
      (
        Category(
          code: AllowanceRegister.nonResident,
          label: Label(english: "Non-residents", national: "Ikke-bosatte")), 1
      ),
    ])
  /// The years, ascending; the root is never shown.
  static func years(_ years: ClosedRange<Int>) -> Hierarchy {
    Hierarchy(
      id: "no-allowance-years",
      levelLabels: [
        Label(english: "All years", national: "Alle år"), Label(english: "Year", national: "År"),
      ],
      nodes: [
        (Category(code: "years", label: Label(english: "All years", national: "Alle år")), 0)
      ] + years.map { (Category(code: String($0), label: Label(String($0))), 1) })
  }

  /// What a reader must know of each year but the latest, the only one that the page has figures
  /// of.
  static func yearNotes(_ years: ClosedRange<Int>) -> [String: Label] {
    Dictionary(
      uniqueKeysWithValues: years.dropLast().map { year in
        (
          String(year),
          year == 2018
            ? Label(
              english: plausible.english
                + " Municipalities of 2018 are those of 2019: Rindal is counted in Trøndelag.",
              national: plausible.national
                + " Kommunene i 2018 er de i 2019: Rindal er regnet til Trøndelag.")
            : plausible
        )
      })
  }

  private static let plausible = Label(
    english: "Synthetic figures that meet no published ones.",
    national: "Syntetiske tall som ikke er tilpasset publiserte.")

  static let persons = Measure(
    id: "persons", label: Label(english: "Persons", national: "Personer"), kind: .count(0),
    decimals: 0)
  static let percentOfPopulation = Measure(
    id: "percent-of-population",
    label: Label(english: "Per cent of population", national: "Prosent av befolkningen"),
    kind: .percentOfContent(0, base: 1), decimals: 1)
  static let source = Label(
    english: "Statistics Norway, Work assessment allowance 2022 (page of 25 September 2023)",
    national: "Statistisk sentralbyrå, Arbeidsavklaringspenger 2022 (side av 25. september 2023)")

  static let policy = PolicyDescription(
    name: Label(
      english: "small counts rounded to 0 or 3", national: "små tall avrundet til 0 eller 3"),
    sentence: """
      In table matrices, all 1s and 2s at the most detailed level for each are substituted with a \
      0 or 3.
      """,
    explanation: Label(
      english: """
        Every figure is a sum of the most detailed cells of its matrix, in which each 1 and 2 has \
        become 0 or 3. All views of a matrix therefore add up. A 0 or 3 may be natural or not; \
        nothing shows which.
        """,
      national: """
        Hvert tall er en sum av de mest detaljerte cellene i matrisen, der hver 1 og 2 er blitt 0 \
        eller 3. Alle visninger av en matrise går derfor opp. Et 0 eller 3 kan være naturlig eller \
        ikke; ingenting viser hvilket.
        """),
    source: "Statistics Norway, Work assessment allowance, About the statistics: Confidentiality")

  static let intensityNote = Label(
    english: """
      Work intensity: months with both allowance and employment, of the months with allowance. \
      None: no such month. Low: fewer than half. High: half or more, but not all. Full: all. The \
      page leaves exactly half open ("less than half", "more than half"); we count it as high.
      """,
    national: """
      Arbeidsintensitet: måneder med både ytelse og arbeid, av månedene med ytelse. Ingen: ingen \
      slik måned. Lav: under halvparten. Høy: halvparten eller mer, men ikke alle. Full: alle. \
      Siden lar nøyaktig halvparten stå åpen; vi regner den som høy.
      """)

  static let residenceNote = Label(
    english: """
      Residents: "registered in the National Registry as resident in Norway as of 31 December". \
      Non-residents received the allowance in the year and had died or lived abroad at its end. \
      Age is that of 31 December for everyone, also for who died before.
      """,
    national: """
      Bosatte: registrert som bosatt i Norge 31. desember. Ikke-bosatte fikk ytelsen i løpet av \
      året, men var døde eller bodde i utlandet ved utgangen av det. Alder er per 31. desember for \
      alle, også for døde.
      """)

  static let accessNote = Label(
    english: """
      Accesses of residents: how often the allowance was started in the year after at least one \
      month without it; "each restart following a break of at least one month is counted". The \
      page does not say what a first access is: we count it, so that a new recipient has one \
      access or more, and take the 12-month period to be the year.
      """,
    national: """
      Tilganger for bosatte: hvor mange ganger ytelsen tok til i året etter minst én måned uten. \
      Siden sier ikke hva en første tilgang er: vi regner den med, slik at en ny mottaker har én \
      eller flere tilganger, og lar tolvmånedersperioden være året.
      """)

  static let notes = [
    Label(
      english: """
        Recipients: "persons who receive work assessment allowance from the National Insurance \
        Scheme for at least one month in a year", 18 to 67 years, resident on 31 December but for \
        the two tables by residence.
        """,
      national: """
        Mottakere: personer 18-67 år som fikk arbeidsavklaringspenger i minst én måned i året, \
        bosatt 31. desember unntatt i de to tabellene etter bosetting.
        """),
    Label(
      english: """
        New recipients: received the allowance in a month of the year and not in the month before \
        (for January: December before). "Recipients are only counted as a new recipient once."
        """,
      national: """
        Nye mottakere: fikk ytelsen i en måned i året, men ikke i måneden før (for januar: \
        desember året før). Hver person telles én gang.
        """),
    Label(
      english: """
        Education is the highest completed on 1 October; age and municipality are those of 31 \
        December; municipalities as in force that day.
        """,
      national: """
        Utdanning er høyeste fullførte 1. oktober; alder og kommune er per 31. desember, etter \
        kommuneinndelingen den dagen.
        """),
    Label(
      english: """
        The rest of the population includes persons born in Norway and persons born abroad who are \
        not immigrants. Immigrants are "born abroad to two foreign-born parents and four \
        foreign-born grandparents".
        """,
      national: """
        Befolkningen ellers omfatter personer født i Norge og personer født i utlandet som ikke er \
        innvandrere.
        """),
    Label(
      english: """
        The population in the denominators is rounded by the same rule; it is held by education \
        and country background for the country, and by municipality for age and sex. Tables taken \
        from two matrices may differ slightly.
        """,
      national: """
        Befolkningen i nevnerne er avrundet etter samme regel; den finnes etter utdanning og \
        landbakgrunn for landet, og etter kommune for alder og kjønn. Tabeller fra to matriser kan \
        avvike litt.
        """),
    AgencyTexts.synthetic,
  ]
}
