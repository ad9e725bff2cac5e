import ArgumentParser
import Casebook
import Demo
import Foundation
import Glibc
import Journey
import Quota

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: told(
      "Maak een werkboek met verzonnen huishoudens, en open het programma erop.",
      "Make a casebook of invented households, and open the program on it."),
    discussion: told(
      "Voegt nooit iets toe aan een werkboek dat er al is. Hetzelfde zaad en dezelfde dag geven hetzelfde werkboek.",
      "Never adds to a casebook that is there. The same seed and day give the same casebook."))

  @OptionGroup var common: CommonOptions

  @Option(help: told("Hoeveel huishoudens.", "How many households."))
  var dossiers: Int = 2_500

  @Option(help: told("Andere getallen, andere huishoudens.", "Other numbers, other households."))
  var seed: UInt64 = 1

  @Flag(inversion: .prefixedNo, help: told("Open daarna het programma.", "Open the program afterwards."))
  var open = true

  func validate() throws {
    guard dossiers > 0 else {
      throw ValidationError(told("--dossiers moet ten minste 1 zijn.", "--dossiers must be at least 1."))
    }
  }

  func run() throws {
    try common.reporting { place in
      let path = common.casebook ?? ProcessInfo.processInfo.environment["THUIS_CASEBOOK"] ?? Self.ownPath
      guard !FileManager.default.fileExists(atPath: path) else {
        throw CommandFailure(
          Phrase(
            "\(path) bestaat al. Kies een ander bestand met --casebook, of verwijder het eerst.",
            "\(path) exists already. Choose another file with --casebook, or remove it first."), .refused)
      }
      let casebook = try Casebook.open(path, mode: .create)
      let field = DemoField(seed: seed, dossiers: dossiers, today: place.today, rules: try place.rules())
      let rules = try place.rules()
      try DemoFilling(field: field, rules: rules).fill(casebook)
      try DemoFilling(field: field, rules: rules).post(casebook)
      try DemoFilling(field: field, rules: rules).meet(casebook)
      Output.endProgress()
      let made = Digits.counted(
        dossiers, Phrase("verzonnen dossier", "invented dossier"), Phrase("verzonnen dossiers", "invented dossiers"))
      Output.line(made[place.language] + " in " + path)
      guard open, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return .done }
      _ = Output.flush()
      return try Opening(place: place).run(casebook)
    }
  }

  /// Beside temporary files, never where the user's own casebook is.
  private static var ownPath: String {
    FileManager.default.temporaryDirectory.appending(path: "thuis-demo-\(getuid())/casebook.sqlite").path
  }
}

/// Stories are told on every core and stored in order, some thousands a transaction.
struct DemoFilling {
  let field: DemoField
  let rules: Rulebook

  private static let batch = 2_000

  func fill(_ casebook: Casebook) throws {
    var first = 0
    let progress: (Int) -> Void = { Output.progress("\($0) / \(field.dossiers)") }
    try casebook.load(rules: rules, progress: progress) {
      guard first < field.dossiers else { return nil }
      let range = first..<min(first + Self.batch, field.dossiers)
      first = range.upperBound
      return told(range)
    }
  }

  /// The task comes after the stories: it is about as large as what they did.
  func post(_ casebook: Casebook) throws {
    let figures = try casebook.taskFigures(from: HalfYear(holding: field.today).previous.first)
    let task = DemoTask(field) { figures.housed($0, $1.first, $1.last) }
    try casebook.post(task.postings, by: Actor("demo"), source: .demo, rules: rules, today: field.today)
  }

  /// The people whom the stories name, and those above them.
  func meet(_ casebook: Casebook) throws {
    let network = DemoNetwork(field)
    let (actor, today) = (Actor("demo"), field.today)
    let joined = try casebook.record(
      network.people.map { PartnerEntry(nil, on: $0.since, .joined($0.card)) }, by: actor, source: .demo, rules: rules,
      today: today)
    let later = network.later.map { PartnerEntry(joined[$0.person].id, on: $0.day, $0.body { joined[$0].id }) }
    try casebook.record(later, by: actor, source: .demo, rules: rules, today: today)
  }

  private func told(_ range: Range<Int>) -> [(DossierID, [Event])] {
    let pieces = 8
    let size = (range.count + pieces - 1) / pieces
    let shelf = Shelf(count: pieces)
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let low = range.lowerBound + piece * size
      let high = min(low + size, range.upperBound)
      if low < high { shelf.put((low..<high).map(field.story), at: piece) }
    }
    return shelf.all
  }
}
