import Testing

@testable import Journey

@Suite("How partners answer")
struct AcquaintanceTests {
  static let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
  static let bos = Contact(.corporation, organisation: "Mitros", name: "K. Bos")

  private func all(_ story: Telling) -> [Acquaintance] {
    let answers = story.dossier.wayAndAnswers(story.rules).answers
    return story.dossier.acquaintances(story.dossier.standing(story.rules), answers)
  }

  private func of(_ contact: Contact, _ story: Telling) -> Acquaintance? { all(story).first { $0.contact == contact } }

  /// Agreements that are over on a day, and those kept.
  private func agreements(_ contact: Contact, _ story: Telling, on day: String) -> [Int] {
    of(contact, story).map { [$0.kept + $0.breaches.total - $0.breaches.open(on: Day(day)!), $0.kept] } ?? [0, 0]
  }

  @Test("the days from getting the turn to the next contact with them are their answer")
  func answers() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit, "aanbod")), "2026-10-01")
    #expect(of(Self.wit, story)?.answers.total == 0)
    try story.tell(.noteAdded(.init("niets")), "2026-10-05")
    try story.tell(.contactMade(.init(Self.wit, .phone, "wk 48")), "2026-10-13")
    #expect(of(Self.wit, story)?.answers.counts == [12: 1])
    // They still have the turn: another call is not another answer.
    try story.tell(.contactMade(.init(Self.wit, .phone)), "2026-10-20")
    #expect(of(Self.wit, story)?.answers.counts == [12: 1])
  }

  @Test("an offer of their home is an answer too, and what they asked for in vain is none")
  func offer() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit)), "2026-10-01")
    try story.tell(.homeAssigned(.init(address: "Kanaalstraat 1", landlord: Self.wit)), "2026-10-08")
    #expect(of(Self.wit, story)?.answers.counts == [7: 1])
    var other = try Telling.searching()
    try other.tell(.waitingSet(.init(Self.wit)), "2026-10-01")
    try other.tell(.waitingSet(.init(Contact(.municipality))), "2026-10-08")
    #expect(of(Self.wit, other)?.answers.total == 0)
  }

  @Test(
    "an agreed day is kept when something was heard by then, broken when not, and open until it is past",
    arguments: [
      ("2026-10-15", "2026-10-15", 1, 1), ("2026-10-14", "2026-10-15", 1, 1), ("2026-10-16", "2026-10-16", 1, 0),
      (nil, "2026-10-15", 0, 0), (nil, "2026-10-16", 1, 0),
    ] as [(String?, String, Int, Int)])
  func agreements(heard: String?, today: String, agreed: Int, kept: Int) throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit, until: Day("2026-10-15"))), "2026-10-01")
    if let heard { try story.tell(.contactMade(.init(Self.wit, .phone)), heard) }
    #expect(agreements(Self.wit, story, on: today) == [agreed, kept])
  }

  @Test("an agreement is kept by what was waited for, also where its party had been heard of before")
  func keptByLeaving() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit)), "2026-09-20")
    let made = Event.ContactMade(Self.wit, .phone, "x", next: Day("2026-10-15"), turn: Self.wit)
    try story.tell(.contactMade(made), "2026-10-01")
    try story.tell(
      .homeAssigned(.init(address: "Kanaalstraat 1", landlord: Contact(.corporation, organisation: "Portaal"))),
      "2026-10-08")
    #expect(agreements(Self.wit, story, on: "2026-10-16") == [1, 1])
  }

  @Test("an agreement that was moved in time is no breach")
  func moved() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit, until: Day("2026-10-15"))), "2026-10-01")
    try story.tell(.waitingSet(.init(Self.wit, until: Day("2026-11-01"))), "2026-10-14")
    try story.tell(.contactMade(.init(Self.wit, .phone)), "2026-10-28")
    #expect(agreements(Self.wit, story, on: "2026-11-23") == [1, 1])
  }

  @Test("a day moved in time is no breach, of whoever has the turn or of an agreement", arguments: [true, false])
  func movedDay(hasTurn: Bool) throws {
    var story = try Telling.searching()
    let made = Event.ContactMade(
      Self.wit, .phone, "x", next: Day("2026-10-15"), turn: hasTurn ? Self.wit : nil)
    try story.tell(.contactMade(made), "2026-10-01")
    let key = hasTurn ? StepKey.turn : StepKey.own(story.dossier.sequence)
    try story.tell(.stepMoved(.init(key, to: Day("2026-11-01")!, "ziek")), "2026-10-14")
    #expect(agreements(Self.wit, story, on: "2026-11-01") == [0, 0])
    try story.tell(.contactMade(.init(Self.wit, .phone)), "2026-10-28")
    #expect(agreements(Self.wit, story, on: "2026-11-23") == [1, 1])
  }

  @Test("a talk that agrees on a later day moves the moment: one is open, and it is neither kept nor broken")
  func movedByTalk() throws {
    var story = try Telling.searching()
    func moments() -> [Day?] {
      story.dossier.standing(story.rules).steps.filter { $0.isOpen && $0.key.step == "own" }.map { $0.due?.day }
    }
    try story.tell(.contactMade(.init(Self.wit, .phone, "x", next: Day("2026-10-15"))), "2026-10-01")
    try story.tell(.contactMade(.init(Self.wit, .phone, "verzet", next: Day("2026-11-01"))), "2026-10-14")
    #expect(moments() == [Day("2026-11-01")])
    #expect(agreements(Self.wit, story, on: "2026-11-01") == [0, 0])
    try story.tell(.contactMade(.init(Self.bos, .phone, "x", next: Day("2026-11-03"))), "2026-10-15")
    #expect(moments() == [Day("2026-11-01"), Day("2026-11-03")])
    try story.tell(.contactMade(.init(Self.wit, .phone, "x", next: Day("2026-11-20"))), "2026-11-01")
    #expect(moments() == [Day("2026-11-03"), Day("2026-11-20")])
    #expect(agreements(Self.wit, story, on: "2026-11-20") == [1, 1])
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(moments() == [Day("2026-11-01"), Day("2026-11-03")])
  }

  @Test("an agreement is broken the morning after its day, whether the story goes on or not")
  func notYet() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit, until: Day("2026-10-15"))), "2026-10-01")
    for note in [nil, "2026-10-14", "2026-10-16"] {
      if let note { try story.tell(.noteAdded(.init("x")), note) }
      #expect(agreements(Self.wit, story, on: "2026-10-15") == [0, 0])
      #expect(agreements(Self.wit, story, on: "2026-10-16") == [1, 0])
    }
  }

  @Test("an agreement whose day comes after the dossier was closed was broken by nobody; one of before was")
  func closedBefore() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(Self.wit, .phone, "x", next: Day("2026-10-15"))), "2026-10-01")
    try story.tell(.contactMade(.init(Contact(.coa), .phone, "x", next: Day("2026-11-12"))), "2026-10-01")
    try story.tell(.closed(.init(.leftNetherlands)), "2026-11-01")
    #expect(agreements(Self.wit, story, on: "2026-11-23") == [1, 0])
    #expect(agreements(Contact(.coa), story, on: "2026-11-23") == [0, 0])
    // Closing is no answer of whoever had the turn.
    var other = try Telling.searching()
    try other.tell(.waitingSet(.init(Self.wit)), "2026-09-20")
    try other.tell(.contactMade(.init(Self.wit, .phone, "x", next: Day("2026-11-12"), turn: Self.wit)), "2026-10-01")
    try other.tell(.closed(.init(.leftNetherlands)), "2026-11-01")
    #expect(agreements(Self.wit, other, on: "2026-11-23") == [0, 0])
  }

  @Test("a successor takes over the network and the turn; its day and the silence stay")
  func succession() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(Self.wit, .phone, "gebeld", turn: Self.wit)), "2026-10-01")
    let before = story.dossier.standing(story.rules).turn
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), "2026-11-10")
    let turn = try #require(story.dossier.standing(story.rules).turn)
    #expect(turn.contact == Self.bos && turn.since == before?.since)
    #expect(story.dossier.lastContact(with: .corporation) == Day("2026-10-01"))
    #expect(of(Self.wit, story).map { $0.isKnown } != true)
    #expect(of(Self.bos, story)?.turn?.quiet == Day("2026-10-01"))
    // The old name stays in what happened before.
    #expect(
      story.dossier.story.contains {
        if case .contactMade(let made) = $0.body { made.contact == Self.wit } else { false }
      })
  }

  @Test("a successor was spoken to from the day they took over; the silence is that of who they followed")
  func spokenToSuccessor() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(Self.wit, .phone, "gebeld")), "2026-10-01")
    func around(_ contact: Contact) throws -> Around {
      try #require(story.dossier.around(nil).first { $0.contact == contact })
    }
    #expect(try around(Self.wit).spoken == Day("2026-10-01"))
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), "2026-11-10")
    let before = try around(Self.bos)
    #expect(before.spoken == nil && story.dossier.quietSince(before, nil) == Day("2026-10-01"))
    try story.tell(.contactMade(.init(Self.bos, .phone, "kennisgemaakt")), "2026-11-12")
    #expect(try around(Self.bos).spoken == Day("2026-11-12"))
  }

  @Test(
    "an open step of who leaves goes to the successor, also where its organisation was not said; what is done stays theirs",
    arguments: ["Mitros", ""])
  func steps(organisation: String) throws {
    var story = try Telling.searching()
    let owner = Contact(.corporation, organisation: organisation, name: "m. de wit")
    try story.tell(.contactMade(.init(Self.wit, .phone, "gebeld")), "2026-10-01")
    try story.tell(.stepAdded(.init("sleutels", due: nil, owner: Self.wit)), "2026-10-01")
    let done = try #require(story.dossier.ownSteps.last?.key)
    try story.tell(.stepDone(.init(done)), "2026-10-02")
    try story.tell(
      .stepAdded(.init("offerte", due: Day("2026-12-01"), owner: organisation.isEmpty ? owner : Self.wit)),
      "2026-10-02")
    try story.tell(.stepAdded(.init("bellen", due: nil, owner: Contact(.coa, name: "M. de Wit"))), "2026-10-02")
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), "2026-11-10")
    func owners() -> [Contact] { story.dossier.ownSteps.map(\.owner) }
    #expect(owners() == [Self.wit, Self.bos, Contact(.coa, name: "M. de Wit")])
    try story.act(.undo(act: try #require(story.dossier.undoableAct)))
    #expect(owners().allSatisfy { Folding.key($0.name) == "m de wit" })
  }

  @Test("a turn that was said by name alone goes to the successor, who answers from that day")
  func turnByName() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(Self.wit, .phone, "gebeld")), "2026-10-01")
    try story.tell(.waitingSet(.init(Contact(.corporation, name: "M. de Wit"), "aanbod")), "2026-10-02")
    #expect(story.dossier.standing(story.rules).turn?.contact == Self.wit)
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), "2026-11-10")
    #expect(story.dossier.standing(story.rules).turn?.contact == Self.bos)
    try story.tell(.contactMade(.init(Self.bos, .phone)), "2026-11-14")
    #expect(of(Self.bos, story)?.answers.counts == [4: 1])
  }

  @Test("who has a step and the turn by name alone is handed over too, also once another is known at that place")
  func nameAlone() throws {
    var story = try Telling.searching()
    let byName = Contact(.corporation, name: "M. de Wit")
    try story.tell(.contactMade(.init(Self.wit, .phone, "gebeld")), "2026-10-01")
    try story.tell(.stepAdded(.init("offerte", due: nil, owner: byName)), "2026-10-02")
    try story.tell(.waitingSet(.init(byName, "aanbod")), "2026-10-02")
    try story.tell(.contactMade(.init(Self.bos, .phone, "gebeld")), "2026-10-05")
    #expect(story.dossier.has(Self.wit) && of(Self.wit, story)?.isKnown == true)
    let vos = Contact(.corporation, organisation: "Mitros", name: "P. Vos")
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: vos)), "2026-11-10")
    #expect(story.dossier.ownSteps.map(\.owner) == [vos])
    #expect(story.dossier.standing(story.rules).turn?.contact == vos)
  }

  @Test("with whom a step was planned is somebody the household has, until it is done")
  func planned() throws {
    var story = try Telling.searching()
    try story.tell(.stepAdded(.init("offerte", due: nil, owner: Self.wit)), "2026-10-01")
    #expect(of(Self.wit, story)?.isKnown == true && story.dossier.has(Self.wit))
    let key = try #require(story.dossier.ownSteps.last?.key)
    try story.tell(.stepDone(.init(key)), "2026-10-02")
    #expect(of(Self.wit, story)?.isKnown != true && !story.dossier.has(Self.wit))
  }

  @Test("whoever was drawn in is somebody the household has as long as they are needed")
  func drawnIn() throws {
    var story = try Telling.searching()
    let bakery = Contact(.employer, organisation: "Bakkerij Bakker", name: "P. Bakker")
    try story.tell(.drawnIn(.init(bakery, for: "rooster")), "2026-10-01")
    try story.tell(.contactMade(.init(bakery, .phone, "gebeld")), "2026-10-02")
    #expect(of(bakery, story)?.isKnown == true && of(bakery, story)?.isDrawnIn == true)
    #expect(of(Self.wit, story)?.isDrawnIn != true)
    let who = try #require(story.dossier.needed.first)
    try story.tell(.released(.init(who.number, "rooster is rond")), "2026-10-09")
    #expect(of(bakery, story)?.isKnown != true)
  }

  @Test("a successor answers from the day they took over")
  func successorAnswers() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit)), "2026-09-20")
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), "2026-11-10")
    try story.tell(.contactMade(.init(Self.bos, .phone)), "2026-11-14")
    #expect(of(Self.bos, story)?.answers.counts == [4: 1])
    #expect(of(Self.wit, story)?.answers.total ?? 0 == 0)
  }

  @Test("what was kept before somebody took over is of who kept it; what is still to come goes along")
  func keptBefore() throws {
    var story = try Telling.searching()
    try story.tell(.contactMade(.init(Self.wit, .phone, "x", next: Day("2026-11-18"))), "2026-10-01")
    try story.tell(.contactMade(.init(Self.wit, .phone, "x")), "2026-10-08")
    try story.tell(.contactMade(.init(Self.wit, .phone, "x", next: Day("2026-11-20"))), "2026-10-09")
    try story.tell(.contactSucceeded(.init(from: Self.wit, to: Self.bos)), "2026-11-10")
    #expect(agreements(Self.wit, story, on: "2026-11-23") == [1, 1])
    #expect(agreements(Self.bos, story, on: "2026-11-23") == [1, 0])
  }

  @Test("where nobody was named a successor is the name that was missing; and it can be taken back")
  func naming() throws {
    var story = try Telling.searching()
    let gap = Contact(.corporation, organisation: "Mitros")
    try story.tell(.waitingSet(.init(gap)), "2026-10-01")
    try story.tell(.contactSucceeded(.init(from: gap, to: Self.bos)), "2026-10-02")
    #expect(story.dossier.standing(story.rules).turn?.contact == Self.bos)
    let act = try #require(story.dossier.undoableAct)
    try story.act(.undo(act: act))
    #expect(story.dossier.standing(story.rules).turn?.contact == gap)
  }

  @Test("the case owner of a municipality is followed in what they keep together too")
  func owner() throws {
    var story = try Telling.searching()
    try story.tell(.assigned(.init("j.bakker")), "2026-09-20")
    let old = story.dossier.contact(at: .municipality)
    let new = Contact(.municipality, organisation: old.organisation, name: "l.smit")
    try story.tell(.contactSucceeded(.init(from: old, to: new)), "2026-10-01")
    #expect(story.dossier.owner == "l.smit" && story.dossier.contact(at: .municipality) == new)
  }

  @Test("nobody follows whom the household does not have, at another party, or without a name")
  func refused() throws {
    var story = try Telling.searching()
    try story.tell(.waitingSet(.init(Self.wit)), "2026-10-01")
    for (from, to) in [
      (Self.bos, Self.wit), (Self.wit, Contact(.coa, name: "F. Yilmaz")), (Self.wit, Contact(.corporation)),
      (Self.wit, Self.wit),
    ] {
      #expect(throws: Refusal.self) {
        try story.tell(.contactSucceeded(.init(from: from, to: to)), "2026-10-02")
      }
    }
  }

  @Test("the median of many answers is that of the days themselves, as far as four weeks", arguments: 1...40)
  func median(seed: Int) {
    var (days, histogram) = ([Int](), ResponseDays())
    var number = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<(seed * 3) {
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      days.append(Int(number >> 33) % 28)
    }
    for one in days { histogram.add(one) }
    #expect(histogram.median == days.sorted()[(days.count - 1) / 2])
    #expect(ResponseDays(text: histogram.text) == histogram)
  }
}
