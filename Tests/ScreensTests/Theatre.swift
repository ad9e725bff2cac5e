import Casebook
import Demo
import Dispatch
import Foundation
import Journey
import Terminal
import Testing

@testable import Screens

/// A small fixed casebook and a shell on it that does everything at once, without a terminal.
struct Theatre {
  static let today = Day(2026, 11, 23)!
  /// Which households there are.
  enum Filling { case field, names, village, town }

  let folder: URL
  let casebook: Casebook
  let shell: Shell

  init(
    _ language: Language = .nl, user: String = "j.bakker", size: Size = Size(columns: 120, rows: 40),
    filling: Filling = .field, task: (any TaskSource)? = nil,
    people: (any PeopleSource)? = nil
  ) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("thuis-screens-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    casebook = try Casebook.open(folder.appendingPathComponent("casebook.sqlite").path)
    switch filling {
    case .field: try Theatre.fill(casebook)
    case .names: try Theatre.fillWithNames(casebook)
    case .village, .town:
      // The same households every time; of a town enough to fill columns.
      let count = filling == .town ? 320 : 60
      let field = DemoField(seed: 7, dossiers: count, today: Theatre.today, rules: .builtIn)
      try casebook.bulk((0..<field.dossiers).map(field.story), rules: .builtIn)
    }
    let model = Model(rules: .builtIn, language: language, user: user, today: Theatre.today)
    // Few half-years: what a forecast says is proven elsewhere.
    var source = CasebookSource(casebook: casebook, rules: .builtIn, user: user, language: language, runs: 200)
    (source.staged, source.stagedPeople) = (task, people)
    source.folder = folder.path
    shell = Shell(model, source: source, worker: nil, clock: { Theatre.today })
    _ = shell.draw(size: size)
    shell.start()
  }

  /// A second visit of the same person to the same casebook.
  func again(size: Size = Size(columns: 120, rows: 40), worker: DispatchQueue? = nil) -> Shell {
    let model = Model(rules: .builtIn, language: shell.model.language, user: shell.model.user, today: Theatre.today)
    let visit = Shell(model, source: shell.source, worker: worker, clock: { Theatre.today })
    _ = visit.draw(size: size)
    visit.start()
    return visit
  }

  /// The same person at the same time in another window.
  func window(_ number: Int = 2, size: Size = Size(columns: 120, rows: 40)) throws -> Shell {
    var source = try #require(shell.source as? CasebookSource)
    source.window = Window(number: number)
    let model = Model(rules: .builtIn, language: shell.model.language, user: shell.model.user, today: Theatre.today)
    let window = Shell(model, source: source, worker: nil, clock: { Theatre.today })
    _ = window.draw(size: size)
    window.start()
    return window
  }

  func close() { try? FileManager.default.removeItem(at: folder) }

  func press(_ keys: Key...) { for key in keys { shell.handle(.key(key)) } }

  /// With Tab to this field of the form.
  func go(to field: String) { for _ in 0..<20 where shell.model.form?.field?.name != field { press(.tab) } }

  /// What an act on many comes to, before it is recorded.
  var preview: ManyState? { if case .many(let many, _)? = shell.model.overlay { many } else { nil } }

  func type(_ text: String) { for letter in text { press(.character(letter)) } }

  func frame(_ size: Size) -> Canvas { shell.draw(size: size).canvas }

  /// Somebody else records this in the dossier that is open.
  func another(_ body: Event.Body) {
    do {
      let id = try #require(shell.model.opened?.id)
      try casebook.perform(
        .record(body, on: Theatre.today), on: id, seen: nil, by: Actor("l.smit"), source: .screen, rules: .builtIn,
        today: Theatre.today)
    } catch {
      Issue.record(error)
    }
  }

