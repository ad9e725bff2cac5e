import Foundation
import Testing

// What `thuis do` records, and how its actions and fields are named.
extension CommandLineTests {
  @Test("an account that nobody knows is recorded, with a question where it looks like one that is known")
  func slipOfAccount() throws {
    let ids = try place.list().map(\.id)
    try #require(ids.count > 1)
    #expect(try place.thuis("do", ids[0], "assign", "--owner", "g.schouten").status == 0)
    let slip = try place.thuis("do", ids[1], "regie", "--eigenaar", "g.schoutn")
    #expect(slip.status == 0 && slip.complaint.contains("vastgelegd. Bedoelt u g.schouten?"), "\(slip.complaint)")
    let other = try place.thuis("do", ids[1], "regie", "--eigenaar", "qqqqqqqqqqqqqqqqqq")
    #expect(other.complaint.contains("is hier niet bekend") && !other.complaint.contains("Bedoelt u"))
  }

  @Test("a note is in the story once the command has ended with 0")
  func note() throws {
    let id = try #require(try place.list().first?.id)
    let before = try place.events(id).count
    #expect(try place.thuis("do", id, "note", "--text", "Sleutels op vrijdag").status == 0)
    let events = try place.events(id)
    #expect(events.count == before + 1)
    #expect(events.last?["text"] as? String == "Sleutels op vrijdag")
    let undone = try place.thuis("do", id, "undo", "--lang", "nl")
    #expect(undone.status == 0 && undone.output.contains("  teruggenomen: notitie op "), "\(undone.output)")
    let after = try place.events(id)
    #expect(after.count == before + 2)
    #expect(after.dropLast().last?["takenBack"] as? Bool == true)
  }

  @Test("a past day without its year that is one of last year is recorded, and said with its year")
  func lastYear() throws {
    let made = try place.thuis("new", "--surname", "Jarig", "--vergund", "30-11", "--lang", "nl")
    #expect(made.status == 0, "\(made.complaint)")
    let said = "30-11 is gelezen als zo 30 nov 2025, bijna een jaar geleden."
    #expect(made.complaint.contains(said), "\(made.complaint)")
    #expect(made.output.contains("nog aan geen gemeente gekoppeld, regie j.bakker"), "\(made.output)")
    let id = String(made.output.prefix { $0 != " " })
    let noted = try place.thuis("do", id, "note", "--text", "x", "--day", "1-12", "--lang", "en")
    #expect(noted.status == 0 && noted.complaint.contains("1-12 is read as Mon 1 Dec 2025, nearly a year ago."))
    let undone = try place.thuis("do", id, "undo", "--lang", "nl")
    #expect(undone.output.contains("teruggenomen: notitie op 1 dec 2025 van u"), "\(undone.output)")
    #expect(try place.thuis("do", id, "note", "--text", "x", "--day", "20-11").complaint == "")
  }

  @Test("undo takes back what is yours; a line of somebody else only when its number is named")
  func undoOwn() throws {
    let made = try place.thuis("new", "--surname", "Anders", "--user", "l.smit", "--format", "json")
    let id = try #require((made.json as? [String: Any])?["dossier"] as? String)
    #expect(try place.thuis("do", id, "note", "--text", "van een ander", "--user", "l.smit").status == 0)
    let number = try place.events(id).count
    let refused = try place.thuis("do", id, "ongedaan")
    #expect(refused.status == 1 && refused.complaint.contains("niets van u om ongedaan te maken"))
    #expect(refused.complaint.contains("--gebeurtenis N"), "\(refused.complaint)")
    #expect(try place.events(id).count == number)
    let named = try place.thuis("do", id, "ongedaan", "--gebeurtenis", String(number))
    #expect(named.status == 0 && named.output.contains("van l.smit"), "\(named.output)\(named.complaint)")
    #expect(try place.events(id)[number - 1]["takenBack"] as? Bool == true)
  }

  @Test("a part of a name that several choices have is refused with those named, also where one begins with it")
  func severalFit() throws {
    let made = try place.thuis("new", "--surname", "Knel", "--format", "json")
    let id = try #require((made.json as? [String: Any])?["dossier"] as? String)
    let before = try place.events(id).count
    let refused = try place.thuis("do", id, "knelpunt", "--knelpunt", "woning")
    #expect(refused.status == 1, "\(refused.output)")
    #expect(refused.complaint.contains("past op meer: "), "\(refused.complaint)")
    #expect(refused.complaint.contains("woning nog niet klaar") && refused.complaint.contains("passend formaat"))
    #expect(try place.events(id).count == before)
    let done = try place.thuis("do", id, "knelpunt", "--knelpunt", "woning nog")
    #expect(done.status == 0, "\(done.complaint)")
  }

