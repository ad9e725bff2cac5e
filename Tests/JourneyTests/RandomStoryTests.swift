import Chance
import Testing

@testable import Journey

@Suite("Random stories, told through the forms")
struct RandomStoryTests {
  /// Answers a form as somebody might: mostly right.
  private func answers(_ act: Act, _ story: Telling, _ chance: inout Chance) -> [String: String] {
    var values = act.defaults(story.dossier, story.rules, today: story.today)
    for field in act.fields(story.dossier, story.rules, today: story.today)
    where field.required || Bool.random(using: &chance) {
      switch field.kind {
      case .text, .longText:
        switch field.name {
        case "bsn": values["bsn"] = ["999990639", "999993653", "999993872"].randomElement(using: &chance)
        case "vnumber", "nationality", "other": break
        case "birth": values["birth"] = ["1988", "2010-05", "2008-11-23"].randomElement(using: &chance)
        default: values[field.name] = ["Kanaalstraat 1", "Mitros", "iets"].randomElement(using: &chance)
        }
      case .day: values[field.name] = ["vandaag", "-3d", "+10w", "-40d"].randomElement(using: &chance)
      case .number: values[field.name] = ["1", "4", "700"].randomElement(using: &chance)
      case .yesNo: values[field.name] = ["ja", "nee"].randomElement(using: &chance)
      case .municipality: values[field.name] = ["Utrecht", "GM0307", "Zwolle"].randomElement(using: &chance)
      case .choice(let choices), .choices(let choices):
        values[field.name] = choices.randomElement(using: &chance)?.code ?? ""
      }
    }
    return values
  }

  /// Tells up to `length` acts; calls `each` before and after every one that was allowed.
  func tell(
    _ seed: UInt64, length: Int, persons: [Person]? = nil, each: (Dossier, inout Telling) throws -> Void
  ) rethrows {
    var chance = Chance(seed: seed)
    var child = Person(id: PersonID(2), given: "Sami", surname: "Al-Hassan", relation: .child)
    child.birth = PartialDate("2015-04-01")
    var story = Telling(persons ?? (Bool.random(using: &chance) ? [.rima] : [.rima, child]))
    for _ in 0..<length {
      let open = Act.allCases.filter {
        $0 != .split && $0 != .merge && $0.refusal(story.dossier, story.rules, today: story.today) == nil
      }
      // The way home is taken more often than a side way, or hardly any story would arrive.
      let way = open.filter { $0.grouping == .way }
      guard
        let act = (way.isEmpty || Int.random(in: 0..<3, using: &chance) == 0 ? open : way).randomElement(using: &chance)
      else { return }
      let before = story.dossier
      guard let action = try? act.action(answers(act, story, &chance), story.dossier, story.rules, today: story.today),
        (try? story.act(action)) != nil
      else { continue }
      try each(before, &story)
    }
  }

  @Test("the fold of a story is the same told at once or event by event", arguments: 1...60)
  func deterministic(seed: UInt64) {
    tell(seed, length: 40) { _, story in
      #expect(Dossier.fold(story.dossier.id, story.dossier.story) == story.dossier)
    }
  }

  @Test("every open household has a next step, and whose turn it is", arguments: 1...60)
  func neverStuck(seed: UInt64) {
    tell(seed, length: 40) { _, story in
      let standing = story.dossier.standing(story.rules)
      if story.dossier.isOpen {
        #expect(standing.next != nil, "stage \(story.dossier.stage) after \(story.dossier.story.map(\.body.wireName))")
        #expect(standing.turn != nil, "stage \(story.dossier.stage) after \(story.dossier.story.map(\.body.wireName))")
      } else {
        #expect(story.dossier.outcome != nil)
        #expect(standing.turn == nil)
      }
    }
  }

