import Testing

/// How much goes over the line; a slow one must not be flooded.
@Suite(.serialized) struct ByteBudgetTests {
  @Test func `the first screen of a table fits in 8 kB`() throws {
    let table = try TerminalWalk.explore("aap-education", shows: "18-67 years")
    #expect(table.byteCount <= 8_000)
    let catalogue = try TerminalWalk.explore(shows: "introduction-measures")
    #expect(catalogue.byteCount <= 8_000)
  }

  @Test(arguments: [("introduction-municipality", "2019", 423), ("aap-region", "2022", 357)])
  func `a Down within the page costs at most 300 bytes, and so does an Up`(
    table: String, year: String, rowCount: Int
  ) throws {
    let walk = try TerminalWalk.explore(
      table, "--level", "region=municipality", "--filter", "year=\(year)", shows: "1/")
    for row in 2...20 {
      let before = walk.byteCount
      try walk.press(.down)
      try walk.see(" \(row)/\(rowCount)")
      #expect(walk.byteCount - before <= 300, "row \(row)")
    }
    for row in (1...19).reversed() {
      let before = walk.byteCount
      try walk.press(.up)
      try walk.see(" \(row)/\(rowCount)")
      #expect(walk.byteCount - before <= 300, "row \(row)")
    }
  }

  @Test func `keys that change nothing cost nothing`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: " 1/19")
    func bytes(of keys: [Key], until place: String) throws -> Int {
      let before = walk.byteCount
      // Written at once, so that they come in one piece however busy the machine is.
      try walk.type(keys.map(\.bytes).joined())
      try walk.see(place)
      return walk.byteCount - before
    }
    // Once there and back, so that the terminal starts from the same place each time.
    _ = try bytes(of: [.down], until: " 2/19")
    _ = try bytes(of: [.up], until: " 1/19")
    let alone = try bytes(of: [.down], until: " 2/19")
    _ = try bytes(of: [.up], until: " 1/19")
    for key: Key in [.up, .left, .home, .pageUp, "0", "z", .function(9)] {
      #expect(try bytes(of: [key, key, .down], until: " 2/19") == alone, "\(key)")
      _ = try bytes(of: [.up], until: " 1/19")
    }
  }

  @Test func `an explorer that nobody touches is silent`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: " 1/19")
    walk.settle()
    let before = walk.byteCount
    walk.settle(quiet: 400)
    #expect(walk.byteCount == before)
  }

  @Test func `an explorer that nobody touches sleeps`() throws {
    let walk = try TerminalWalk.explore(
      "introduction-municipality", "--filter", "year=2019", shows: " 1/19")
    try walk.press(.down)
    try walk.see(" 2/19")
    // Threads of the queues end some seconds after their work: they may, the program does not wake.
    func wakeups() throws -> Int {
      let status = try readFile("/proc/\(walk.child.pid)/task/\(walk.child.pid)/status")
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
      return try #require(line?.split(separator: "\t").last.flatMap { Int($0) })
    }
    walk.settle(quiet: 2_500)
    let before = try wakeups()
    walk.settle(quiet: 1_000)
    #expect(try wakeups() == before)
    try walk.press(.down)
    try walk.see(" 3/19")
    #expect(try wakeups() > before)
  }
}
