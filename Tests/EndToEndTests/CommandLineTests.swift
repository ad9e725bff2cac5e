import Foundation
import Testing

@Suite("The command line", .serialized)
struct CommandLineTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
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

  @Test("the same name and date of birth twice is refused with the number, until one says that it is somebody else")
  func twice() throws {
    let words = ["new", "--surname", "Haddad", "--given", "Rima", "--birth", "1988-03-21"]
    func opened(_ more: String...) throws -> (status: Int32, output: String, complaint: String) {
      let result = place.result(of: try place.start(words + more))
      return (result.status, result.output, result.complaint)
    }
    let first = try opened()
    #expect(first.status == 0, "\(first.complaint)")
    let number = String(first.output.prefix(while: { $0 != " " }))
    let again = try opened()
    #expect(again.status == 1 && again.complaint.contains(number), "\(again.complaint)")
    #expect(again.complaint.contains("--toch"))
    #expect(try opened("--toch").status == 0)
    #expect(try opened("--vnumber", "9876543210").status == 1, "no number of the first tells them apart")
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
