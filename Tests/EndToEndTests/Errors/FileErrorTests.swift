import Testing

/// What could not be carried out: a sentence, exit code 1, no file left.
@Suite struct FileErrorTests {
  private let export = ["export", "introduction-age"]

  /// Runs an export that must fail, and expects nothing to be left in `folder`.
  private func fails(
    _ arguments: [String], saying words: [String], in folder: TemporaryFolder
  ) throws {
    let before = folder.names
    let run = try CommandRun(arguments: arguments, folder: folder.path)
    #expect(run.ending == .exited(1), "\(arguments)")
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("prikk: "), "\(run.errors)")
    for word in words { #expect(run.errors.contains(word), "\(word): \(run.errors)") }
    #expect(!run.errors.contains { $0 == "\u{1B}" })
    #expect(folder.names == before)
  }

  @Test func `a missing folder, a folder and a device are no files`() throws {
    let folder = try TemporaryFolder()
    try fails(
      export + ["-o", "nowhere/x.csv"], saying: ["nowhere/x.csv", "folder does not exist"],
      in: folder)
    try fails(export + ["-o", folder.path], saying: ["is a folder"], in: folder)
    try fails(export + ["-o", "x.csv/"], saying: ["is a folder"], in: folder)
    for device in ["/dev/null", "/dev/full"] {
      try fails(export + ["-o", device], saying: [device, "not a regular file"], in: folder)
      try fails(
        export + ["-o", device, "--overwrite"], saying: [device, "not a regular file"], in: folder)
    }
  }

  @Test func `an existing file stays`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: "old.csv")
    try fails(
      export + ["-o", "old.csv"], saying: ["old.csv", "exists already", "--overwrite"], in: folder)
    #expect(try folder.read("old.csv") == "mine\n")
  }

  @Test func `a folder that takes no files is said to be so`() throws {
    // Not even root may put a file there.
    let folder = try TemporaryFolder()
    try fails(export + ["-o", "/proc/self/x.csv"], saying: ["could not be written"], in: folder)
    try fails(export + ["-o", "/sys/x.csv"], saying: ["could not be written"], in: folder)
    try fails(["build", "--out", "/nowhere/new"], saying: ["/nowhere", "--out"], in: folder)
    try fails(["build", "--out", "/dev/null"], saying: ["/dev/null", "--out"], in: folder)
  }

  @Test func `a disk without room leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: "old.csv")
    for options in ["-o new.csv", "-o old.csv --overwrite"] {
      let script =
        "ulimit -f 0; exec '\(BuiltProgram.prikk)' export introduction-age \(options)"
      let run = try CommandRun("/bin/sh", ["-c", script], folder: folder.path)
      #expect(run.ending == .exited(1))
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("no space left"), "\(run.errors)")
      #expect(folder.names == ["old.csv"])
      #expect(try folder.read("old.csv") == "mine\n")
    }
  }

  @Test func `a full or closed standard output is said`() throws {
    for (redirection, words) in [(">/dev/full", "no space left"), (">&-", "closed")] {
      let script = "exec '\(BuiltProgram.prikk)' show introduction-age \(redirection)"
      let run = try CommandRun("/bin/sh", ["-c", script])
      #expect(run.ending == .exited(1))
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("prikk: ") && run.errors.contains(words), "\(run.errors)")
    }
  }
}
