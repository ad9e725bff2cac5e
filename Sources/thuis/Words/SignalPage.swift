import Casebook
import Exchange
import Journey
import Quota

/// Thresholds that are crossed, beside the steps that were recorded.
struct SignalPage {
  let ledger: Ledger
  let area: Area
  let language: Language

  private var signals: [Signal] { ledger.signals(area) }
  /// `2 informatie opvragen, 2026H1`
  private func step(_ code: String) -> String {
    let standing = ledger.book.supervisionStanding(code)
    return standing.words(ledger.rules)[language] + (standing.latest.map { ", \($0.value.period)" } ?? "")
  }

  /// Lists whom it says were housed; nil where it says that of nobody.
  private func filter(_ signal: Signal) -> String? {
    signal.opens?.text(in: .municipality(signal.municipality), on: ledger.today, language)
  }

  var json: JSON {
    .list(
      signals.map {
        .object([
          "municipality": .text($0.municipality), "rule": .text($0.rule), "words": .text($0.words[language]),
          "since": .text($0.since.description), "source": .text($0.source), "filter": JSON(filter($0)),
          "supervision": JSON(ledger.book.supervisionStanding($0.municipality).latest?.value.step),
        ])
      })
  }

  var csv: [String] {
    let writer = CsvWriter.printed
    return [writer.line(["municipality", "rule", "words", "since", "source", "name", "filter", "supervision"])]
      + signals.map { signal in
        let cells: [String] = [
          signal.municipality, signal.rule, signal.words[language], signal.since.description, signal.source,
          Reference.name(ofMunicipality: signal.municipality), filter(signal) ?? "",
          ledger.book.supervisionStanding(signal.municipality).latest?.value.step ?? "",
        ]
        return writer.line(cells)
      }
  }

  var table: [String] {
    let signals = signals
    if signals.isEmpty { return [Phrase("Geen drempel overschreden.", "No threshold is crossed.")[language]] }
    let (none, taken) = (Phrase("geen stap vastgelegd", "no step recorded"), Phrase("toezicht: ", "supervision: "))
    func supervision(_ code: String) -> String {
      ledger.book.supervisionStanding(code).latest == nil ? none[language] : taken[language] + step(code)
    }
    return signals.map { signal in
      "\(signal.since)  \(Plain.fit(Reference.name(ofMunicipality: signal.municipality), 26))  "
        + "\(signal.words[language])  (\(signal.rule): \(signal.source); \(supervision(signal.municipality)))"
    }
  }
}
