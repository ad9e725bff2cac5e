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
      let report = try place.casebook().check(rules: try place.rules()) { done, all in
        if done % 1000 == 0 { Output.progress("\(done) / \(all)") }
      }
      Output.endProgress()
      for fault in report.faults { Output.line(fault[place.language]) }
      let (dossiers, events) = (report.dossiers, report.events)
      Output.line(
        place.language == .nl
          ? "\(dossiers) dossiers, \(events) gebeurtenissen: " + (report.isClean ? "in orde." : "niet in orde.")
          : "\(dossiers) dossiers, \(events) events: " + (report.isClean ? "in order." : "not in order."))
      return report.isClean ? .done : .refused
    }
  }
}
