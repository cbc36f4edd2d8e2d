import Publication
import RegisterFiles
import Registers

/// The register files of a folder: `<register>.csv`, one for each register.
struct RegisterFolder {
  let path: String
  let onError: BadRowPolicy

  /// The file of a register.
  func file(of layout: RegisterLayout) -> String { "\(path)/\(layout.name).csv" }

  /// Reads the registers named by `layouts`, each once.
  ///
  /// - Throws: ``Complaint`` with file, line, column and reason of what is wrong.
  func read(
    _ layouts: [RegisterLayout], progress: ProgressLine
  ) throws(Complaint) -> (records: RecordSet, reports: [ReadingReport]) {
    var set = RecordSet()
    var reports: [ReadingReport] = []
    for layout in layouts {
      let activity = "Reading \(layout.name)"
      let reader = RegisterReader(layout, onError: onError, lanes: lanes)
      do throws(RegisterFileError) {
        let reading = try reader.read(path: file(of: layout)) { done, all in
          progress.report(
            ProgressReport(activity: activity, fraction: Double(done) / Double(max(1, all))))
        }
        set.add(reading.records)
        reports.append(reading.report)
      } catch {
        throw Complaint.failed(error.message)
      }
    }
    let wrong = reports.filter { $0.rowsDropped > 0 }
    if onError == .report, !wrong.isEmpty {
      let rows = wrong.reduce(0) { $0 + $1.rowsDropped }
      throw Complaint.failed(
        wrong.map(\.listing).joined()
          + "\(rows) row\(rows == 1 ? " is" : "s are") wrong; nothing was made of the registers."
          + " Correct them, or leave them out with --on-error skip.")
    }
    return (set, reports)
  }
}
