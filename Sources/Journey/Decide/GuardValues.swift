extension Guard {
  /// Whether what the event says can be true.
  static func values(_ body: Event.Body, on day: Day, _ d: Dossier, _ rules: Rulebook, today: Day) throws(Refusal) {
    if day > today { throw future(day) }
    if day < today - 30 * 365 {
      throw Refusal(
        Phrase(
          "\(day.said.nl) is lang geleden; verwacht een dag in de laatste 30 jaar.",
          "\(day.said.en) is long ago; expected a day in the last 30 years."),
        field: "day")
    }
    if body.isOnTheWay, d.stage > .reception, day < d.stageSince {
      throw Refusal(
        Phrase(
          "\(day.said.nl) ligt voor het begin van de fase \(d.stage.name.nl) op \(d.stageSince.said.nl).",
          "\(day.said.en) is before the stage \(d.stage.name.en) began on \(d.stageSince.said.en)."), field: "day")
    }
    switch body {
    case .registered(let registered):
      if registered.persons.isEmpty {
        throw Refusal(Phrase("Een huishouden heeft ten minste één persoon.", "A household has at least one person."))
      }
      if Set(registered.persons.map(\.id)).count != registered.persons.count {
        throw Refusal(Phrase("Twee personen hebben hetzelfde nummer.", "Two persons have the same number."))
      }
      for person in registered.persons { try named(person, today) }
    case .linked(let linked), .relinked(let linked):
      guard Reference.municipality(code: linked.municipality) != nil else {
        let now = Reference.successor(ofCode: linked.municipality)
        throw Refusal(
          Phrase(
            "\(linked.municipality) is geen gemeente van nu.", "\(linked.municipality) is no municipality of today."),
          remedy: now.map { Phrase("Bedoelt u \($0.name) (\($0.code))?", "Do you mean \($0.name) (\($0.code))?") },
          field: "municipality")
      }
      if case .relinked = body, linked.municipality == d.municipality {
        throw Refusal(
          Phrase("Dit is al de gekoppelde gemeente.", "This is the linked municipality already."), field: "municipality"
        )
      }
    case .homeAssigned(let home):
      if home.address.isEmpty {
        throw Refusal(Phrase("Een aanbod heeft een adres.", "An offer has an address."), field: "address")
      }
      try fits(home, d)
    case .leaseSigned(let lease):
      if let offer = d.offer, lease.start < offer.day {
        throw Refusal(
          Phrase(
            "De huur kan niet ingaan voor het aanbod van \(offer.day.said.nl).",
            "The lease cannot start before the offer of \(offer.day.said.en)."), field: "start")
      }
      if lease.start < day - 31 || lease.start > day + 365 {
        throw Refusal(
          Phrase(
            "De huur gaat in tussen een maand voor en een jaar na het tekenen.",
            "The lease starts between a month before and a year after signing."),
          field: "start")
      }
    case .moved(let moved), .secondMove(let moved), .ownHomeFound(let moved):
      if body.kind == .moved, let start = d.offer?.lease?.start, day < start - 7 {
        throw Refusal(
          Phrase("De huur gaat pas in op \(start.said.nl).", "The lease starts on \(start.said.en) only."),
          remedy: Phrase("Klopt dat niet, corrigeer dan het huurcontract.", "If that is wrong, correct the lease."),
          field: "day")
      }
      for id in moved.persons where d.person(id) == nil { throw nobody(id) }
      if !moved.municipality.isEmpty, Reference.municipality(code: moved.municipality) == nil {
        throw Refusal(
          Phrase("Onbekende gemeente \(moved.municipality).", "Unknown municipality \(moved.municipality)."),
          field: "municipality")
      }
    case .bsnReceived(let received):
      guard let person = d.person(received.person) else { throw nobody(received.person) }
      if let known = person.bsn, known != received.bsn {
        throw Refusal(
          Phrase("\(person.fullName) heeft al een BSN.", "\(person.fullName) has a BSN already."),
          remedy: Phrase("Was dat fout, gebruik dan persoon wijzigen.", "If that was wrong, use change person."),
          field: "bsn")
      }
      var with = person
      with.bsn = received.bsn
      try unique(with, d)
    case .intakeDone(let p), .pipSet(let p), .numberShown(let p), .deceased(let p):
      guard let person = d.person(p.person), person.counts else { throw nobody(p.person) }
    case .cameOfAge(let p):
      guard let person = d.person(p.person), person.guardianship != nil else { throw nobody(p.person) }
      if let birth = person.birth, birth.birthday(18) > day {
        throw Refusal(
          Phrase(
            "\(person.fullName) wordt pas 18 op \(birth.birthday(18).said.nl).",
            "\(person.fullName) turns 18 on \(birth.birthday(18).said.en) only."),
          field: "day")
      }
    case .languageSet(let p):
      if p.persons.isEmpty { throw Refusal(Phrase("Wie spreekt die taal?", "Who speaks it?"), field: "persons") }
      for id in p.persons where d.person(id)?.counts != true { throw nobody(id) }
    case .guardianshipSet(let p):
      guard let person = d.person(p.person), person.counts else { throw nobody(p.person) }
      if person.birth != nil, !person.isMinor(on: day) {
        throw Refusal(
          Phrase("\(person.fullName) is niet minderjarig.", "\(person.fullName) is not a minor."), field: "person")
      }
    case .relativesAnnounced(let relatives):
      if relatives.persons.isEmpty {
        throw Refusal(Phrase("Noem ten minste één nareiziger.", "Name at least one relative."))
      }
      for person in relatives.persons { try newcomer(person, d, today) }
    case .relativesArrived(let arrival):
      if arrival.persons.isEmpty { throw Refusal(Phrase("Wie is aangekomen?", "Who arrived?"), field: "persons") }
      for id in arrival.persons where d.person(id)?.place != .abroad { throw nobody(id) }
      if arrival.toHome, d.housing == nil {
        throw Refusal(
          Phrase("Er is nog geen woning om naar toe te gaan.", "There is no home to go to yet."), field: "home")
      }
    case .memberAdded(let added): try newcomer(added.person, d, today)
    case .born(let born):
      try newcomer(born.person, d, today)
      if let birth = born.person.birth, birth.day != nil, birth.latest > day {
        throw Refusal(
          Phrase("De geboortedatum ligt na ", "The date of birth is after ") + day.said + Phrase(same: "."),
          field: "birth")
      }
    case .personChanged(let changed):
      guard d.person(changed.person.id) != nil else { throw nobody(changed.person.id) }
      try named(changed.person, today)
      try unique(changed.person, d)
    case .permitWithdrawn(let withdrawn):
      if let id = withdrawn.person, d.person(id)?.counts != true { throw nobody(id) }
    case .blockerRaised(let blocker):
      if d.blockers.contains(where: { $0.code == blocker.code }) {
        throw Refusal(Phrase("Dit knelpunt staat al open.", "This blocker is open already."), field: "blocker")
      }
      if !rules.blockers.contains(where: { $0.code == blocker.code }) {
        throw Refusal(
          Phrase("Onbekend knelpunt \(blocker.code).", "Unknown blocker \(blocker.code)."), field: "blocker")
      }
    case .blockerCleared(let blocker):
      if !d.blockers.contains(where: { $0.code == blocker.code }) {
        throw Refusal(Phrase("Dit knelpunt staat niet open.", "This blocker is not open."), field: "blocker")
      }
      try lesson(blocker.helped ?? "", field: "helped", d)
    case .lessonLearned(let told):
      if told.text.allSatisfy(\.isWhitespace) {
        throw Refusal(Phrase("Wat hielp?", "What helped?"), field: "text")
      }
      try lesson(told.text, field: "text", d)
    case .lessonUsed(let use):
      if use.lesson.dossier == d.id {
        throw Refusal(Phrase("Deze les komt uit dit dossier zelf.", "This lesson is of this dossier itself."))
      }
      if d.lessonsUsed.contains(use.lesson) {
        throw Refusal(
          Phrase("Deze les is hier al gebruikt.", "This lesson was used here already."),
          remedy: Phrase("Ongedaan maken kan met u.", "Undo takes it back."))
      }
    case .noteAdded(let note):
      if note.text.allSatisfy(\.isWhitespace) {
        throw Refusal(Phrase("De notitie is leeg.", "The note is empty."), field: "text")
      }
    case .reviewed(let reviewed):
      if reviewed.text.allSatisfy(\.isWhitespace) {
        throw Refusal(Phrase("Wat is er besloten?", "What was decided?"), field: "text")
      }
      if let next = reviewed.next, next < day {
        throw Refusal(
          Phrase("Het volgende moment ligt voor het overleg.", "The next moment is before the review."), field: "next")
      }
    case .contactMade(let made):
      if let next = made.next, next < day {
        throw Refusal(
          Phrase(
            "\(next.said.nl) ligt voor het contact van \(day.said.nl); verwacht die dag of later.",
            "\(next.said.en) is before the contact of \(day.said.en); expected that day or later."), field: "next")
      }
    case .municipalityMerged(let merger):
      if d.municipality != merger.from {
        throw Refusal(Phrase("Niet gekoppeld aan \(merger.from).", "Not linked to \(merger.from)."))
      }
      if Reference.municipality(code: merger.to) == nil {
        throw Refusal(Phrase("Onbekende gemeente \(merger.to).", "Unknown municipality \(merger.to)."))
      }
    case .stepDone(let note): try step(note.step, d, rules, waive: false)
    case .stepWaived(let note):
      try step(note.step, d, rules, waive: true)
      if note.text.isEmpty {
        throw Refusal(Phrase("Waarom is dit niet nodig?", "Why is it not needed?"), field: "text")
      }
    case .stepReopened(let note):
      if d.stepNotes[note.step] == nil {
        throw Refusal(Phrase("Deze stap is niet afgevinkt.", "This step was not ticked off."), field: "step")
      }
    case .stepMoved(let move):
      let key = move.step == d.turn?.key ? StepKey.turn : move.step
      guard d.standing(rules).steps.contains(where: { $0.key == key && $0.isOpen }) else {
        throw noStep(move.step)
      }
      if move.text.isEmpty { throw Refusal(Phrase("Waarom is er een nieuwe datum?", "Why a new date?"), field: "text") }
    case .contactSucceeded(let succession): if let refusal = Succession.refusal(succession, d) { throw refusal }
    case .closed(let closing):
      try closable(closing, d, rules)
      try lesson(closing.helped ?? "", field: "helped", d)
    default: try together(body, on: day, d, rules, today: today)
    }
  }

  /// One line that everybody may read.
  private static func lesson(_ text: String, field: String, _ d: Dossier) throws(Refusal) {
    if text.isEmpty { return }
    if text.contains(where: \.isNewline) || text.count > KeptOut.longest {
      throw Refusal(
        Phrase(
          "Een les is één regel van hooguit \(KeptOut.longest) tekens.",
          "A lesson is one line of at most \(KeptOut.longest) characters."), field: field)
    }
    if let finding = KeptOut(d).found(in: text) { throw finding.refusal(field: field) }
  }

  private static func step(_ key: StepKey, _ d: Dossier, _ rules: Rulebook, waive: Bool) throws(Refusal) {
    guard let step = d.standing(rules).steps.first(where: { $0.key == key && $0.isOpen }) else { throw noStep(key) }
    if step.leavesStage || step.overall || key == .turn {
      throw Refusal(
        Phrase("\(step.title.nl) volgt uit wat er gebeurt.", "\(step.title.en) follows from what happens."),
        remedy: Phrase("Leg de gebeurtenis zelf vast.", "Record the event itself."), field: "step")
    }
    if let act = step.act, !step.isByHand(waives: waive) {
      throw Refusal(
        Phrase("\(step.title.nl) vinkt u niet af.", "\(step.title.en) is not ticked off."),
        remedy: Phrase("Gebruik \(act.name.nl).", "Use \(act.name.en)."), field: "step")
    }
  }

  private static func closable(_ closing: Event.Closing, _ d: Dossier, _ rules: Rulebook) throws(Refusal) {
    let athome: Set<Outcome> = [.housedPermanent, .housedTemporaryFinished, .housedAt18]
    guard athome.contains(closing.outcome) else { return }
    if d.housing == nil {
      throw Refusal(
        Phrase("Het huishouden is nog niet gehuisvest.", "The household has not been housed yet."),
        remedy: Phrase(
          "Kies een andere uitkomst, of leg de verhuizing vast.", "Choose another outcome, or record the move."),
        field: "outcome")
    }
    let open = d.standing(rules).steps.filter { $0.isOpen && $0.mandatory }
    if !open.isEmpty {
      let nl = Set(open.map(\.title.nl)).sorted().joined(separator: ", ")
      let en = Set(open.map(\.title.en)).sorted().joined(separator: ", ")
      throw Refusal(
        Phrase("Nog open: \(nl).", "Still open: \(en)."),
        remedy: Phrase("Rond ze af, of zeg waarom het niet nodig is.", "Finish them, or say why they are not needed."))
    }
  }

  private static func fits(_ home: Event.Home, _ d: Dossier) throws(Refusal) {
    let missing = d.needs.features.filter { $0.isOfTheHome && !home.features.contains($0) }
    // A lift or the ground floor serves whoever cannot climb stairs.
    let stairs: Set<Feature> = [.groundFloor, .lift]
    let real = missing.filter { !(stairs.contains($0) && home.features.contains(where: stairs.contains)) }
    if !real.isEmpty, !home.features.isEmpty || home.rooms != nil {
      let nl = real.map(\.name.nl).joined(separator: ", "), en = real.map(\.name.en).joined(separator: ", ")
      throw Refusal(
        Phrase("De woning past niet: \(nl).", "The home does not fit: \(en)."),
        remedy: Phrase("Pas het aanbod of de woonbehoefte aan.", "Change the offer or the needs."), field: "features")
    }
    if let rooms = home.rooms, let need = d.needs.rooms, rooms < need {
      throw Refusal(
        Phrase("\(rooms) kamers, nodig zijn er \(need).", "\(rooms) rooms, \(need) are needed."),
        remedy: Phrase(
          "Volstaat dit, pas dan eerst de woonbehoefte aan.", "If this will do, change the needs first."),
        field: "rooms")
    }
  }

  private static func noStep(_ key: StepKey) -> Refusal {
    Refusal(Phrase("De stap \(key) staat niet open.", "The step \(key) is not open."), field: "step")
  }
}
