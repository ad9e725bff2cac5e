import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Prompts and lines: forms")
struct PlainFormTests {
  let stage: PlainStage

  init() throws { stage = try PlainStage() }

  @Test("an empty line ends a text of several lines as a dot does")
  func endOfText() throws {
    stage.run("1", "notitie", "Gebeld met school.", "Maandag verder.", "", "", "")
    #expect(try stage.story().last?.body == .noteAdded(.init("Gebeld met school.\nMaandag verder.")))
  }

  @Test("a form is asked field by field and saved after the last; the day may stay empty")
  func note() throws {
    let (reading, _) = stage.run("1", "notitie", "Gebeld met school.", "Maandag verder.", ".", "-1d", "")
    #expect(reading.says("Bewaren? Leeg doet het, < is de vorige vraag, q gaat weg."))
    #expect(reading.says("1 van 2. Notitie, verplicht. "))
    #expect(reading.says("zo 22 nov 2026."))
    #expect(reading.says("Notitie bewaard"))
    let event = try #require(try stage.story().last)
    #expect(event.body == .noteAdded(.init("Gebeld met school.\nMaandag verder.")))
    #expect(event.day == Theatre.today + -1)
  }

  @Test("from a list the act is on the row whose number follows, or is asked for")
  func onRow() throws {
    stage.run("notitie 2", "Voor Yonas", ".", "", "")
    #expect(try stage.story(2).last?.body == .noteAdded(.init("Voor Yonas")))
    let (reading, _) = stage.run("notitie", "2", "Nog een", ".", "", "")
    #expect(reading.says("Notitie: welke? Een nummer van 1 tot 2; leeg laat het zo."))
    #expect(try stage.story(2).last?.body == .noteAdded(.init("Nog een")))
  }

  @Test("a choice is a number or a name; a wrong one is said at once and asked again; the default stays when empty")
  func choices() throws {
    let (reading, _) = stage.run("1", "contact", "Langs geweest", ".", "", "hoe", "kanarie", "bezoek", "")
    #expect(reading.says("Nu: gebeld"))
    #expect(reading.says("1 gebeld"))
    #expect(reading.says("\"kanarie\" past niet; verwacht een nummer van 1 tot 5 of een naam."))
    guard case .contactMade(let made)? = try stage.story().last?.body else {
      Issue.record("no contact")
      return
    }
    #expect(made.channel == .visit && made.contact.name == "M. de Wit" && made.text == "Langs geweest")
  }

