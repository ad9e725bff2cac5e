import Foundation

/// Programs people know, measured in the same run on as much: what is not installed is left out.
struct Peers {
  let bench: Bench
  let dossiers: Int

  private(set) var figures: [Item: [String]] = [:]

  init(_ bench: Bench, dossiers: Int) {
    (self.bench, self.dossiers) = (bench, dossiers)
  }

  mutating func measure() {
    if bench.sqlite != nil { attempt("sqlite3") { try $0.sqlite() } }
    if let less = Command.find("less") { attempt("less") { try $0.less(less) } }
    if let tig = Command.find("tig"), Command.find("git") != nil { attempt("tig") { try $0.tig(tig) } }
  }

  private mutating func attempt(_ name: String, _ body: (inout Peers) throws -> Void) {
    bench.tell("peer: \(name)")
    do { try body(&self) } catch { bench.tell("peer \(name) is left out: \(error)") }
  }

  private mutating func add(_ item: Item, _ text: String) { figures[item, default: []].append(text) }

  // MARK: - sqlite3

  private mutating func sqlite() throws {
    guard let sqlite = bench.sqlite else { return }
    let casebook = bench.casebook(dossiers)
    var start = Samples()
    let page = "SELECT id, name, persons FROM dossier ORDER BY due, last_contact, id LIMIT 50"
    for _ in 0..<10 { start.add(milliseconds: try sqlite.done(["-readonly", casebook, page]).milliseconds) }
    add(.usable, "sqlite3, a page of 50: \(said(start.time(50)))")

    var match = Samples()
    for word in ["hassan", "tekle", "yilmaz", "utrecht", "ahmadi"] {
      let sql = "SELECT rowid FROM search WHERE search MATCH '\"\(word)\"' LIMIT 50"
      match.add(milliseconds: try sqlite.done(["-readonly", casebook, sql]).milliseconds)
    }
    add(.filter, "sqlite3, 50 hits, start included: p50 \(said(match.time(50)))")

    let table = "\(bench.folder)/table.sqlite"
    defer { bench.remove(table) }
    bench.remove(table)
    let writes = (0..<200).map { "INSERT INTO note VALUES ('\($0)');" }.joined()
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE note (text);"
    let empty = try sqlite.done([table, pragmas]).milliseconds
    let full = try sqlite.done([table, "PRAGMA synchronous = FULL; " + writes]).milliseconds
    add(.note, "sqlite3, one durable INSERT: mean \(said((full - empty) / 200))")
    let race = ImportRace(bench: bench, dossiers: dossiers)
    if let outcome = try race.peer() { add(.importing, "sqlite3 .import: \(race.rate(outcome))") }
  }

  // MARK: - Terminal programs

  private mutating func less(_ program: String) throws {
    let file = "\(bench.folder)/\(dossiers).txt"
    let lines = (0..<dossiers).map { "2026-\($0)  AL-HASSAN, Rima  4  Woning zoeken  Mitros, M. de Wit  24 d" }
    try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    try terminal("less", program, [file], [:], first: "2026-0 ", page: "f")
  }

  private mutating func tig(_ program: String) throws {
    // Beyond this it reads for seconds before it can be measured at rest.
    let commits = min(dossiers, 100_000)
    let repository = "\(bench.folder)/\(commits).git"
    let git = Command(program: Command.find("git") ?? "git", environment: bench.environment)
    if !FileManager.default.fileExists(atPath: repository) {
      let stream = (1...commits).map { number in
        let message = "Huishouden \(number)"
        return "commit refs/heads/main\ncommitter Rima <rima@example.org> \(1_700_000_000 + number) +0000\n"
          + "data \(message.utf8.count)\n\(message)\n"
      }
      let file = "\(bench.folder)/commits.txt"
      try stream.joined().write(toFile: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: file) }
      try git.done(["init", "--quiet", "--initial-branch=main", "--bare", repository])
      try git.done(["-C", repository, "fast-import", "--quiet"], input: file)
    }
    let name = commits == dossiers ? "tig" : "tig at \(grouped(commits))"
    try terminal(
      name, program, [], ["GIT_DIR": repository], first: "Huishouden \(commits)", page: "\u{1B}[6~", opens: true)
  }

  private mutating func terminal(
    _ name: String, _ program: String, _ arguments: [String], _ settings: [String: String], first: String, page: String,
    opens: Bool = false
  ) throws {
    let environment = bench.environment.merging(settings) { $1 }
    var (starts, screens) = (Samples(), Samples())
    for _ in 0..<5 {
      let run = try TerminalRun(program, arguments, environment)
      let (byte, usable) = try run.start(until: first)
      starts.add(milliseconds: byte)
      screens.add(milliseconds: usable)
      run.end()
    }
    add(.firstByte, "\(name) \(said(starts.time(50)))")
    add(.usable, "\(name) \(said(screens.time(50)))")

    let run = try TerminalRun(program, arguments, environment)
    defer { run.end() }
    run.settle()
    if opens { run.settle() }
    for _ in 0..<60 { _ = try run.type("j") }
    var (rows, pages, opened) = (Samples(), Samples(), Samples())
    for _ in 0..<100 { rows.add(try run.type("j")) }
    for _ in 0..<60 { pages.add(try run.type(page)) }
    add(.listFoot, "\(name) p50 \(said(rows.time(50))), \(rows.size(50)) B")
    add(.page, "\(name) p50 \(said(pages.time(50))), \(grouped(pages.size(50))) B")
    if opens {
      for _ in 0..<20 {
        let (there, back) = (try run.type("\r", quiet: 100), try run.type("q", quiet: 100))
        opened.add(milliseconds: there.milliseconds + back.milliseconds)
      }
      add(.open, "\(name) p50 \(said(opened.time(50)))")
    }
    add(.memory, "\(name) \(tenths(try run.ownMemory())) MiB")
    let idle = try run.idle(seconds: 3)
    add(.idle, "\(name) \(idle.ticks), \(idle.switches), \(idle.bytes) B")
  }
}
