// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: language mode 6 (from the tools version), strict memory safety, no warnings.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A library target of the module table in ARCHITECTURE.md: what it may import is what is listed
/// here.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target, or of the whole; `TestSupport` has the registers and releases they
/// share.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "prikk",
  products: [
    .executable(name: "prikk", targets: ["prikk"]),
    .executable(name: "prikk-bench", targets: ["prikk-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Layer 0: nothing of ours below.
    .systemLibrary(
      name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .target(name: "CEmbeddedData"),
    .target(name: "CTerminalSignals"),
    module("Canvas"),
    module("Columns"),
    module("DelimitedText"),
    module("Classifications", ["DelimitedText"]),

    // Layer 1
    module("Registers", ["Columns", "Classifications"]),
    module("Cubes", ["Classifications"]),
    module("Publication", ["Classifications"]),
    module("Terminal", ["CNcurses", "CTerminalSignals", "Canvas"]),

    // Layer 2
    module(
      "Statistics", ["Registers", "Cubes", "Columns", "Classifications", "Publication"]),
    module("Disclosure", ["Cubes", "Publication", "Classifications", "CClp"]),
    module("Synthesis", ["Registers", "Columns", "Classifications", "DelimitedText"]),
    module("RegisterFiles", ["Registers", "Classifications", "DelimitedText"]),
    module("CellFiles", ["Cubes", "Publication", "Classifications", "DelimitedText"]),
    module("TableFiles", ["Publication", "Classifications", "DelimitedText"]),
    module("TableViews", ["Publication", "Classifications"]),

    // Layer 3
    module(
      "Tabulation",
      ["Statistics", "Disclosure", "Registers", "Publication", "Classifications"]),
    module("Explorer", ["TableViews", "Publication", "Classifications", "Canvas"]),

    // Layer 4
    module("Session", ["Explorer", "Publication", "Canvas"]),

    // Layer 5
    .executableTarget(
      name: "prikk",
      dependencies: [
        argumentParser, "CEmbeddedData", "Canvas", "CellFiles", "Classifications", "Cubes",
        "DelimitedText", "Disclosure", "Explorer", "Publication", "RegisterFiles", "Registers",
        "Session", "Statistics", "Synthesis", "TableFiles", "TableViews", "Tabulation", "Terminal",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "prikk-bench",
      dependencies: [
        argumentParser, "CEmbeddedData", "Canvas", "CellFiles", "Classifications", "Columns",
        "Cubes", "DelimitedText", "Disclosure", "Explorer", "Publication", "RegisterFiles",
        "Registers", "TableViews",
      ],
      exclude: ["duckdb_count.py", "duckdb_read.py"],
      swiftSettings: strict),

    // Tests
    .target(
      name: "TestSupport",
      dependencies: [
        "CEmbeddedData", "Canvas", "Classifications", "Columns", "Registers", "Cubes",
        "Publication", "Statistics", "Synthesis",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("ArchitectureTests", []),
    tests("CanvasTests", ["Canvas"]),
    tests("ColumnsTests", ["Columns"]),
    tests("DelimitedTextTests", ["DelimitedText"]),
    tests("ClassificationsTests", ["Classifications", "DelimitedText"]),
    tests("CubesTests", ["Cubes", "Columns", "Classifications"]),
    tests("PublicationTests", ["Publication", "Classifications"]),
    tests("DisclosureTests", ["Disclosure", "Cubes", "Publication", "Classifications"]),
    tests(
      "SynthesisTests",
      ["Synthesis", "Statistics", "Registers", "Columns", "Classifications", "DelimitedText"]),
    tests(
      "StatisticsTests",
      [
        "Statistics", "Synthesis", "Registers", "Cubes", "Columns", "Classifications",
        "Publication", "DelimitedText",
      ]),
    tests(
      "CellFilesTests",
      ["CellFiles", "Cubes", "Publication", "Classifications", "DelimitedText"]),
    tests("RegisterFilesTests", ["RegisterFiles", "Registers", "DelimitedText"]),
    tests("TableFilesTests", ["TableFiles", "Publication", "Classifications", "DelimitedText"]),
    tests("TableViewsTests", ["TableViews", "Publication", "Classifications"]),
    tests(
      "TabulationTests",
      [
        "Tabulation", "Statistics", "Disclosure", "Publication", "Classifications", "TableFiles",
        "TableViews", "Registers", "Columns", "Cubes", "Explorer", "Canvas", "Synthesis",
      ]),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "Explorer", "TableViews", "Publication", "Classifications", "Canvas", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    tests("SessionTests", ["Session", "Explorer", "Publication", "Classifications", "Canvas"]),
    .systemLibrary(
      name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    tests("TerminalTests", ["Terminal", "Canvas"]),
    .executableTarget(
      name: "terminal-fixture", dependencies: ["Terminal", "Canvas"],
      path: "Tests/TerminalFixture", swiftSettings: strict),
    tests("EndToEndTests", ["CVterm"]),
  ]
)