  /// Four households on their way: searching and late, just linked, with an offer, in reception.
  private static func fill(_ casebook: Casebook) throws {
    func day(_ month: Int, _ day: Int) -> Day { Day(2026, month, day)! }
    let numbers = ["Tekle": "22345678", "Osmani": "32345678", "Demir": "42345678"]
    func person(
      _ id: Int, _ given: String, _ surname: String, _ relation: Person.Relation, _ birth: String, _ sex: Person.Sex
    ) -> Person {
      Person(
        id: PersonID(id), given: given, surname: surname, birth: PartialDate(birth), sex: sex, nationality: "0336",
        relation: relation, vNumber: VNumber(rawValue: numbers[surname, default: "12345678"] + "9\(id)"))
    }
    let rima = [
      person(1, "Rima", "Al-Hassan", .head, "1988-03-21", .female),
      person(2, "Sami", "Al-Hassan", .child, "2015-05-02", .male),
      person(3, "Nour", "Al-Hassan", .child, "2019-01-15", .female),
    ]
    let mitros = Contact(.corporation, organisation: "Mitros", name: "M. de Wit")
    let needs = Event.Profile(
      needs: Needs(rooms: 4, maxRent: 700, features: [.groundFloor]), criteria: [Criterion(.treatment, place: "GM0344")]
    )
    let way: [(Day, Event.Body)] = [
      (day(8, 20), .registered(.init(persons: rima, reception: "azc Utrecht"))),
      (day(8, 28), .permitGranted(.init(.temporary))), (day(9, 2), .screeningHeld(needs)),
      (day(9, 11), .linked(.init("GM0344"))), (day(9, 14), .linkAccepted),
    ]
    let search: [(Day, Event.Body)] = [
      (day(10, 30), .waitingSet(.init(mitros, "aanbod 4-kamerwoning"))),
      (day(11, 16), .blockerRaised(.init(Rulebook.builtIn.blockers[0].code, "begane grond"))),
      (day(11, 20), .noteAdded(.init("Rima belt maandag over de school."))),
    ]
    try register(way + search + [(day(11, 20), .assigned(.init("j.bakker")))], casebook)
    let yonas = [person(1, "Yonas", "Tekle", .head, "1996-07-01", .male)]
    try register(
      [
        (day(10, 1), .registered(.init(persons: yonas, reception: "azc Ter Apel"))),
        (day(10, 20), .permitGranted(.init(.temporary))), (day(10, 26), .screeningHeld(.init(needs: Needs(rooms: 1)))),
        (day(11, 20), .linked(.init("GM0344"))), (day(11, 20), .assigned(.init("j.bakker"))),
      ], casebook)
    let farid = [
      person(1, "Farid", "Osmani", .head, "1980-02-02", .male),
      person(2, "Laila", "Osmani", .partner, "1983-09-09", .female),
    ]
    let home = Event.Home(address: "Kanaalstraat 12", landlord: mitros, rooms: 4, rent: 690, features: [.groundFloor])
    let offered = way.dropFirst().map { ($0.0, $0.1) } + [(day(11, 18), Event.Body.homeAssigned(home))]
    try register([(day(8, 20), .registered(.init(persons: farid, reception: "azc Utrecht")))] + offered, casebook)
    let ayse = [person(1, "Ayşe", "Demir", .head, "1999-12-31", .female)]
    try register([(day(11, 1), .registered(.init(persons: ayse, reception: "azc Utrecht")))], casebook)
  }

  static func register(_ bodies: [(Day, Event.Body)], _ casebook: Casebook) throws {
    try casebook.register(
      bodies, year: 2026, by: Actor("j.bakker"), source: .screen, rules: .builtIn, today: today)
  }
}

extension Source {
  /// What is left half-way under this key.
  func draft(_ key: String) -> [String: String]? { drafts().first { $0.key == key }?.texts }
}

extension Shell {
  func takes(_ keys: Key...) { for key in keys { handle(.key(key)) } }
  func type(_ text: String) { for letter in text { takes(.character(letter)) } }
}
