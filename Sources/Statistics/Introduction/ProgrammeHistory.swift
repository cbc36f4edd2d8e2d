internal import Registers

/// A spell in the programme, from its first to its last day, as one source has it.
struct ParticipationSpell {
  /// First day.
  let from: Day
  /// Last day, or `nil` while it is open.
  let until: Day?
  /// Who reported it, as a number of the register.
  let municipality: Int32
  /// Where it was reported.
  let source: ProgrammeSource
  /// How it ended, or `nil` when open or not stated.
  let outcome: ProgrammeOutcome?
  /// Code of the ending reason, or `nil` when open or not stated.
  let endingReason: String?

  /// Whether the spell is still open after `day`.
  func lasts(beyond day: Day) -> Bool { until.map { $0 > day } ?? true }

  /// Whether some day of the spell is in the year.
  func overlaps(_ year: ProgrammeYear) -> Bool {
    from <= year.last && lasts(beyond: year.first.advanced(byDays: -1))
  }
}

/// A leave from the programme.
struct ProgrammeLeave {
  /// Code of leave for birth and care of a child.
  static let birth = "1"
  /// First day.
  let from: Day
  /// Last day, or `nil` while it is open.
  let until: Day?
  /// Code of the reason.
  let reason: String

  /// Whether the leave is in force on `day`.
  func covers(_ day: Day) -> Bool { from <= day && until.map { $0 >= day } ?? true }

  /// Whether some day of the leave is in the year.
  func overlaps(_ year: ProgrammeYear) -> Bool {
    from <= year.last && until.map { $0 >= year.first } ?? true
  }
}

/// What the registers of the programme say of one person; the rules read it.
struct ProgrammeHistory {
  /// Whether the person is a woman.
  let isWoman: Bool
  /// Spells in the programme, of both sources.
  let spells: [ParticipationSpell]
  /// Leaves from the programme.
  let leaves: [ProgrammeLeave]

  /// The spells that count for a year: those of its source with a day in it, by their first day.
  func spells(in year: ProgrammeYear) -> [ParticipationSpell] {
    spells.filter { $0.source == year.source && $0.overlaps(year) }.sorted { $0.from < $1.from }
  }

  /// Whether the person is a participant of the year.
  ///
  /// "A person who, during the reference year, was registered by a local authority as a participant
  /// on the introduction programme" (Definitions: participant). One day of the year is enough, and
  /// several spells make one participant.
  func isParticipant(in year: ProgrammeYear) -> Bool {
    spells.contains { $0.source == year.source && $0.overlaps(year) }
  }

  /// The spell of the year that ended last, or began last of those still open at the end of it.
  func latestSpell(in year: ProgrammeYear) -> ParticipationSpell? {
    let spells = spells(in: year)
    if let open = spells.last(where: { $0.lasts(beyond: year.last) }) { return open }
    return spells.max { ($0.until ?? year.last) < ($1.until ?? year.last) }
  }

  /// The status at the end of the year, or `nil` for someone who was no participant in it.
  ///
  /// "2016 status in the programme at the end of the year" and ending reasons are those of the last
  /// spell: who ended one and began another is in the programme. An end without an outcome counts
  /// as dropped out. An end on 31 December is an end in the year.
  func status(atEndOf year: ProgrammeYear) -> ProgrammeStatus? {
    guard let spell = latestSpell(in: year) else { return nil }
    if spell.lasts(beyond: year.last) {
      return leaves.contains { $0.covers(year.last) } ? .onLeave : .inProgramme
    }
    return spell.outcome == .completed ? .completed : .droppedOut
  }

  /// The code of the ending reason of a participant of the year.
  ///
  /// "The statistics use the following categorization of ending reasons: work, high school and
  /// higher education, elementary school, public-sector qualification measures, social assistance,
  /// other benefits and relocation" (Definitions: ending reasons); beside them who had not ended,
  /// and ends without a reason.
  func endingReason(in year: ProgrammeYear) -> String {
    switch status(atEndOf: year) {
    case .completed, .droppedOut: latestSpell(in: year)?.endingReason ?? EndingReason.notStated
    case .inProgramme, .onLeave, nil: EndingReason.notEnded
    }
  }

  /// The code of the reason of the leave of the year that began last, or of no leave.
  func leaveReason(in year: ProgrammeYear) -> String {
    leaves.filter { $0.overlaps(year) }.max { $0.from < $1.from }?.reason ?? "0"
  }
}

/// The codes of `no-introduction-ending-reasons` that are not one of the seven reasons.
enum EndingReason {
  /// Had not ended at the end of the year.
  static let notEnded = "00"
  /// Ended without a reason.
  static let notStated = "99"
}
