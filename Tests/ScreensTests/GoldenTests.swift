import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

/// Frames as files beside the tests (`Golden`): their text at four sizes, and their looks in the four themes.
@Suite("Frames")
struct GoldenTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 10),
    Size(columns: 200, rows: 60),
  ]
  /// Those on which there is more than the word that it is too small.
  static let readable = sizes.filter { $0.columns >= Model.smallest.columns }

  enum Scene: String, CaseIterable {
    case vandaag, dossiers, dossier, form, help, palette, acts, details, explain, register, correct
    case board, boardGroups, boardByOrganisation, boardByPerson, boardWhere = "where-the-days-go", boardFlow = "flow",
      boardNumbers = "flow-numbers",
      boardAsOf = "as-of"
    case boardAgeing = "ageing", boardThroughput = "throughput", boardLeadTime = "lead-time", boardContact = "contact"
    case review, decision, minutes, endReview
    case plan, share
    case marks, many, columns, sort, views, keepView, mistake, conflict, leaveForm, municipality, household, names
    case drafts, discard, discardQuestion, progress, readOnly

    var filling: Theatre.Filling {
      switch self {
      case .names: .names
      case .board, .boardGroups, .boardByOrganisation, .boardByPerson, .boardWhere, .boardFlow, .boardNumbers,
        .boardAsOf, .boardAgeing, .boardThroughput, .boardLeadTime, .boardContact, .review, .decision, .minutes,
        .endReview:
        .town
      default: .field
      }
    }

    func play(_ theatre: Theatre) {
      switch self {
      case .vandaag: break
      case .dossiers: theatre.press(.character("2"))
      case .dossier: theatre.press(.enter)
      case .form: theatre.press(.enter, .character("n"))
      case .help: theatre.press(.character("?"))
      case .palette: theatre.press(.enter, .control("p"))
      case .acts: theatre.press(.enter, .character("A"))
      case .details: theatre.press(.enter, .up, .enter)
      case .explain: theatre.press(.character("."))
      case .register: theatre.press(.character("N"))
      case .correct: theatre.press(.enter, .character("C"))
      case .marks: theatre.press(.character("2"), .character(" "), .down, .character(" "))
      case .many:
        // The first has this blocker already.
        theatre.press(.character("2"), .character("*"), .character("b"))
        theatre.type("geen passend")
        theatre.press(.enter, .control("s"))
      case .columns: theatre.press(.character("2"), .character("C"), .down, .right)
      case .sort: theatre.press(.character("2"), .character("S"), .down, .character(" "), .end, .character(" "), .left)
      case .views: theatre.press(.character("2"), .character("f"))
      case .keepView: theatre.press(.character("2"), .character("F"))
      case .mistake:
        theatre.press(.character("2"), .character("/"))
        theatre.type("tekle")
        theatre.shell.handle(.paste(" fase:xyzzy"))
      case .conflict:
        // Both see the same blocker, and the other is first.
        let blocker = Rulebook.builtIn.blockers[1]
        theatre.press(.enter, .character("b"))
        theatre.type(blocker.name[theatre.shell.model.language])
        theatre.another(.blockerRaised(.init(blocker.code, "al gezien")))
        theatre.press(.control("s"))
      case .leaveForm:
        theatre.press(.enter, .character("n"))
        theatre.type("half af")
        theatre.press(.escape)
      case .municipality:
        theatre.press(.character("M"))
        theatre.type("amers")
      case .household: theatre.press(.enter, .tab, .down)
      case .names: theatre.press(.character("2"))
      case .board: theatre.press(.character("3"), .right, .right, .right, .down)
      case .boardGroups: theatre.press(.character("3"), .right, .right, .right, .character("v"))
      case .boardByOrganisation:
        theatre.press(.character("3"), .right, .right, .right, .character("v"), .character("v"))
      case .boardByPerson:
        theatre.press(.character("3"), .right, .right, .right, .character("v"), .character("v"), .character("v"))
      case .boardWhere: Self.turn(theatre, to: .days)
      case .boardAgeing: Self.turn(theatre, to: .ageing)
      case .boardThroughput: Self.turn(theatre, to: .throughput)
      case .boardLeadTime: Self.turn(theatre, to: .cycleTimes)
      case .boardContact: Self.turn(theatre, to: .contact)
      case .boardFlow: theatre.press(.character("3"), .character("t"))
      case .boardNumbers: theatre.press(.character("3"), .character("t"), .character("T"))
      case .boardAsOf:
        theatre.press(.character("3"), .right, .right, .right, .character("d"))
        theatre.type("1-10-2026")
        theatre.press(.control("s"))
      case .plan: theatre.press(.enter, .character("P"))
      case .share:
        theatre.press(.enter, .character(":"))
        theatre.type(theatre.shell.model.language == .nl ? "delen" : "share")
        theatre.press(.enter)
        theatre.type(theatre.shell.model.language == .nl ? "woning zoeken" : "home search")
        theatre.press(.tab)
        theatre.type(theatre.shell.model.language == .nl ? "Corporatie" : "corporation")
        theatre.press(.control("s"))
      case .drafts: Self.askDrafts(theatre, Phrase("concepten", "drafts"))
      case .discard, .discardQuestion:
        Self.askDrafts(theatre, Phrase("concept weggooien", "discard draft"))
        if self == .discardQuestion { theatre.press(.enter) }
      case .progress:
        theatre.press(.character("2"))
        theatre.shell.model.job = Job(name: Act.note.name[theatre.shell.model.language], done: 240, total: 1_000)
        theatre.shell.model.isBusy = true
      case .readOnly:
        theatre.shell.model.isReadOnly = true
        theatre.press(.character("2"), .character("n"))
      case .review, .decision, .minutes, .endReview:
        theatre.press(.character("3"), .character("R"))
        theatre.type(", F. Yilmaz (COA)")
        theatre.press(.control("s"), .character(" "))
        if self == .review { return }
        if self == .endReview { return theatre.press(.character("1")) }
        theatre.press(.character("d"))
        theatre.type(
          theatre.shell.model.language == .nl ? "Mitros zoekt ook buiten de wijk" : "Mitros searches further out")
        theatre.press(.tab)
        theatre.type(theatre.shell.model.language == .nl ? "Corporatie" : "corporation")
        theatre.press(.tab, .tab, .tab)
        theatre.type("+2w")
        theatre.press(.control("s"))
        if self == .minutes { theatre.press(.character("m")) }
      }
    }

    private static func turn(_ theatre: Theatre, to view: PipelineView) {
      theatre.press(.character("3"))
      for _ in 0..<view.rawValue { theatre.press(.character("t")) }
    }

    /// Leaves a note and a new household half-way, and asks for what was left.
    private static func askDrafts(_ theatre: Theatre, _ name: Phrase) {
      theatre.press(.enter, .character("n"))
      theatre.type("half af")
      theatre.press(.escape, .character("j"), .character("q"), .character("N"))
      theatre.type("Amina")
      theatre.press(.escape, .character("j"), .character(":"))
      theatre.type(name[theatre.shell.model.language])
      theatre.press(.enter)
    }
  }

  private func theatre(_ scene: Scene, _ language: Language) throws -> Theatre {
    let theatre = try Theatre(language, filling: scene.filling)
    scene.play(theatre)
    return theatre
  }

  @Test("each screen looks as it was agreed", arguments: Scene.allCases, Language.allCases)
  func frames(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectFrames(scene.rawValue, sizes: Self.sizes)
  }

  @Test("each screen has the looks that were agreed, in every theme", arguments: Scene.allCases, Language.allCases)
  func looks(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectLooks(scene.rawValue)
  }

  @Test("whatever script a name is in, every column begins where it does in every other row", arguments: readable)
  func names(_ size: Size) throws {
    let theatre = try theatre(.names, .nl)
    defer { theatre.close() }
    let canvas = theatre.frame(size)
    let list = theatre.shell.model.list
    let columns = ListLayout(chosen: [], language: .nl, isNumbered: true).columns(width: size.columns - 2)
    #expect(columns.contains { $0.column == .stage } && list.lines.count == Theatre.names.count)
    for (row, line) in list.lines.enumerated() {
      var x = 4
      for (column, width) in columns {
        let cells = (x..<x + width).map { canvas[$0, 3 + row] }
        #expect(canvas[x - 1, 3 + row].glyph == " ", "a blank before \(column) of \(line.name)")
        let shown = cells.map(\.glyph).joined().trimmed
        switch column {
        case .number: #expect(shown == line.id.description)
        case .stage: #expect(shown == line.stage.name.nl)
        case .persons: #expect(shown == "1")
        case .name: #expect(shown == TextWidth.fit(line.name, width: width).trimmed)
        default: break
        }
        x += width + 1
      }
    }
  }

  @Test("a name is kept letter by letter as it came")
  func untouched() throws {
    let theatre = try Theatre(filling: .names)
    defer { theatre.close() }
    theatre.press(.character("2"))
    let numbers = theatre.shell.model.list.lines.map(\.id).sorted()
    #expect(numbers.count == Theatre.names.count)
    for (id, name) in zip(numbers, Theatre.names) {
      let person = try #require(try theatre.casebook.dossier(id)?.persons.first)
      #expect(Array(person.given.unicodeScalars) == Array(name.given.unicodeScalars))
      #expect(Array(person.surname.unicodeScalars) == Array(name.surname.unicodeScalars))
    }
  }
}
