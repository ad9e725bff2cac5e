import Journey
import Terminal
import Testing

@testable import Screens

@Suite("The panes beside a story")
struct DossierPanesTests {
  private static let small = Size(columns: 80, rows: 24)

  /// A household that waited for so many people one after the other.
  private func opened(waitedFor people: Int = 9) throws -> Theatre {
    let theatre = try Theatre()
    let id = try #require(try theatre.casebook.find("Al-Hassan", limit: 1).first?.id)
    for number in 1...people {
      let contact = Contact(.corporation, organisation: "Stichting \(number)", name: "P. Nummer \(number)")
      try theatre.casebook.perform(
        .record(.waitingSet(.init(contact, "antwoord")), on: Theatre.today), on: id, seen: nil, by: Actor("s.visser"),
        source: .screen, rules: .builtIn, today: Theatre.today)
    }
    theatre.shell.open(id)
    theatre.shell.handle(.wake)
    return theatre
  }

  /// The lower edge of the network is the upper one of the needs.
  private func saysPart(_ theatre: Theatre) -> Bool {
    theatre.frame(Self.small).text.split(separator: "\n").contains {
      $0.contains(Words.needs[.nl]) && $0.contains(/1–\d+ \/ \d+/)
    }
  }

  @Test("a network that is longer than its pane says which part is shown")
  func position() throws {
    let theatre = try opened()
    defer { theatre.close() }
    let people = try #require(theatre.shell.model.opened?.people.count)
    #expect(people > 9)
    #expect(saysPart(theatre))
  }

  @Test("its last row can be reached: the days, and for whom they were waited")
  func days() throws {
    let theatre = try opened()
    defer { theatre.close() }
    theatre.press(.tab, .tab)
    #expect(theatre.shell.model.opened?.pane == .network)
    theatre.press(.end)
    #expect(theatre.frame(Self.small).text.contains("Dagen: "))
    theatre.press(.home)
    #expect(saysPart(theatre), "whoever has the turn is on top")
  }

  @Test("what the days behind somebody are is said above them, in the words of the lines that are read out")
  func daysAreNamed() throws {
    let theatre = try opened()
    defer { theatre.close() }
    #expect(theatre.frame(Self.small).text.contains("Netwerk · dagen stil"))
    let silence = Digits.days(3) + Phrase(" stil", " silent")
    #expect(silence.nl.hasSuffix(Words.daysSilent.nl) && silence.en.hasSuffix(Words.daysSilent.en))
  }

  @Test("Enter on a person leaves the lines about that person only, those of the household not")
  func onePerson() throws {
    let theatre = try opened(waitedFor: 1)
    defer { theatre.close() }
    theatre.another(.goalSet(.init("Op zwemles", person: PersonID(2))))
    theatre.press(.function(5), .tab, .down, .enter)
    let opened = try #require(theatre.shell.model.opened)
    #expect(opened.filter == PersonID(2) && opened.pane == .story && opened.current != nil)
    let kinds = Set(opened.lines.compactMap { $0.event?.body.kind })
    #expect(kinds == [.goalSet, .registered], "a dossier is opened for all who are named in it")
    #expect(opened.lines.allSatisfy { $0.step == nil || $0.person == PersonID(2) })
    #expect(opened.lines.count < opened.river.count)
  }

  @Test("rows that the needs leave over are the network's")
  func room() throws {
    let theatre = try opened(waitedFor: 2)
    defer { theatre.close() }
    #expect((theatre.shell.model.opened?.people.count ?? 0) >= 2)
    #expect(theatre.frame(Self.small).text.contains("Dagen: "))
  }
}
