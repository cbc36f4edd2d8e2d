internal import Classifications
internal import Publication

/// Texts of the introduction programme.
///
/// Sentences in quotation marks are the source page's.
enum ParticipantTexts {
  static let participants = Label(
    english: "Participants of introduction programme",
    national: "Deltakere i introduksjonsprogram")
  static let reported = Label(
    english: "Participants of introduction programme, as reported (KOSTRA)",
    national: "Deltakere i introduksjonsprogram, som rapportert (KOSTRA)")
  static let persons = Label(english: "Persons", national: "Personer")
  static let percent = Label(english: "Per cent", national: "Prosent")
  static let personsMeasure = Measure(
    id: "persons", label: persons, kind: .count(0), decimals: 0)
  static let source = Label(
    english: "Statistics Norway, Introduction programme for immigrants",
    national: "Statistisk sentralbyrå, Introduksjonsordningen for nyankomne innvandrere")

  static let policy = PolicyDescription(
    name: Label(english: "fewer than four not shown", national: "færre enn fire vises ikke"),
    sentence: "Figures are not shown where there are fewer than four units.",
    explanation: Label(
      english: """
        Counts of one to three persons are not shown, and as many other counts as it takes that \
        none of them can be worked out from the rest. Which of the two applies to a cell is not \
        said: that alone could tell its figure.
        """,
      national: """
        Antall på én til tre personer vises ikke, og heller ikke så mange andre antall at noen av \
        dem kan regnes ut av resten. Hva som gjelder for en celle sies ikke: det alene kunne røpe \
        tallet.
        """),
    source: """
      Statistics Norway, Introduction programme for immigrants, About the statistics: \
      Confidentiality
      """)

  static let measuresNote = Label(
    english: """
      A participant may take part in several measures: the measures do not add up to the \
      participants. Per cent is of the participants of the same group. The published page has one \
      row, "Messures not registered", whose percentages are on another base; they are not imitated.
      """,
    national: """
      En deltaker kan være med på flere tiltak: tiltakene summerer seg ikke til deltakerne. \
      Prosent er av deltakerne i samme gruppe.
      """)

  static let endingNote = Label(
    english: """
      Who ended during the year and was not in the programme at the end of it, by the reason of \
      the last time that they ended. The seven reasons are the page's; ends without a reason stand \
      beside them. Reasons are recorded in the National Introduction Register, from 2017.
      """,
    national: """
      De som sluttet i løpet av året og ikke var i programmet ved utgangen av det, etter årsaken \
      siste gang de sluttet. De sju årsakene er kildesidens; avslutninger uten årsak står ved \
      siden av. Årsaker er registrert i Nasjonalt introduksjonsregister, fra 2017.
      """)

  static let leaveNote = Label(
    english: """
      Who was on leave during the year, by the reason of the leave that began last. The source \
      page names leave reasons without listing them: the reasons are ours.
      """,
    national: """
      De som hadde permisjon i løpet av året, etter årsaken til permisjonen som begynte sist. \
      Kildesiden nevner permisjonsårsaker uten å liste dem opp: inndelingen er vår.
      """)

  static let reportedNote = Label(
    english: """
      "The KOSTRA tables, however, include all participants in the year", resident in Norway at \
      the end of it or not. Who is not resident then stands under the municipality that reported \
      them last.
      """,
    national: """
      KOSTRA-tabellene har alle deltakere i året, bosatt ved utgangen av det eller ikke. De som \
      ikke er bosatt da, står under kommunen som rapporterte dem sist.
      """)

  static let areaNote = Label(
    english: """
      Residence at the end of the year, by counties and economic regions of 2020 in all years; \
      districts of Oslo. A municipality that was split in 2020 and belongs to no economic region \
      since stands by itself until then.
      """,
    national: """
      Bosted ved utgangen av året, etter fylker og økonomiske regioner i 2020 i alle år; bydeler i \
      Oslo. En kommune som ble delt i 2020 og ikke hører til én økonomisk region siden, står for \
      seg til da.
      """)

  static let sourceNote = Label(
    english: """
      Break in series between 2016 and 2017: "from 2017, statistics on participants in the \
      introduction programme are based on data from the National Introduction Register"; before \
      that they are based on KOSTRA form 11B.
      """,
    national: """
      Brudd i tidsserien mellom 2016 og 2017: fra 2017 er kilden Nasjonalt introduksjonsregister, \
      før det KOSTRA-skjema 11B.
      """)

  static let notes =
    [
      Label(
        english: """
          Participants: "a person who, during the reference year, was registered by a local \
          authority as a participant on the introduction programme". "Only persons who are \
          resident in Norway at the end of the year are included in the statistics"; the KOSTRA \
          tables have all of them.
          """,
        national: """
          Deltakere: personer som en kommune har registrert i introduksjonsprogram i løpet av \
          året, og som var bosatt ved utgangen av året; KOSTRA-tabellene har alle.
          """),
      Label(
        english: """
          Municipality is the participant's municipality of residence at the end of the year, by \
          the list in force, and before 2019 by that of 2019. Country of birth "is mainly the \
          mother's country of residence when a person was born".
          """,
        national: """
          Kommune er deltakerens bostedskommune ved utgangen av året, etter inndelingen som \
          gjaldt, og før 2019 etter den i 2019. Fødeland er i hovedsak morens bostedsland da \
          personen ble født.
          """),
      Label(
        english: """
          Drawn at full size, figures of 2019 agree with the published tables. Those of other \
          years are drawn with numbers of our own and agree with nothing.
          """,
        national: """
          Trukket i full størrelse stemmer tallene for 2019 med de publiserte tabellene. De andre \
          årene er trukket med våre egne tall og stemmer ikke med noe.
          """),
    ] + sharedNotes

  static let sharedNotes = [
    sourceNote,
    AgencyTexts.synthetic,
  ]
}
