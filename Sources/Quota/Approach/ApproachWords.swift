import Journey

extension Approach.Action {
  /// `Zeven woningen aan de Kanaalweg · M. Smit, corporaties · 15 dec 2026`: what, who of which desk, by when.
  public func words(_ rules: Rulebook) -> Phrase { Approach.words(title, owner, desk, due, rules) }
}

extension Approach {
  static func words(_ title: String, _ owner: String, _ desk: String, _ due: Day?, _ rules: Rulebook) -> Phrase {
    let known = rules.task.desks.first { $0.code == desk }?.name ?? Phrase(same: desk)
    var who: [Phrase] = []
    if !owner.isEmpty { who.append(Phrase(same: owner)) }
    if !desk.isEmpty { who.append(Phrase(known.nl.lowercased(), known.en.lowercased())) }
    var parts = [Phrase(same: title)]
    if !who.isEmpty { parts.append(who.joined(", ")) }
    if let due { parts.append(Phrase(day: due)) }
    return parts.joined(" · ")
  }
}

extension TaskEvent.ProjectStructure {
  /// `S. de Boer; stuurgroep: wonen, Mitros; om de 4 weken bijeen`: who leads, who takes part, how often they meet.
  var words: Phrase {
    var parts = [Phrase(same: lead)]
    if !members.isEmpty {
      parts.append(Phrase("stuurgroep: ", "steering group: ") + Phrase(same: members.joined(separator: ", ")))
    }
    if let weeks = rhythmWeeks {
      parts.append(
        weeks == 1
          ? Phrase("elke week bijeen", "meets every week")
          : Phrase("om de \(weeks) weken bijeen", "meets every \(weeks) weeks"))
    }
    return parts.joined("; ")
  }
}

extension TaskEvent.Commitment {
  /// `€ 120.000`; nil where no budget was decided.
  public var money: Phrase? {
    budget.map { Phrase("€ " + Digits.grouped($0, .nl), "€" + Digits.grouped($0, .en)) }
  }
}

extension TaskEvent.SupervisionStep {
  /// `termijn 1 dec 2026`, `volgende beoordeling 1 feb 2027`: the days that were set.
  public var days: [Phrase] {
    [(Phrase("termijn ", "term "), term), (Phrase("volgende beoordeling ", "next review "), nextReview)].compactMap {
      name, day in day.map { name + Phrase(day: $0) }
    }
  }

  /// `saldo toen -12`, `verschoonbaar 3`: what was recorded of the moment of the step.
  public var figures: [Phrase] {
    let balance = self.balance.map {
      Phrase("saldo toen \(Digits.signed($0, .nl))", "balance then \(Digits.signed($0, .en))")
    }
    let excusable = self.excusable.map {
      Phrase("verschoonbaar \(Digits.grouped($0, .nl))", "excusable \(Digits.grouped($0, .en))")
    }
    return [balance, excusable].compactMap(\.self)
  }
}

extension SupervisionStanding {
  /// `eerdere termijn 1 dec 2026`: terms of earlier steps that still stand.
  public var earlierDays: [Phrase] {
    earlierTerms.map { Self.earlierTerm + Phrase(same: " ") + Phrase(day: $0) }
  }
}

extension Phrase {
  /// `15 dec 2026`
  init(day: Day) { self.init("\(DayText.brief(day, .nl)) \(day.year)", "\(DayText.brief(day, .en)) \(day.year)") }
}

extension [Phrase] {
  func joined(_ separator: String) -> Phrase {
    dropFirst().reduce(first ?? Phrase(same: "")) { $0 + Phrase(same: separator) + $1 }
  }
}
