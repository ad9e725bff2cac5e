import Casebook
import Chance
import Foundation
import Journey
@testable import Terminal
import Testing

@testable import Screens

/// 100,000 inputs, and 20,000 with a late worker; `THUIS_TRACE_INPUTS=1` says each before it comes, for one that ends the program.
@Suite("Whatever comes in")
struct RandomInputTests {
  private static let inputs = 5_000
  private static let traces = ProcessInfo.processInfo.environment["THUIS_TRACE_INPUTS"] == "1"

  @Test("frame and casebook stay whole, and what was said to be recorded is what was recorded", arguments: 0..<20)
  func anything(_ seed: Int) throws { try play(seed, Self.inputs, isLate: false) }

  @Test("the same when answers come some keys later", arguments: 100..<108)
  func late(_ seed: Int) throws { try play(seed, Self.inputs / 2, isLate: true) }

  private func play(_ seed: Int, _ inputs: Int, isLate: Bool) throws {
    // One in three among more households, with a task to look at.
    let isVillage = seed % 3 == 2
    let theatre = try Theatre(
      seed % 2 == 0 ? .nl : .en, filling: isVillage ? .village : .field, task: isVillage ? StagedTask() : nil)
    defer { theatre.close() }
    let before = try Self.acts(theatre)
    let worker = isLate ? LateWorker() : nil
    defer { worker?.release() }
    var random = RandomInput(seed: seed, size: Size(columns: 120, rows: 40))
    var chance = Chance(seed: UInt64(seed))
    var shell = isLate ? theatre.again(worker: worker?.queue) : theatre.shell
    worker?.settle(shell)
    var (latest, confirmed): ([Input], Set<EventID>) = ([], [])
    func confirm() {
      if let act = shell.model.lastActed?.act, shell.model.lastActed?.dossiers.isEmpty == false {
        confirmed.insert(act)
      }
    }
    for number in 0..<inputs {
      let input = random.next()
      latest = latest.suffix(29) + [input]
      if Self.traces { FileHandle.standardError.write(Data("\(seed).\(number) \(input)\n".utf8)) }
      worker?.hold()
      shell.handle(input)
      confirm()
      if chance.roll(4) == 0 { worker?.bring(1 + chance.roll(3), to: shell, each: confirm) }
      if shell.wantsExit != nil {
        worker?.settle(shell, each: confirm)
        worker?.release()
        shell.keepPlace()
        shell = theatre.again(size: random.size, worker: worker?.queue)
      }
      let isStuck = !isLate && !shell.isIdle
      let wrong = isStuck ? "something is never done" : random.drawsNow() ? Self.wrong(shell, random.size) : nil
      if let wrong {
        Issue.record(
          "\(wrong)\nseed \(seed), input \(number), after:\n\(latest.map { "\($0)" }.joined(separator: "\n"))")
        return
      }
    }
    worker?.settle(shell, each: confirm)
    let recorded = try Self.acts(theatre).subtracting(before)
    #expect(recorded == confirmed.subtracting(before), "seed \(seed)")
    #expect(recorded.count > (isLate ? 5 : 20), "so little was recorded that this proves nothing: seed \(seed)")
    let report = try theatre.casebook.check()
    #expect(report.isSound, "seed \(seed): \(report.problems)")
    #expect(report.unknownEvents == 0)
  }

  /// A look at numbers is recorded, and nothing that one did.
  private static func acts(_ theatre: Theatre) throws -> Set<EventID> {
    let all = try theatre.casebook.rows(Query(open: false), limit: 10_000)
    return Set(
      try all.flatMap { try theatre.casebook.dossier($0.id)?.story.filter { !$0.isLook }.map(\.act) ?? [] })
  }

  /// What is wrong with the frame; nil for nothing.
  private static func wrong(_ shell: Shell, _ size: Size) -> String? {
    let canvas = shell.draw(size: size).canvas
    if canvas.size != size { return "a frame of \(canvas.size) for \(size)" }
    if let cursor = canvas.cursor, !canvas.contains(cursor.x, cursor.y) { return "the cursor at \(cursor)" }
    for y in 0..<size.rows {
      var isOpen = false
      for cell in canvas.cells(ofRow: y) {
        if isOpen != (cell.symbol.width == 0) { return "half of a wide glyph in row \(y): \(canvas.row(y))" }
        isOpen = cell.symbol.width == 2
        if isOpen || cell.symbol.width == 0 { continue }
        if isForbidden(cell.symbol.base) { return "U+\(String(cell.symbol.base, radix: 16)) in row \(y)" }
      }
      if isOpen { return "half of a wide glyph at the end of row \(y)" }
    }
    return canvas.zones.first { !means($0, shell) }.map { "a zone of nothing: \($0)" }
  }

  /// It moves the cursor, reverses a line, or hides.
  private static func isForbidden(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F..<0xA0).contains(scalar) || (0x200B..<0x2010).contains(scalar)
      || (0x202A..<0x202F).contains(scalar) || (0x2060..<0x2070).contains(scalar) || scalar == 0xFEFF
  }

  private static func means(_ zone: Zone, _ shell: Shell) -> Bool {
    let model = shell.model
    switch Target(tag: zone.tag) {
    case .row(let id):
      return model.list.ids.contains(id)
        || model.tab == .pipeline && Board.stages.contains { model[.column($0)].ids.contains(id) }
    case .group(let stage, let index): return model.pipeline.groups(stage).indices.contains(index)
    case .stage: return model.tab == .pipeline
    case .key(let index): return shell.barActions.indices.contains(index)
    case .line(let index): return model.opened?.lines.indices.contains(index) == true
    case .person(let index): return model.opened?.dossier.persons.indices.contains(index) == true
    // The last is the line that saves.
    case .field(let index): return model.form.map { (0...$0.fields.count).contains(index) } ?? false
    case .choice(let index): return model.form?.suggestions().indices.contains(index) == true
    case .item(let index):
      switch model.overlay {
      case .palette(let palette): return palette.found(model.language).indices.contains(index)
      case .help(let help): return help.found(model.language).indices.contains(index)
      case .chooser(let chooser): return chooser.items.indices.contains(index)
      default: return false
      }
    case .taskRow(let index):
      if case .played(let played) = model.task.whatIf?.answer { return played.values.indices.contains(index) }
      return model.task.places(model.language).indices.contains(index)
    case .taskColumn(let index): return TaskColumn(rawValue: index) != nil
    case .lesson(let index): return model.lessons?.items.indices.contains(index) == true
    case .taskPane(let index): return TaskState.Pane(rawValue: index) != nil
    case .networkRow(let index):
      let network = model.network
      return (network.showsConnections ? network.connections.indices : network.rows.indices).contains(index)
    case .tab, .pane, .scope: return true
    case nil: return false
    }
  }
}

extension Event {
  fileprivate var isLook: Bool { if case .numberShown = body { true } else { false } }
}
