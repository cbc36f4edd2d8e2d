import Classifications
@_spi(DisclosureControl) import Publication
import TestSupport
import Testing

@testable import TableFiles

@Suite struct ReleaseFileTests {
  private let release = SampleStatistic.release

  /// A release of one small matrix with every kind of cell.
  private static let small: Release = {
    let matrix = MatrixDescription(
      id: "m", label: Label("m"),
      axes: [MatrixAxis(dimension: SampleStatistic.sex, depth: 1)])
    let sample = SampleStatistic.description
    let description = StatisticDescription(
      id: "s", title: sample.title, agency: sample.agency, period: "2022", unit: sample.unit,
      source: sample.source, policy: sample.policy, dimensions: sample.dimensions,
      matrices: [matrix, matrix], tables: [], notes: [])
    func protected(_ counts: [Int32], _ statuses: [UInt8]) -> ProtectedMatrix {
      ProtectedMatrix(
        description: matrix, dimensions: sample.dimensions, counts: counts, statuses: statuses)
    }
    return Release(
      description: description,
      matrices: [protected([300, 0, 0], [0, 1, 2]), protected([0, 0, .max], [])],
      provenance: "prøve")
  }()

  private func decoded(_ bytes: [UInt8], _ description: StatisticDescription? = nil)
    -> Result<Release, ReleaseFileError>
  {
    do throws(ReleaseFileError) {
      return .success(try ReleaseFile.decode(bytes, as: description ?? release.description))
    } catch {
      return .failure(error)
    }
  }

  @Test func `a release comes back as it was`() throws {
    let bytes = ReleaseFile.encode(release)
    #expect(decoded(bytes) == .success(release))
    #expect(decoded(ReleaseFile.encode(Self.small), Self.small.description) == .success(Self.small))
    #expect(
      try ReleaseFile.decode(bytes, among: [Self.small.description, release.description]) == release
    )
  }

  @Test func `any figure comes back`() throws {
    let description = Self.small.description
    let values: [Int32] = [0, 1, -1, 63, 64, -64, 127, 128, 8191, 8192, .max, .min]
    for first in values {
      for second in values {
        let matrices = [[first, second, 0], [0, first, second]].map {
          ProtectedMatrix(
            description: description.matrices[0], dimensions: description.dimensions, counts: $0,
            statuses: [])
        }
        let release = Release(description: description, matrices: matrices, provenance: "")
        #expect(decoded(ReleaseFile.encode(release), description) == .success(release))
      }
    }
  }

  @Test func `every damaged byte is seen`() {
    let bytes = ReleaseFile.encode(Self.small)
    for index in bytes.indices {
      for change in 1...255 {
        var damaged = bytes
        damaged[index] ^= UInt8(change)
        guard case .failure = decoded(damaged, Self.small.description) else {
          Issue.record("byte \(index) changed by \(change) goes unseen")
          return
        }
      }
    }
  }

  @Test func `every cut and every tail is seen`() {
    let bytes = ReleaseFile.encode(Self.small)
    for length in bytes.indices {
      guard case .failure = decoded(Array(bytes.prefix(length)), Self.small.description) else {
        Issue.record("\(length) bytes are taken for all")
        return
      }
    }
    #expect(
      decoded(bytes + [0], Self.small.description)
        == .failure(.init(kind: .damaged, offset: bytes.count - 7)))
  }

  @Test func `bytes with the right hash and the wrong content never crash`() {
    let sealed = ReleaseFile.encode(Self.small)
    let body = sealed.dropLast(8)
    for index in body.indices.dropFirst(9) {
      for change in 0...256 {
        var bytes = Array(body)
        if change == 256 { bytes.remove(at: index) } else { bytes[index] = UInt8(change) }
        switch decoded(seal(bytes), Self.small.description) {
        case .failure: break
        case .success(let release):
          // What is still a release is a whole one: it can be written again.
          if ReleaseFile.encode(release).isEmpty { Issue.record("nothing") }
        }
      }
    }
  }

  @Test func `a run of no cells is refused`() {
    var body = Array(ReleaseFile.encode(Self.small).dropLast(8))
    body.insert(contentsOf: [0, 0], at: 8 + 1 + 8 + 1 + 6 + 1)
    #expect(
      decoded(seal(body), Self.small.description)
        == .failure(.init(kind: .damaged, offset: 8 + 1 + 8 + 1 + 6 + 1 + 2)))
  }

  private func seal(_ body: [UInt8]) -> [UInt8] {
    var hash = StableHash()
    hash.add(body)
    return body + (0..<8).map { UInt8(truncatingIfNeeded: hash.value >> (8 * $0)) }
  }

  @Test func `what is wrong is said`() {
    let bytes = ReleaseFile.encode(Self.small)
    #expect(decoded([]) == .failure(.init(kind: .notARelease, offset: 0)))
    #expect(decoded(Array("Region,Sex\r\n".utf8)) == .failure(.init(kind: .notARelease, offset: 0)))
    #expect(decoded(bytes) == .failure(.init(kind: .otherDescription, offset: 9)))
    var newer = bytes
    newer[8] = 3
    #expect(decoded(newer) == .failure(.init(kind: .otherVersion(3), offset: 8)))
    for kind in [
      ReleaseFileError.Kind.notARelease, .otherVersion(3), .otherDescription, .cutOff, .damaged,
    ] {
      #expect(ReleaseFileError(kind: kind, offset: 1).message.hasSuffix("."))
    }
  }

  @Test func `no figure stands behind a hidden cell`() {
    // The same published figures make the same bytes, whatever was hidden.
    let bytes = ReleaseFile.encode(Self.small)
    let matrix = bytes.dropFirst(8 + 1 + 8 + 1 + 6 + 1)
    #expect(matrix.prefix(8) == [0, 1, 1, 1, 2, 1, 0xD8, 0x04])
  }

  @Test func `the fingerprint is the same in every run and changes with the meaning of cells`() {
    let sample = SampleStatistic.description
    func changed(
      period: String = "2022", dimensions: [Dimension]? = nil, notes: [Label] = [],
      matrices: [MatrixDescription]? = nil
    ) -> UInt64 {
      StatisticDescription(
        id: sample.id, title: sample.title, agency: sample.agency, period: period,
        unit: sample.unit, source: sample.source, policy: sample.policy,
        dimensions: dimensions ?? sample.dimensions, matrices: matrices ?? sample.matrices,
        tables: [], notes: notes
      ).fingerprint
    }
    #expect(changed() == sample.fingerprint)
    #expect(changed(notes: [Label("x")]) == sample.fingerprint)
    #expect(changed(period: "2023") != sample.fingerprint)
    #expect(changed(matrices: sample.matrices.reversed()) != sample.fingerprint)
    var dimensions = sample.dimensions
    dimensions[0] = Dimension(
      id: dimensions[0].id, label: dimensions[0].label,
      hierarchy: dimensions[0].hierarchy.truncated(toLevel: 1))
    #expect(changed(dimensions: dimensions) != sample.fingerprint)
    var hash = StableHash()
    hash.add("foobar".utf8)
    #expect(hash.value == 0x8594_4171_f739_67e8, "the test vector of FNV-1a")
  }
}
