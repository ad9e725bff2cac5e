import Journey

extension TaskEvent {
  /// The posting in a line of the log: where, how many, what; of one that takes back, what it took back.
  ///
  /// - Parameters:
  ///   - acts: where to look for what was taken back.
  ///   - code: of a list what it says of this municipality; nil: of all of them together.
  public func logged(among acts: PostedActs, _ rules: Rulebook, of code: String? = nil) -> Phrase {
    let place = body.municipality.map { Reference.name(ofMunicipality: $0) + ": " } ?? ""
    func told(_ text: String) -> Phrase { Phrase(same: place) + body.name + Phrase(same: " " + text) }
    switch body {
    case .correction(let p):
      return told("") + Phrase(Digits.signed(p.persons, .nl), Digits.signed(p.persons, .en))
        + Phrase(same: ", \(p.period), \(p.reason)")
    case .shift(let p):
      return told("") + Phrase(Digits.grouped(p.persons, .nl), Digits.grouped(p.persons, .en))
        + Phrase(same: ", \(p.period), ") + p.words
    case .supervision(let p):
      let more = ["\(p.period)", p.letter, p.agreement].filter { !$0.isEmpty }.map { Phrase(same: ", " + $0) }
      let facts = more + (p.days + p.figures).map { Phrase(same: ", ") + $0 }
      return facts.reduce(told("") + rules.supervisionStep(p.step)) { $0 + $1 }
    case .action(let p):
      return Phrase(same: place) + body.name + Phrase(same: ": ")
        + Approach.words(p.title, p.owner, p.desk, p.due, rules)
    case .structure(let p): return Phrase(same: place) + body.name + Phrase(same: ": ") + p.words
    case .undone(let taken): return takenBack(taken.act, among: acts, rules, of: code) ?? body.words
    default: return body.listed(of: code) ?? Phrase(same: place) + body.words
    }
  }

  /// `Teruggenomen: Zeist: Correctie -3, dubbel geteld (boeking 4 van 2 dec 2026, door b.smit)`; of a taking back that is taken
  /// back what holds again. nil: it is not among them.
  private func takenBack(
    _ act: EventID, among acts: PostedActs, _ rules: Rulebook, of code: String?
  ) -> Phrase? {
    var (act, holds) = (act, false)
    while let (first, count) = acts.postings(of: act) {
      if case .undone(let inner) = first.body {
        (act, holds) = (inner.act, !holds)
        continue
      }
      let more = count - 1
      let others =
        more == 0
        ? Phrase(same: "")
        : Phrase(" en nog ", " and ")
          + Digits.counted(more, Phrase("boeking", "more posting"), Phrase("boekingen", "more postings"))
      let name = first.actor.name
      return (holds ? Phrase("Geldt weer", "Holds again") : body.name) + Phrase(same: ": ")
        + first.logged(among: acts, rules, of: code) + others
        + Phrase(
          " (boeking \(first.number) van \(DayText.dated(first.day, .nl))",
          " (posting \(first.number) of \(DayText.dated(first.day, .en))")
        + (name.isEmpty ? Phrase(same: ")") : Phrase(", door \(name))", ", by \(name))"))
    }
    return nil
  }
}
