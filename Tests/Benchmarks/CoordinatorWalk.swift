/// A coordinator's walk on one casebook, of the country and of its largest municipality. A screen counts as opened when all
/// of it has come: the program then says that it is idle, which it does nowhere else in the benchmark.
struct CoordinatorWalk {
  private static let idle = ":idle"
  /// What its screens say and no other does.
  private static let (board, task) = ("/week", "Toezicht")
  private static let times = 12
  /// What the first forecasts of a day may take.
  private static let patience = 900
  /// F5
  private static let renew = "\u{1B}[15~"

  let run: TerminalRun

  init(_ bench: Bench, casebook: String) throws {
    let environment = bench.thuis(casebook).environment.merging(["THUIS_IDLE_MARK": "1"]) { $1 }
    run = try TerminalRun(bench.program, [], environment)
  }

  func figures() throws -> Figures {
    defer { run.end() }
    run.settle()
    try go("2")
    _ = try run.type("3", until: Self.board)
    run.settle()
    var figures: Figures = [.area: try areas(Self.times)]
    try go("2")
    figures[.board] = try opened("3")
    // The first time on a day the forecasts of all provinces are made, then those of the municipalities of one.
    _ = try run.type("4", until: Self.task)
    try run.wait(for: Self.idle, seconds: Self.patience)
    run.settle()
    try go("2")
    figures[.task] = try opened("4")
    try go("4")
    for name in Self.areas { try look(at: name) }
    figures[.areaOfTask] = try areas(Self.times / 2)
    try look(at: Self.town)
    try go("2")
    figures[.boardInTown] = try opened("3")
    figures[.taskInTown] = try opened("4")
    figures[.forecast] = try forecast()
    return figures
  }

  private func opened(_ key: String) throws -> String {
    var samples = Samples()
    for _ in 0..<Self.times {
      samples.add(milliseconds: try go(key))
      try go("2")
    }
    return summary(samples)
  }

  /// Columns that are full in both, however many dossiers there are.
  private static let areas = ["zuid-holland", "nederland"]
  /// Amsterdam.
  private static let town = "gm0363"

  /// From the country to a province and back, on the screen one is on.
  private func areas(_ times: Int) throws -> String {
    var samples = Samples()
    for _ in 0..<times {
      for name in Self.areas { samples.add(milliseconds: try look(at: name)) }
    }
    return summary(samples)
  }

  /// Chooses an area, timed from Enter on.
  @discardableResult
  private func look(at name: String) throws -> Double {
    for keys in ["M", name] { try go(keys, rest: 100) }
    return try go("\r")
  }

  /// Of the municipality of Utrecht, with everything it needs read again.
  private func forecast() throws -> String {
    try go("4")
    try look(at: "gm0344")
    var samples = Samples()
    for _ in 0..<Self.times / 2 { samples.add(milliseconds: try go(Self.renew)) }
    return "p50 \(said(samples.time(50))), p95 \(said(samples.time(95)))"
  }

  /// Until the program has nothing left to do for it.
  ///
  /// - Parameter rest: what it counts once nobody presses a key for so many milliseconds is not of the next one.
  @discardableResult
  private func go(_ keys: String, rest: Int32 = 500) throws -> Double {
    let milliseconds = try run.type(keys, until: Self.idle, seconds: Self.patience)
    run.settle(first: rest)
    return milliseconds
  }

  private func summary(_ samples: Samples) -> String {
    "p50 \(finely(samples.time(50))), p95 \(finely(samples.time(95)))"
  }
}
