import Classifications
import DelimitedText
import TestSupport
import Testing

@Suite struct ClassificationErrorTests {
  /// What the library says when the file at `path` reads `text`, or does not exist.
  private func error(_ path: String, _ text: String?) -> ClassificationError? {
    do throws(ClassificationError) {
      _ = try ClassificationLibrary(
        files: { $0 == path ? text.map { Array($0.utf8) } : embeddedFiles[$0] })
      return nil
    } catch {
      return error
    }
  }

  private let sex = "classifications/no-sex.csv"
  private let header = "level,code,english,bokmal,aliases,validFrom,validUntil\n"

  private func sexError(_ lines: String) -> ClassificationError? { error(sex, header + lines) }

  private func place(_ line: Int, _ column: Int) -> TextPosition {
    TextPosition(line: line, column: column)
  }

  @Test func `every file of a list is needed`() {
    let lists = embeddedFiles.keys.filter {
      $0.hasPrefix("classifications/") || $0.hasPrefix("correspondences/")
    }
    #expect(lists.count >= 16)
    for path in lists.sorted() {
      #expect(error(path, nil)?.path == path)
      #expect(error(path, nil)?.kind == .missingFile)
    }
  }

  @Test func `a list that is not one tree is refused with its place`() {
    #expect(sexError("")?.kind == .empty)
    #expect(sexError("1,0,Both,Begge,,,\n")?.kind == .notOneRoot)
    let twoRoots = sexError("0,0,Both,Begge,,,\n1,1,M,M,,,\n0,2,F,K,,,\n")
    #expect(
      twoRoots == ClassificationError(path: sex, kind: .notOneRoot, position: place(4, 1)))
    #expect(
      sexError("0,0,Both,Begge,,,\n2,1,M,M,,,\n")?.kind == .skippedLevel(code: "1"))
    #expect(sexError("0,0,Both,Begge,,,\n-1,1,M,M,,,\n")?.kind == .notOneRoot)
    let repeated = sexError("0,0,Both,Begge,,,\n1,1,M,M,,,\n1,1,F,K,,,\n")
    #expect(
      repeated
        == ClassificationError(path: sex, kind: .repeatedCode("1"), position: place(4, 3)))
  }

  @Test func `what is not a table or not a number is refused with its place`() {
    let number = sexError("x,0,Both,Begge,,,\n")
    #expect(
      number
        == ClassificationError(path: sex, kind: .notANumber("x"), position: place(2, 1)))
    #expect(error(sex, "level,code\n")?.kind == .table(.missingColumn("english")))
    #expect(sexError("0,0\n")?.kind == .table(.fieldCount(found: 2, expected: 7)))
    #expect(sexError("0,\"0\n")?.kind == .table(.text(.unterminatedQuote)))
  }

  @Test func `a list whose levels have no names is refused`() {
    let levels = "classifications/levels.csv"
    let head = "classification,level,english,bokmal\n"
    #expect(error(levels, head)?.kind == .levelLabels(found: 0, expected: 2))
    #expect(error(levels, head)?.path == sex)
    #expect(
      error(levels, head + "no-sex,0,Both,Begge\n")?.kind == .levelLabels(found: 1, expected: 2))
    let skipped = error(levels, head + "no-sex,1,Sex,Kjønn\n")
    #expect(skipped?.path == levels)
    #expect(skipped?.kind == .levelOutOfOrder(1))
    #expect(skipped?.position == place(2, 8))
  }

  @Test func `a correspondence to an unknown code or with a lost share is refused`() {
    let path = "correspondences/municipality-2019-to-2020.csv"
    let head = "source,target,percent\n"
    let unknown = error(path, head + "0101,9999,100\n")
    #expect(
      unknown
        == ClassificationError(
          path: path, kind: .unknownCode("9999"), position: place(2, 6)))
    #expect(
      error(path, head + "1850,1806,50\n1850,1875,49\n")?.kind
        == .incompleteSplit(code: "1850"))
    #expect(
      error("classifications/not-applicable.csv", "classification,code\n")?.kind == nil)
    #expect(
      error(
        "classifications/not-applicable.csv",
        "classification,code\nno-introduction-measures,99\n")?.kind == .unknownCode("99"))
  }
}
