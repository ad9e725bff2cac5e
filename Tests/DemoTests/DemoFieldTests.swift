import Demo
import Journey
import Testing

private let today = Day(2026, 11, 24)!
private let rules = Rulebook.builtIn

private func stories(_ count: Int, seed: UInt64 = 7) -> [(id: DossierID, events: [Event])] {
  let field = DemoField(seed: seed, dossiers: count, today: today, rules: rules)
  return (0..<count).map { index in
    let (id, events) = field.story(index)
    return (id, events)
  }
}

private func registered(_ events: [Event]) -> [Person] {
  if case .registered(let registered)? = events.first?.body { registered.persons } else { [] }
}

@Suite("The demo field")
struct DemoFieldTests {
  @Test("the same seed tells the same stories, in any order; another seed tells others")
  func repeatable() {
    let field = DemoField(seed: 42, dossiers: 400, today: today, rules: rules)
    let again = DemoField(seed: 42, dossiers: 400, today: today, rules: rules)
    let other = DemoField(seed: 43, dossiers: 400, today: today, rules: rules)
    var same = 0
    for index in (0..<400).reversed() {
      let (id, events) = field.story(index)
      #expect(again.story(index) == (id, events))
      if other.story(index).1 == events { same += 1 }
    }
    #expect(same == 0)
  }

  @Test("decide accepts every event of 2,000 stories, and comes to what the story says")
  func valid() throws {
    var refused: [String] = []
    for (id, events) in stories(2_000) {
      if let found = firstRefused(id, events) { refused.append("\(id) \(found)") }
    }
    #expect(refused.prefix(10) == [])
  }

  @Test("decide accepts a large field too, which is told in fewer words")
  func validWhenLarge() {
    let field = DemoField(seed: 3, dossiers: 400_000, today: today, rules: rules)
    var refused: [String] = []
    for index in stride(from: 0, to: 400_000, by: 331) {
      let (id, events) = field.story(index)
      if let found = firstRefused(id, events) { refused.append("\(id) \(found)") }
    }
    #expect(refused.prefix(10) == [])
  }

  private func firstRefused(_ id: DossierID, _ events: [Event]) -> String? {
    var dossier = Dossier(id: id)
    var position = 0
    while position < events.count {
      let event = events[position]
      do {
        let decision = try dossier.decide(.record(event.body, on: event.day), rules: rules, today: today)
        let act = events[position...].prefix { $0.act == event.act }
        guard decision.own.map(\.body) == act.map(\.body) else { return "\(event.body.wireName): other consequences" }
        for event in act { dossier.apply(event) }
        position += act.count
      } catch {
        return "\(event.sequence) \(event.body.wireName) \(event.day): \(error.why.en)"
      }
    }
    return nil
  }

  @Test("sequences have no gaps, days never go back and nothing lies after today")
  func ordered() {
    for (id, events) in stories(1_500) {
      #expect(events.map(\.sequence) == Array(1...max(1, events.count)))
      #expect(zip(events, events.dropFirst()).allSatisfy { $0.day <= $1.day && $0.recordedAt < $1.recordedAt }, "\(id)")
      #expect(events.allSatisfy { $0.day <= today && $0.source == .demo }, "\(id)")
      #expect(id.year == events[0].day.year)
    }
  }

  @Test("numbers of dossiers, events and aliens are used once")
  func unique() {
    let told = stories(2_500)
    #expect(Set(told.map(\.id)).count == 2_500)
    #expect(told.map(\.id) == told.map(\.id).sorted())
    let events = told.flatMap(\.events)
    #expect(Set(events.map(\.id)).count == events.count)
    let people = told.flatMap { Dossier.fold($0.id, $0.events).persons }
    let aliens = people.compactMap(\.vNumber)
    #expect(Set(aliens).count == aliens.count)
  }

  @Test("every BSN is of the range that is given to nobody, and one's own in a field of 2,500")
  func fictitiousNumbers() {
    let numbers = stories(2_500).flatMap { registered($0.events).compactMap(\.bsn) }
    #expect(numbers.count > 3_000)
    #expect(numbers.allSatisfy { $0.rawValue.hasPrefix("9999") && BSN(rawValue: $0.rawValue) != nil })
    #expect(Set(numbers).count == numbers.count)
  }

  @Test("some 46 in a hundred come alone, and nobody with more than nine")
  func sizes() {
    let sizes = stories(5_000).map { registered($0.events).count }
    let alone = Double(sizes.filter { $0 == 1 }.count) / 50
    #expect(abs(alone - 46) < 3)
    #expect(sizes.allSatisfy { (1...9).contains($0) })
    #expect(sizes.contains(9))
  }

  @Test("about one offer in a hundred is refused")
  func refusals() {
    let bodies = stories(12_000).flatMap { $0.events.map(\.body.kind) }
    let offers = bodies.filter { $0 == .homeAssigned }.count
    let refused = bodies.filter { $0 == .offerRefused }.count
    #expect(offers > 4_000)
    #expect((0.005...0.018).contains(Double(refused) / Double(offers)))
  }

