import Journey

/// Looks at what was posted of an approach and says what lacks.
struct ApproachLook {
  let posted: PostedApproach
  let lastMeeting: Day?
  let actions: [Approach.Action]
  let rules: Rulebook
  let today: Day

  var structure: Approach.Part {
    guard let filed = posted.structure else {
      return missing(.structure, Phrase("geen projectstructuur vastgelegd", "no project structure recorded"))
    }
    let it = filed.value
    var gaps: [Phrase] = []
    if it.members.isEmpty {
      gaps.append(Phrase("niemand in de stuurgroep genoemd", "nobody named in the steering group"))
    }
    if let rhythm = it.rhythmWeeks {
      let since = [lastMeeting, filed.event?.day].compactMap(\.self).max() ?? today
      let weeks = (today - since) / 7
      if weeks > rhythm {
        let time = Digits.counted(weeks, Phrase("week", "week"), Phrase("weken", "weeks"))
        gaps.append(
          Phrase(
            "stuurgroep \(time.nl) niet bijeen (afgesproken: om de \(rhythm))",
            "steering group has not met for \(time.en) (agreed: every \(rhythm))"))
      }
    } else {
      gaps.append(Phrase("geen ritme van bijeenkomen afgesproken", "no rhythm of meeting agreed"))
    }
    let evidence = texts([it.evidence] + posted.meetings.map(\.value.evidence))
    if evidence.isEmpty {
      gaps.append(Phrase("projectstructuur zonder bewijsstuk", "project structure without evidence"))
    }
    return part(.structure, it.words + Phrase(same: "; ") + met, evidence, gaps)
  }

  /// `laatst bijeen 10 nov 2026`
  private var met: Phrase {
    guard let lastMeeting else { return Phrase("geen bijeenkomst vastgelegd", "no meeting recorded") }
    return Phrase("laatst bijeen ", "met last on ") + Phrase(day: lastMeeting)
  }

  var plan: Approach.Part {
    guard !posted.goals.isEmpty || !actions.isEmpty else {
      return missing(.plan, Phrase("geen plan vastgelegd", "no plan recorded"))
    }
    let open = actions.filter(\.isOpen)
    let late = open.filter { $0.isLate(today) }.count
    var gaps: [Phrase] = []
    if posted.goals.isEmpty { gaps.append(Phrase("geen doel vastgelegd", "no goal recorded")) }
    if actions.isEmpty { gaps.append(Phrase("geen acties vastgelegd", "no actions recorded")) }
    if late > 0 { gaps.append(count(late, ("actie", "acties"), ("action", "actions"), " te laat", " late")) }
    let ownerless = open.filter(\.owner.isEmpty).count
    if ownerless > 0 {
      gaps.append(count(ownerless, ("actie", "acties"), ("action", "actions"), " zonder eigenaar", " without an owner"))
    }
    let dayless = open.filter { $0.due == nil }.count
    if dayless > 0 {
      gaps.append(count(dayless, ("actie", "acties"), ("action", "actions"), " zonder dag", " without a day"))
    }
    let desks = rules.task.desks.filter { desk in
      desk.validity.covers(today) && !actions.contains { $0.desk == desk.code && ($0.isOpen || $0.done != nil) }
    }
    if !desks.isEmpty, !actions.isEmpty {
      func names(_ language: Language) -> String { desks.map { $0.name[language] }.joined(separator: ", ") }
      gaps.append(Phrase("geen actie van: \(names(.nl))", "no action of: \(names(.en))"))
    }
    let evidence = texts(posted.goals.map(\.value.evidence) + actions.map(\.evidence))
    if evidence.isEmpty { gaps.append(Phrase("plan zonder bewijsstuk", "plan without evidence")) }
    var summary = count(open.count, ("actie open", "acties open"), ("action open", "actions open"), "", "")
    if late > 0 { summary = summary + Phrase(", \(late) te laat", ", \(late) late") }
    return part(.plan, summary, evidence, gaps)
  }

  var commitment: Approach.Part {
    guard let last = posted.commitments.max(by: { $0.event!.day < $1.event!.day }) else {
      return missing(
        .commitment, Phrase("geen besluit van het college vastgelegd", "no decision of the administrators recorded"))
    }
    var gaps: [Phrase] = []
    if !posted.commitments.contains(where: { $0.value.budget != nil }) {
      gaps.append(Phrase("geen budget besloten", "no budget decided"))
    }
    let evidence = texts(posted.commitments.map(\.value.evidence))
    if evidence.isEmpty { gaps.append(Phrase("besluit zonder bewijsstuk", "decision without evidence")) }
    let day = last.event!.day
    return part(
      .commitment,
      Phrase(
        "\(last.value.who), \(DayText.dated(day, .nl)): \(last.value.decision)",
        "\(last.value.who), \(DayText.dated(day, .en)): \(last.value.decision)")
        + (last.value.money.map { Phrase(same: ", ") + $0 } ?? Phrase(same: "")), evidence, gaps)
  }

  // MARK: - Parts

  private func missing(_ ingredient: Approach.Ingredient, _ gap: Phrase) -> Approach.Part {
    Approach.Part(ingredient: ingredient, strength: .missing, summary: gap, evidence: [], gaps: [gap])
  }

  private func part(
    _ ingredient: Approach.Ingredient, _ summary: Phrase, _ evidence: [String], _ gaps: [Phrase]
  ) -> Approach.Part {
    Approach.Part(
      ingredient: ingredient, strength: gaps.isEmpty ? .whole : .partial, summary: summary, evidence: evidence,
      gaps: gaps)
  }

  private func texts(_ texts: [String]) -> [String] { texts.filter { !$0.isEmpty } }

  private func count(
    _ number: Int, _ nl: (String, String), _ en: (String, String), _ restNL: String, _ restEN: String
  ) -> Phrase {
    Digits.counted(number, Phrase(nl.0, en.0), Phrase(nl.1, en.1)) + Phrase(restNL, restEN)
  }
}
