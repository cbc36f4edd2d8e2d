@_spi(DisclosureControl) public import Publication

/// A release as bytes, so that it need not be made anew.
///
/// Format, version 2 (in version 1 the fingerprint knew no periods); numbers without a size are
/// varints (seven bits a byte, low ones first):
/// ```
/// "prikkrel" version:byte fingerprint:8 bytes, low first
/// length provenance:UTF-8
/// matrices, for each: { status:byte length }* over its cells, then its published counts
/// counts: zigzag varint, 0 followed by the number of zeros in a row
/// hash of all bytes before (FNV-1a): 8 bytes, low first
/// ```
/// The description is not stored but its fingerprint is: cells are read only as what they are.
/// A hidden cell has a status and no count, so that there is no place for a figure behind it.
public enum ReleaseFile {
  static let magic = Array("prikkrel".utf8)
  static let version: UInt8 = 2

  /// The bytes of a release.
  public static func encode(_ release: Release) -> [UInt8] {
    var bytes = magic + [version]
    append(release.description.fingerprint, to: &bytes)
    append(varint: UInt64(release.provenance.utf8.count), to: &bytes)
    bytes += release.provenance.utf8
    append(varint: UInt64(release.matrices.count), to: &bytes)
    for matrix in release.matrices {
      let figures = (0..<matrix.cellCount).map(matrix.figure(atCell:))
      append(statusesOf: figures, to: &bytes)
      append(countsOf: figures, to: &bytes)
    }
    var hash = StableHash()
    hash.add(bytes)
    append(hash.value, to: &bytes)
    return bytes
  }

  /// The release in `bytes`, made for the one of `descriptions` that it fits.
  public static func decode(
    _ bytes: [UInt8], among descriptions: [StatisticDescription]
  ) throws(ReleaseFileError) -> Release {
    var reader = try verified(bytes)
    let fingerprint = try reader.fixed()
    guard let description = descriptions.first(where: { $0.fingerprint == fingerprint }) else {
      throw ReleaseFileError(kind: .otherDescription, offset: magic.count + 1)
    }
    return try release(from: &reader, description: description)
  }

  /// The release in `bytes`, which must have been made for `description`.
  public static func decode(
    _ bytes: [UInt8], as description: StatisticDescription
  ) throws(ReleaseFileError) -> Release {
    try decode(bytes, among: [description])
  }

  // MARK: Writing

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private static func append(varint number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func append(statusesOf figures: [Figure], to bytes: inout [UInt8]) {
    var start = 0
    while start < figures.count {
      let status = figures[start].status
      let end = figures[start...].firstIndex { $0.status != status } ?? figures.count
      bytes.append(status.rawValue)
      append(varint: UInt64(end - start), to: &bytes)
      start = end
    }
  }

  private static func append(countsOf figures: [Figure], to bytes: inout [UInt8]) {
    var zeros: UInt64 = 0
    func endZeros() {
      guard zeros > 0 else { return }
      bytes.append(0)
      append(varint: zeros, to: &bytes)
      zeros = 0
    }
    for case .count(let count) in figures {
      if count == 0 {
        zeros += 1
      } else {
        endZeros()
        let count = Int64(count)
        append(varint: UInt64(bitPattern: (count << 1) ^ (count >> 63)), to: &bytes)
      }
    }
    endZeros()
  }

  // MARK: Reading

  /// A reader behind the version, of bytes whose hash is right.
  private static func verified(_ bytes: [UInt8]) throws(ReleaseFileError) -> ReleaseReader {
    guard bytes.starts(with: magic) else { throw ReleaseFileError(kind: .notARelease, offset: 0) }
    guard bytes.count >= magic.count + 9 else {
      throw ReleaseFileError(kind: .cutOff, offset: bytes.count)
    }
    guard bytes[magic.count] == version else {
      throw ReleaseFileError(kind: .otherVersion(bytes[magic.count]), offset: magic.count)
    }
    let end = bytes.count - 8
    var hash = StableHash()
    hash.add(bytes[..<end])
    var tail = ReleaseReader(bytes: bytes, position: end, end: bytes.count)
    guard try tail.fixed() == hash.value else {
      throw ReleaseFileError(kind: .damaged, offset: end)
    }
    return ReleaseReader(bytes: bytes, position: magic.count + 1, end: end)
  }

  private static func release(
    from reader: inout ReleaseReader, description: StatisticDescription
  ) throws(ReleaseFileError) -> Release {
    let provenance = try reader.text()
    guard try reader.varint() == UInt64(description.matrices.count) else { throw reader.damage }
    var matrices: [ProtectedMatrix] = []
    for matrix in description.matrices {
      let shape = LatticeShape(description: matrix, dimensions: description.dimensions)
      let statuses = try reader.statuses(count: shape.cellCount)
      let counts = try reader.counts(count: shape.cellCount, statuses: statuses)
      matrices.append(
        ProtectedMatrix(
          description: matrix, dimensions: description.dimensions, counts: counts,
          statuses: statuses))
    }
    guard reader.isAtEnd else { throw reader.damage }
    return Release(description: description, matrices: matrices, provenance: provenance)
  }
}

/// Why bytes are not a release that can be read.
public struct ReleaseFileError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// The bytes are something else.
    case notARelease
    /// The release was written by another version of the format.
    case otherVersion(UInt8)
    /// The release was made for another description of the statistic.
    case otherDescription
    /// The bytes end too early.
    case cutOff
    /// The bytes are not those that were written.
    case damaged
  }
  /// What is wrong.
  public let kind: Kind
  /// The byte at which it shows.
  public let offset: Int

  /// An error at the byte `offset`.
  public init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The error as a sentence.
  public var message: String {
    switch kind {
    case .notARelease: "This is not a release file."
    case .otherVersion(let version):
      "This release file is of version \(version), which this program does not read."
    case .otherDescription: "This release was made for another definition of the statistic."
    case .cutOff: "This release file ends too early, at byte \(offset)."
    case .damaged: "This release file is damaged, seen at byte \(offset)."
    }
  }
}
