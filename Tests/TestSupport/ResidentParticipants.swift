import Columns
public import Registers
import Statistics

/// The participants of the `years` who were resident at the end of the year.
public func residentParticipants(
  years: ClosedRange<Int>, from registers: IntroductionRecords
) -> Register {
  let all = deriveParticipants(years: years, from: registers)
  guard let isResident = all.flags[ParticipantRegister.isResident] else { return all }
  let rows = (0..<all.rowCount).filter { isResident[$0] }
  return Register(
    name: all.name, identifiers: IntegerColumn(rows.map { all.identifiers[$0] }),
    variables: all.variables.values.map { variable in
      CodedVariable(
        id: variable.id, codes: variable.codes,
        column: CodeColumn(
          rows.map { variable.column[$0] }, cardinality: variable.codes.count))
    },
    flags: all.flags.mapValues { flag in BitmapColumn(rows.map { flag[$0] }) },
    amounts: all.amounts.mapValues { amount in IntegerColumn(rows.map { amount[$0] }) })
}
