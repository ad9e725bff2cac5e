import Foundation

/// The same file read by `thuis import`, with every rule, and by `sqlite3 .import`, with none.
struct ImportRace {
  let bench: Bench
  let rows: Int

  /// - Parameter dossiers: of the casebooks measured; the file has as many rows, to a limit.
  init(bench: Bench, dossiers: Int) { (self.bench, rows) = (bench, min(dossiers, 50_000)) }

  private var file: String { "\(bench.folder)/\(rows).csv" }

  func figures() throws -> Figures {
    if !FileManager.default.fileExists(atPath: file) {
      try ImportRace.text(rows: rows).write(toFile: file, atomically: true, encoding: .utf8)
    }
    let casebook = "\(bench.folder)/import.sqlite"
    defer { bench.remove(casebook) }
    bench.remove(casebook)
    guard let ours = try bench.thuis(casebook).finished(["import", file, "--format", "json"]) else {
      return [.importing: Command.unfinished]
    }
    let times = try peer().map { ", \(tenths(ours.milliseconds / $0.milliseconds))x" } ?? ""
    return [.importing: "\(rate(ours))\(times)"]
  }

  func rate(_ outcome: Command.Outcome) -> String {
    "\(grouped(Int(Double(rows) * 1000 / outcome.milliseconds))) rows/s"
  }

  func peer() throws -> Command.Outcome? {
    guard let sqlite = bench.sqlite else { return nil }
    let table = "\(bench.folder)/table.sqlite"
    defer { bench.remove(table) }
    bench.remove(table)
    return try sqlite.done([table, ".mode csv", ".separator ;", ".import \(file) person"], minutes: 10)
  }

  /// Households of one, one, two and four persons in turn, with all numbers and dates an office would send.
  static func text(rows: Int) -> String {
    var text = "huishouden;v_nummer;bsn;voornamen;achternaam;geboortedatum;geslacht;nationaliteit;relatie;vergunning;"
    text += "vergunning_datum;opvanglocatie;gesprek_datum;koppeling_gemeente;koppeling_datum;woonbehoefte\n"
    let given = ["Rima", "Omar", "Lina", "Sami", "Nour"]
    let places = ["Utrecht", "Den Haag", "Amersfoort", "Alphen aan den Rijn", "Súdwest-Fryslân"]
    var (row, household, head) = (0, 0, 90_000_000)
    while row < rows {
      let size = min([1, 1, 2, 4][household % 4], rows - row)
      for member in 0..<size {
        let year = member < 2 ? 1960 + (household * 7 + member) % 45 : 2009 + (household + member) % 16
        var cells = [
          "H\(household)", "\(2_000_000_000 + row + member)", bsn(&head), given[member], surname(household),
          "\(1 + row % 28)-\(1 + row % 12)-\(year)", row % 2 == 0 ? "v" : "m", "Syrische",
          member == 0 ? "hoofd" : member == 1 ? "partner" : "kind",
        ]
        let day = 1 + household % 28
        cells +=
          member > 0
          ? Array(repeating: "", count: 7)
          : [
            "asiel bepaalde tijd", "\(day)-1-2026", "azc Utrecht", "\(day)-2-2026", places[household % 5],
            "\(day)-3-2026", "\(1 + household % 5) kamers",
          ]
        text += cells.joined(separator: ";") + "\n"
      }
      (row, household) = (row + size, household + 1)
    }
    return text
  }

  /// Another name for every household: a name that is known already would be asked about.
  private static func surname(_ household: Int) -> String {
    let syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "ru"]
    let digits = String(household + 10_000).compactMap(\.wholeNumberValue)
    return "Al-Ö" + digits.map { syllables[$0] }.joined()
  }

  /// The next number of nine digits that passes the eleven-test.
  static func bsn(_ head: inout Int) -> String {
    while true {
      head += 1
      let digits = String(head).compactMap(\.wholeNumberValue)
      let check = zip(digits, stride(from: 9, through: 2, by: -1)).map { $0 * $1 }.reduce(0, +) % 11
      if check < 10 { return "\(head)\(check)" }
    }
  }
}
