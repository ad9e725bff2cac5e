import Journey

extension TaskEvent {
  /// The posting in a line of the log: where, how many, what; of one that takes back, what it took back.
  ///
  /// - Parameter events: where to look for what was taken back.
  public func logged(among events: [TaskEvent], _ rules: Rulebook) -> Phrase {
    let place = body.municipality.map { Reference.name(ofMunicipality: $0) + ": " } ?? ""
    func told(_ text: String) -> Phrase { Phrase(same: place) + body.name + Phrase(same: " " + text) }
    switch body {
    case .correction(let p):
      return told("") + Phrase(Digits.signed(p.persons, .nl), Digits.signed(p.persons, .en))
        + Phrase(same: ", \(p.reason)")
    case .shift(let p):
      let (from, to) = (Reference.name(ofMunicipality: p.from), Reference.name(ofMunicipality: p.to))
      return told("") + Phrase(Digits.grouped(p.persons, .nl), Digits.grouped(p.persons, .en))
        + Phrase(same: ", \(from) -> \(to), \(p.agreement)")
    case .supervision(let p):
      let more = [p.letter, p.agreement].filter { !$0.isEmpty }.map { Phrase(same: ", " + $0) }
      return (more + p.days.map { Phrase(same: ", ") + $0 }).reduce(told("") + rules.supervisionStep(p.step)) {
        $0 + $1
      }
    case .action(let p):
      return Phrase(same: place) + body.name + Phrase(same: ": ")
        + Approach.words(p.title, p.owner, p.desk, p.due, rules)
    case .undone(let taken):
      guard let what = events.first(where: { $0.act == taken.act }) else { return body.words }
      return body.name + Phrase(same: ": ") + what.logged(among: events, rules)
    default: return Phrase(same: place) + body.words
    }
  }
}
