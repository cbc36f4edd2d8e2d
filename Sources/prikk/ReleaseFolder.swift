import Publication
import TableFiles

/// The releases of a folder, as `prikk build` writes them.
struct ReleaseFolder {
  let path: String

  /// The release of a statistic.
  /// - Throws: ``Complaint`` when there is none, or it is of other definitions.
  func release(of description: StatisticDescription) throws(Complaint) -> Release {
    let file = "\(path)/\(releaseFileName(of: description))"
    guard let bytes = try? fileBytes(file) else {
      throw Complaint.failed(
        "\(file) cannot be read. Write it with `prikk build --out \(path)`, or name another folder."
      )
    }
    guard let release = try? ReleaseFile.decode(bytes, as: description) else {
      throw Complaint.failed(
        """
        \(file) is not a release of this program's definitions. Write it anew with `prikk build \
        --out \(path) --overwrite`.
        """)
    }
    return release
  }
}
