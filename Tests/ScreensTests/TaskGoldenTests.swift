import Casebook
import Journey
import Quota
import Terminal
import Testing

@testable import Screens

/// Frames of the screen of the task, as files beside the tests.
@Suite("Frames of the task")
struct TaskGoldenTests {
  enum Scene: String, CaseIterable {
    case province, sorted, country, municipality, course, numbers, approach, choose, postings, correction, acts
    case whatIf, whatIfForm, backTest, nothing, account, scenarios

    func play(_ theatre: Theatre) {
      theatre.press(.character("4"))
      switch self {
      case .country, .nothing: return
      default: break
      }
      theatre.press(.character("M"))
      theatre.type(theatre.shell.model.language == .nl ? "provincie utrecht" : "province of utrecht")
      theatre.press(.enter)
      // On the municipality of Utrecht.
      theatre.press(.end)
      while theatre.shell.model.taskRow?.id != .area(.municipality("GM0344")) { theatre.press(.up) }
      switch self {
      case .sorted: theatre.press(.right, .right, .right, .right, .right, .character("s"))
      case .municipality: theatre.press(.enter)
      case .course: theatre.press(.tab)
      case .numbers: theatre.press(.character("i"))
      case .approach: theatre.press(.tab, .tab)
      case .choose: theatre.press(.character("o"))
      case .postings: theatre.press(.character("o"), .character("5"))
      case .correction:
        theatre.press(.character("c"))
        theatre.type("x")
        theatre.press(.tab)
      case .acts: theatre.press(.character("A"))
      case .whatIf, .whatIfForm:
        theatre.press(.character("w"), .character("w"))
        theatre.type("2")
        if self == .whatIf { theatre.press(.control("s")) }
      case .backTest: theatre.press(.character("B"))
      case .account: theatre.press(.character("L"))
      case .scenarios: theatre.press(.character("w"), .character("f"))
      case .province, .country, .nothing: break
      }
    }
  }

  private func theatre(_ scene: Scene, _ language: Language) throws -> Theatre {
    var task = StagedTask(isEmpty: scene == .nothing)
    if scene == .scenarios { task.book = TaskBook(task.book.events + Self.kept(after: task.book)) }
    let theatre = try Theatre(language, task: task)
    scene.play(theatre)
    return theatre
  }

  /// Two scenarios, each under its name.
  private static func kept(after book: TaskBook) -> [TaskEvent] {
    var homes = Scenario(name: "flexwoningen")
    homes.homes = [.once(60, of: .one)]
    var links = Scenario(name: "sneller koppelen")
    links.links = 2
    return [homes, links].enumerated().map { index, scenario in
      let id = EventID(high: 8, low: UInt64(index + 1))
      return TaskEvent(
        id: id, number: book.number + 1 + index, day: Theatre.today - 7, recordedAt: 0, actor: Actor("j.bakker"),
        source: .screen, act: id, body: .saved(scenario))
    }
  }

  @Test("each looks as it was agreed", arguments: Scene.allCases, Language.allCases)
  func frames(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectFrames(scene.rawValue, in: "task/")
  }

  @Test("each has the looks that were agreed, in every theme", arguments: Scene.allCases, Language.allCases)
  func looks(_ scene: Scene, _ language: Language) throws {
    let theatre = try theatre(scene, language)
    defer { theatre.close() }
    try theatre.expectLooks(scene.rawValue, in: "task/")
  }
}
