import Journey

/// What a row of a list says, in sentences: each status in words, none by a sign alone.
struct LineWords {
  let line: Line
  let model: Model

  private var l: Language { model.language }

  /// Who, how many, where on the way, whose turn, until when, how silent, what holds it up.
  var sentences: [String] {
    let who = "\(line.name), \(line.personsInWords[l]). \(line.stage.name[l])."
    return [who, WaitWords.sentence(line, model), due ?? noDue, silence, blocker, marks].compactMap(\.self)
  }

  /// Marked, or changed by others.
  private var marks: String? {
    let said = [
      model.marks.contains(line.id) ? Phrase("Gemarkeerd.", "Marked.")[l] : "",
      model.list.changed.contains(line.id) ? Phrase("Intussen gewijzigd.", "Changed meanwhile.")[l] : "",
    ].filter { !$0.isEmpty }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  var due: String? {
    guard let due = line.due else { return nil }
    let rule = line.dueRule.isEmpty ? "" : ", " + line.dueRule
    let title = line.dueTitle[l].lowercasedFirst + line.dueOwnerText(model.rules, l, user: model.user)
    return Phrase("Uiterlijk", "By")[l]
      + " \(model.days.short(due))\(rule): \(title), \(model.days.distance(due))."
  }

  private var noDue: String { Phrase("Geen termijn.", "No due day.")[l] }

  private var silence: String? {
    line.silence(model.today).map { days in
      let tooLong = line.isSilent(model.today, model.rules) ? Phrase(", te lang", ", too long")[l] : ""
      return "\(Words.silence[l]): \(model.days.days(days))\(tooLong)."
    }
  }

  var blocker: String? {
    guard let code = line.blocker, !code.isEmpty else { return nil }
    let text = [model.rules.blocker(code)[l], line.blockerText].filter { !$0.isEmpty }.joined(separator: ", ")
    return Phrase("Knelpunt", "Blocker")[l] + ": " + text + "."
  }
}
