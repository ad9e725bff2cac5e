import Testing

@testable import Journey

@Suite("A deputy")
struct DeputyTests {
  static let today = Day("2026-11-23")!
  static let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
  static let bos = Contact(.corporation, organisation: "Mitros", name: "K. Bos")

  private func verdict(
    _ known: Deputy..., name: String = "K. Bos", from: Day? = DeputyTests.today, until: Day? = DeputyTests.today + 7
  ) -> Deputy.Verdict {
    StandIn(name, for: Self.wit, from.map { .init(from: $0, until: until) })
      .verdict(among: known, .builtIn, today: Self.today)
  }

  private func why(_ verdict: Deputy.Verdict) -> String? {
    if case .refused(let refusal) = verdict { refusal.field == "deputy" ? refusal.why.nl : nil } else { nil }
  }

  @Test("a deputy who is away on one of the days is refused, with until when; one who is back before is not")
  func away() {
    func bos(_ from: Day, _ until: Day?) -> Deputy { Deputy(Self.bos, away: .init(from: from, until: until)) }
    #expect(
      why(verdict(bos(Self.today - 3, Self.today)))
        == "K. Bos kan M. de Wit niet vervangen: zelf weg tot en met ma 23 nov.")
    #expect(why(verdict(bos(Self.today - 3, nil)))?.contains("zonder laatste dag") == true)
    #expect(verdict(bos(Self.today - 3, Self.today - 1)) == .fits)
    #expect(why(verdict(bos(Self.today - 3, Self.today + 90), until: nil)) != nil)
    #expect(verdict(bos(Self.today - 3, Self.today + 90), from: nil) == .fits, "a card is for other days too")
  }

  @Test("a deputy who left, or leaves before the other is back, is refused with the day")
  func left() {
    let gone = why(verdict(Deputy(Self.bos, until: Self.today - 1)))
    #expect(gone == "K. Bos kan M. de Wit niet vervangen: vertrokken na zo 22 nov.")
    #expect(why(verdict(Deputy(Self.bos, until: Self.today + 6)))?.contains("vertrekt na zo 29 nov") == true)
    #expect(verdict(Deputy(Self.bos, until: Self.today + 7)) == .fits)
    #expect(why(verdict(Deputy(Self.bos, until: Self.today - 1), from: nil)) != nil)
  }

  private func warning(_ verdict: Deputy.Verdict) -> String? {
    if case .warns(let words) = verdict { words.nl } else { nil }
  }

  @Test(
    "a name known only elsewhere in the country is accepted, and it is said where, and that they are not there either")
  func elsewhere() {
    #expect(warning(verdict(Deputy(Contact(.coa, name: "K. Bos")))) == "K. Bos werkt bij COA, niet bij Mitros")
    let gone = Deputy(Contact(.corporation, organisation: "Portaal", name: "K. Bos"), until: Self.today - 1)
    #expect(
      warning(verdict(gone))
        == "K. Bos werkt bij Portaal (vertrokken na zo 22 nov), niet bij Mitros; die is bedoeld met K. Bos · Portaal")
    let portaal = Deputy(Contact(.corporation, organisation: "Portaal", name: "K. Bos"))
    #expect(
      verdict(portaal)
        == .warns(
          Phrase(
            "K. Bos werkt bij Portaal, niet bij Mitros; die is bedoeld met K. Bos · Portaal",
            "K. Bos works at Portaal, not at Mitros; to mean that one: K. Bos · Portaal")))
    #expect(verdict(portaal, Deputy(Self.bos)) == .fits, "whoever works beside them is meant")
    #expect(why(verdict(portaal, Deputy(Self.bos, until: Self.today - 1))) != nil)
  }

  @Test(
    "a name with an organisation behind it is whoever works there, who is said to be no colleague and must be there")
  func atAnother() {
    let portaal = Contact(.corporation, organisation: "Portaal", name: "K. Bos")
    let name = DeputyName(portaal, for: Self.wit).text
    #expect(name == "K. Bos · Portaal" && DeputyName(Self.bos, for: Self.wit).text == "K. Bos")
    #expect(
      warning(verdict(Deputy(Self.bos, until: Self.today - 1), Deputy(portaal), name: name))
        == "K. Bos van Portaal, geen collega bij Mitros")
    #expect(why(verdict(Deputy(Self.bos), Deputy(portaal, until: Self.today - 1), name: name)) != nil)
    #expect(verdict(Deputy(Self.bos), Deputy(portaal), name: "K. Bos · Mitros") == .fits)
    #expect(
      warning(verdict(Deputy(Self.bos), name: name)) == "K. Bos · Portaal is niet bekend in het netwerk")
  }

  @Test("an organisation alone names nobody, and is no name")
  func nameless() {
    let typed = DeputyName(" · Portaal")
    #expect(typed.name.isEmpty && typed.organisation == "Portaal" && typed.refusal?.field == "deputy")
    #expect(DeputyName("K. Bos · Portaal").refusal == nil && DeputyName("").refusal == nil)
  }

  @Test("a name that nobody of the network has is a name, and nobody stands in for themselves")
  func names() {
    #expect(verdict() == .fits)
    #expect(why(verdict(Deputy(Self.wit), name: "m. de wit"))?.contains("dezelfde persoon") == true)
  }

  @Test("what an event does not change about the deputy is not asked again; - is nobody, also where the card has one")
  func asked() throws {
    var card = PartnerTests.wit
    let partner = PartnerTests.partner(("2026-01-01", .joined(card)))
    card.phone = "030-7654321"
    #expect(StandIn(.changed(card), on: Self.today, of: partner) == nil)
    card.deputy = "T. Vos"
    #expect(StandIn(.changed(card), on: Self.today, of: partner)?.deputy == "T. Vos")
    #expect(StandIn(.absent(.init()), on: Self.today, of: partner)?.deputy == "K. Bos")
    let scene = PartnerScene(
      contact: Self.wit, partner: partner, area: .country, rules: .builtIn, today: Self.today)
    for typed in ["-", "niemand", ""] {
      let body = try PartnerAct.absent.entry(["deputy": typed], scene).body
      #expect(StandIn(body, on: Self.today, of: partner) == nil, "\(typed)")
      #expect(PartnerTests.partner(("2026-01-01", .joined(PartnerTests.wit)), ("2026-11-23", body)).away?.deputy == "")
    }
  }
}
