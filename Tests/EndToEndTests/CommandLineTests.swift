import Foundation
import Testing

@Suite("The command line", .serialized)
struct CommandLineTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  @Test("a list row says who is to act, since when and until when")
  func listRows() throws {
    let result = try place.thuis("list", "--format", "json", "--limit", "5")
    #expect(result.status == 0)
    let rows = try #require(result.json as? [[String: Any]])
    #expect(rows.count == 5)
    let promised: Set = [
      "dossier", "name", "persons", "stage", "stageSince", "municipality", "waitingOn", "waitingSince", "due",
      "dueRule",
      "overdueDays", "blocker", "owner", "version", "changed", "reception", "origin", "silenceDays",
    ]
    for row in rows { #expect(promised.isSubset(of: Set(row.keys))) }
  }

  @Test("a list as CSV has one line a household and a heading")
  func csv() throws {
    let result = try place.thuis("list", "--format", "csv", "--limit", "3")
    #expect(result.output.split(separator: "\r\n").count == 4)
  }

  @Test("a term of a filter that begins with a dash is no option, and the error says what to write")
  func dash() throws {
    let dutch = try place.thuis("list", "te-laat", "-knelpunt:*")
    #expect(dutch.status == 64 && dutch.complaint.contains("Onbekende optie '-knelpunt:*'"))
    #expect(dutch.complaint.contains("schrijf \"niet knelpunt:*\", of zet -- voor het filter."))
    let english = try place.thuis("list", "--lang", "en", "-overdue")
    #expect(english.status == 64 && english.complaint.contains("write \"not overdue\", or put -- before the filter."))
    #expect(try place.thuis("list", "--", "te-laat", "-knelpunt:*").status == 0)
    #expect(try !place.thuis("list", "--limt", "5").complaint.contains("niet limt"))
  }

  @Test("words of a filter that look like a term are said so beside the rows, not among them")
  func hyphen() throws {
    let result = try place.thuis("list", "te", "laat")
    #expect(result.status == 0 && result.complaint.contains("Let op: 'te laat' wordt als tekst gezocht."))
    #expect(result.complaint.contains("Bedoelt u te-laat?") && !result.output.contains("Bedoelt"))
    #expect(try !place.thuis("list", "te-laat").complaint.contains("Let op"))
  }

  @Test("a list that finds nothing says which words were looked for in names alone")
  func shortWords() throws {
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id, "note", "--text", "Nieuwe consulent per 1 december").status == 0)
    let nothing = try place.thuis("list", "consulent", "december", "1")
    #expect(nothing.complaint.contains("alleen aan het begin van namen: 1."), "\(nothing.complaint)")
    #expect(try !place.thuis("list", "consulent", "december").complaint.contains("begin van namen"))
  }

  @Test("of relatives still to come a table says 1+2, as the screens do, and CSV has a column of its own")
  func relatives() throws {
    let rows = try #require(
      try place.thuis("list", "nareis:ja", "--format", "json", "--limit", "1").json as? [[String: Any]])
    let row = try #require(rows.first)
    let (persons, relatives) = (try #require(row["persons"] as? Int), try #require(row["relatives"] as? Int))
    let table = try place.thuis("list", "nareis:ja", "--limit", "1").output
    #expect(relatives > 0 && table.contains("  \(persons - relatives)+\(relatives)"))
    let csv = try place.thuis("list", "nareis:ja", "--format", "csv", "--limit", "1").output
    let lines = csv.split(separator: "\r\n")
    #expect(lines.first?.hasSuffix(",relatives") == true && lines.last?.hasSuffix(",\(relatives)") == true)
  }

  @Test("a list has the columns that were asked for, in their order", arguments: ["csv", "table"])
  func columns(_ format: String) throws {
    let result = try place.thuis(
      "list", "--lang", "en", "--columns", "number,changed,lead", "--format", format, "--limit", "2")
    #expect(result.status == 0)
    let heading = try #require(result.output.split(whereSeparator: \.isNewline).first)
    #expect(
      heading.split { $0 == "," || $0 == " " }
        == (format == "csv" ? ["number", "changed", "owner"] : ["Number", "Changed", "Lead"]))
  }

  @Test("a list is sorted by several keys, one of them turned round")
  func sorted() throws {
    let rows = try #require(
      try place.thuis("list", "--sort", "-persons,name", "--format", "json", "--limit", "0").json as? [[String: Any]])
    let persons = rows.compactMap { $0["persons"] as? Int }
    #expect(persons.count == rows.count && persons.count > 5 && persons == persons.sorted(by: >))
  }

  @Test("a view of people is one of the network: words narrow it, and list says where it belongs")
  func viewsOfPeople() throws {
    func names(_ arguments: String...) throws -> [String] {
      let result = place.result(of: try place.start(["network", "--format", "json", "--limit", "0"] + arguments))
      return try #require(result.json as? [[String: Any]]).compactMap { $0["name"] as? String }
    }
    let silent = try names("silent")
    #expect(try names("--view", "silent-too-long") == silent && !silent.isEmpty)
    #expect(try names("--view", "te lang stil", "party:corporation") == names("silent party:corporation"))
    #expect(try names("--view", "silent too long", "--sort", "name") == names("silent", "--sort", "name"))
    let list = try place.thuis("list", "--view", "silent too long")
    #expect(list.status == 64 && list.complaint.contains("thuis network --view"), "\(list.complaint)")
    let network = try place.thuis("network", "--view", "overdue")
    #expect(network.status == 64 && network.complaint.contains("thuis list --view"), "\(network.complaint)")
  }

  @Test("a view is known by its old and its new names, and words beside it narrow it further")
  func views() throws {
    func ids(_ arguments: String...) throws -> [String] {
      let result = place.result(of: try place.start(["list", "--format", "json", "--limit", "0"] + arguments))
      return (result.json as? [[String: Any]] ?? []).compactMap { $0["dossier"] as? String }
    }
    let overdue = try ids("overdue")
    #expect(!overdue.isEmpty)
    for name in ["overdue", "te laat", "Te-Laat"] { #expect(try ids("--view", name) == overdue, "\(name)") }
    #expect(try ids("--view", "all").count > ids("--view", "today").count)
    #expect(try ids("--view", "overdue", "persons>1") == ids("overdue persons>1"))
    #expect(try Set(ids("--view", "overdue", "not", "persons>1")).isStrictSubset(of: overdue))
  }

  @Test(
    "an unknown view, column or order: which there are",
    arguments: [("--view", "longest waiting"), ("--columns", "municipality"), ("--sort", "municipality")])
  func unknown(_ option: String, _ known: String) throws {
    let result = try place.thuis("list", "--lang", "en", option, "kleur")
    #expect(result.status == 64)
    #expect(result.complaint.contains("kleur") && result.complaint.contains(known))
  }

  @Test("show adds household, needs, network, steps, terms and events")
  func show() throws {
    let id = try #require(try place.list().first?.id)
    let dossier = try #require(try place.thuis("show", id, "--format", "json").json as? [String: Any])
    #expect(Set(["household", "needs", "network", "steps", "terms", "events"]).isSubset(of: Set(dossier.keys)))
    #expect(try place.thuis("show", id).output.contains(id))
  }

  @Test("show in words has every open term, that of the whole way to a home as well")
  func openTerms() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let text = try place.thuis("show", id).output
    let steps = try #require(try place.dossier(id)["steps"] as? [[String: Any]])
    let open = steps.filter { $0["state"] as? String == "open" }
    #expect(open.contains { $0["key"] as? String == "home" })
    for step in open {
      guard let day = step["due"] as? String, let title = step["title"] as? String else { continue }
      #expect(text.contains("\(day)  \(title.prefix(30))"), "\(title)")
    }
  }

  @Test("show keeps the lines of a note, each under where the first begins, and has the numbers of who is around")
  func linesAndNumbers() throws {
    let file = place.folder.appending(path: "mensen.csv")
    try "party,organisation,name,phone\ncorporation,Woonhuis,Z. Bel,030 286 0000\n"
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("network", "import", file.path).status == 0)
    let id = try #require(try place.list().first?.id)
    #expect(try place.thuis("do", id, "note", "--text", "Eerste regel\nTweede regel").status == 0)
    let told = try place.thuis(
      "do", id, "contact", "--party", "corporation", "--organisation", "Woonhuis", "--name", "Z. Bel", "--text",
      "gebeld")
    #expect(told.status == 0, "\(told.complaint)")
    let lines = try place.thuis("show", id).output.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasSuffix("Eerste regel") })
    let start = lines[first].count - "Notitie: Eerste regel".count
    #expect(lines[first + 1].hasPrefix(String(repeating: " ", count: start) + "Tweede regel"))
    #expect(lines.contains { $0.contains("Woonhuis (Z. Bel)") && $0.hasSuffix("telefoon 030 286 0000") })
    let network = try #require(try place.dossier(id)["network"] as? [[String: Any]])
    #expect(network.contains { $0["name"] as? String == "Z. Bel" && $0["phone"] as? String == "030 286 0000" })
  }

  @Test("show has the criteria that decide where a household can go")
  func criteria() throws {
    let id = try #require(try place.list("fase:woning").first?.id)
    let said = try place.thuis("do", id, "needs", "--criteria", "study,ambition", "--place", "Utrecht")
    #expect(said.status == 0, "\(said.complaint)")
    let text = try place.thuis("show", id).output
    #expect(text.contains("  Harde criteria: studie Utrecht\n  Zachte criteria: wens\n"), "\(text)")
  }

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

  @Test("a new household gets its number once; the same V-number is not entered twice")
  func new() throws {
    let made = try place.thuis("new", "--surname", "Haddad", "--vnumber", "9876543210", "--format", "json")
    let id = try #require((made.json as? [String: Any])?["dossier"] as? String)
    #expect(try place.thuis("do", id, "member", "--surname", "Haddad", "--given", "Sami").status == 0)
    #expect(try place.dossier(id)["persons"] as? Int == 2)
    let again = try place.thuis("new", "--surname", "Haddad", "--vnumber", "9876543210")
    #expect(again.status == 1)
    #expect(again.complaint.contains(id))
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

  @Test("a dossier that is not there ends with 66")
  func missing() throws {
    #expect(try place.thuis("show", "2020-999999").status == 66)
  }

  @Test("wrong use ends with 64, a filter that cannot be read too")
  func usage() throws {
    #expect(try place.thuis("list", "--format", "xml").status == 64)
    #expect(try place.thuis("list", "stage:nowhere").status == 64)
  }

  @Test("a backup can be restored, and the old casebook is kept")
  func backup() throws {
    let copy = place.folder.appending(path: "copy.sqlite").path
    #expect(try place.thuis("backup", copy).status == 0)
    let id = try #require(try place.list().first?.id)
    let before = try place.events(id).count
    try place.thuis("do", id, "note", "--text", "later")
    let looking = try place.thuis("restore", copy, "--read-only")
    #expect(looking.status == 1 && looking.complaint.contains("--read-only"))
    #expect(try place.thuis("restore", copy).status == 0)
    #expect(try place.events(id).count == before)
    let kept = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(kept.contains { $0.contains(".before-restore") })
    #expect(try place.thuis("check").status == 0)
  }

  @Test("a file or folder that is not there or cannot be written is said in the language of the person, with why")
  func files() throws {
    let nowhere = place.folder.appending(path: "weg").path
    let backup = try place.thuis("backup", nowhere + "/copy.sqlite")
    #expect(backup.status == 66 && backup.complaint.contains("\(nowhere) is er niet."), "\(backup.complaint)")
    let list = try place.thuis("import", nowhere + ".csv")
    #expect(list.status == 66 && list.complaint.contains("kan niet worden gelezen: dat is er niet"))
    let english = try place.thuis("import", nowhere + ".csv", "--lang", "en")
    #expect(english.complaint.contains("cannot be read: it does not exist"))
    let rulebook = place.folder.appending(path: ".config/thuis/rulebook.yaml")
    try FileManager.default.createDirectory(at: rulebook, withIntermediateDirectories: true)
    let rules = try place.thuis("rules", "show")
    #expect(rules.status == 66 && rules.complaint.contains("rulebook.yaml kan niet worden gelezen."))
  }

  @Test("a day in the environment that is no day is said, and nothing is recorded on another")
  func wrongDay() throws {
    let id = try #require(try place.list().first?.id)
    let before = try place.events(id).count
    let result = try place.thuis(
      "do", id, "note", "--text", "x", through: ["/usr/bin/env", "THUIS_TODAY=23 november"])
    #expect(result.status == 64 && result.complaint.contains("THUIS_TODAY \"23 november\" is geen datum"))
    #expect(try place.events(id).count == before)
  }

  @Test("a day at the edge of the calendar is no day to work on", arguments: ["0001-01-01", "9999-12-31"])
  func edgeDay(day: String) throws {
    let option = try place.thuis("quota", "--today", day)
    #expect(option.status == 64 && option.complaint.contains(day), "\(option.complaint)")
    let told = try place.thuis("quota", through: ["/usr/bin/env", "THUIS_TODAY=" + day])
    #expect(told.status == 64 && told.complaint.contains("THUIS_TODAY \"\(day)\" is geen datum"))
  }

  @Test("on a day before the last step in the casebook a command says that it is counted back")
  func earlierDay() throws {
    let early = try place.thuis("list", "--today", "2000-01-03")
    #expect(early.status == 0 && early.complaint.contains("wordt teruggeteld waar dat kan"), "\(early.complaint)")
    #expect(!(try place.thuis("list").complaint.contains("teruggeteld")))
  }

  @Test("a result that cannot be written is no silence: a sentence and 74")
  func fullOutput() throws {
    let result = try place.thuis("list", through: ["/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh"])
    #expect(result.status == 74 && result.complaint.contains("De uitkomst kan niet worden geschreven."))
  }

  @Test("a file that is no casebook is refused, and not touched")
  func noCasebook() throws {
    let file = place.folder.appending(path: "letter.txt")
    let text = String(repeating: "Geachte mevrouw. ", count: 100)
    try text.write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("list", "--casebook", file.path).status == 65)
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("the built-in rulebook is in order; a wrong one is reported with its line")
  func rules() throws {
    #expect(try place.thuis("rules", "check").status == 0)
    let file = place.folder.appending(path: "rules.yaml")
    try "edition: \"1\"\nterms:\n  - {id: x, nl: x, en: x, length: soon, kind: own, source: me}\n".write(
      to: file, atomically: true, encoding: .utf8)
    let result = try place.thuis("rules", "check", file.path)
    #expect(result.status == 65)
    #expect(result.complaint.contains(":3:"))
  }

  @Test("each mistake of a rulebook is on a line of its own, also a length that would leave the calendar")
  func mistakes() throws {
    let file = place.folder.appending(path: "rules.yaml")
    let terms = ["soon", "99999999999d"].map { "  - {id: x, nl: x, en: x, length: \($0), kind: own, source: me}\n" }
    try ("edition: \"1\"\nterms:\n" + terms.joined()).write(to: file, atomically: true, encoding: .utf8)
    let lines = try place.thuis("rules", "check", file.path).complaint.split(separator: "\n")
    for number in [3, 4] { #expect(lines.contains { $0.contains("\(file.path):\(number):") }, "\(lines)") }
    #expect(!lines.contains { $0.contains(":3:") && $0.contains(":4:") }, "\(lines)")
  }
}
