import Casebook
import Exchange
import Journey
import Quota

/// The ledger of a half-year, for people and for programs.
struct QuotaPage {
  let ledger: Ledger
  let area: Area
  let period: HalfYear
  let language: Language
  /// By area code.
  let forecasts: [String: QuotaForecast]
  /// Also in the table.
  var showsForecast = false
  /// How good forecasts of the area were, below the table; nil: not asked.
  var tested: BacktestWords?

  private var lines: [LedgerLine] { ledger.lines(area, in: period) }
  /// What is late is late now: of another half-year nothing is.
  private var isNow: Bool { ledger.holdsToday(period) }

  // MARK: - For programs

  /// Every municipality of the scope.
  var json: JSON { .list(lines.map(row)) }

  private func row(_ line: LedgerLine) -> JSON {
    let forecast = forecasts[line.area.code]
    let standing = ledger.book.supervisionStanding(line.area.code, in: period)
    let step = standing.latest?.value
    let late = isNow ? standing.late(ledger.today) : nil
    return .object([
      "municipality": .text(line.area.code), "name": .text(line.area.name[language]),
      "period": .text(period.description), "target": JSON(line.target.persons),
      "targetBasis": .text(line.target.words[language]), "balanceBefore": .number(line.balanceBefore),
      "balanceBeforeIsOfNow": .flag(line.isBalanceOfNow),
      "correction": .number(line.correction), "shift": .number(line.shift), "task": JSON(line.value(.task)),
      "housed": JSON(line.value(.housed)), "onTheWay": JSON(line.value(.onTheWay)),
      "relativesToCome": JSON(line.isOnTheWayNow ? line.toCome : nil),
      "balance": JSON(line.value(.balance)),
      "linkedByReferenceDate": JSON(line.linked), "excusable": JSON(line.value(.excusable)),
      "enforceableBacklog": JSON(line.value(.enforceableBacklog)), "pace": JSON(line.pace?.rule.id),
      "paceNorm": line.pace.map { .decimal($0.unrounded) } ?? .null,
      "supervision": JSON(step?.step), "supervisionPeriod": JSON(step?.period),
      "supervisionBalance": JSON(step?.balance),
      "supervisionExcusable": JSON(step?.excusable),
      "supervisionLateSince": JSON(late?.day.description),
      "p15": JSON(forecast?.p15), "p50": JSON(forecast?.p50), "p85": JSON(forecast?.p85),
      "chance": forecast?.chance.map { .decimal($0) } ?? .null,
      "forecastDay": JSON(forecast?.day.description), "forecastChangesSince": JSON(forecast?.changesSince),
      "notes": .list(line.notes.map { .text($0.words[language]) }),
    ])
  }

  private static let columns = [
    "municipality", "name", "period", "target", "balanceBefore", "correction", "shift", "task", "housed", "onTheWay",
    "balance", "linkedByReferenceDate", "excusable", "enforceableBacklog", "pace", "p15", "p50", "p85", "chance",
    "forecastDay", "forecastChangesSince",
  ]

  var csv: [String] {
    let writer = CsvWriter.printed
    return [writer.line(Self.columns)]
      + lines.map { line in
        let forecast = forecasts[line.area.code]
        let figures: [Int?] = [
          line.target.persons, line.balanceBefore, line.correction, line.shift, line.value(.task),
          line.value(.housed), line.value(.onTheWay), line.value(.balance), line.linked, line.value(.excusable),
          line.value(.enforceableBacklog),
        ]
        let ahead: [Int?] = [forecast?.p15, forecast?.p50, forecast?.p85]
        func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
        return writer.line(
          [line.area.code, line.area.name[language], period.description] + figures.map(text)
            + [line.pace?.rule.id ?? ""] + ahead.map(text) + [
              forecast?.chance.map { "\($0)" } ?? "", forecast?.day.description ?? "", text(forecast?.changesSince),
            ])
      }
  }

  // MARK: - For people

  private static let shown: [LedgerFigure] = [
    .target, .balanceBefore, .correction, .shift, .task, .housed, .onTheWay, .balance, .enforceableBacklog,
  ]

  var table: [String] {
    let lines = lines
    var text = [Phrase("Opgave", "Task")[language] + " \(period) · \(area.fullName[language])"]
    let isOne = lines.count == 1
    let total = isOne ? lines[0] : ledger.line(area, in: period)
    let widths = widths(isOne ? lines : lines + [total])
    text.append(heading(widths))
    text += lines.map { row($0, $0.area.name[language], widths) + (isOne ? "" : disputes($0.disputes)) }
    if !isOne {
      text.append(
        row(total, Phrase("Samen", "Together")[language], widths) + disputes(lines.reduce(0) { $0 + $1.disputes }))
    }
    text += notes(isOne ? lines : [total])
    if !isOne, let first = lines.first(where: { $0.disputes > 0 }) { text.append(disputed(first)) }
    return text + lateSupervision + unlikely + (tested?.lines ?? [])
  }

  /// `  · 2`: behind a row whose figures were published or posted otherwise.
  private func disputes(_ count: Int) -> String { count > 0 ? "  · \(count)" : "" }

