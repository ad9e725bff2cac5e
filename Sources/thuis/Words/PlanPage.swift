import Exchange
import Journey
import Quota

/// Approaches beside results, for people and for programs.
struct PlanPage {
  let ledger: Ledger
  let area: Area
  let period: HalfYear
  /// Also municipalities of whose approach nothing was recorded and for whom the province took no step.
  let all: Bool
  let language: Language
  /// Of meeting the task, by CBS code; of forecasts that hold.
  var chances: [String: Double] = [:]

  private func approach(_ code: String) -> Approach {
    Approach(code, ledger.book, ledger.rules, today: ledger.today)
  }

  private var codes: [String] {
    if case .municipality(let code) = area { return [code] }
    if all { return area.municipalities }
    let planned = ledger.book.municipalitiesWithApproach
    return area.municipalities.filter { planned.contains($0) || standing($0).latest != nil }
  }

  private func standing(_ code: String) -> SupervisionStanding { ledger.book.supervisionStanding(code, in: period) }

  var json: JSON {
    .list(
      codes.map { code in
        let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
        var fields: [String: JSON] = [
          "municipality": .text(code), "name": .text(Reference.name(ofMunicipality: code)),
          "period": .text(period.description), "task": JSON(task(line)), "housed": JSON(line.value(.housed)),
          "balance": JSON(line.value(.balance)), "chance": chances[code].map { .decimal($0) } ?? .null,
          "supervision": JSON(standing(code).latest?.value.step),
          "gaps": .list(approach.gaps.map { .text($0[language]) }),
          "actions": .list(approach.actions.map(json)), "decisions": .list(approach.commitments.map(json)),
        ]
        for part in approach.parts {
          var facts: [String: JSON] = [
            "strength": .text("\(part.strength)"), "summary": .text(part.summary[language]),
            "evidence": .list(part.evidence.map { .text($0) }), "gaps": .list(part.gaps.map { .text($0[language]) }),
          ]
          if part.ingredient == .structure, let structure = approach.structure {
            facts["lead"] = .text(structure.lead)
            facts["members"] = .list(structure.members.map { .text($0) })
            facts["rhythmWeeks"] = JSON(structure.rhythmWeeks)
            facts["lastMeeting"] = JSON(approach.lastMeeting)
          }
          fields[part.ingredient.rawValue] = .object(facts)
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

  private func json(_ decision: Filed<TaskEvent.Commitment>) -> JSON {
    .object([
      "day": JSON(decision.event?.day.description), "who": .text(decision.value.who),
      "decision": .text(decision.value.decision), "budget": JSON(decision.value.budget),
      "evidence": .text(decision.value.evidence),
    ])
  }

  /// Municipalities of the area of which nothing was recorded and that are not shown.
  private var unseen: Int { area.municipalities.count - codes.count }

  var csv: [String] {
    let writer = CsvWriter.printed
    let heading = writer.line([
      "municipality", "name", "structure", "plan", "commitment", "gaps", "period", "task", "housed", "balance",
      "chance", "supervision",
    ])
    return [heading]
      + codes.map { code in
        let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
        let figures: [Int?] = [task(line), line.value(.housed), line.value(.balance)]
        let chance = chances[code].map { "\($0)" } ?? ""
        let step = standing(code).latest?.value.step ?? ""
        let result: [String] = figures.map { number in number.map(String.init) ?? "" } + [chance, step]
        let plan: [String] =
          [code, Reference.name(ofMunicipality: code)] + approach.parts.map { "\($0.strength)" }
          + [approach.gaps.map { $0[language] }.joined(separator: "; ")]
        return writer.line(plan + [period.description] + result)
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
    let heading =
      Plain.fit(Phrase("Gemeente", "Municipality")[language], 26) + letters + "   " + beside(result.map { $0.name })
    return [heading] + codes.map(row) + rest + unlikely
  }

  /// What the sign before a chance says, where it stands.
  private var unlikely: [String] {
    guard codes.compactMap({ chances[$0] }).contains(where: Forecast.isUnlikely) else { return [] }
    return [
      Phrase("\(Forecast.unlikelySign): kans onder de helft", "\(Forecast.unlikelySign): chance below a half")[language]
    ]
  }

  /// That others have nothing yet, and how to see them.
  private var rest: [String] {
    guard unseen > 0 else { return [] }
    return [
      (unseen == 1
        ? Phrase("1 gemeente heeft nog niets: --all", "1 municipality has nothing yet: --all")
        : Phrase("\(unseen) gemeenten hebben nog niets: --all", "\(unseen) municipalities have nothing yet: --all"))[
          language]
    ]
  }

  /// Heads of what stands beside the approach, and their widths.
  private var result: [(name: String, width: Int)] {
    [LedgerFigure.task.name, LedgerFigure.housed.name, LedgerFigure.balance.name, Phrase("Kans", "Chance")].map {
      ($0[language], max(6, $0[language].count))
    }
  }

  /// nil: there is no target, so nobody knows what there is to do.
  private func task(_ line: LedgerLine) -> Int? { line.target.persons == nil ? nil : line.task }

  private func taskText(_ line: LedgerLine) -> String { task(line).map { Digits.grouped($0, language) } ?? "–" }

  private func housed(_ line: LedgerLine) -> String {
    line.value(.housed).map { Digits.grouped($0, language) } ?? "–"
  }

  /// A dash where the half-year has not begun.
  private func balance(_ line: LedgerLine) -> String {
    line.value(.balance).map { Digits.signed($0, language) } ?? "–"
  }

  private func figures(_ line: LedgerLine) -> [String] {
    let chance = chances[line.area.code].map { Forecast.marked($0, language) } ?? "–"
    return [
      taskText(line), housed(line), balance(line), chance,
    ]
  }

  private func beside(_ cells: [String]) -> String {
    zip(cells, result).map { String(repeating: " ", count: max(0, $1.width - $0.count)) + $0 }.joined(separator: "  ")
  }

  private func row(_ code: String) -> String {
    let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
    let signs = approach.parts.map(\.strength.sign).joined(separator: " ")
    let said = [supervision(code)].compactMap(\.self) + approach.gaps.map { $0[language] }
    return Plain.fit(Reference.name(ofMunicipality: code), 26) + signs
      + "   " + beside(figures(line))
      + (said.isEmpty ? "" : "  " + Plain.clean(said.joined(separator: "; ")))
  }

  /// `toezicht 2 informatie opvragen, termijn 10 nov 2026 te laat`; nil where no step was taken.
  private func supervision(_ code: String) -> String? {
    let standing = standing(code)
    guard standing.latest != nil else { return nil }
    let days = standing.due.map { ", \($0.words[language]) " + dated($0.day) }.joined()
    return Phrase("toezicht ", "supervision ")[language] + standing.words(ledger.rules)[language] + days
  }

  /// `10 nov 2026 te laat`: what the province waits for; in a half-year that is over nothing is late now.
  private func dated(_ day: Day) -> String {
    let isLate = ledger.holdsToday(period) && day < ledger.today
    return DayText.dated(day, language) + (isLate ? Phrase(" te laat", " late")[language] : "")
  }

  private func whole(_ code: String) -> [String] {
    let (approach, line) = (approach(code), ledger.line(.municipality(code), in: period))
    var text = [
      "\(Reference.name(ofMunicipality: code)) \(period): \(LedgerFigure.task.name[language]) "
        + "\(taskText(line)), \(LedgerFigure.housed.name[language]) "
        + "\(housed(line)), \(LedgerFigure.balance.name[language]) "
        + balance(line)
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
    let standing = standing(code)
    text.append("\(Phrase("Toezicht", "Supervision")[language]): \(standing.words(ledger.rules)[language])")
    text += supervised(standing)
    text += ledger.signals(area).map { "    ! \($0.words[language])" }
    return text
  }

  /// Letter, agreement, what is due, and what was recorded of the moment.
  private func supervised(_ standing: SupervisionStanding) -> [String] {
    guard let latest = standing.latest?.value else { return [] }
    func said(_ day: Day?) -> String { day.map(dated) ?? "" }
    let facts = [
      (Phrase("halfjaar", "half-year"), "\(latest.period)"), (Phrase("brief", "letter"), latest.letter),
      (Phrase("afspraak", "agreement"), latest.agreement),
      (Phrase("termijn", "term"), said(latest.term)),
      (Phrase("volgende beoordeling", "next review"), said(latest.nextReview)),
    ]
    let earlier = standing.earlierTerms.map { (SupervisionStanding.earlierTerm, dated($0)) }
    return (facts + earlier).filter { !$1.isEmpty }.map { "    \($0[language]): \(Plain.clean($1))" }
      + latest.figures.map { "    \($0[language])" }
  }

  private func action(_ action: Approach.Action) -> String {
    let state =
      action.isOpen
      ? (action.isLate(ledger.today) ? Phrase("te laat", "late") : Phrase("open", "open"))
      : (action.done == nil ? Phrase("vervallen", "dropped") : Phrase("gedaan", "done"))
    let desk = ledger.rules.task.desks.first { $0.code == action.desk }?.name[language] ?? action.desk
    let names = [action.owner, desk].filter { !$0.isEmpty }
    let who = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
    let due = action.due.map { " " + DayText.dated($0, language) } ?? ""
    return Plain.clean("    [\(action.number)] \(action.title)\(who)\(due) \(state[language])")
  }
}
