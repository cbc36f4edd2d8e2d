import Foundation
import Testing

@testable import TableFiles

/// Strangers write into one folder and nowhere else.
@Suite final class ExportFolderTests {
  private let outer: String
  private var path: String { outer + "/exports" }
  private let limits = ExportFolder.Limits(fileBytes: 100, files: 3, bytes: 250)

  init() throws {
    outer = NSTemporaryDirectory() + "prikk-export-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: outer + "/exports/inner", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: outer) }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func refusal(
    _ name: String, size: Int = 3, into folder: ExportFolder
  ) -> ExportFolder.Refusal? {
    do throws(ExportFolder.Refusal) {
      try folder.write(Array(repeating: 0x61, count: size), as: name)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a plain name is written, whole`() throws {
    let folder = try #require(ExportFolder(path: path, limits: limits))
    for name in ["aap-region.csv", "Hárstták_2022.csv", "1.csv"] {
      #expect(refusal(name, into: folder) == nil)
      #expect(try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) == "aaa")
    }
    #expect(try names(path).count == 4)
  }

  @Test(arguments: [
    "", ".csv", "..csv", "...csv", "../x.csv", "/tmp/x.csv", "inner/x.csv", "./x.csv", "x",
    ".bashrc", ".ssh", "authorized_keys", "x.csv.", "x.csv/", "-rf.csv", "a b.csv", "a;b.csv",
    "$(id).csv", "`id`.csv", "a\u{1B}[2J.csv", "a\n.csv", "a\u{0}.csv", "a\u{202E}.csv", "~.csv",
    "a\\b.csv", "a%2f.csv", "x.CSV", "*.csv", "inner",
  ])
  func `a name that is more than a name is refused`(name: String) throws {
    let folder = try #require(ExportFolder(path: path, limits: limits))
    let before = try names(path)
    #expect(refusal(name, into: folder) == .name)
    #expect(try names(path) == before && names(outer) == ["exports"])
  }

  @Test func `a name of a thousand letters is refused`() throws {
    let folder = try #require(ExportFolder(path: path, limits: limits))
    #expect(refusal(String(repeating: "a", count: 1_000) + ".csv", into: folder) == .name)
  }

  @Test func `no link is followed and no file replaced`() throws {
    let folder = try #require(ExportFolder(path: path, limits: limits))
    let manager = FileManager.default
    try Data("mine".utf8).write(to: URL(fileURLWithPath: outer + "/secret.csv"))
    try manager.createSymbolicLink(
      atPath: path + "/link.csv", withDestinationPath: outer + "/secret.csv")
    try manager.createSymbolicLink(
      atPath: path + "/new.csv", withDestinationPath: outer + "/made.csv")
    for name in ["link.csv", "new.csv"] {
      guard case .failed(let error) = refusal(name, into: folder) else {
        Issue.record("\(name) was written")
        continue
      }
      #expect(error.kind == .exists)
    }
    #expect(try String(contentsOfFile: outer + "/secret.csv", encoding: .utf8) == "mine")
    #expect(try names(outer) == ["exports", "secret.csv"])
    #expect(try names(path) == ["inner", "link.csv", "new.csv"])
  }

  @Test func `the folder is not a link, and stays the one that was opened`() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: outer + "/alias", withDestinationPath: path)
    #expect(ExportFolder(path: outer + "/alias", limits: limits) == nil)
    #expect(ExportFolder(path: outer + "/nowhere", limits: limits) == nil)
    let folder = try #require(ExportFolder(path: path, limits: limits))
    try manager.moveItem(atPath: path, toPath: outer + "/moved")
    try manager.createSymbolicLink(atPath: path, withDestinationPath: "/")
    #expect(refusal("x.csv", into: folder) == nil)
    #expect(try names(outer + "/moved").contains("x.csv"))
  }

  @Test func `there is an end to sizes and numbers`() throws {
    let folder = try #require(ExportFolder(path: path, limits: limits))
    #expect(refusal("large.csv", size: 101, into: folder) == .tooLarge)
    #expect(refusal("a.csv", size: 100, into: folder) == nil)
    #expect(refusal("b.csv", size: 100, into: folder) == nil)
    #expect(refusal("c.csv", size: 51, into: folder) == .full)
    #expect(refusal("c.csv", size: 50, into: folder) == nil)
    #expect(refusal("d.csv", size: 0, into: folder) == .full)
    #expect(try names(path) == ["a.csv", "b.csv", "c.csv", "inner"])
  }
}
