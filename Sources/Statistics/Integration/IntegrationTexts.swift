internal import Classifications
internal import Publication

/// Texts of the Danish integration programme.
///
/// Sentences in quotation marks are the source's, translated in the English texts.
enum IntegrationTexts {
  static let statisticsDenmark = Label(
    english: "Statistics Denmark", national: "Danmarks Statistik")
  static let title = Label(
    english: "Persons in the integration programme",
    national: "Personer under integrationsprogrammet")
  static let cohortTitle = Label(
    english: "Persons in the integration programme by year of immigration",
    national: "Personer under integrationsprogrammet efter indvandringsår")
  static let unit = Label(english: "persons", national: "personer")
  static let persons = Measure(
    id: "persons", label: Label(english: "Persons", national: "Personer"), kind: .count(0),
    decimals: 0)
  static let percent = Label(english: "Per cent", national: "Procent")
  static let source = Label(
    english: "Statistics Denmark, Integrationsprogrammet (note on the migration database)",
    national: "Danmarks Statistik, Integrationsprogrammet (notat om Udlændingedatabasen)")

  static let policy = PolicyDescription(
    name: Label(english: "fewer than four not shown", national: "færre end fire vises ikke"),
    sentence: "The note states no rule of confidentiality.",
    explanation: Label(
      english: """
        Our own decision, since the note states no rule: counts of one to three persons are not \
        shown, and as many other counts as it takes that none of them can be worked out from the \
        rest. Which of the two applies to a cell is not said: that alone could tell its figure.
        """,
      national: """
        Vores egen beslutning, da notatet ikke angiver nogen regel: antal på en til tre personer \
        vises ikke, og heller ikke så mange andre antal, at nogen af dem kan regnes ud af resten. \
        Hvad der gælder for en celle, oplyses ikke: det alene kunne røbe tallet.
        """),
    source: "prikk, for Statistics Denmark, Integrationsprogrammet")

  /// Notes of every table.
  static let notes = [
    Label(
      english: """
        Immigrants of 18-66 years with a first immigration within five years and a permit as \
        refugee, for family reunification or by the Ukraine special act, given from one year \
        before the immigration; 18 years or older at immigration. "Immigrants with Nordic \
        citizenship are not included." Exactly five years ago is not within five years; exactly \
        one year before is within one year: the note leaves both open.
        """,
      national: """
        Indvandrere på 18-66 år med første indvandring inden for fem år og en opholdstilladelse \
        til flygtningegrundlag, familiesammenføring eller Ukraine, særlov, givet tidligst et år \
        før indvandringen; fyldt 18 år ved indvandringen. "Indvandrere med nordisk statsborgerskab \
        er ikke inkluderet." Præcis fem år siden er ikke inden for fem år; præcis et år før er \
        inden for et år: notatet lader begge dele stå åbent.
        """),
    Label(
      english: """
        Of several permits the one with the lowest value counts: refugee, family reunification \
        with a refugee, other family reunification, Ukraine special act. Imputed permits are \
        included, dated on the day of immigration.
        """,
      national: """
        Af flere tilladelser tæller den med lavest værdi: flygtningegrundlag, familiesammenføring \
        til flygtning, anden familiesammenføring, Ukraine, særlov. Imputerede opholdstilladelser \
        er inkluderet, dateret på indvandringsdagen.
        """),
    Label(
      english: "There is no break in the series.", national: "Der er ikke databrud."),
    Label(
      english: """
        The note does not list the columns of the tables; which variables stand in them, and their \
        groups, are our choice.
        """,
      national: """
        Notatet angiver ikke tabellernes søjler; hvilke variable de har, og hvordan de er \
        grupperet, er vores valg.
        """),
    Label(english: "The units are synthetic.", national: "Enhederne er syntetiske."),
  ]

  static let cohortNote = Label(
    english: """
      Everyone who was in the integration population on some 1 January from 2008 on, by year of \
      first immigration. Age is that at immigration; sex, country of origin, permit and \
      municipality are those of the first reference date.
      """,
    national: """
      Alle, der var under integrationsprogrammet en 1. januar fra 2008 og frem, efter året for \
      første indvandring. Alderen er indvandringsalderen; køn, oprindelsesland, opholdsgrundlag og \
      kommune er fra det første referencetidspunkt.
      """)

  static let employmentNote = Label(
    english: """
      Status at the end of November of the year after the year of immigration (RAS). Who had left, \
      or is not in those statistics, has a category of their own.
      """,
    national: """
      Tilknytning ultimo november året efter indvandringsåret (RAS). Personer, der er udvandret \
      eller ikke indgår i statistikken, har deres egen kategori.
      """)

  static func residenceNote(yearsAfter years: Int) -> Label {
    Label(
      english: """
        Residence on 31 December \(years == 1 ? "of the year" : "\(years) years") after the year \
        of immigration, seen from the municipality at the first reference date.
        """,
      national: """
        Bopæl 31. december \(years) år efter indvandringsåret, set fra kommunen på det første \
        referencetidspunkt.
        """)
  }

  static func municipalityNote(yearsAfter years: Int) -> Label {
    Label(
      english: """
        Municipality of residence on 31 December \(years == 1 ? "of the year" : "\(years) years") \
        after the year of immigration.
        """,
      national: "Bopælskommune 31. december \(years) år efter indvandringsåret.")
  }

  /// What the label of a year stands for.
  static let yearNote = Label(
    english: """
      The year refers to 1 January, that is to the end of 31 December of the year before: 2023 \
      stands for 31 December 2022.
      """,
    national: """
      Årstallet refererer til 1. januar, det vil sige til udgangen af 31. december året før: 2023 \
      betyder 31.12.2022.
      """)

  /// What the label of a quarter stands for.
  static let quarterNote = Label(
    english: """
      The quarter refers to its first day, that is to the last day of the quarter before: 2023K2 \
      stands for 31 March 2023.
      """,
    national: """
      Kvartalet refererer til dets første dag, det vil sige til den sidste dag i kvartalet før: \
      2023K2 betyder 31.03.2023.
      """)

  static let preliminaryNote = Label(
    english: """
      The agency's quarters rest on preliminary information on permits, its years on final. Here \
      both are derived from the same synthetic registers: the first quarter equals the year.
      """,
    national: """
      Kvartalerne bygger hos Danmarks Statistik på foreløbige oplysninger om opholdsgrundlag, \
      årene på endelige. Her er begge afledt af de samme syntetiske registre: første kvartal er \
      lig året.
      """)
}