  /// What that sign says, and where the figures themselves are said.
  private func disputed(_ line: LedgerLine) -> String {
    let words = Phrase(
      "· 1 achter een rij: een gepubliceerd of geboekt getal is anders dan dossiers of grootboek; --scope \(line.area.code) zegt welk",
      "· 1 behind a row: a figure published or posted is another than dossiers or account have; --scope \(line.area.code) says which"
    )
    return "  " + words[language]
  }

  /// What the sign beside a chance says, where it stands.
  private var unlikely: [String] {
    let chances = (lines.map(\.area) + [area]).compactMap { forecasts[$0.code]?.chance }
    guard showsForecast, chances.contains(where: Forecast.isUnlikely) else { return [] }
    let words = Phrase(
      "\(Forecast.unlikelySign): kans onder de helft, ook waar het tempo tot nu toe op schema is",
      "\(Forecast.unlikelySign): chance below a half, also where the pace so far is on schedule")
    return ["  · " + words[language]]
  }

  /// `  · toezicht te laat: Zeist, volgende beoordeling 2026-11-01`
  private var lateSupervision: [String] {
    (isNow ? ledger.book.lateSupervision(area, on: ledger.today) : []).compactMap { standing in
      guard let late = standing.late(ledger.today) else { return nil }
      let name = Reference.name(ofMunicipality: standing.municipality)
      return "  · " + Phrase("toezicht te laat: ", "supervision late: ")[language]
        + "\(name), \(late.words[language]) \(late.day)"
    }
  }

  /// Of each column.
  private typealias Widths = (figures: [Int], band: Int)

  /// As wide as the name above it, and wide enough that a blank stands before its longest number.
  private func widths(_ lines: [LedgerLine]) -> Widths {
    func longest(_ texts: [String]) -> Int { texts.map { Plain.width($0) }.max() ?? 0 }
    let figures = Self.shown.map { figure -> Int in
      max(9, Plain.width(figure.name[language]) + 2, longest(lines.map { cell(figure, $0) }) + 1)
    }
    return (figures, showsForecast ? max(24, longest(lines.map { ahead($0).band }) + 1) : 0)
  }

  private func heading(_ widths: Widths) -> String {
    let (band, chance) = (Phrase("Prognose", "Forecast")[language], Phrase("Kans", "Chance")[language])
    return Plain.fit(Phrase("Gemeente", "Municipality")[language], 26)
      + columns(Self.shown.map { $0.name[language] }, (band, chance), widths)
      + "  " + Phrase("Tempo", "Pace")[language]
  }

  private func row(_ line: LedgerLine, _ name: String, _ widths: Widths) -> String {
    Plain.fit(name, 26) + columns(Self.shown.map { cell($0, line) }, ahead(line), widths)
      + "  " + (line.pace?.rule.name[language] ?? "-")
  }

  private func columns(_ figures: [String], _ ahead: (band: String, chance: String), _ widths: Widths) -> String {
    zip(figures, widths.figures).map { right($0, $1) }.joined()
      + (showsForecast ? right(ahead.band, widths.band) + right(ahead.chance, 8) : "")
  }

  private func cell(_ figure: LedgerFigure, _ line: LedgerLine) -> String {
    line.value(figure).map { figure.written($0, language) } ?? "-"
  }

  /// `412 (380–440)`; `63 %`, `! 12 %`.
  private func ahead(_ line: LedgerLine) -> (band: String, chance: String) {
    guard let one = forecasts[line.area.code] else { return ("-", "-") }
    func text(_ number: Int) -> String { Digits.grouped(number, language) }
    return (
      "\(text(one.p50)) (\(text(one.p15))–\(text(one.p85)))", one.chance.map { Forecast.marked($0, language) } ?? "-"
    )
  }

  private func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - Plain.width(text))) + text
  }

  private func notes(_ lines: [LedgerLine]) -> [String] { lines.flatMap(\.notes).map { "  · " + $0.words[language] } }

  /// Every figure of every municipality with what it is made of.
  var reasons: [String] {
    lines.flatMap { line -> [String] in
      let figures = LedgerFigure.allCases.flatMap { figure -> [String] in
        guard let value = line.value(figure) else { return [] }
        let query =
          line.opens(figure).map { opened in
            "  thuis list \"\(opened.text(in: line.area, on: ledger.today, language))\""
          } ?? ""
        return ["  \(figure.name[language]) \(figure.written(value, language)): \(figure.help[language])\(query)"]
          + ledger.postings(behind: figure, of: line.area, in: period).map(reason)
      }
      return ["\(line.area.name[language]) \(period)"] + figures + notes([line])
    }
  }

  private func reason(_ posting: Posting) -> String {
    let day = posting.day.map { "\($0)  " } ?? ""
    let number = if case .event(let number) = posting.origin { " [\(number)]" } else { "" }
    return "      \(right(Digits.signed(posting.persons, language), 8))  "
      + "\(day)\(Plain.clean(posting.words[language]))\(number)"
  }
}
