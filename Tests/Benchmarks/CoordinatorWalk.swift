/// A coordinator's walk on one casebook, all of the country in sight. A screen counts as opened when all of it has come: the
/// program then says that it is idle, which it does nowhere else in the benchmark.
struct CoordinatorWalk {
  private static let idle = ":idle"
  /// What its screens say and no other does.
  private static let (board, task) = ("/week", "Toezicht")
  private static let times = 12
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
    let areas = try areas()
    try go("2")
    let board = try opened("3")
    // The first time on a day the forecasts of all provinces are made.
    _ = try run.type("4", until: Self.task)
    try run.wait(for: Self.idle, seconds: 900)
    run.settle()
    try go("2")
    let task = try opened("4")
    return [.board: board, .task: task, .area: areas, .forecast: try forecast()]
  }

  private func opened(_ key: String) throws -> String {
    var samples = Samples()
    for _ in 0..<Self.times {
      samples.add(milliseconds: try go(key))
      try go("2")
    }
    return summary(samples)
  }

  /// From the country to a province and back, on the board: columns that are full in both, however many dossiers there are.
  private func areas() throws -> String {
    var samples = Samples()
    for _ in 0..<Self.times {
      for name in ["zuid-holland", "nederland"] {
        try go("M")
        try go(name)
        samples.add(milliseconds: try go("\r"))
      }
    }
    return summary(samples)
  }

  /// Of the municipality of Utrecht, with everything it needs read again.
  private func forecast() throws -> String {
    for keys in ["4", "M", "gm0344", "\r"] { try go(keys) }
    var samples = Samples()
    for _ in 0..<Self.times / 2 { samples.add(milliseconds: try go(Self.renew)) }
    return summary(samples)
  }

  /// Until the program has nothing left to do for it.
  @discardableResult
  private func go(_ keys: String) throws -> Double {
    let milliseconds = try run.type(keys, until: Self.idle)
    // What it counts once nobody presses a key is not of the next one.
    run.settle(first: 500)
    return milliseconds
  }

  private func summary(_ samples: Samples) -> String { "p50 \(said(samples.time(50))), p95 \(said(samples.time(95)))" }
}
