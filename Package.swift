// swift-tools-version: 6.1
import PackageDescription

// The rooms of the house and the arrows between them; docs/architecture.md says why.
let package = Package(
  name: "thuis",
  products: [.executable(name: "thuis", targets: ["thuis"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // The ground floor: pure, no I/O, no clock.
    .target(
      name: "Journey", dependencies: ["Yams"],
      resources: [.embedInCode("Resources")]),

    // Beside each other on the first floor; none knows another.
    .target(
      name: "CTerminal",
      cSettings: [.define("_XOPEN_SOURCE_EXTENDED"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["CTerminal"]),
    .target(
      name: "Casebook",
      dependencies: [
        "Journey", "Quota", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Exchange", dependencies: ["Journey", "Quota", "Yams"]),
    .target(name: "Quota", dependencies: ["Journey"], resources: [.embedInCode("Resources")]),
    .target(name: "Demo", dependencies: ["Journey", "Quota"], resources: [.embedInCode("Resources")]),

    // What a person sets for themself.
    .target(name: "Preferences", dependencies: ["Journey", "Casebook", "Yams"]),

    // What people see, and the command that wires it.
    .target(name: "Screens", dependencies: ["Journey", "Quota", "Casebook", "Preferences", "Terminal"]),
    .executableTarget(
      name: "thuis",
      dependencies: [
        "Screens", "Demo", "Casebook", "Exchange", "Preferences", "Quota", "Journey",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "JourneyTests", dependencies: ["Journey", "Chance"]),
    .testTarget(name: "QuotaTests", dependencies: ["Quota", "Demo"]),
    .testTarget(name: "CasebookTests", dependencies: ["Casebook", "Quota", "Demo", "Chance"]),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Quota"]),
    .testTarget(name: "DemoTests", dependencies: ["Demo"]),
    .testTarget(name: "PreferencesTests", dependencies: ["Preferences", "Chance"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Chance"]),
    .testTarget(
      name: "ScreensTests", dependencies: ["Screens", "Preferences", "Demo", "Chance"], exclude: ["Goldens"]),
    .testTarget(name: "ArchitectureTests"),
    .target(name: "Chance", path: "Tests/Chance"),
    .target(name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .executableTarget(name: "Mirror", dependencies: ["Terminal"], path: "Tests/Mirror"),
    .executableTarget(name: "Curves", dependencies: ["Quota"], path: "Tests/Curves"),
    .executableTarget(name: "Forecasts", dependencies: ["Chance", "Journey", "Quota"], path: "Tests/Forecasts"),
    .executableTarget(name: "Benchmarks", dependencies: ["CPty"], path: "Tests/Benchmarks"),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["CPty", "CVTerm", "Casebook", "Journey", "Quota", "Screens", "Terminal", "thuis"],
      exclude: ["Help"]),
  ],
  swiftLanguageModes: [.v6]
)