  @Test("whose turn it is goes by a whole name, of the household or else of the network; a beginning says whose it is")
  func turnByName() throws {
    let file = place.folder.appending(path: "mensen.csv")
    try "party,organisation,name,function,municipality\ncorporation,Woonhuis,Z. Opp,consulent,GM0344\n"
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let id = try #require(try place.list().first?.id)
    let longer = try place.thuis(
      "do", id, "contact", "--party", "corporation", "--organisation", "Bo-Ex", "--name", "Z. Oppers", "--text", "x")
    #expect(longer.status == 0, "\(longer.complaint)")
    let begun = try place.thuis("do", id, "contact", "--text", "gebeld", "--turn", "Z. Op")
    #expect(begun.status == 1 && begun.complaint.contains("Bo-Ex · Z. Oppers"), "\(begun.complaint)")
    let whole = try place.thuis("do", id, "contact", "--text", "gebeld", "--turn", "Z. Opp")
    #expect(whole.status == 0, "\(whole.complaint)")
    #expect(try place.thuis("show", id).output.contains("Woonhuis"))
  }

  @Test("an event is corrected by its number; what was recorded stays in the story")
  func correct() throws {
    let id = try #require(try place.list().first?.id)
    try place.thuis("do", id, "note", "--text", "Gebelt")
    let number = try place.events(id).count
    #expect(
      try place.thuis("do", id, "correct", "--event", "\(number)", "--text", "Gebeld", "--why", "tikfout").status == 0)
    let events = try place.events(id)
    #expect(events[number - 1]["text"] as? String == "Gebeld")
    #expect(events.last?["kind"] as? String == "corrected")
    #expect(try place.thuis("do", id, "correct", "--event", "999").status == 64)
    #expect(try place.thuis("check").status == 0)
  }

  @Test("--name=value is the same as --name value")
  func equalsSign() throws {
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id, "note", "--text=a = b").status == 0)
    #expect(try place.events(id).last?["text"] as? String == "a = b")
  }

  @Test("an unknown field names the known ones")
  func unknownField() throws {
    let id = try #require(try place.list().first?.id)
    for (language, known) in [("nl", "Velden: --tekst --datum"), ("en", "Fields: --text --day")] {
      let result = try place.thuis("do", id, "note", "--woorden", "x", "--lang", language)
      #expect(result.status == 64)
      #expect(result.complaint.contains(known), "\(result.complaint)")
    }
  }

  @Test("a field goes by its name in Dutch or English, whatever the language, and is listed in that of the person")
  func fieldNames() throws {
    let id = try #require(try place.list().first?.id)
    for (words, language) in [(["notitie", "--tekst", "Sleutels"], "en"), (["note", "--text=Sleutels"], "nl")] {
      let done = place.result(of: try place.start(["do", id] + words + ["--lang", language]))
      #expect(done.status == 0, "\(done.complaint)")
      #expect(try place.events(id).last?["text"] as? String == "Sleutels")
    }
    let number = String(try place.events(id).count)
    #expect(
      try place.thuis("do", id, "corrigeren", "--gebeurtenis", number, "--tekst", "Sloten", "--waarom", "tikfout")
        .status == 0)
    #expect(try place.thuis("do", id).output.contains("--tekst [--datum]"))
    #expect(try place.thuis("do", id, "--lang", "en").output.contains("--text [--day]"))
    let wrong = try place.thuis("do", id, "notitie", "--tekst", "x", "--datum", "ooit")
    #expect(wrong.status == 1 && wrong.complaint.contains("thuis: --datum: "), "\(wrong.complaint)")
    #expect(try place.thuis("new", "--achternaam", "Haddad", "--geboren", "1988").status == 0)
  }

  @Test("an action that does not exist names those that do")
  func unknownAction() throws {
    let id = try #require(try place.list().first?.id)
    let result = try place.thuis("do", id, "dance")
    #expect(result.status == 64)
    #expect(result.complaint.contains("notitie"))
  }

  @Test("without words do lists every action by its names, and each of them does it")
  func names() throws {
    let all = try place.thuis("do")
    #expect(all.status == 0 && all.output.contains("weer-gevonden, found, found-again"), "\(all.output)")
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id).output == place.thuis("actions", id).output)
    for name in ["notitie", "Note"] {
      let before = try place.events(id).count
      #expect(try place.thuis("do", id, name, "--text", "Sleutels").status == 0)
      #expect(try place.events(id).count == before + 1)
    }
    let json = try #require(try place.thuis("do", "--format", "json").json as? [[String: Any]])
    #expect(json.contains { $0["action"] as? String == "note" && $0["nl"] as? String == "notitie" })
  }

  @Test("an action the rules do not allow is refused and leaves the story alone")
  func refused() throws {
    let id = try #require(try place.list().first?.id)
    let before = try place.events(id).count
    let result = try place.thuis("do", id, "reopen")
    #expect(result.status == 1)
    #expect(!result.complaint.isEmpty)
    #expect(try place.events(id).count == before)
  }

  @Test("actions lists the allowed ones, and why the others are not")
  func actions() throws {
    let id = try #require(try place.list().first?.id)
    let list = try #require(try place.thuis("actions", id, "--format", "json").json as? [[String: Any]])
    let note = list.first { $0["action"] as? String == "note" }
    let reopen = list.first { $0["action"] as? String == "reopen" }
    #expect(note?["allowed"] as? Bool == true)
    #expect(reopen?["allowed"] as? Bool == false)
    #expect((reopen?["why"] as? String)?.isEmpty == false)
  }
}
