import ArgumentParser
import Casebook
import Journey

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: told(
      "Lees elk verhaal opnieuw, controleer de ketens, vergelijk wat lijsten tonen.",
      "Re-fold every story, verify the chains, compare what lists show."),
    discussion: told(
      """
      Wat de opgave van elke gemeente telt wordt uit de verhalen opnieuw geteld: personen gehuisvest in elk \
      halfjaar, nu onderweg, en gekoppeld op elke peildatum. Wat anders geboekt is dan de verhalen zeggen \
      wordt opgemerkt, en is geen fout. Verandert niets. Eindigt met 1 als er iets mis is.
      """,
      """
      What the task counts of each municipality is counted again from the stories: persons housed in every half-year, on \
      the way now, and linked on every reference day. What was posted otherwise than the stories say is remarked on, and \
      is no mistake. Changes nothing. Ends with 1 when something is wrong.
      """))

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.unsettled(), try place.rules())
      if try !casebook.isSettled(rules: RulesInForce(rules)) {
        Output.complain(
          place.language == .nl
            ? "de lijsten zijn gemaakt met andere regels of een andere versie; wie het werkboek opent, maakt ze opnieuw"
            : "the lists were made with other rules or another version; whoever opens the casebook makes them anew")
      }
      let report = try casebook.check(rules: rules) { Output.progress("\($0)") }
      Output.endProgress()
      for problem in report.problems {
        let dossier = problem.dossier.map { "\($0)  " } ?? ""
        Output.line(dossier + Plain.clean(problem.phrase[place.language]))
      }
      if report.problemsLeftOut > 0 {
        Output.line(
          place.language == .nl ? "... en nog \(report.problemsLeftOut)" : "... and \(report.problemsLeftOut) more")
      }
      Output.line(verdict(report)[place.language])
      if report.isSound {
        Output.line(task(report.task)[place.language])
        let ledger = try casebook.ledger(rules: rules, today: place.today)
        PostedRemarks(ledger: ledger, language: place.language).lines.forEach { Output.line($0) }
      }
      return report.isSound ? .done : .refused
    }
  }

  /// What one can go by on the screen Opgave.
  private func task(_ task: TaskChecked) -> Phrase {
    let (housed, onTheWay) = (Digits.persons(task.housed), task.onTheWay)
    let days = Digits.counted(
      task.referenceDays, Phrase("peildatum", "reference day"), Phrase("peildatums", "reference days"))
    return Phrase(
      "Opgave gelijk aan de verhalen: \(housed.nl) gehuisvest, \(Digits.grouped(onTheWay, .nl)) onderweg, koppelingen op \(days.nl).",
      "Task as the stories say: \(housed.en) housed, \(Digits.grouped(onTheWay, .en)) on the way, links on \(days.en).")
  }

  private func verdict(_ report: CheckReport) -> Phrase {
    let sound = report.isSound ? Phrase("in orde", "in order") : Phrase("niet in orde", "not in order")
    let newer = report.unknownEvents
    let unknown =
      newer == 0 ? Phrase(same: "") : Phrase(", \(newer) van een nieuwere versie", ", \(newer) of a newer version")
    let events = Digits.counted(report.events, Phrase("gebeurtenis", "event"), Phrase("gebeurtenissen", "events"))
    return Digits.dossiers(report.dossiers) + Phrase(same: ", ") + events + unknown + Phrase(same: ": ") + sound
      + Phrase(same: ".")
  }
}