  @Test("every municipality has households, the larger ones more")
  func spread() {
    var households: [String: Int] = [:]
    for (id, events) in stories(5_000) {
      if let code = Dossier.fold(id, events).municipality { households[code, default: 0] += 1 }
    }
    #expect(households.count == Reference.municipalities.count)
    let amsterdam = Double(households["GM0363", default: 0])
    let utrecht = Double(households["GM0344", default: 0])
    #expect((1.8...3.6).contains(amsterdam / utrecht))
  }

  @Test("all stations of the way are peopled; most are between permit and home, and seven in ten homes came late")
  func stages() {
    var tally: [Stage: Int] = [:]
    var late = 0
    var housed = 0
    for (id, events) in stories(5_000) {
      tally[Dossier.fold(id, events).stage, default: 0] += 1
      let permit = events.first { $0.body.kind == .permitGranted }?.day
      let moved = events.first { [.moved, .temporaryPlaced, .ownHomeFound].contains($0.body.kind) }?.day
      if let permit, let moved {
        housed += 1
        if moved - permit > 98 { late += 1 }
      }
    }
    #expect(Set(tally.keys) == Set(Stage.allCases))
    let onTheWay = Stage.allCases.filter { $0 > .reception && $0 < .housed }.reduce(0) { $0 + tally[$1, default: 0] }
    #expect(onTheWay > 2_000)
    #expect(tally[.aftercare, default: 0] > 700)
    #expect((0.6...0.82).contains(Double(late) / Double(housed)))
  }

  @Test("every ending and side way happens")
  func variety() {
    let kinds = Set(stories(15_000).flatMap { $0.events.compactMap(\.body.kind) })
    let expected: Set<Event.Kind> = [
      .receptionMoved, .linkReturned, .relinked, .offerWithdrawn, .offerRefused, .refusalJudged, .temporaryPlaced,
      .secondMove, .ownHomeFound, .relativesAnnounced, .relativesArrived, .housingChecked, .guestStayStarted,
      .absenceSignalled, .found, .leftUnknown, .permitWithdrawn, .deceased, .born, .guardianshipSet, .cameOfAge,
      .blockerRaised, .blockerCleared, .waitingSet, .contactMade, .noteAdded, .stepAdded, .stepDone, .stepWaived,
      .assigned, .closed, .bsnReceived, .intakeDone, .pipSet,
    ]
    #expect(expected.subtracting(kinds) == [])
  }

  @Test("an empty field, a field of one, and a day early in the year")
  func edges() {
    _ = DemoField(seed: 1, dossiers: 0, today: today, rules: rules)
    let one = DemoField(seed: 1, dossiers: 1, today: Day(2026, 1, 1)!, rules: rules)
    #expect(one.story(0).1.first?.body.kind == .registered)
    #expect(one.story(0).0.serial == 1)
  }

  @Test("most households are called within days of the link, some late and some never; all know their language")
  func calls() {
    var (soon, late, never, silent) = (0, 0, 0, 0)
    for (id, events) in stories(1_500) {
      let dossier = Dossier.fold(id, events)
      for wait in dossier.way(rules).attention.firstCalls {
        guard wait.isCalled, let until = wait.until else {
          if dossier.stage > .linked { never += 1 }
          continue
        }
        if until - wait.linked <= 14 { soon += 1 } else { late += 1 }
      }
      if events.contains(where: { $0.body.kind == .screeningHeld }), dossier.head?.spoken == nil { silent += 1 }
    }
    let all = Double(soon + late + never)
    #expect(
      Double(soon) / all > 0.6 && Double(late) / all > 0.08 && Double(never) / all > 0.02, "\(soon) \(late) \(never)")
    #expect(silent == 0)
  }

  @Test("about one placement of five is handed over, most of those warmly")
  func handovers() {
    var (linked, given, warm) = (0, 0, 0)
    for (id, events) in stories(1_500) {
      let dossier = Dossier.fold(id, events)
      for handover in dossier.handovers where handover.change == .linked {
        linked += 1
        if handover.given != nil { given += 1 }
        if handover.warmth(rules) == .warm { warm += 1 }
      }
    }
    #expect((0.12...0.28).contains(Double(given) / Double(linked)))
    #expect(warm > given / 2 && warm < given)
  }

  @Test("some households have a plan in their own words, and whoever was drawn in leaves when they are home")
  func together() {
    let dossiers = stories(1_500).map { Dossier.fold($0.id, $0.events) }
    #expect(dossiers.contains { !$0.goals.isEmpty && $0.planAgreed != nil })
    let drawn = dossiers.flatMap(\.drawnIn)
    #expect(drawn.contains(where: \.isNeeded) && drawn.contains { !$0.isNeeded })
    for dossier in dossiers where dossier.stage == .aftercare { #expect(dossier.needed.isEmpty, "\(dossier.id)") }
  }
}
