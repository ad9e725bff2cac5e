import Casebook
import Journey
import Screens

/// Lessons as paragraphs, rows and JSON.
struct LessonsPage: FigureTable {
  let found: LessonsFound
  /// The household they are like; nil: none is at hand.
  let dossier: Dossier?
  /// How that household is.
  let seed: Situation?
  /// Words are looked for, also in what the household told itself.
  let isSearch: Bool
  let words: LessonWords
  let language: Language

  private var l: Language { language }

  // MARK: - For people

  var lines: [String] {
    var lines: [String] = []
    if let dossier, let seed {
      let subject = words.subject(seed)
      lines.append(subject.prefix(1).uppercased() + subject.dropFirst())
      if !isSearch, let left = words.ownLeftOut(dossier) { lines.append(left) }
      lines.append("")
    }
    for (ranked, times) in found.toldOnce {
      lines.append(ranked.value.text[l] + (times > 1 ? " (\(words.told(times)))" : ""))
      lines += words.facts(ranked).map { "    \($0.label): \($0.text)" }
      if let id = own(ranked.value) { lines.append("    \(id)") }
      lines.append("")
    }
    if found.lessons.isEmpty { lines += [Phrase("Geen les gevonden.", "No lesson found.")[l], ""] }
    if !found.households.isEmpty {
      lines += [Phrase("Opgeloste huishoudens", "Solved households")[l], ""]
      for ranked in found.households {
        lines.append(words.line(ranked.value, helped: found.helped[ranked.value.dossier]))
        let reason = words.reason(ranked.likeness)
        lines.append(
          "    " + [reason, own(ranked.value)?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
      }
      lines.append("")
    }
    return lines.dropLast()
  }

  // MARK: - Whose it is

  /// Of the municipality of the household at hand; of others one sees what helped, not who it was.
  private func isOwn(_ municipality: String) -> Bool {
    dossier?.municipality.map { !$0.isEmpty && $0 == municipality } ?? false
  }

  private func own(_ lesson: Lesson) -> LessonID? {
    lesson.id.dossier == nil || isOwn(lesson.situation.municipality) ? lesson.id : nil
  }

  private func own(_ household: SolvedHousehold) -> DossierID? {
    isOwn(household.situation.municipality) ? household.dossier : nil
  }

  // MARK: - For programs

  let columns = [
    "id", "text", "blocker", "stage", "needs", "persons", "children", "relatives", "municipality", "outcome", "days",
    "days_saved", "day", "uses", "score", "reason", "source",
  ]
  var titles: [String] { columns }

  var rows: [[String]] {
    found.lessons.map { ranked in
      let (lesson, situation) = (ranked.value, ranked.value.situation)
      return [
        own(lesson)?.description ?? "", lesson.text[l], situation.blockers.joined(separator: " "),
        situation.stages.map(\.code).joined(separator: " "), situation.needs.map(\.rawValue).joined(separator: " "),
        size(situation), situation.children.map(String.init) ?? "", situation.awaitsRelatives ? "yes" : "no",
        situation.municipality, lesson.outcome?.rawValue ?? "", lesson.days.map(String.init) ?? "",
        lesson.daysSaved.map(String.init) ?? "", lesson.day?.description ?? "", String(lesson.uses),
        String(ranked.likeness.score), words.reason(ranked.likeness), lesson.source,
      ]
    }
  }

  /// `8`, `2-4`, `6+`; empty: any.
  private func size(_ situation: Situation) -> String {
    let (least, most) = (situation.persons.lowerBound, situation.persons.upperBound)
    if situation.persons == Situation.anySize { return "" }
    return least == most ? "\(least)" : most == Situation.anySize.upperBound ? "\(least)+" : "\(least)-\(most)"
  }

  var json: JSON {
    .object([
      "total": .number(found.total), "fitting": .number(found.fitting),
      "lessons": .list(found.lessons.map(json)), "households": .list(found.households.map(json)),
    ])
  }

  private func json(_ ranked: Ranked<Lesson>) -> JSON {
    let lesson = ranked.value
    var all = json(lesson.situation, ranked.likeness)
    all["id"] = JSON(own(lesson))
    all["text"] = .text(lesson.text[l])
    all["outcome"] = JSON(lesson.outcome?.rawValue)
    all["days"] = JSON(lesson.days)
    all["usualDays"] = JSON(lesson.usualDays)
    all["daysSaved"] = JSON(lesson.daysSaved)
    all["day"] = JSON(lesson.day)
    all["uses"] = .number(lesson.uses)
    all["source"] = lesson.source.isEmpty ? .null : .text(lesson.source)
    return .object(all)
  }

  private func json(_ ranked: Ranked<SolvedHousehold>) -> JSON {
    let household = ranked.value
    var all = json(household.situation, ranked.likeness)
    all["dossier"] = JSON(own(household))
    all["days"] = .number(household.days)
    all["day"] = .text(household.day.description)
    all["helped"] = JSON(found.helped[household.dossier])
    return .object(all)
  }

  private func json(_ situation: Situation, _ likeness: Likeness) -> [String: JSON] {
    [
      "blockers": .list(situation.blockers.map(JSON.text)), "stages": .list(situation.stages.map { .text($0.code) }),
      "needs": .list(situation.needs.map { .text($0.rawValue) }),
      "persons": situation.persons == Situation.anySize ? .null : .text(size(situation)),
      "children": JSON(situation.children), "awaitsRelatives": .flag(situation.awaitsRelatives),
      "municipality": situation.municipality.isEmpty ? .null : .text(situation.municipality),
      "score": .number(likeness.score),
      "reasons": .list(
        likeness.reasons.map { .object(["points": .number($0.points), "words": .text($0.words[l])]) }),
    ]
  }
}
