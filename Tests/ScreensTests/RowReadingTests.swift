import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

// What a row and a line of a story say.
extension ShellTests {
  @Test("of a contact one reads how it was made, what comes next and whose turn it is now")
  func contactWhole() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    theatre.another(
      .contactMade(
        .init(
          Contact(.corporation, organisation: "Mitros", name: "M. de Wit"), .phone, "wk 48", next: Day(2026, 12, 4),
          turn: Contact(.municipality))))
    theatre.press(.function(5))
    for _ in 0..<40 {
      if case .event(let id)? = theatre.shell.model.opened?.cursor,
        theatre.shell.model.opened?.dossier.story.last?.id == id
      {
        break
      }
      theatre.press(.up)
    }
    theatre.press(.enter)
    let text = theatre.frame(Size(columns: 120, rows: 40)).text
    for part in ["gebeld", "Volgend moment", "vr 4 dec 2026", "Nu aan zet"] { #expect(text.contains(part), "\(part)") }
  }

  @Test("a row whose late step is another's than the turn says whose")
  func dueOfAnother() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    let line = try #require(theatre.shell.model.list.lines.first { $0.dueOwner != nil })
    let (rules, l) = (Rulebook.builtIn, Language.nl)
    var other = line
    other.waitingOn = Contact(PartyID("duo"))
    let by = " door " + rules.party(try #require(line.dueOwner)).nl.lowercasedFirst
    #expect(other.dueOwnerText(rules, l, user: "l.smit") == by)
    other.waitingOn = line.dueOwner.map { Contact($0) }
    #expect(other.dueOwnerText(rules, l, user: "l.smit").isEmpty)
  }

  @Test("a late step of the municipality in a dossier one leads oneself says so, and in another's it does not")
  func dueOfOneself() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    var line = try #require(theatre.shell.model.list.lines.first { $0.dueOwner == .municipality })
    (line.owner, line.waitingOn) = ("j.bakker", Contact(.corporation))
    #expect(line.dueOwnerText(.builtIn, .nl, user: "j.bakker") == " door gemeente (uw regie)")
    #expect(line.dueOwnerText(.builtIn, .en, user: "j.bakker") == " by municipality (your lead)")
    #expect(line.dueOwnerText(.builtIn, .nl, user: "l.smit") == " door gemeente")
    #expect(line.dueOwnerText(.builtIn, .nl, user: "") == " door gemeente")
  }

  @Test("a name in the middle of a sentence keeps capitals that are not at its beginning")
  func capitals() {
    #expect("DigiD aanvragen".lowercasedFirst == "DigiD aanvragen")
    #expect("Brede intake voor DigiD".lowercasedFirst == "brede intake voor DigiD")
    #expect("BSN".lowercasedFirst == "BSN")
  }
}
