import Foundation

/// The table, for a terminal and for docs/benchmark.md.
struct Report {
  let sizes: [Int]
  let columns: [Figures]
  let peers: [Item: [String]]

  private var heading: [String] {
    ["what", "goal"] + sizes.map { "at \(grouped($0))" } + ["peer, at \(grouped(sizes.last ?? 0))"]
  }

  private var lines: [[String]] {
    Item.allCases.map { item in
      let figures = columns.indices.map { figure(item, at: $0) }
      return [item.what, item.goal] + figures + [peers[item]?.joined(separator: "; ") ?? "-"]
    }
  }

  /// Of what should cost the same in every casebook also the median against that of the first, as both are printed.
  private func figure(_ item: Item, at column: Int) -> String {
    guard let text = columns[column][item] else { return "-" }
    guard item.isFlat, column > 0, let here = Self.median(text), let first = columns[0][item].flatMap(Self.median),
      first > 0
    else { return text }
    return text + String(format: ", %.2fx", here / first)
  }

  private static func median(_ figure: String) -> Double? {
    guard let match = figure.firstMatch(of: /([0-9]+\.[0-9]) ms/) else { return nil }
    return Double(match.1)
  }

  var plain: String {
    let all = [heading] + lines
    let widths = heading.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { line in
      zip(line, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  var markdown: String {
    let rule = heading.map { _ in "---" }
    let table = ([heading, rule] + lines).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    return """
      # Benchmark

      Written by `make bench` on \(Report.day): \(Report.machine). The release binary on a real pseudo terminal of \
      \(TerminalRun.size.columns)x\(TerminalRun.size.rows).

      \(table)

      What the figures are:

      - A key is timed from writing it to the terminal until the last byte before 40 ms without any (filter: 150 ms, so that
        the count is in it). Bytes are those of one key, the median. p50 and p99 are over 224 steps inside a page, 100 at the
        foot (where the whole list moves), 60 pages, 40 dossiers, 50 notes.
      - Starts are medians of ten, from starting the process. The first household is the one `thuis list` names first.
      - A note is on the disk (`synchronous=FULL`) before the confirmation comes.
      - A screen of the coordinator is timed from its key to the frame after which the program has nothing left to do, twelve
        times; another area from Enter on: South Holland and back, twelve times on Doorstroom and six on Opgave. Forecasts of
        the day are made before. "1.13x": the median against that at \(grouped(sizes.first ?? 0)).
      - A forecast is timed in the same way, six times, from F5 on; in the casebook of a million some 5,600 households of
        Utrecht are on their way.
      - The forecasts of 6,000 households need no casebook and no screen: `Tests/Forecasts` makes them of invented households of
        one municipality, five times, from the first day of a half-year, with 280 that come each week and without a cap, or
        with 150 homes a week. They stand in the first column.
      - Own memory is RssAnon. Idle: CPU ticks, voluntary context switches of all threads, and bytes.
      - The CSV has one row a person, as many rows as dossiers up to 50,000, with V-number, BSN, names and dates, into an empty casebook;
        `sqlite3 .import` reads the same file into a table of text.
      - Making the demo casebook was timed when it was made; casebooks are kept in `.build/bench` and used again.
      - Peers ran just after, on as many lines, rows or commits; "-" is not installed, or has nothing like it.

      """
  }

  private static var day: String {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return [parts.year, parts.month, parts.day].compactMap { $0 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: "-")
  }

  private static var machine: String {
    func value(_ name: String, _ path: String) -> String? {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").first { $0.hasPrefix(name) }?.split(separator: ":").last
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let model = value("model name", "/proc/cpuinfo") ?? "unknown processor"
    let kilobytes = value("MemTotal", "/proc/meminfo")?.split(separator: " ").first.flatMap { Int($0) } ?? 0
    return "\(ProcessInfo.processInfo.activeProcessorCount) cores, \(model), \((kilobytes + 524_288) / 1_048_576) GiB"
  }
}
