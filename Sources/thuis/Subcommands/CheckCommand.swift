import ArgumentParser
import Casebook
import Journey

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Re-fold every story, verify the chains, compare what lists show.",
    discussion: "Changes nothing. Ends with 1 when something is wrong.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.unsettled(), try place.rules())
      if try !casebook.isSettled(rules: RulesInForce(rules)) {
        Output.complain(
          place.language == .nl
            ? "de lijsten zijn gemaakt met andere regels of een andere versie; wie het dossierbestand opent, maakt ze opnieuw"
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
      return report.isSound ? .done : .refused
    }
  }

  private func verdict(_ report: CheckReport) -> Phrase {
    let sound = report.isSound ? Phrase("in orde", "in order") : Phrase("niet in orde", "not in order")
    let newer = report.unknownEvents
    let unknown =
      newer == 0 ? Phrase(same: "") : Phrase(", \(newer) van een nieuwere versie", ", \(newer) of a newer version")
    return Phrase(
      "\(report.dossiers) dossiers, \(report.events) gebeurtenissen",
      "\(report.dossiers) dossiers, \(report.events) events")
      + unknown + Phrase(same: ": ") + sound + Phrase(same: ".")
  }
}
