import ArgumentParser
import Casebook
import Journey
import Quota

struct QuotaUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: told(
      "Neem uw laatste handeling op de opgave terug; beide blijven zichtbaar in het logboek.",
      "Take back your latest act on the task; both stay visible in the log."))

  @OptionGroup var common: CommonOptions

  @Flag(help: told("Breng terug wat het laatst is teruggenomen.", "Bring back what was taken back last."))
  var redo = false

  func run() throws {
    try common.reporting { place in
      let casebook = try place.casebookToRecordIn()
      let book = try casebook.taskBook()
      guard let act = redo ? book.redoableAct : book.undoableAct(by: place.user) else {
        throw Refusal(
          redo
            ? Phrase("Er is niets om te herstellen.", "There is nothing to bring back.")
            : Phrase(
              "Er is geen boeking van u op de opgave om terug te nemen.",
              "There is no posting of yours on the task to take back."))
      }
      let rules = try place.rules()
      let after = try casebook.undoTask(
        act: act, by: place.actor, source: .command, rules: rules, today: place.today)
      var posted = book.effective.first { $0.act == act }
      if case .undone(let taken)? = posted?.body { posted = book.events.first { $0.act == taken.act } }
      let what = posted?.logged(among: PostedActs(book.events), rules) ?? Phrase(same: "")
      let done = redo ? Phrase("hersteld: ", "brought back: ") : Phrase("teruggenomen: ", "taken back: ")
      Output.line("\(after.number)  \(Plain.clean((done + what)[place.language]))")
      return .done
    }
  }
}
