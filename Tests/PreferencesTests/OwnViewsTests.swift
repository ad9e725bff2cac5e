import Casebook
import Chance
import Foundation
import Testing

@testable import Preferences

@Suite("Views of one's own")
final class OwnViewsTests {
  let home = FileManager.default.temporaryDirectory.appending(path: "thuis-views-\(UUID().uuidString)")
  var views: OwnViews { OwnViews(ConfigFolders(environment: ["XDG_CONFIG_HOME": home.path])) }

  deinit { try? FileManager.default.removeItem(at: home) }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      at: home.appending(path: "thuis"), withIntermediateDirectories: true)
    try text.write(toFile: views.path, atomically: true, encoding: .utf8)
  }

  private var text: String? { try? String(contentsOfFile: views.path, encoding: .utf8) }
  private var backup: String? { try? String(contentsOfFile: views.path + ".bak", encoding: .utf8) }

  @Test("without a file there are none; the first one saved makes file and folder, for the owner only")
  func first() throws {
    #expect(views.load().views.isEmpty && views.load().mistakes.isEmpty)
    let late = SavedView(
      name: "te laat, Utrecht", filter: "gemeente:\"Den Haag\" te-laat",
      sort: [SortKey(.stage), SortKey(.name, reversed: true)],
      columns: [ShownColumn(.due), ShownColumn(.name, width: 24)])
    try views.save(late)
    #expect(views.load().views == [late] && views.load().mistakes.isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: views.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(backup == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path + "/thuis") == ["views.yaml"])
  }

  @Test("saving under a name that is there replaces that view in its place; removing takes it out")
  func replace() throws {
    for name in ["een", "twee", "drie"] { try views.save(SavedView(name: name, filter: name)) }
    try views.save(SavedView(name: "Twee", filter: "nieuw"))
    #expect(views.load().views.map(\.name) == ["een", "Twee", "drie"])
    #expect(views.load().views[1].filter == "nieuw")
    try views.remove("een")
    try views.remove("er niet")
    #expect(views.load().views.map(\.name) == ["Twee", "drie"])
    #expect(backup == nil)
  }

  @Test("what a person wrote by hand is kept as views.yaml.bak before the program writes")
  func byHand() throws {
    let hand = "# op maandag\n- name: kort\n  filter: te-laat   # heel laat\n  sort: -termijn, naam\n"
    try write(hand)
    #expect(
      views.load().views == [
        SavedView(name: "kort", filter: "te-laat", sort: [SortKey(.due, reversed: true), SortKey(.name)])
      ])
    try views.save(SavedView(name: "lang"))
    #expect(backup == hand)
    #expect(views.load().views.map(\.name) == ["kort", "lang"])
    try views.save(SavedView(name: "nog een"))
    #expect(backup == hand)
  }

  @Test("a wrong view costs itself only, and nothing is saved over it")
  func wrong() throws {
    let hand =
      "- name: goed\n- name: fout\n  sort: kleur\n- filter: x\n- name: ook goed\n  colums: [due]\n- name: GOED\n- name: best\n"
    try write(hand)
    let (found, mistakes) = views.load()
    #expect(found.map(\.name) == ["goed", "best"])
    #expect(mistakes.map(\.line) == [3, 4, 6, 7])
    #expect(mistakes[2].reason.nl.contains("bedoelde u columns?"))
    let failure = #expect(throws: OwnViewsFailure.self) { try self.views.save(SavedView(name: "nieuw")) }
    #expect(failure?.phrase.nl.contains("views.yaml regel 3") == true)
    #expect(throws: OwnViewsFailure.self) { try self.views.remove("goed") }
    #expect(text == hand && backup == nil)
  }

  @Test(
    "a file that is no YAML, or no list, is never written over",
    arguments: ["- name: [a\n", "name: a\n", "hallo\n", "\u{FF}\u{0}"])
  func unreadable(hand: String) throws {
    try write(hand)
    #expect(!views.load().mistakes.isEmpty)
    #expect(throws: OwnViewsFailure.self) { try self.views.save(SavedView(name: "nieuw")) }
    #expect(text == hand)
  }

  @Test("a link in the place of the file stays a link: what it points at is written")
  func link() throws {
    try FileManager.default.createDirectory(at: home.appending(path: "thuis"), withIntermediateDirectories: true)
    let real = home.appending(path: "dotfiles-views.yaml").path
    try "- name: oud\n".write(toFile: real, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: views.path, withDestinationPath: real)
    try views.save(SavedView(name: "nieuw"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: views.path) == real)
    #expect(try String(contentsOfFile: real, encoding: .utf8).contains("nieuw"))
  }

  @Test(
    "a view of people says what people are not sorted by or shown with, and what its rows may be",
    arguments: [
      ("- name: a\n  rows: people\n  sort: termijn\n", "verwacht stil, aanzet, reactie, afspraken of naam"),
      ("- name: a\n  rows: people\n  columns: [due]\n", "vaste kolommen"),
      ("- name: a\n  rows: huizen\n", "verwacht dossiers of people"),
    ])
  func people(_ text: String, _ expected: String) {
    let (views, mistakes) = ViewsText.read(text, path: "views.yaml")
    #expect(views.isEmpty && mistakes.first?.text(.nl).contains(expected) == true, "\(mistakes)")
  }

  @Test("any view comes back as it was saved", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    var dice = Chance(seed: UInt64(seed))
    let signs = Array("abz ÉŁ王أ\"'\\:#-[]{},&*!|>%@`?~.09=<\t\u{1F600}") + ["\n"]
    func word(_ most: Int) -> String {
      String((0..<(1 + Int(dice.next() % UInt64(most)))).map { _ in signs[Int(dice.next() % UInt64(signs.count))] })
    }
    func pick<T>(_ all: [T]) -> [T] { all.filter { _ in dice.next() % 3 == 0 } }
    var saved: [SavedView] = []
    for index in 0..<(1 + Int(dice.next() % 4)) {
      if dice.next() % 4 == 0 {
        let order = NetworkQuery.Order.allCases[Int(dice.next() % 3)]
        saved.append(SavedView(name: "\(index)" + word(12), rows: .people, filter: word(40), sort: order.sort))
        continue
      }
      saved.append(
        SavedView(
          name: "\(index)" + word(12), filter: dice.next() % 4 == 0 ? "" : word(120),
          sort: pick(SortKey.By.ofDossiers).map { SortKey($0, reversed: dice.next() % 2 == 0) },
          columns: pick(Column.allCases).map {
            ShownColumn($0, width: dice.next() % 2 == 0 ? nil : 4 + Int(dice.next() % 77))
          }))
    }
    let text = try ViewsText.write(saved)
    let (views, mistakes) = ViewsText.read(text, path: "views.yaml")
    #expect(mistakes.isEmpty, "\(text)")
    #expect(views == saved, "\(text)")
  }
}
