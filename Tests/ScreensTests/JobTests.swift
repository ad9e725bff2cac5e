import Casebook
import Dispatch
import Foundation
import Journey
import Synchronization
@testable import Terminal
import Testing

@testable import Screens

@Suite("Something long under way", .serialized)
struct JobTests {
  /// Holds an act on many half-way once it is shut.
  private final class Gate: Sendable {
    /// An act on many asks every so many whether it goes on.
    static let half = 16
    private let isShut = Mutex(false)
    private let (there, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))

    func shut() { isShut.withLock { $0 = true } }

    func pass(_ done: Int) {
      guard isShut.withLock({ $0 }) else { return }
      guard done == Self.half else { return }
      there.signal()
      goOn.wait()
    }

    /// Waits until it is.
    func comesHalfWay() -> Bool { there.wait(timeout: .now() + 60) == .success }

    func open() {
      isShut.withLock { $0 = false }
      goOn.signal()
    }
  }

  private struct Stage {
    let theatre: Theatre
    let shell: Shell
    let gate = Gate()
    let worker = DispatchQueue(label: "many")

    init(_ language: Language) throws {
      theatre = try Theatre(language, filling: .village)
      var source = try #require(theatre.shell.source as? CasebookSource)
      source.holdsUp = { [gate] in gate.pass($0) }
      let model = Model(rules: .builtIn, language: language, user: "j.bakker", today: Theatre.today)
      shell = Shell(model, source: source, worker: worker, clock: { Theatre.today })
      // Every state of the bar is shown, however fast one follows the other.
      shell.pace = .zero
      _ = shell.draw(size: Size(columns: 120, rows: 40))
      shell.start()
      settle()
    }

    func press(_ keys: Key...) {
      for key in keys {
        shell.handle(.key(key))
        settle()
      }
    }

    func receive() { for message in shell.mailbox.take().messages { shell.receive(message) } }

    func settle() {
      while shell.model.pending > 0 {
        worker.sync {}
        receive()
      }
    }

    var frame: String { shell.draw(size: Size(columns: 120, rows: 40)).canvas.text }

    /// A note for all households, looked at and not yet recorded.
    /// - Returns: for how many it holds.
    func tryNote() throws -> Int {
      press(.character("2"), .character("*"), .character("n"))
      for letter in "brief" { press(.character(letter)) }
      press(.control("s"))
      guard case .many(let many, _)? = shell.model.overlay else {
        Issue.record("no preview: \(shell.model.status?.text ?? "")")
        return 0
      }
      return many.outcome.done.count
    }

    /// Begins something with a key, sees its bar half-way, and presses Esc.
    func endHalfWay(_ key: Key, name: String, of total: Int) throws {
      gate.shut()
      shell.handle(.key(key))
      try #require(gate.comesHalfWay(), "it never came half-way")
      receive()
      shell.handle(.tick(.now + .seconds(1)))
      let full = Gate.half * 10 / total
      let bar = String(repeating: "▓", count: full) + String(repeating: "░", count: 10 - full)
      let ends = Phrase("\(bar) Esc breekt af", "\(bar) Esc ends it")[shell.model.language]
      let of = Phrase("van \(total)", "of \(total)")[shell.model.language]
      #expect(frame.contains("\(name) \(Gate.half) \(of) \(ends)"), "\(frame)")
      shell.handle(.key(.escape))
      gate.open()
      settle()
      let said = Phrase("Afgebroken: er is niets vastgelegd.", "Ended: nothing was recorded.")
      #expect(shell.model.status?.text == said[shell.model.language])
      #expect(shell.model.job == nil && !frame.contains(ends))
    }

    /// Of every dossier how many events its story has.
    func stories() throws -> [DossierID: Int] {
      let rows = try theatre.casebook.rows(Query(open: false), limit: 1_000)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.version) })
    }
  }

  @Test(
    "an act on many says how far it is; Esc ends it half-way, records nothing and leaves form and marks as they were",
    arguments: Language.allCases)
  func act(_ language: Language) throws {
    let stage = try Stage(language)
    defer { stage.theatre.close() }
    let total = try stage.tryNote()
    try #require(total > Gate.half)
    let before = try stage.stories()
    try stage.endHalfWay(.enter, name: language == .nl ? "notitie" : "note", of: total)
    #expect(try stage.stories() == before)
    #expect(stage.shell.model.form?.texts["text"] == "brief" && stage.shell.model.marks.count >= total)
    // It can be done after all.
    stage.press(.control("s"), .enter)
    #expect(try stage.stories().values.reduce(0, +) == before.values.reduce(0, +) + total)
    #expect(try stage.theatre.casebook.check().isSound)
  }

  @Test("so does taking back what was done in many: what is ended half-way still stands in all of them")
  func undo() throws {
    let stage = try Stage(.nl)
    defer { stage.theatre.close() }
    let total = try stage.tryNote()
    try #require(total > Gate.half)
    stage.press(.enter)
    let before = try stage.stories()
    try stage.endHalfWay(.character("u"), name: "ongedaan", of: total)
    #expect(try stage.stories() == before)
    stage.press(.character("u"))
    #expect(try stage.stories().values.reduce(0, +) == before.values.reduce(0, +) + total)
  }
}
