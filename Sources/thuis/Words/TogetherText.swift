import Journey
import Screens

/// The plan and the handovers of a dossier, for people.
struct TogetherText {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language

  func lines() -> [String] { plan + handovers }

  private var plan: [String] {
    let plan = dossier.plan(rules)
    guard !plan.goals.isEmpty || plan.agreed != nil else { return [] }
    var lines = ["", say("Plan", "Plan")]
    if let agreed = plan.agreed {
      let names = agreed.persons.compactMap { dossier.person($0)?.given } + [agreed.present]
      let whom = names.filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append("  " + say("samen gezien ", "seen together ") + "\(DayText.dated(agreed.day, language))  \(whom)")
    }
    return lines
      + plan.goals.map { goal in
        let state =
          switch goal.state {
          case .open: goal.by.map { say("voor ", "by ") + DayText.dated($0, language) } ?? ""
          case .reached(let day): say("bereikt ", "reached ") + DayText.dated(day, language)
          case .letGo(let day): say("losgelaten ", "let go ") + DayText.dated(day, language)
          }
        let helper = goal.helper.map { $0.words(rules, language) } ?? ""
        return "  " + ["\"\(goal.words)\"", helper, state].filter { !$0.isEmpty }.joined(separator: "  ")
      }
  }

  private var handovers: [String] {
    guard dossier.handovers.contains(where: { $0.given != nil || $0.taken != nil }) else { return [] }
    return ["", say("Overdracht", "Handover")]
      + dossier.handovers.map { handover in
        let day = handover.given?.day ?? handover.changed
        let who = handover.taken?.by ?? handover.given?.to
        let warmth =
          switch handover.warmth(rules) {
          case .warm: say("warm", "warm")
          case .cold: say("koud", "cold")
          case .open: say("nog niet overgenomen", "not taken over yet")
          }
        let days = handover.days.map { "\($0) d" } ?? ""
        let lacking = handover.lacking(rules).map { "(\($0[language]))" } ?? ""
        return "  "
          + [day?.description ?? "", warmth, who.map { $0.words(rules, language) } ?? "", days, lacking].filter {
            !$0.isEmpty
          }.joined(separator: "  ")
      }
  }

  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
