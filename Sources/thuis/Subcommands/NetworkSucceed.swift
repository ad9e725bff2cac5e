import ArgumentParser
import Casebook
import Journey

/// Somebody leaves and another follows.
struct NetworkSucceed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "succeed",
    abstract: told(
      "Draag alles wat iemand heeft over aan wie volgt, als één handeling.",
      "Hand all that somebody has over to who follows them, as one act."),
    discussion: told(
      """
      Het netwerk van elk huishouden en zijn beurt gaan naar de opvolger; het verhaal houdt de oude naam. \
      --dry-run zegt in welke dossiers dat iets zou veranderen, en legt niets vast. Eindigt met 1 als het \
      voor geen enkel geldt.
      """,
      """
      The network of each household and its turn go to the successor; the history keeps the old name. --dry-run says in \
      which dossiers that would change something, and records nothing. Ends with 1 when it holds for none.
      """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var scope: ScopeOption

  @Option(help: ArgumentHelp(told("Wie gaat, bij hele naam.", "Who goes, by whole name."), valueName: "name"))
  var of: String

  @Option(
    help: ArgumentHelp(
      told(
        "Wie volgt, bij hele naam; ook iemand die het netwerk nog niet kent.",
        "Who follows, by whole name; somebody the network does not know yet too."), valueName: "name"))
  var to: String

  @Option(
    help: told(
      "De partij van wie gaat, waar meer mensen zo heten: corporation, coa.",
      "The party of who goes, where several have the name: corporation, coa."))
  var party: String?

  @Option(
    help: told(
      "De organisatie van wie gaat, waar meer mensen zo heten.",
      "The organisation of who goes, where several have the name."))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      told(
        "Waar wie volgt werkt, als dat niet de organisatie is van wie gaat.",
        "Where who follows works, where that is not the organisation of who goes."), valueName: "name"))
  var toOrganisation: String?

  @Option(
    help: ArgumentHelp(
      told("De laatste dag van wie gaat: 2026-11-30.", "The last day of who goes: 2026-11-30."), valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      told(
        "Het telefoonnummer van wie volgt: neemt die op in het netwerk, of komt op de kaart die er is.",
        "The phone number of who follows: takes them in, or goes on the card they have."), valueName: "number"))
  var phone: String?

  @Flag(help: told("Zeg alleen wat er zou gebeuren.", "Only say what would happen."))
  var dryRun = false

  @Option(help: told("table, json of csv.", "table, json or csv."))
  var format: ListCommand.Format = .table

  func run() throws {
    try common.reporting { place in
      let (area, last) = (try scope.area, try lastDay(place.today))
      let (casebook, rules) = (try dryRun ? place.casebook() : place.casebookToRecordIn(), try place.rules())
      let names = NetworkNames(casebook: casebook, rules: rules, today: place.today)
      let leaving = try names.one(of, party: party, organisation: organisation)
      let succession = Event.Succession(
        from: leaving.contact, to: try names.successor(to, at: toOrganisation, of: leaving.contact))
      let card = try cardOfSuccessor(succession.to, of: leaving, in: area, rules)
      let (ids, known) = try casebook.toHandOver(from: leaving.contact, in: area)
      // Of a part of the country they stay for the rest of it.
      let partner = area == .country ? leaving.partner?.id : nil
      let side: NetworkSide? =
        partner == nil && card == nil ? nil : .succeeded(partner, by: succession.to, until: last, card: card)
      defer { Output.endProgress() }
      let told: (Int) -> Bool = { done in
        let text = Phrase("\(done) van \(ids.count) dossiers", "\(done) of \(ids.count) dossiers")[place.language]
        if place.isPlain { Output.progressLine(text) } else { Output.progress(text) }
        return true
      }
      let action: Casebook.ActionOfEach = { _ throws(Refusal) in
        .record(.contactSucceeded(succession), on: place.today)
      }
      if ids.isEmpty {
        guard partner != nil, let side else {
          throw Refusal(Phrase("Geen open dossier heeft deze persoon.", "No open dossier has this person."))
        }
        // Nobody waits for them: it is of the network alone.
        if !dryRun { try casebook.record(side, by: place.actor, source: .command, rules: rules, today: place.today) }
      }
      let outcome =
        try dryRun
        ? casebook.tryEach(ids, rules: rules, today: place.today, goesOn: told, action: action)
        : casebook.performEach(
          ids, by: place.actor, source: .command, rules: rules, today: place.today, beside: side, goesOn: told,
          action: action)
      guard let outcome else { return .interrupted }
      Output.endProgress()
      var words = SuccessionWords(
        succession: succession, outcome: outcome, isDone: !dryRun, rules: rules, language: place.language)
      if dryRun { words.known = known }
      words.namesakes = try names.namesakes(of: [succession.from, succession.to])
      if dryRun, area == .country { words.turns = leaving.turns }
      let holds = ids.isEmpty || !outcome.done.isEmpty
      words.last = said(of: leaving, holds ? last : nil, in: area, place.today)
      if let card {
        if holds { words.next = reachable(card) }
      } else if leaving.partner != nil {
        words.next = try unlisted(succession.to, in: casebook)
      }
      if format == .table {
        for line in words.lines { Output.line(Plain.clean(line)) }
      } else {
        try TableText(format: format).print(words)
      }
      return holds ? .done : .refused
    }
  }

  private func lastDay(_ today: Day) throws -> Day? {
    guard let until else { return nil }
    if let day = DayText.read(until, today: today) { return day }
    throw CommandFailure.usage(
      "--until \"\(until)\" is geen datum; verwacht 2026-11-30, 30-11, 30 nov of +2w.",
      "--until \"\(until)\" is no date; expected 2026-11-30, 30-11, 30 Nov or +2w.")
  }

  /// What is said of the last day of who goes. Of a part of the country, and where the network does not know them, none
  /// is recorded.
  private func said(of leaving: NetworkRow, _ last: Day?, in area: Area, _ today: Day) -> Phrase? {
    let name = leaving.contact.name
    func words(_ day: Day) -> (String, String) {
      (DayText.short(day, today: today, .nl), DayText.short(day, today: today, .en))
    }
    func holds(_ day: Day) -> Phrase {
      let (nl, en) = words(day)
      return Phrase("De laatste dag van \(name) is \(nl).", "The last day of \(name) is \(en).")
    }
    if let known = leaving.partner?.until { return holds(known) }
    guard let last else { return nil }
    let none = Phrase("; er wordt geen laatste dag vastgelegd.", "; no last day is recorded.")
    if leaving.partner == nil {
      return Phrase("\(name) staat niet in het netwerk", "\(name) is not in the network") + none
    }
    if area != .country {
      return Phrase(
        "\(name) blijft in het netwerk voor de rest van het land",
        "\(name) stays in the network for the rest of the country") + none
    }
    let (nl, en) = words(last)
    return dryRun
      ? Phrase("De laatste dag van \(name) zou \(nl) zijn.", "The last day of \(name) would be \(en).") : holds(last)
  }

  /// What the network is to know of who follows, where their number was said.
  private func cardOfSuccessor(
    _ successor: Contact, of leaving: NetworkRow, in area: Area, _ rules: Rulebook
  ) throws -> PartnerCard? {
    guard let phone, !phone.isEmpty else { return nil }
    let card = PartnerCard(successor, phone: phone, area: leaving.partner?.card.area ?? area.code)
    if let refusal = card.refusal(rules) { throw CommandFailure(refusal.phrase, .usage) }
    return card
  }

  private func reachable(_ card: PartnerCard) -> Phrase {
    let (name, phone) = (card.contact.name, card.phone)
    return dryRun
      ? Phrase(
        "In het netwerk zou \(name) telefoon \(phone) hebben.", "In the network \(name) would have phone \(phone).")
      : Phrase("In het netwerk heeft \(name) telefoon \(phone).", "In the network \(name) has phone \(phone).")
  }

  /// That who follows is not in the network yet: until then the connection from country to town may count their place as empty.
  private func unlisted(_ successor: Contact, in casebook: Casebook) throws -> Phrase? {
    guard try casebook.listed(successor) == nil else { return nil }
    let name = successor.name
    let isLevel = Connection.Level.allCases.contains { $0.party == successor.party }
    let broken = Phrase(
      " Zo lang kan de verbinding van land naar stad daar als gebroken tellen.",
      " Until then the connection from country to town may count as broken there.")
    return Phrase(
      "\(name) staat nog niet in het netwerk: opnemen kan met N in Netwerk (5) of met thuis network import.",
      "\(name) is not in the network yet: N in Network (5) or thuis network import takes them in.")
      + (isLevel ? broken : Phrase(same: ""))
  }
}
