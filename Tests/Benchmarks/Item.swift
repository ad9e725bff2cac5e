/// The lines of the table, in the order of a working day.
enum Item: CaseIterable {
  case firstByte, usable, todayCursor, todayFoot, listCursor, listFoot, page, open, lessons, filter, note, many,
    network,
    successor, board, boardInTown, task, taskInTown, area, areaOfTask, forecast, memory, idle
  case runs, capped, importing, check, demo

  var what: String {
    switch self {
    case .firstByte: "start to the first byte"
    case .usable: "start to the first household on the screen"
    case .todayCursor: "Vandaag, cursor one row"
    case .todayFoot: "Vandaag, one row further at the foot"
    case .listCursor: "Dossiers, cursor one row"
    case .listFoot: "Dossiers, one row further at the foot"
    case .page: "Dossiers, page down"
    case .open: "open a dossier and back"
    case .lessons: "the lessons that fit a dossier"
    case .filter: "filter, per letter"
    case .note: "a note saved: Ctrl-S to the confirmation"
    case .many: "a note on 1,000 marked dossiers: Enter to the confirmation"
    case .network: "Netwerk, page down"
    case .successor: "a successor at Woonstichting Rotterdam: Enter to the confirmation"
    case .board: "Doorstroom opened, all of the country"
    case .boardInTown: "Doorstroom opened, Amsterdam"
    case .task: "Opgave opened, all of the country"
    case .taskInTown: "Opgave opened, Amsterdam"
    case .area: "another area chosen on Doorstroom"
    case .areaOfTask: "another area chosen on Opgave"
    case .forecast: "the forecast of Utrecht made anew on Opgave, 10,000 runs"
    case .memory: "own memory after all this"
    case .idle: "idle, 3 s"
    case .runs: "a forecast of 6,000 households over a whole half-year, 10,000 runs"
    case .capped: "the same with homes a week as the cap"
    case .importing: "import of CSV, fully validated"
    case .check: "thuis check"
    case .demo: "making the demo casebook"
    }
  }

  var goal: String {
    switch self {
    case .firstByte: "15 ms"
    case .usable: "40 ms; 1.3x of 10k"
    case .todayCursor, .todayFoot, .listCursor, .listFoot: "p50 1 ms, p99 5 ms, 300 B"
    case .page: "p50 2 ms, 6,144 B"
    case .open: "p50 5 ms"
    case .lessons: "p95 50 ms"
    case .filter: "p95 20 ms"
    case .note: "p99 20 ms"
    case .many: "2 s"
    case .network: "p50 5 ms"
    case .successor: "5 s in 5,000 dossiers"
    case .board, .boardInTown, .task, .taskInTown, .area, .areaOfTask: "30 ms; 1.3x of 10k"
    case .forecast: "1 s in 6,000 households"
    case .runs, .capped: "1 s"
    case .memory: "32 MiB"
    case .idle: "0 ticks, 0 wake-ups, 0 B"
    case .importing: "4x of sqlite3 .import"
    case .check: "10,000,000 events/min"
    case .demo: "1M in 10 min"
    }
  }

  /// It should cost the same however large the casebook: its figure begins with a median in tenths of milliseconds.
  var isFlat: Bool {
    switch self {
    case .usable, .board, .boardInTown, .task, .taskInTown, .area, .areaOfTask: true
    default: false
    }
  }
}

/// What was measured, one text an item.
typealias Figures = [Item: String]