  @Test("taking back the last act shows exactly what was shown before", arguments: 1...60)
  func undo(seed: UInt64) {
    tell(seed, length: 30) { before, story in
      guard let last = story.dossier.undoableAct, last == story.dossier.story.last?.act else { return }
      var copy = story
      try? copy.act(.undo(act: last))
      #expect(
        copy.dossier.standing(story.rules) == before.standing(story.rules), "\(story.dossier.story.last!.body.wireName)"
      )
      #expect(copy.dossier.persons == before.persons)
    }
  }

  @Test("a due day that a rule computed never precedes its start, but for terms counted backwards", arguments: 1...60)
  func dueAfterStart(seed: UInt64) {
    tell(seed, length: 30) { _, story in
      for step in story.dossier.standing(story.rules).steps {
        guard let due = step.due, let term = due.term, due.moved == nil, term.length.count >= 0 else { continue }
        #expect(due.day >= due.start)
      }
    }
  }

  @Test("every day of the way was somebody's turn, and together they are the lead time", arguments: 1...60)
  func waited(seed: UInt64) {
    tell(seed, length: 30) { _, story in
      guard let first = story.dossier.story.first?.day else { return }
      let days = story.dossier.waited(story.rules, through: story.today).map(\.days).reduce(0, +)
      if story.dossier.isOpen { #expect(days == story.today - first) } else { #expect(days <= story.today - first) }
    }
  }

  @Test("the way has no gaps, and ends with whoever has the turn now", arguments: 1...60)
  func way(seed: UInt64) {
    tell(seed, length: 30) { _, story in
      let way = story.dossier.way(story.rules)
      let standing = story.dossier.standing(story.rules)
      let told = Comment(rawValue: story.dossier.story.map(\.body.wireName).joined(separator: " "))
      #expect(way.legs.last?.party == standing.turn?.contact.party ?? PartyID(""), told)
      #expect(way.legs.last?.stage == standing.stage && way.legs.last?.municipality == story.dossier.municipality ?? "")
      #expect(way.legs.last?.persons == story.dossier.members.count)
      #expect(way.legs.dropLast().allSatisfy { $0.until != nil } && way.legs.last?.until == nil)
      for (a, b) in zip(way.legs, way.legs.dropFirst()) { #expect(a.until == b.from && a.from <= b.from, told) }
      #expect(way.spells.last.map { $0.from >= standing.stageSince } == true, told)
    }
  }

  @Test("every day between permit and home is one party's, on whatever day one looks", arguments: 1...60)
  func daysAddUp(seed: UInt64) {
    var chance = Chance(seed: seed &* 7)
    tell(seed, length: 30) { _, story in
      let way = story.dossier.way(story.rules)
      for _ in 0..<4 {
        let day = story.today - Int.random(in: -20...200, using: &chance)
        let days = way.days(on: day).values.reduce(0, +)
        #expect(days == way.leadTime(on: day) ?? 0, "\(way.legs)")
      }
    }
  }

  @Test("nobody counts for the task twice, whatever happens", arguments: 1...60)
  func onceOnly(seed: UInt64) {
    tell(seed, length: 40) { _, story in
      let persons = story.dossier.realisations(story.rules).map(\.persons).reduce(0, +)
      #expect(persons <= story.dossier.persons.count)
    }
  }

  @Test("nobody is on the way and counted on one day, whatever happens", arguments: 1...60)
  func neverInBoth(seed: UInt64) {
    var minor = Person.rima
    minor.birth = PartialDate("2010-05-01")
    tell(seed, length: 40, persons: seed % 2 == 0 ? [minor] : nil) { _, story in
      let way = story.dossier.way(story.rules)
      for leg in way.legs {
        #expect(0...leg.persons ~= leg.settled && (leg.settled == 0 || Stage.onTheWay.contains(leg.stage)))
        guard Stage.onTheWay.contains(leg.stage), way.leg(on: leg.from) == leg else { continue }
        let counted = way.realisations.reduce(0) { $1.day <= leg.from ? $0 + $1.persons : $0 }
        #expect(leg.uncounted + counted <= story.dossier.persons.count, "\(way)")
      }
    }
  }

  @Test("a form filled with what an event says records that event again", arguments: 1...60)
  func answersBack(seed: UInt64) throws {
    try tell(seed, length: 30) { before, story in
      // An act may have consequences; its first event is the one the form was for.
      guard let event = story.dossier.story.first(where: { $0.sequence == before.sequence + 1 }),
        let act = event.body.kind.flatMap(Act.init(recording:))
      else { return }
      let values = Act.correctionDefaults(of: event, in: story.dossier)
      let again = try act.action(values, before, story.rules, today: story.today)
      #expect(again == .record(event.body, on: event.day), "\(act.rawValue) \(values)")
    }
  }

  @Test("waiting for somebody who has the turn already makes no silence shorter", arguments: 1...200)
  func silence(seed: UInt64) {
    func quietSince(_ dossier: Dossier, _ turn: Standing.Turn) -> Day {
      max(turn.since, dossier.lastSign(of: Contact(turn.contact.party)) ?? turn.since)
    }
    tell(seed, length: 40) { before, story in
      guard case .waitingSet? = story.dossier.story.last?.body, let old = before.standing(story.rules).turn,
        let new = story.dossier.standing(story.rules).turn, old.contact.party == new.contact.party,
        old.contact.organisation == new.contact.organisation
      else { return }
      #expect(quietSince(story.dossier, new) <= quietSince(before, old), "\(story.dossier.story.map(\.body.wireName))")
    }
  }

  @Test("persons add up over split and merge, whatever happened before", arguments: 1...60)
  func addUp(seed: UInt64) {
    var chance = Chance(seed: seed &* 31)
    tell(seed, length: 30) { _, story in
      let members = story.dossier.members
      guard members.count > 1 else { return }
      let leaving = members.map(\.id).shuffled(using: &chance).prefix(Int.random(in: 1..<members.count, using: &chance))
      let split = Action.split(
        Array(leaving), into: DossierID(year: 2026, serial: 99), on: story.today, text: "")
      guard let decision = try? story.dossier.decide(split, rules: story.rules, today: story.today),
        let other = decision.others.first
      else { return }
      let rest = story.dossier.after(decision.own)
      let gone = Dossier(id: other.id).after(other.entries)
      #expect(Set(rest.members.map(\.id)).isDisjoint(with: leaving))
      #expect(rest.members.count + gone.members.count == members.count)
      guard let merge = try? rest.decide(.merge(gone, on: story.today), rules: story.rules, today: story.today) else {
        return
      }
      #expect(rest.after(merge.own).members.count == members.count)
    }
  }

  @Test("every event survives being written and read", arguments: 1...60)
  func wire(seed: UInt64) {
    let wire = Wire()
    tell(seed, length: 30) { _, story in
      guard let body = story.dossier.story.last?.body else { return }
      #expect(wire.decode(kind: body.wireName, version: 1, json: wire.encode(body)) == body)
    }
  }
}
