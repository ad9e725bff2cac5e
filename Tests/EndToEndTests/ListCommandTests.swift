import Foundation
import Journey
import Testing

// What `thuis list` prints.
extension CommandLineTests {
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

  @Test("a list that is cut says beside the rows how many there are, and says nothing where all are printed")
  func cut() throws {
    let all = try place.list(limit: 0).count
    try #require(all > 3)
    for format in ["table", "csv", "json"] {
      let some = try place.thuis("list", "--limit", "3", "--format", format)
      #expect(some.complaint.contains("3 van \(all) dossiers; --limit 0 geeft alle."), "\(some.complaint)")
      #expect(!some.output.contains("--limit"))
    }
    let english = try place.thuis("list", "--lang", "en", "--limit", "3").complaint
    #expect(english.contains("3 of \(all) dossiers; --limit 0 gives all."), "\(english)")
    for limit in ["0", "\(all)"] {
      #expect(try !place.thuis("list", "--limit", limit).complaint.contains("--limit"))
    }
  }

  @Test(
    "people and organisations of the network that are left out are counted beside the rows",
    arguments: ["list", "organisations"])
  func cutNetwork(_ what: String) throws {
    let all = try #require(
      try place.thuis("network", what, "--limit", "0", "--format", "json").json as? [[String: Any]]
    ).count
    try #require(all > 1)
    let noun = what == "list" ? "mensen" : "organisaties"
    let one = try place.thuis("network", what, "--limit", "1", "--format", "csv")
    let said = "1 van \(Digits.grouped(all, .nl)) \(noun); --limit 0 geeft alle."
    #expect(one.complaint.contains(said), "\(one.complaint)")
    #expect(one.output.split(separator: "\r\n").count == 2)
    #expect(try !place.thuis("network", what, "--limit", "0").complaint.contains("--limit"))
    #expect(try place.thuis("network", what, "--limit", "-1").status == 64)
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
}
