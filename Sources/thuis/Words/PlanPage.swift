import Exchange
import Journey
import Quota

/// Approaches beside results, for people and for programs.
struct PlanPage {
  let ledger: Ledger
  let area: Area
  let period: HalfYear
  /// Also municipalities of which nothing was recorded.
  let all: Bool
  let language: Language

  private func approach(_ code: String) -> Approach {
    Approach(code, ledger.book, ledger.rules, today: ledger.today)
  }

  private var codes: [String] {
    if case .municipality(let code) = area { return [code] }
    return all
      ? area.municipalities : area.municipalities.filter { ledger.book.municipalitiesWithApproach.contains($0) }
  }

  var json: JSON {
    .list(
      codes.map { code in
        let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
        var fields: [String: JSON] = [
          "municipality": .text(code), "name": .text(Reference.name(ofMunicipality: code)),
          "task": .number(line.task), "housed": .number(line.housed), "balance": .number(line.balance),
          "gaps": .list(approach.gaps.map { .text($0[language]) }),
          "actions": .list(approach.actions.map(json)),
        ]
        for part in approach.parts {
          fields[part.ingredient.rawValue] = .object([
            "strength": .text("\(part.strength)"), "summary": .text(part.summary[language]),
            "evidence": .list(part.evidence.map { .text($0) }), "gaps": .list(part.gaps.map { .text($0[language]) }),
          ])
        }
        return .object(fields)
      })
  }

  private func json(_ action: Approach.Action) -> JSON {
    .object([
      "number": .number(action.number), "title": .text(action.title), "owner": .text(action.owner),
      "desk": .text(action.desk), "due": JSON(action.due), "open": .flag(action.isOpen), "done": JSON(action.done),
      "late": .flag(action.isLate(ledger.today)), "moves": .number(action.moves), "evidence": .text(action.evidence),
    ])
  }

  var csv: [String] {
    let writer = CsvWriter(delimiter: UInt8(ascii: ","))
    let heading = writer.line(["municipality", "name", "structure", "plan", "commitment", "gaps"])
    return [heading]
      + codes.map { code in
        let approach = approach(code)
        return writer.line(
          [code, Reference.name(ofMunicipality: code)] + approach.parts.map { "\($0.strength)" }
            + [approach.gaps.map { $0[language] }.joined(separator: "; ")])
      }
  }

  var table: [String] {
    if case .municipality(let code) = area { return whole(code) }
    let codes = codes
    if codes.isEmpty {
      return [
        Phrase(
          "Van geen gemeente is een aanpak vastgelegd; 'thuis quota post' doet dat.",
          "Of no municipality an approach was recorded; 'thuis quota post' does it.")[language]
      ]
    }
    let letters = Approach.Ingredient.allCases.map { $0.letter[language] }.joined(separator: " ")
    let heading = Plain.fit(Phrase("Gemeente", "Municipality")[language], 26) + letters + "   " + result.1
    return [heading] + codes.map(row)
  }

  private var result: (LedgerFigure, String) {
    (.balance, "\(LedgerFigure.task.name[language])  \(LedgerFigure.balance.name[language])")
  }

  private func row(_ code: String) -> String {
    let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
    let signs = approach.parts.map(\.strength.sign).joined(separator: " ")
    let gaps = approach.gaps.map { $0[language] }.joined(separator: "; ")
    return Plain.fit(Reference.name(ofMunicipality: code), 26) + signs
      + "   \(Digits.grouped(line.task, language))  \(Digits.signed(line.balance, language))"
      + (gaps.isEmpty ? "" : "  " + Plain.clean(gaps))
  }

  private func whole(_ code: String) -> [String] {
    let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
    var text = [
      "\(Reference.name(ofMunicipality: code)) \(period): \(LedgerFigure.task.name[language]) "
        + "\(Digits.grouped(line.task, language)), \(LedgerFigure.housed.name[language]) "
        + "\(Digits.grouped(line.housed, language)), \(LedgerFigure.balance.name[language]) "
        + Digits.signed(line.balance, language)
    ]
    for part in approach.parts {
      text.append("\(part.strength.sign) \(part.ingredient.name[language]): \(Plain.clean(part.summary[language]))")
      for gap in part.gaps where gap != part.summary { text.append("    ! \(gap[language])") }
      if part.ingredient == .plan {
        text += approach.goals.map { "    \(Phrase("doel", "goal")[language]): \(Plain.clean($0.text))" }
        text += approach.actions.map(action)
      }
      text += part.evidence.map { "    \(Phrase("bewijs", "evidence")[language]): \(Plain.clean($0))" }
    }
    let standing = ledger.book.supervisionStanding(code)
    text.append("\(Phrase("Toezicht", "Supervision")[language]): \(standing.words(ledger.rules)[language])")
    text += supervised(standing)
    text += ledger.signals(area).map { "    ! \($0.words[language])" }
    return text
  }

  /// Letter, agreement, and what is due.
  private func supervised(_ standing: SupervisionStanding) -> [String] {
    guard let latest = standing.latest?.value else { return [] }
    let due = [
      (Phrase("termijn", "term"), latest.term), (Phrase("volgende beoordeling", "next review"), latest.nextReview),
    ]
    return
      ([
        (Phrase("brief", "letter"), latest.letter), (Phrase("afspraak", "agreement"), latest.agreement),
      ] + due.map { ($0, $1?.description ?? "") }).filter { !$1.isEmpty }.map {
        "    \($0[language]): \(Plain.clean($1))"
      }
  }

  private func action(_ action: Approach.Action) -> String {
    let state =
      action.isOpen
      ? (action.isLate(ledger.today) ? Phrase("te laat", "late") : Phrase("open", "open"))
      : (action.done == nil ? Phrase("vervallen", "dropped") : Phrase("gedaan", "done"))
    let desk = ledger.rules.task.desks.first { $0.code == action.desk }?.name[language] ?? action.desk
    let who = [action.owner, desk].filter { !$0.isEmpty }.joined(separator: ", ")
    let due = action.due.map { " \($0)" } ?? ""
    return Plain.clean("    [\(action.number)] \(action.title) (\(who))\(due) \(state[language])")
  }
}
