/// A caseworker's walk through the program on one casebook, every key timed.
struct Walk {
  let bench: Bench
  let casebook: String
  private var thuis: Command { bench.thuis(casebook) }

  private static let pageDown = "\u{1B}[6~"

  func figures() throws -> Figures {
    var figures = try starts()
    let run = try TerminalRun(bench.program, [], thuis.environment)
    defer { run.end() }
    run.settle()
    figures[.todayCursor] = summary(try steps(run))
    figures[.todayFoot] = summary(try foot(run))
    _ = try run.type("2", quiet: 400)
    figures[.listCursor] = summary(try steps(run))
    figures[.listFoot] = summary(try foot(run))
    figures[.page] = try page(run)
    figures[.open] = try open(run)
    figures[.lessons] = try lessons(run)
    figures[.filter] = try filter(run)
    figures[.note] = try notes(run)
    figures[.many] = try many(run)
    figures.merge(try network(run)) { $1 }
    figures[.memory] = tenths(try run.ownMemory()) + " MiB"
    let idle = try run.idle(seconds: 3)
    figures[.idle] = "\(idle.ticks) ticks, \(idle.switches) wake-ups, \(idle.bytes) B"
    return figures
  }

  private func summary(_ samples: Samples) -> String {
    "p50 \(said(samples.time(50))), p99 \(said(samples.time(99))), \(samples.size(50)) B"
  }

  /// Ten times from nothing; the household looked for is the first that a script sees too.
  private func starts() throws -> Figures {
    let first =
      try thuis.done(["list", "--limit", "1", "--format", "csv"]).output.split(whereSeparator: \.isNewline)
      .last { !$0.hasPrefix("thuis: ") } ?? ""
    guard let name = first.split(separator: ",").dropFirst().first?.drop(while: { $0 == "\"" }), !name.isEmpty else {
      throw Unmeasured("the list is empty: \(first)")
    }
    var (bytes, screens) = (Samples(), Samples())
    for _ in 0..<10 {
      let run = try TerminalRun(bench.program, [], thuis.environment)
      let (first, usable) = try run.start(until: String(name))
      bytes.add(milliseconds: first)
      screens.add(milliseconds: usable)
      run.end()
    }
    return [.firstByte: said(bytes.time(50)), .usable: finely(screens.time(50))]
  }

  /// Down and up again inside the first page.
  private func steps(_ run: TerminalRun) throws -> Samples {
    var samples = Samples()
    for key in Array(repeating: ["j", "k"], count: 4).joined() {
      for _ in 0..<28 { samples.add(try run.type(key)) }
    }
    return samples
  }

  /// Where each step moves the whole list.
  private func foot(_ run: TerminalRun) throws -> Samples {
    var samples = Samples()
    for _ in 0..<60 { _ = try run.type("j") }
    for _ in 0..<100 { samples.add(try run.type("j")) }
    return samples
  }

  private func page(_ run: TerminalRun) throws -> String {
    var samples = Samples()
    for _ in 0..<60 { samples.add(try run.type(Self.pageDown)) }
    return "p50 \(said(samples.time(50))), \(grouped(samples.size(50))) B"
  }

  private func open(_ run: TerminalRun) throws -> String {
    var samples = Samples()
    for _ in 0..<40 {
      let (there, back) = (try run.type("\r"), try run.type("q"))
      samples.add(milliseconds: there.milliseconds + back.milliseconds, bytes: there.bytes + back.bytes)
      _ = try run.type("j")
    }
    return "p50 \(said(samples.time(50)))"
  }

  /// Of forty households, one after the other.
  private func lessons(_ run: TerminalRun) throws -> String {
    var samples = Samples()
    for _ in 0..<40 {
      _ = try run.type("\r")
      samples.add(try run.type("L"))
      for key in ["q", "q", "j"] { _ = try run.type(key) }
    }
    return "p50 \(said(samples.time(50))), p95 \(said(samples.time(95)))"
  }

  /// Names, a place and a number, letter by letter, each to the last byte of list and count.
  private func filter(_ run: TerminalRun) throws -> String {
    var samples = Samples()
    for word in ["hassan", "tekle", "yilmaz", "utrecht", "ahmadi", "2024-0001"] {
      _ = try run.type("/", quiet: 150)
      for letter in word { samples.add(try run.type(String(letter), quiet: 150)) }
      _ = try run.type("\u{1B}", quiet: 300)
    }
    return "p50 \(said(samples.time(50))), p95 \(said(samples.time(95)))"
  }

  /// From the first household of the list on.
  private func many(_ run: TerminalRun) throws -> String {
    _ = try run.type("g", quiet: 400)
    _ = try run.type(" ")
    for _ in 0..<998 { _ = try run.type("j", quiet: 5) }
    run.settle()
    _ = try run.type("V", quiet: 400)
    _ = try run.type("n", quiet: 400)
    _ = try run.type("Nagevraagd.", quiet: 400)
    let trial = try run.type("\u{13}", until: "1.000 dossiers")
    run.settle()
    let done = try run.type("\r", until: "✓ Noti")
    run.settle()
    return "\(said(done)), its preview \(said(trial))"
  }

  /// Through the people, the most silent first; then one of a large corporation is followed by another, and that is taken back.
  private func network(_ run: TerminalRun) throws -> Figures {
    _ = try run.type("5", quiet: 800)
    var samples = Samples()
    for _ in 0..<40 { samples.add(try run.type(Self.pageDown)) }
    _ = try run.type("/", quiet: 400)
    _ = try run.type("Woonstichting Rotterdam", quiet: 800)
    _ = try run.type("\r", quiet: 400)
    _ = try run.type("S", quiet: 400)
    _ = try run.type("Q. Nieuweling", quiet: 400)
    let trial = try run.type("\u{13}", until: "leg dit vast")
    run.settle()
    let done = try run.type("\r", until: "✓ Opvolger")
    run.settle()
    _ = try run.type("u", until: "✓ Ongedaan")
    run.settle()
    return [
      .network: "p50 \(said(samples.time(50))), \(grouped(samples.size(50))) B",
      .successor: "\(said(done)), its preview \(said(trial))",
    ]
  }

  /// One on each of fifty dossiers.
  private func notes(_ run: TerminalRun) throws -> String {
    var samples = Samples()
    for _ in 0..<50 {
      for keys in ["\r", "n"] { _ = try run.type(keys) }
      // Nobody types as fast as this, and every letter is kept as a draft first.
      _ = try run.type("Nagevraagd.", quiet: 400)
      samples.add(milliseconds: try run.type("\u{13}", until: "✓"))
      run.settle()
      for keys in ["q", "j"] { _ = try run.type(keys) }
    }
    return "p50 \(said(samples.time(50))), p99 \(said(samples.time(99)))"
  }
}
