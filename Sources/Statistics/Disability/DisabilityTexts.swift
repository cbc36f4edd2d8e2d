internal import Classifications
internal import Publication

/// Texts of disability benefit.
///
/// Sentences in quotation marks are the source page's.
enum DisabilityTexts {
  static let title = Label(english: "Disability benefit", national: "Uføretrygd")
  static let recipients = Label(
    english: "Recipients of disability benefit", national: "Mottakere av uføretrygd")
  static let youngRecipients = Label(
    english: "Young recipients of disability benefit, 18-29 years",
    national: "Unge mottakere av uføretrygd, 18-29 år")
  static let newRecipients = Label(
    english: "New recipients of disability benefit", national: "Nye mottakere av uføretrygd")
  static let allRecipients = Label(
    english: "Recipients of disability benefit, residents and non-residents",
    national: "Mottakere av uføretrygd, bosatte og ikke bosatte")
  static let poverty = Label(
    english: "Recipients of disability benefit at risk of poverty (EU scale)",
    national: "Mottakere av uføretrygd med lavinntekt (EU-skala)")
  static let year = Label(english: "year", national: "år")
  private static let allYears = Label(english: "All years", national: "Alle år")

  /// The periods; their root has no figure.
  static func years(_ years: ClosedRange<Int>) -> Hierarchy {
    Hierarchy(
      id: "no-disability-years",
      levelLabels: [allYears, Label(english: "Year", national: "År")],
      nodes: [(Category(code: "years", label: allYears), 0)]
        + years.map { (Category(code: "\($0)", label: Label("\($0)")), 1) })
  }

  static let percentOfRecipients = Label(english: "Per cent", national: "Prosent")
  static let source = Label(
    english: """
      Definitions: Statistics Norway, Recipients of disability benefit, About the statistics (read \
      21 November 2026)
      """,
    national: """
      Definisjoner: Statistisk sentralbyrå, Mottakere av uføretrygd, Om statistikken (lest 21. \
      november 2026)
      """)

  static let policy = PolicyDescription(
    name: AllowanceTexts.policy.name,
    sentence: """
      In table matrices, all 1s and 2s at the most detailed level for each are replaced with a 0 \
      or 3.
      """,
    explanation: AllowanceTexts.policy.explanation,
    source: "Statistics Norway, Recipients of disability benefit, About the statistics")

  static let intensityNote = Label(
    english: """
      Work intensity: months with both a decision and employment as a wage earner, of the months \
      with a decision. None: no such month. Low: fewer than half. High: half or more, but not all. \
      Full: all. The page leaves exactly half open; we count it as high. The self-employed are not \
      measured.
      """,
    national: """
      Arbeidsintensitet: måneder med både vedtak og arbeid som lønnstaker, av månedene med vedtak. \
      Ingen: ingen slik måned. Lav: under halvparten. Høy: halvparten eller mer, men ikke alle. \
      Full: alle. Siden lar nøyaktig halvparten stå åpen; vi regner den som høy. Selvstendig \
      næringsdrivende måles ikke.
      """)
  static let degreeNote = Label(
    english: """
      Degree of disability: "we choose the highest registered degree of disability" of the year.
      """,
    national: "Uføregrad: den høyeste registrerte uføregraden i året.")
  static let newNote = Label(
    english: """
      New recipients have a decision "in month m during the year, but without a decision in month \
      m-1" (for January: December before). Each person is counted once.
      """,
    national: """
      Nye mottakere har vedtak i en måned i året, men ikke i måneden før (for januar: desember \
      året før). Hver person telles én gang.
      """)
  static let residenceNote = Label(
    english: """
      Non-residents are not registered as resident on 31 December, "either dead or living abroad".
      """,
    national: "Ikke bosatte er døde eller bor i utlandet 31. desember.")
  static let povertyNote = Label(
    english: """
      At risk of poverty: household income after tax per consumption unit below 50 or 60 per cent \
      of the median in the entire population. EU scale: 1.0 for the first adult, 0.5 for each \
      further person of 14 and over, 0.3 for each child. Income of exactly the threshold is not \
      below it.
      """,
    national: """
      Lavinntekt: husholdningens inntekt etter skatt per forbruksenhet under 50 eller 60 prosent \
      av medianen i hele befolkningen. EU-skala: 1,0 for første voksne, 0,5 for hver person til på \
      14 år og over, 0,3 for hvert barn. Inntekt nøyaktig på grensen er ikke under den.
      """)

  static let notes = [
    Label(
      english: """
        Recipients: "persons who receive a positive decision on disability benefit … that is \
        applicable to at least one month during the year", also when the benefit was not paid. \
        Residents on 31 December only, unless the table says otherwise.
        """,
      national: """
        Mottakere: personer med positivt vedtak om uføretrygd i minst én måned i året, også uten \
        utbetaling. Bare bosatte 31. desember, når tabellen ikke sier noe annet.
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
        Immigrants are "persons born abroad to two foreign-born parents and four foreign-born \
        grandparents", grouped by their own country of birth. The rest of the population includes \
        persons born abroad who are not immigrants.
        """,
      national: """
        Innvandrere er født i utlandet av to utenlandsfødte foreldre og fire utenlandsfødte \
        besteforeldre, gruppert etter eget fødeland. Befolkningen ellers omfatter også personer \
        født i utlandet som ikke er innvandrere.
        """),
    Label(
      english: """
        Age groups are our own, but for the young (18-29); the page names no others. "When the \
        same table is created on the basis of two different matrices, small discrepancies between \
        the tables may also occur."
        """,
      national: """
        Aldersgruppene er våre egne, unntatt de unge (18-29); siden nevner ingen andre. Tabeller \
        fra to matriser kan avvike litt.
        """),
    Label(
      english: "The persons are synthetic: no figure here is one of Statistics Norway's.",
      national: "Personene er syntetiske: ingen av tallene er Statistisk sentralbyrås."),
  ]
}
