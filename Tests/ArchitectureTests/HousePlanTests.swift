import Foundation
import Testing

/// Who may know whom, as docs/architecture.md draws it. An arrow that is not here breaks the house.
@Suite("The house plan")
struct HousePlanTests {
  /// What each room may import, besides the system's own libraries.
  static let mayImport: [String: Set<String>] = [
    "Journey": ["Yams"],
    "CTerminal": [],
    "Terminal": ["CTerminal"],
    "Quota": ["Journey"],
    "Casebook": ["Journey", "Quota", "GRDB", "Crypto"],
    "Exchange": ["Journey", "Quota", "Yams"],
    "Demo": ["Journey", "Quota"],
    "Preferences": ["Journey", "Casebook", "Yams"],
    "Screens": ["Journey", "Quota", "Casebook", "Exchange", "Preferences", "Terminal"],
    "thuis": ["Screens", "Demo", "Casebook", "Exchange", "Preferences", "Quota", "Journey", "ArgumentParser"],
  ]
  /// Pure rooms: no clock, no files, no process of their own; Foundation is for formats only.
  static let systemOf: [String: Set<String>] = [
    "Journey": ["Foundation", "FoundationEssentials"],
    "Demo": ["Foundation", "FoundationEssentials"],
    "Quota": ["Foundation", "FoundationEssentials"],
  ]
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Darwin", "Musl", "Synchronization", "Dispatch",
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("every room of Sources stands on the plan")
  func rooms() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
    #expect(Set(found.filter { !$0.hasPrefix(".") }) == Set(Self.mayImport.keys))
  }

  @Test("a room imports only what its arrows point at", arguments: mayImport.keys.sorted())
  func imports(room: String) throws {
    let allowed = try #require(Self.mayImport[room]).union(Self.systemOf[room] ?? Self.system)
    for (file, imported) in try Self.imports(of: room) {
      #expect(allowed.contains(imported), "\(file) imports \(imported), to which \(room) has no arrow")
    }
  }

  @Test("Package.swift draws the same arrows", arguments: mayImport.keys.sorted())
  func package(room: String) throws {
    let declared = try Self.declaredArrows()
    let arrows = try #require(declared[room], "Package.swift has no target \(room)")
    let allowed = try #require(Self.mayImport[room])
    #expect(arrows.isSubset(of: allowed), "\(room) depends on \(arrows.subtracting(allowed).sorted())")
  }

  @Test("the benchmark sees the program as its users do: from outside")
  func benchmark() throws {
    #expect(try Self.declaredArrows()["Benchmarks"] == ["CPty"])
    let folder = Self.root.appending(path: "Tests/Benchmarks")
    for (file, imported) in try Self.imports(in: folder) {
      #expect(Self.system.union(["CPty"]).contains(imported), "\(file) imports \(imported)")
    }
  }

  @Test("the pure rooms read no clock and touch no file", arguments: ["Journey", "Demo", "Quota"])
  func purity(room: String) throws {
    let forbidden = ["Date()", "Date.now", "FileManager", "ProcessInfo", "contentsOf:", "ContinuousClock", "getenv("]
    for file in try Self.files(of: room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in forbidden {
        #expect(!text.contains(word), "\(file.lastPathComponent) of \(room) uses \(word)")
      }
    }
  }

  @Test(
    "no SQL outside the casebook",
    arguments: ["Screens", "thuis", "Preferences", "Exchange", "Demo", "Quota", "Journey"])
  func sql(room: String) throws {
    let statements = /"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|PRAGMA)\s/
    for file in try Self.files(of: room) {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.firstMatch(of: statements) == nil, "\(file.lastPathComponent) of \(room) holds SQL")
    }
  }

  // MARK: - Reading the sources

  static func files(of room: String) throws -> [URL] { try files(in: root.appending(path: "Sources/\(room)")) }

  static func files(in folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  static func imports(of room: String) throws -> [(file: String, module: String)] {
    try imports(in: root.appending(path: "Sources/\(room)"))
  }

  static func imports(in folder: URL) throws -> [(file: String, module: String)] {
    try files(in: folder).flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ").drop { $0.hasPrefix("@") || Self.access.contains(String($0)) }
        guard words.first == "import", words.count > 1 else { return nil }
        let rest = words.dropFirst().drop { Self.importKinds.contains(String($0)) }
        let module = rest.first?.prefix { $0.isLetter || $0.isNumber || $0 == "_" } ?? ""
        return (file.lastPathComponent, String(module))
      }
    }
  }

  static let access: Set<String> = ["public", "internal", "private", "fileprivate", "package"]
  static let importKinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

  /// Target to dependencies, from the text of Package.swift: the names between `dependencies: [` and its `]`.
  static func declaredArrows() throws -> [String: Set<String>] {
    let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    var arrows: [String: Set<String>] = [:]
    let start = /\.(?:executableTarget|target)\(\s*name: "(\w+)"/
    let matches = text.matches(of: start)
    for (index, match) in matches.enumerated() {
      let until = index + 1 < matches.count ? matches[index + 1].range.lowerBound : text.endIndex
      var body = text[match.range.upperBound..<until]
      if let other = body.range(of: ".testTarget(") { body = body[..<other.lowerBound] }
      var names: Set<String> = []
      if let list = body.firstMatch(of: /dependencies: \[([^\]]*)\]/) {
        let products = list.1.matches(of: /\.product\(name: "(\w+)", package: "[\w.-]+"\)/)
        names.formUnion(products.map { String($0.1) })
        let plain = list.1.replacing(/\.product\([^)]*\)/, with: "")
        names.formUnion(plain.matches(of: /"(\w+)"/).map { String($0.1) })
      }
      arrows[String(match.1)] = names
    }
    return arrows
  }
}
