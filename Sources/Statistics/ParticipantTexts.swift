internal import Classifications
internal import Publication

/// Texts of the introduction programme.
///
/// Sentences in quotation marks are the source page's.
enum ParticipantTexts {
  static let participants = Label(
    english: "Participants of introduction programme",
    national: "Deltakere i introduksjonsprogram")
  static let persons = Label(english: "Persons", national: "Personer")
  static let percent = Label(english: "Per cent", national: "Prosent")
  static let source = Label(
    english: "Statistics Norway, Introduction programme for immigrants 2019",
    national: "Statistisk sentralbyrå, Introduksjonsordningen for nyankomne innvandrere 2019")

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

  static let notes = [
    Label(
      english: """
        Participants: "a person who, during the reference year, was registered by a local \
        authority as a participant on the introduction programme". "Only persons who are resident \
        in Norway at the end of the year are included in the statistics."
        """,
      national: """
        Deltakere: personer som en kommune har registrert i introduksjonsprogram i løpet av året, \
        og som var bosatt ved utgangen av året.
        """),
    Label(
      english: """
        Municipality is the participant's municipality of residence, by the list of 2019. Country \
        of birth "is mainly the mother's country of residence when a person was born".
        """,
      national: """
        Kommune er deltakerens bostedskommune, etter inndelingen i 2019. Fødeland er i hovedsak \
        morens bostedsland da personen ble født.
        """),
    AgencyTexts.synthetic,
  ]
}
