import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("A name that is typed in full")
struct NameInFormTests {
  private let size = Size(columns: 120, rows: 40)

  private func join(_ theatre: Theatre, _ contacts: Contact...) throws {
    try theatre.casebook.record(
      contacts.map { PartnerEntry(nil, on: Theatre.today - 20, .joined(PartnerCard($0, area: "GM0344"))) },
      by: Actor("l.smit"), source: .screen, rules: .builtIn, today: Theatre.today)
  }

  /// The form of a contact in the first dossier, with this party and name typed.
  private func contact(_ theatre: Theatre, _ name: String) {
    theatre.press(.character("1"), .home, .enter, .character("c"))
    theatre.shell.model.form?.lines["party"] = TextLine("Corporatie")
    let place = theatre.shell.model.form?.fields.firstIndex { $0.name == "name" } ?? 0
    theatre.shell.model.form?.focus = place
    theatre.press(.control("u"))
    theatre.type(name)
  }

  private func text(_ theatre: Theatre, _ field: String) -> String? { theatre.shell.model.form?.texts[field] }

  @Test("one known person brings the organisation along, also without being picked; another name takes it away again")
  func brings() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try join(theatre, Contact(.corporation, organisation: "Portaal", name: "S. Groen"))
    contact(theatre, "s. groen")
    theatre.press(.tab)
    #expect(text(theatre, "organisation") == "Portaal")
    theatre.press(.backTab, .control("u"))
    theatre.type("Q. Nieuweling")
    theatre.press(.tab)
    #expect(text(theatre, "organisation") != "Portaal")
  }

  @Test("where several are called so the form says where they work, and fills in none of them")
  func several() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try join(
      theatre, Contact(.corporation, organisation: "Portaal", name: "S. Groen"),
      Contact(.corporation, organisation: "Bo-Ex", name: "S. Groen"), Contact(.corporation, name: "S. Groen"))
    contact(theatre, "S. Groen")
    theatre.press(.tab)
    #expect(text(theatre, "organisation").map { !["Portaal", "Bo-Ex"].contains($0) } == true)
    theatre.press(.backTab)
    #expect(theatre.frame(size).text.contains("S. Groen is er 3 keer: "))
    let form = try #require(theatre.shell.model.form)
    #expect(form.several("S. Groen", at: .corporation, "")?.nl.contains("zonder organisatie") == true)
  }

  @Test("a successor whose name is somebody's at another party is said to be another person, with who that is")
  func namesake() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.character("S"))
    theatre.type("F. Yilmaz")
    theatre.press(.tab)
    let shown = theatre.frame(size).text
    #expect(shown.contains("F. Yilmaz is bij COA Utrecht (COA) een ander mens; bij Mitros"), "\(shown)")
    #expect(!shown.contains("F. Yilmaz is nieuw in het netwerk"))
  }

  @Test("somebody who works there is nobody else when typed in other capitals")
  func capitals() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.find("M. de Wit")
    theatre.press(.character("S"))
    theatre.type("k. bos")
    theatre.press(.tab)
    let shown = theatre.frame(size).text
    #expect(!shown.contains("een ander mens") && !shown.contains("k. bos is nieuw in het netwerk"), "\(shown)")
  }

  @Test("a deputy from elsewhere is written with the organisation, a colleague without; colleagues come first")
  func deputy() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try join(theatre, Contact(.corporation, organisation: "Bo-Ex", name: "A. Anders"))
    theatre.find("K. Bos")
    theatre.press(.character("a"), .tab)
    let offered = theatre.shell.model.form?.suggestions().map(\.name.nl) ?? []
    #expect(offered.first?.hasPrefix("M. de Wit · Mitros") == true, "\(offered)")
    theatre.type("A. A")
    theatre.press(.enter)
    #expect(text(theatre, "deputy") == "A. Anders · Bo-Ex")
    #expect(theatre.frame(size).text.contains("A. Anders van Bo-Ex, geen collega bij Mitros"))
  }

  @Test("as a successor or deputy a colleague who is there is offered before one who is away, and those elsewhere last")
  func ableFirst() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try join(
      theatre, Contact(.corporation, organisation: "Bo-Ex", name: "A. Anders"),
      Contact(.corporation, organisation: "Mitros", name: "Z. Zeker"))
    theatre.find("K. Bos")
    for key in ["S", "a"] {
      theatre.press(.character(Character(key)))
      for _ in 0..<6 where !["name", "deputy"].contains(theatre.shell.model.form?.field?.name) { theatre.press(.tab) }
      let offered = theatre.shell.model.form?.people(.nl).map(\.contact.name) ?? []
      #expect(Array(offered.prefix(3)) == ["Z. Zeker", "M. de Wit", "A. Anders"], "\(key): \(offered)")
      theatre.press(.escape)
    }
  }

  @Test("an area wider than a municipality says how many that are")
  func area() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("N"))
    theatre.shell.model.form?.lines["area"] = TextLine("PV26")
    #expect(theatre.frame(size).text.contains("dat zijn 26 gemeenten"))
    theatre.shell.model.form?.lines["area"] = TextLine("Utrecht")
    #expect(!theatre.frame(size).text.contains("dat zijn"))
  }

  @Test("a gap filled in the whole country says in how many municipalities, before it is saved")
  func gap() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    for serial in [1, 2, 3] {
      _ = try? theatre.casebook.perform(
        .record(.waitingSet(.init(Contact(PartyID("duo")), "een brief")), on: Theatre.today),
        on: DossierID(year: 2026, serial: serial), seen: nil, by: Actor("l.smit"), source: .screen, rules: .builtIn,
        today: Theatre.today)
    }
    let towns = try theatre.casebook.towns(of: Contact(PartyID("duo")), in: .country)
    theatre.press(.function(5), .home)
    for _ in 0..<40 where theatre.shell.model.network.current?.contact != Contact(PartyID("duo")) {
      theatre.press(.down)
    }
    theatre.press(.character("S"))
    #expect(theatre.shell.model.form?.personScene?.towns == towns && towns > 0)
    theatre.type("R. Gids")
    theatre.press(.control("s"))
    let many = try #require(theatre.preview, "\(theatre.said)")
    #expect(many.text(.nl).lines.contains { $0.label == "Gemeenten" && $0.text == "\(towns)" })
  }

  @Test("an account that is known is saved at once, one that nobody knows when it is said twice")
  func account() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    #expect(try theatre.casebook.isKnown(account: "l.smit") && !theatre.casebook.isKnown(account: "x.y"))
    #expect(try theatre.casebook.isKnown(account: "F. Yilmaz") && theatre.casebook.isKnown(account: "post"))
    #expect(try theatre.casebook.isKnown(account: "POST") && !theatre.casebook.isKnown(account: "pos"))
    theatre.press(.character("1"), .home, .enter)
    theatre.shell.run(.act(.assign))
    theatre.shell.handle(.wake)
    theatre.type("l.smit")
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form == nil && theatre.shell.model.opened?.dossier.owner == "l.smit")
    theatre.shell.run(.act(.assign))
    theatre.shell.handle(.wake)
    theatre.type("l.smid")
    #expect(!theatre.frame(size).text.contains("l.smid is hier niet bekend"), "not with every letter")
    theatre.press(.tab)
    #expect(theatre.frame(size).text.contains("l.smid is hier niet bekend: niet in het netwerk"))
    #expect(theatre.shell.model.form?.noteOfAccount?.nl.hasSuffix(". Bedoelt u l.smit?") == true)
    theatre.press(.control("s"))
    #expect(theatre.shell.model.form?.errors["owner"]?.hasSuffix("neemt deze naam toch. Bedoelt u l.smit?") == true)
    theatre.press(.control("s"))
    #expect(theatre.shell.model.opened?.dossier.owner == "l.smid")
  }

  @Test("whom the household has at another party is suggested too, and brings that party along")
  func otherParty() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try theatre.casebook.perform(
      .record(
        .contactMade(.init(Contact(.guidance, organisation: "VluchtelingenWerk", name: "P. Jansen"), .phone)),
        on: Theatre.today), on: DossierID(year: 2026, serial: 1), seen: nil, by: Actor("l.smit"), source: .screen,
      rules: .builtIn, today: Theatre.today)
    contact(theatre, "Jans")
    let found = theatre.shell.model.form?.suggestions().map(\.name.nl)
    #expect(found == ["P. Jansen · VluchtelingenWerk"])
    theatre.press(.enter)
    let form = try #require(theatre.shell.model.form)
    #expect(form.texts["name"] == "P. Jansen" && form.texts["organisation"] == "VluchtelingenWerk")
    #expect(form.values(.nl)["party"] == PartyID.guidance.rawValue)
  }

  @Test("whoever is drawn in is of the party that was chosen: nobody whom the household has elsewhere is suggested")
  func drawnIn() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("1"), .home, .enter)
    theatre.shell.run(.act(.drawIn))
    theatre.shell.handle(.wake)
    func suggested() -> [String] { theatre.shell.model.form?.suggestions().map(\.name.nl) ?? [] }
    theatre.go(to: "name")
    #expect(suggested().contains { $0.hasPrefix("M. de Wit") }, "of no party yet: \(suggested())")
    theatre.go(to: "party")
    theatre.type("huisarts")
    theatre.press(.enter)
    #expect(theatre.shell.model.form?.field?.name == "name")
    #expect(!suggested().contains { $0.hasPrefix("M. de Wit") }, "\(suggested())")
  }

  @Test("who leaves on a day to come is suggested with that day")
  func leaves() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try join(theatre, Contact(.corporation, organisation: "Portaal", name: "S. Groen"))
    let one = try #require(try theatre.casebook.namesakes("S. Groen").first)
    try theatre.casebook.record(
      [PartnerEntry(one.id, on: Theatre.today, .left(.init(until: Theatre.today + 10)))], by: Actor("l.smit"),
      source: .screen, rules: .builtIn, today: Theatre.today)
    contact(theatre, "Groe")
    let found = theatre.shell.model.form?.suggestions().map(\.name.nl)
    #expect(found == ["S. Groen · Portaal (vertrekt na do 3 dec; nog geen opvolger)"])
  }

  @Test("of whoever left or is away it is said in a few words wherever the turn is told; of who is there nothing")
  func absence() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    func said(_ organisation: String, _ name: String) throws -> String? {
      AbsenceWords.of(
        Contact(.corporation, organisation: organisation, name: name),
        among: try theatre.casebook.namesakes(name), today: Theatre.today)?.nl
    }
    #expect(try said("Portaal", "T. Vos") == "vertrokken, nog geen opvolger")
    #expect(try said("Mitros", "M. de Wit")?.hasPrefix("weg tot en met ") == true)
    #expect(try said("Mitros", "K. Bos") == nil && said("Mitros", "T. Vos") == nil && said("Mitros", "") == nil)
  }

  @Test("a step of one's own says where who does it works, and a name brings that along")
  func ownStep() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    theatre.press(.character("1"), .home, .enter, .character("+"))
    theatre.type("offerte sturen")
    theatre.shell.model.form?.lines["party"] = TextLine("Corporatie")
    theatre.go(to: "name")
    theatre.type("M. de Wit")
    theatre.press(.tab)
    #expect(text(theatre, "organisation") == "Mitros")
    theatre.press(.control("s"))
    let wit = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    #expect(theatre.shell.model.opened?.dossier.ownSteps.last?.owner == wit, "\(theatre.said)")
  }

  @Test("whose turn it is can be a plain name, of the household or of the network; where several fit it says whom")
  func turn() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    try join(
      theatre, Contact(.corporation, organisation: "Portaal", name: "S. Groen"),
      Contact(PartyID("school"), organisation: "Taalschool", name: "T. Blauw"),
      Contact(PartyID("school"), organisation: "ISK", name: "U. Blauw"))
    func say(_ name: String) {
      theatre.go(to: "turn")
      theatre.press(.control("u"))
      theatre.type(name)
      theatre.press(.tab)
    }
    theatre.press(.character("1"), .home, .enter, .character("c"))
    theatre.type("gebeld")
    say("de wit")
    #expect(text(theatre, "turn") == "Mitros · M. de Wit")
    say("blauw")
    #expect(theatre.shell.model.form?.errors["turn"]?.hasPrefix("dat past op meer: ") == true)
    say("groen")
    #expect(text(theatre, "turn") == "Portaal · S. Groen")
    theatre.press(.control("s"))
    let groen = Contact(.corporation, organisation: "Portaal", name: "S. Groen")
    #expect(theatre.shell.model.opened?.standing.turn?.contact == groen, "\(theatre.said)")
    #expect(theatre.shell.model.opened?.people.first?.contact == groen)
  }

  @Test("a whole name of the network is that person, not whom the household has whose name goes on from there")
  func wholeName() throws {
    let theatre = try Theatre.onNetwork()
    defer { theatre.close() }
    let groen = Contact(.corporation, organisation: "Portaal", name: "S. Groen")
    try join(theatre, groen)
    theatre.press(.character("1"), .home, .enter)
    let longer = Contact(.corporation, organisation: "Bo-Ex", name: "S. Groenewoud")
    theatre.another(.contactMade(.init(longer, .phone, "gebeld")))
    theatre.press(.function(5), .character("c"))
    theatre.type("gebeld")
    theatre.go(to: "turn")
    theatre.type("S. Groen")
    let found = theatre.shell.model.form?.suggestions().map(\.name.nl)
    #expect(found == ["Portaal · S. Groen", "Bo-Ex · S. Groenewoud"])
    theatre.press(.control("s"))
    #expect(theatre.shell.model.opened?.standing.turn?.contact == groen, "\(theatre.said)")
  }
}