  @Test("the common contact asks what was said and when next; the rest is said, and one word changes it")
  func contact() throws {
    let (reading, _) = stage.run("contact 1", "wk 48", ".", "vr", "")
    #expect(reading.says("Staat er al: wie Corporatie, naam M. de Wit, organisatie Mitros, hoe gebeld."))
    #expect(reading.said.count { $0.contains(" van 2. ") } == 2, "\(reading.text)")
    guard case .contactMade(let made)? = try stage.story().last?.body else {
      Issue.record("no contact: \(reading.text)")
      return
    }
    #expect(made.contact.name == "M. de Wit" && made.text == "wk 48" && made.channel == .phone)
    #expect(made.next == Theatre.today + 4)
    // With the field's name and the answer behind it, nothing more is asked.
    let (changed, _) = stage.run("contact 1", "thuis geweest", ".", "", "hoe bezoek", "datum -1d", "huis 3", "")
    #expect(
      changed.says(
        "\"huis 3\" is hier geen antwoord; verwacht leeg, < (vorige vraag), q (weg) of de naam van een veld."))
    guard case .contactMade(let visit)? = try stage.story().last?.body else {
      Issue.record("no visit: \(changed.text)")
      return
    }
    #expect(visit.channel == .visit && visit.text == "thuis geweest")
    #expect(try stage.story().last?.day == Theatre.today + -1)
  }

  @Test("what an answer empties in other fields is said, with what stood there")
  func emptied() throws {
    let (reading, _) = stage.run("1", "contact", "Over Sami", ".", "", "wie school", "")
    #expect(
      reading.says("Wie is nu School. Daarom leeg: naam (was M. de Wit), organisatie (was Mitros)."), "\(reading.text)")
    guard case .contactMade(let made)? = try stage.story().last?.body else {
      Issue.record("no contact: \(reading.text)")
      return
    }
    #expect(made.contact == Contact(PartyID("school")))
  }

  @Test("a day that is no day is said at once and asked again")
  func wrongDay() throws {
    let (reading, _) = stage.run("1", "notitie", "Tekst", ".", "overmorgens", "22-11", "")
    #expect(reading.says("Fout: geen datum; verwacht 23-11"))
    #expect(try stage.story().last?.day == Theatre.today + -1)
  }

  @Test("- clears what stands in a field, < asks the question before once more")
  func clearAndBack() throws {
    stage.run("1", "regie", "-", "")
    #expect(try stage.story().last?.body == .assigned(.init("")))
    stage.run("2026-1", "notitie", "Eerst", ".", "<", "Toch anders", ".", "", "")
    #expect(try stage.story().last?.body == .noteAdded(.init("Toch anders")))
  }

  @Test("what must be answered is asked until it is")
  func required() throws {
    let count = try stage.story().count
    #expect(stage.run("1", "notitie", "", "", "q").reading.says("Dit is verplicht. "))
    #expect(try stage.story().count == count)
  }

  @Test("a municipality is found by a part of its name, chosen by number where more have it")
  func municipalityField() throws {
    let (several, _) = stage.run("2", "herkoppelen", "berg", "1", "q", "d")
    let asked = try #require(several.said.firstIndex { $0 == "Welke bedoelt u?" })
    #expect(several.says(several.said[asked + 1].dropFirst(2) + "."))
    let (other, _) = stage.run("2", "herkoppelen", "bergen op", "", "q", "d")
    #expect(other.says("Bergen op Zoom."))
    #expect(stage.run("2", "herkoppelen", "nergenshuizen", "q").reading.says("Onbekende gemeente"))
  }

  @Test("lines that end half-way leave a draft, which is there the next time")
  func draft() throws {
    let count = try stage.story().count
    let (first, status) = stage.run("1", "notitie", "half af")
    #expect(status == 0)
    #expect(first.says("Concept bewaard"))
    #expect(try stage.story().count == count)
    let (second, _) = stage.run("1", "notitie", "", "", "")
    #expect(second.says("Concept bewaard: notitie, AL-HASSAN, Rima."))
    #expect(second.says("Uw concept van daarnet staat er weer."))
    #expect(second.says("Nu: half af"))
    #expect(try stage.story().last?.body == .noteAdded(.init("half af")))
    #expect(!stage.run().reading.says("Concept"))
  }

  @Test("leaving a form asks what to do with what was typed")
  func leave() {
    let (kept, _) = stage.run("1", "notitie", "half af", ".", "q", "j", "n", "q", "")
    #expect(kept.says("weg; wat u typte blijft bewaard als concept"))
    #expect(kept.says("Nu: half af"))
    stage.run("1", "notitie", "q", "d")
    #expect(!stage.run("1", "notitie").reading.says("half af"))
  }

  @Test("a new household is entered; a wrong number is said with its question, and only that one asked again")
  func register() throws {
    let (reading, _) = stage.run(
      "nieuw huishouden", "Amina", "", "Noor", "1990", "vrouw", "123", "", "", "", "azc Utrecht", "", "", "",
      "", "9999999999", "")
    #expect(reading.says("3 van ") && reading.says("Achternaam, verplicht"))
    #expect(reading.says("Dossier 2026-000005 geopend."))
    #expect(try stage.theatre.casebook.dossier(DossierID(year: 2026, serial: 5))?.owner == "j.bakker")
    #expect(
      try stage.theatre.casebook.dossier(DossierID(year: 2026, serial: 5))?.head?.vNumber?.rawValue == "9999999999")
  }
}
