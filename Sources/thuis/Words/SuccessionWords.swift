import Casebook
import Journey

/// In which dossiers one person follows another, or would, and in which not and why.
struct SuccessionWords: FigureTable {
  let succession: Event.Succession
  let outcome: ManyOutcome
  /// It was recorded; else it was only tried.
  let isDone: Bool
  let rules: Rulebook
  let language: Language
  /// Others of these names, who are left alone.
  var namesakes: [Contact] = []
  /// What is said of the last day of who goes.
  var last: Phrase?
  /// What is still to be done in the network.
  var next: Phrase?
  /// In how many of the dossiers they are to act now; nil: of a part of the country, which is not counted.
  var turns: Int?
  /// How many of the dossiers have who goes; of the others they only lead the case.
  var known: Int?

  let columns = ["dossier", "name", "succeeds", "why"]

  var titles: [String] {
    language == .nl ? ["Dossier", "Naam", "Gaat over", "Waarom niet"] : ["Dossier", "Name", "Goes over", "Why not"]
  }

  var rows: [[String]] {
    outcome.all.map { one in
      [
        one.id.description, one.name, one.why == nil ? Phrase("ja", "yes")[language] : Phrase("nee", "no")[language],
        one.why?.text(language) ?? "",
      ]
    }
  }

  var json: JSON {
    func person(_ contact: Contact) -> JSON {
      .object([
        "party": .text(contact.party.rawValue), "organisation": .text(contact.organisation),
        "name": .text(contact.name),
      ])
    }
    return .object([
      "from": person(succession.from), "to": person(succession.to), "recorded": .flag(isDone),
      "dossiers": .list(
        outcome.all.map { one in
          .object([
            "dossier": .text(one.id.description), "name": .text(one.name), "succeeds": .flag(one.why == nil),
            "why": JSON(one.why?.text(language)),
          ])
        }),
    ])
  }

  /// For people.
  var lines: [String] {
    let (done, left) = (outcome.done, outcome.left)
    let (from, to) = (name(succession.from), name(succession.to))
    var lines = [
      (isDone
        ? Phrase("\(to) volgt \(from) op.", "\(to) follows \(from).")
        : Phrase("\(to) zou \(from) opvolgen.", "\(to) would follow \(from)."))[language]
    ]
    lines += [last, next].compactMap { $0?[language] }
    // Of each name in one line.
    for name in [succession.from.name, succession.to.name] {
      let others = namesakes.filter { Folding.key($0.name) == Folding.key(name) }
      if others.isEmpty { continue }
      let places = Namesakes.places(others, rules)
      lines.append(
        (others.count == 1
          ? Phrase(
            "\(name) bij \(places.nl) is een ander mens: daar verandert niets.",
            "\(name) at \(places.en) is another person: nothing changes there.")
          : Phrase(
            "\(name) bij \(places.nl) zijn andere mensen: daar verandert niets.",
            "\(name) at \(places.en) are other people: nothing changes there."))[language])
    }
    if let turns, !done.isEmpty {
      lines.append(
        Phrase(
          "\(succession.from.name) is nu aan zet in \(turns) van \(outcome.all.count).",
          "It is now the turn of \(succession.from.name) in \(turns) of \(outcome.all.count).")[language])
    }
    if let known, let parts = Succession.parts(known: known, of: outcome.all.count) {
      lines.append(parts[language] + ".")
    }
    if !done.isEmpty { lines.append(Phrase("Wel \(done.count): ", "Yes \(done.count): ")[language] + names(done)) }
    for (why, ones) in Dictionary(grouping: left, by: { $0.why?.text(language) ?? "" }).sorted(by: { $0.key < $1.key })
    {
      lines.append(Phrase("Niet \(ones.count): ", "No \(ones.count): ")[language] + why + " " + names(ones))
    }
    if outcome.all.isEmpty {
      lines.append(Phrase("Geen open dossier heeft deze persoon.", "No open dossier has this person.")[language])
    }
    return lines
  }

  private func name(_ contact: Contact) -> String {
    let place = contact.organisation.isEmpty ? rules.party(contact.party)[language] : contact.organisation
    return contact.name.isEmpty ? place : "\(contact.name) (\(place))"
  }

  /// The first ones, and how many more.
  private func names(_ all: [ManyOutcome.One]) -> String {
    let most = 12
    let first = all.prefix(most).map(\.name).joined(separator: "; ")
    return all.count <= most
      ? first : first + Phrase(" en nog \(all.count - most)", " and \(all.count - most) more")[language]
  }
}
