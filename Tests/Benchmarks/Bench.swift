import Foundation

/// Where the benchmark works, and with what.
struct Bench {
  /// The release binary.
  let program: String
  /// Casebooks and files that a next run uses again.
  let folder: String
  let sqlite: Command?

  init(program: String, folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
    self.program = URL(filePath: program).path
    self.folder = URL(filePath: folder).path
    sqlite = Command.find("sqlite3").map { Command(program: $0, environment: Bench.environment(folder)) }
  }

  var environment: [String: String] { Bench.environment(folder) }

  /// The day is fixed, so that casebooks that are used again do not age. No idle mark: it would be counted as bytes (``CoordinatorWalk`` counts none).
  private static func environment(_ folder: String) -> [String: String] {
    // An account of its own: somebody who was never there before begins at the top.
    let account = "bench\(ProcessInfo.processInfo.processIdentifier)"
    return [
      "HOME": URL(filePath: folder + "/home").path,
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "THUIS_TODAY": "2026-11-23", "THUIS_USER": account,
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  func casebook(_ dossiers: Int) -> String { "\(folder)/\(dossiers).sqlite" }

  func thuis(_ casebook: String) -> Command {
    var settings = environment
    settings["THUIS_CASEBOOK"] = casebook
    return Command(program: program, environment: settings)
  }

  func remove(_ casebook: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: casebook + end) }
  }

  func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  // MARK: - Without a casebook

  /// - Parameter program: that of `Tests/Forecasts`, which says a name and milliseconds on each line.
  func forecasts(by program: String) throws -> Figures {
    tell("forecasts of 6,000 households")
    let output = try Command(program: URL(filePath: program).path, environment: environment).done([]).output
    var figures: Figures = [:]
    for (item, name) in [(Item.runs, "free"), (.capped, "capped")] {
      let line = output.split(separator: "\n").first { $0.hasPrefix(name + " ") }
      guard let line, let milliseconds = Double(line.dropFirst(name.count + 1)) else {
        throw Unmeasured("\(program) said \(output)")
      }
      figures[item] = "p50 \(said(milliseconds))"
    }
    return figures
  }

  // MARK: - One size

  func figures(_ dossiers: Int) throws -> Figures {
    var figures: Figures = [.demo: try make(dossiers)]
    tell("\(grouped(dossiers)) dossiers: the walk")
    figures.merge(try Walk(bench: self, casebook: casebook(dossiers)).figures()) { $1 }
    tell("\(grouped(dossiers)) dossiers: the coordinator's walk")
    figures.merge(try CoordinatorWalk(self, casebook: casebook(dossiers)).figures()) { $1 }
    tell("\(grouped(dossiers)) dossiers: check")
    figures[.check] = try check(dossiers)
    tell("\(grouped(dossiers)) dossiers: import")
    figures.merge(try ImportRace(bench: self, dossiers: dossiers).figures()) { $1 }
    return figures
  }

  /// Makes the casebook where it is not there yet; how long that took is kept beside it.
  private func make(_ dossiers: Int) throws -> String {
    let (path, note) = (casebook(dossiers), "\(folder)/\(dossiers).seconds")
    if !FileManager.default.fileExists(atPath: note) {
      tell("\(grouped(dossiers)) dossiers: making them")
      remove(path)
      let words = ["demo", "--dossiers", "\(dossiers)", "--seed", "1", "--casebook", path, "--no-open"]
      let made = try thuis(path).done(words, minutes: 60)
      try tenths(made.milliseconds / 1000).write(toFile: note, atomically: true, encoding: .utf8)
    }
    return try String(contentsOfFile: note, encoding: .utf8) + " s"
  }

  private func check(_ dossiers: Int) throws -> String {
    guard let outcome = try thuis(casebook(dossiers)).finished(["check", "--lang", "en"]) else {
      return Command.unfinished
    }
    guard let match = outcome.output.firstMatch(of: /([0-9,]+) events/),
      let events = Double(match.1.filter { $0 != "," })
    else {
      throw Unmeasured("check said \(outcome.output)")
    }
    return "\(grouped(Int(events * 60_000 / outcome.milliseconds))) events/min"
  }
}
