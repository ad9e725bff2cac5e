import Casebook
import Foundation
import Glibc
import Testing

@Suite("When the file gives trouble", .serialized)
struct TroubleTests {
  let place: Workplace
  let id: String

  init() throws {
    place = try Workplace()
    try place.fill(20)
    id = try #require(try place.list().first?.id)
  }

  private var bytes: Data { get throws { try Data(contentsOf: URL(filePath: place.casebook)) } }

  private func note(_ text: String = "x", through wrapper: [String] = []) throws -> Binary.Result {
    try place.thuis("do", id, "note", "--text", text, through: wrapper)
  }

  // A disk as small as a file may grow: writing fails half way, as on a full one. What SQLite says of a disk that is
  // really full is tested in the casebook's own tests.
  private static let smallDisk = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 96; exec \"$@\"", "sh"]

  @Test("no room to write: a sentence, 74, and the casebook is as it was")
  func noRoom() throws {
    let before = try place.events(id).count
    let result = try note(String(repeating: "lang verhaal ", count: 8_000), through: Self.smallDisk)
    #expect(result.status == 74)
    #expect(result.complaint.hasSuffix(".\n"))
    #expect(try place.events(id).count == before)
    #expect(try place.thuis("check").status == 0)
    #expect(try note().status == 0)
  }

  @Test("a folder that may not be written: a sentence, 77, and nothing changes", .enabled(if: Nobody.isPossible))
  func readOnly() throws {
    try Nobody.give(place.folder.path)
    let before = try bytes
    chmod(place.folder.path, 0o500)
    defer { chmod(place.folder.path, 0o700) }
    let result = try note(through: Nobody.wrapper)
    #expect(result.status == 77)
    #expect(result.complaint.contains("rechten"))
    #expect(try bytes == before)
  }

  @Test(
    "a list that may not be read, and a place where what is rejected may not be written: a sentence and 77",
    .enabled(if: Nobody.isPossible))
  func noPermission() throws {
    let before = try place.list(limit: 0).count
    let (list, closed) = (place.folder.appending(path: "lijst.csv").path, place.folder.appending(path: "dicht").path)
    try "achternaam;v_nummer\nTesfay;2900000001\n".write(toFile: list, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
    try Nobody.give(place.folder.path)
    chmod(closed, 0o500)
    defer { chmod(closed, 0o700) }
    let rejects = try place.thuis("import", list, "--rejects", closed + "/af.csv", through: Nobody.wrapper)
    #expect(rejects.status == 77 && rejects.complaint.contains("kan niet worden geschreven: geen rechten"))
    chmod(list, 0)
    let read = try place.thuis("import", list, through: Nobody.wrapper)
    #expect(read.status == 77 && read.complaint.contains("kan niet worden gelezen: geen rechten"))
    #expect(try place.list(limit: 0).count == before, "nothing went in")
  }

  @Test("a casebook that somebody keeps busy: a sentence and 75; who only reads does not wait")
  func locked() throws {
    place.patience = "0.05"
    let before = try place.events(id).count
    try Casebook.open(place.casebook).together { _ in
      let result = try note()
      #expect(result.status == 75)
      #expect(result.complaint.contains("bezet"))
      #expect(try place.events(id).count == before)
    }
    #expect(try note().status == 0)
  }

  @Test("a casebook of a newer version: a sentence, 65, and not a byte is changed")
  func newer() throws {
    try patch(at: 60, [0, 0, 0, 99])
    let before = try bytes
    let result = try note()
    #expect(result.status == 65)
    #expect(result.complaint.contains("99"))
    #expect(try place.thuis("check").status == 65)
    #expect(try bytes == before)
  }

  @Test("another program's database: a sentence, 65, and not a byte is changed")
  func notOurs() throws {
    try patch(at: 68, [0, 0, 0, 7])
    let before = try bytes
    let result = try note()
    #expect(result.status == 65)
    #expect(result.complaint.contains("geen werkboek"))
    #expect(try bytes == before)
  }

  @Test("a casebook cut short: check says it is damaged, and leaves it for whoever can mend it")
  func truncated() throws {
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: place.casebook))
    let before = try bytes
    let result = try place.thuis("check")
    #expect(result.status == 65 || result.status == 1)
    #expect((result.output + result.complaint).contains("beschadigd"))
    #expect(try bytes == before)
  }

  @Test("a page of rubbish in the casebook does not pass the check, and stays as it was found")
  func corrupted() throws {
    let page = try bytes.count / 8192 * 4096
    let rubbish = [UInt8](repeating: 0xA5, count: 4096)
    try patch(at: page, rubbish)
    let result = try place.thuis("check")
    #expect(result.status == 65 || result.status == 1)
    #expect((result.output + result.complaint).contains("beschadigd"))
    #expect(try Array(bytes[page..<page + 4096]) == rubbish)
  }

  @Test("a damaged backup is not put back", arguments: [2, 3, 1000])
  func damagedBackup(part: Int) throws {
    let copy = place.folder.appending(path: "copy.sqlite")
    #expect(try place.thuis("backup", copy.path).status == 0)
    let whole = try Data(contentsOf: copy)
    try whole.prefix(whole.count - whole.count / part).write(to: copy)
    let before = try bytes
    let result = try place.thuis("restore", copy.path)
    #expect(result.status == 65)
    #expect(!result.complaint.isEmpty)
    #expect(try bytes == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
    #expect(!left.contains { $0.contains("restor") })
    #expect(try place.thuis("check").status == 0)
  }

  private func patch(at offset: Int, _ new: [UInt8]) throws {
    var all = try bytes
    all.replaceSubrange(offset..<offset + new.count, with: new)
    try all.write(to: URL(filePath: place.casebook))
  }
}

/// For whom permissions hold: the superuser's programs may write anywhere, so those tests run as `nobody`.
enum Nobody {
  static let wrapper =
    geteuid() == 0 ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// Where the superuser cannot become nobody, or nobody cannot reach the program, there is nothing to test.
  static let isPossible: Bool = {
    guard geteuid() == 0 else { return true }
    guard let place = try? Workplace() else { return false }
    return (try? place.thuis("--version", through: wrapper).status) == 0
  }()

  static func give(_ folder: String) throws {
    guard geteuid() == 0 else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) + ["."] {
      chown(folder + "/" + name, 65534, 65534)
    }
  }
}
