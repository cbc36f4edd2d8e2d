import Testing

/// What was asked wrongly: a sentence with a way out, exit code 2, nothing written.
@Suite struct ArgumentErrorTests {
  /// Arguments, and what the message must name: what was wrong, and what would be right.
  static let cases: [([String], [String])] = [
    (["show", "nosuch"], ["\"nosuch\"", "introduction-age", "prikk tables"]),
    (["tables", "nosuch"], ["\"nosuch\"", "introduction-age"]),
    (["explore", "nosuch"], ["\"nosuch\"", "introduction-age"]),
    (["export", "nosuch", "-o", "x.csv"], ["\"nosuch\"", "introduction-age"]),
    (["shwo", "introduction-age"], ["\"shwo\"", "show", "introduction-age"]),
    (["nosuch"], ["\"nosuch\"", "explore", "introduction-age"]),
    (["show"], ["<table>", "prikk tables"]),
    (["show", "introduction-age", "more"], ["'more'", "--help"]),
    (["show", "introduction-age", "--nosuch"], ["--nosuch", "--help"]),
    (["show", "introduction-age", "--stub"], ["--stub", "--help"]),
    (["show", "introduction-age", "--stub", "sx"], ["--stub", "sx", "sex"]),
    (["show", "introduction-age", "--stub", "sex,sex"], ["sex", "twice"]),
    (["show", "introduction-age", "--heading", "colour"], ["--heading", "colour", "country"]),
    (["show", "introduction-age", "--filter", "region=9999"], ["--filter", "9999", "0101"]),
    (["show", "introduction-age", "--filter", "region=Osloo"], ["Osloo", "Oslo"]),
    (["show", "introduction-age", "--filter", "region"], ["--filter", "dimension=code"]),
    (["show", "introduction-age", "--filter", "town=1"], ["town", "region"]),
    (["show", "introduction-age", "--select", "age=18-24"], ["18-24", "18-25"]),
    (["show", "introduction-age", "--select", "age="], ["--select", "dimension=code"]),
    (["show", "introduction-age", "--branch", "age=99"], ["--branch", "99", "18-25"]),
    (["show", "introduction-age", "--level", "region=town"], ["--level", "town", "municipality"]),
    (["show", "introduction-age", "--level", "age=7"], ["--level", "7", "age group"]),
    (["show", "introduction-age", "--level", "age=1", "--select", "age=18-25"], ["age", "twice"]),
    (["show", "introduction-age", "--measure", "people"], ["--measure", "people", "persons"]),
    (["show", "introduction-age", "--percent", "half"], ["--percent", "half", "column"]),
    (["show", "introduction-age", "--percent", "population"], ["--percent", "no population"]),
    (["show", "introduction-age", "--labels", "names"], ["--labels", "names", "both"]),
    (["show", "introduction-age", "--language", "latin"], ["--language", "latin", "english"]),
    (["show", "introduction-age", "--sort", "upwards"], ["--sort", "upwards", "largest"]),
    (["show", "introduction-age", "--sort", "sex=9:largest"], ["--sort", "9", "Females"]),
    (["show", "introduction-age", "--width", "0"], ["--width", "20"]),
    (["show", "introduction-age", "--width", "19"], ["--width", "20"]),
    (["show", "introduction-age", "--width", "10001"], ["--width", "10000"]),
    (["show", "introduction-age", "--width", "abc"], ["--width", "abc"]),
    (["show", "introduction-age", "--width=-5"], ["--width", "20"]),
    (["show", "introduction-age", "--width", "99999999999999999999"], ["--width"]),
    (["show", "introduction-age", "--seed", "abc"], ["--seed", "abc", "whole number"]),
    (["show", "introduction-age", "--seed=-1"], ["--seed", "-1", "whole number"]),
    (["show", "introduction-age", "--seed", "-1"], ["--seed", "whole number"]),
    (["show", "introduction-age", "--seed", "99999999999999999999999"], ["--seed"]),
    (["deviation", "--seed", "x"], ["--seed", "x", "whole number"]),
    (["build"], ["--out", "--preview", "--help"]),
    (["build", "--preview", "--out", "."], ["--out", "--preview"]),
    (["build", "--out", ".", "--previous", "."], ["--previous-registers"]),
    (["build", "--out", ".", "--seed", "1.5"], ["--seed", "1.5", "whole number"]),
    (["export", "introduction-age", "--output", ""], ["--output", "name"]),
    (["--generate-completion-script", "csh"], ["csh", "bash"]),
    (
      [
        "show", "introduction-country", "--level", "country=2", "--stub", "country,region",
        "--level", "region=2",
      ],
      ["country of birth", "municipality", "set country of birth to its total", "by county"]
    ),
    (
      [
        "export", "introduction-country", "--level", "country=2", "--stub", "country,region",
        "--level", "region=2", "--output", "x.csv",
      ],
      ["country of birth", "municipality", "set country of birth to its total", "by county"]
    ),
  ]

  @Test(arguments: cases.indices)
  func `what is asked wrongly is said with a way out, and nothing is written`(index: Int) throws {
    let (arguments, words) = Self.cases[index]
    let folder = try TemporaryFolder()
    let run = try CommandRun(arguments: arguments, folder: folder.path)
    #expect(run.ending == .exited(2), "\(arguments)")
    #expect(run.output.isEmpty, "\(arguments)")
    #expect(folder.names.isEmpty, "\(arguments)")
    #expect(run.errors.hasPrefix("prikk: "), "\(run.errors)")
    #expect(run.errors.hasSuffix("\n") && run.lines.count == 1)
    for word in words { #expect(run.errors.contains(word), "\(word): \(run.errors)") }
    #expect(!run.errors.contains("Fatal") && !run.errors.contains("error:"))
  }

  @Test(arguments: cases.indices)
  func `no message has a figure in it`(index: Int) throws {
    let (arguments, _) = Self.cases[index]
    let folder = try TemporaryFolder()
    let message = try CommandRun(arguments: arguments, folder: folder.path).errors
    // What may be there: what was typed, codes, limits of options, how many codes more there are.
    var known = Set(arguments.flatMap(numbers) + ["0", "20", "10000"])
    known.formUnion(numbers(try CommandRun(arguments: ["tables"]).output))
    if arguments.count > 1, arguments[1].hasPrefix("introduction") {
      known.formUnion(numbers(try CommandRun(arguments: ["tables", arguments[1]]).output))
    }
    let words = message.split { $0 == " " || $0 == "\n" }.map(String.init)
    for (place, word) in words.enumerated() where word.contains(where: \.isNumber) {
      let isCountOfCodes = words.dropFirst(place + 1).first == "more."
      for number in numbers(word) where !isCountOfCodes {
        #expect(known.contains(number), "\(number) in: \(message)")
      }
    }
  }

  private func numbers(_ text: String) -> [String] {
    text.split { !$0.isNumber }.map(String.init)
  }
}
