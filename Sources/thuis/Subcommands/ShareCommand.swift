import ArgumentParser
import Casebook
import Journey

struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: told(
      "Wat er in deze fase voor één doel naar een partij mag, als tekst; dit wordt vastgelegd.",
      "What may go to a party for one purpose at this stage, as text; this is recorded."),
    discussion: told(
      """
      Het blad heeft wat het regelboek voor dat doel toestaat en niets anders, en zegt wat is weggelaten \
      en waarom. Het verhaal houdt bij welke soorten gegevens naar wie gingen, nooit het blad zelf. Een \
      doel, partij of fase die niet mag wordt geweigerd, met wat wel zou mogen.
      """,
      """
      The sheet holds what the rulebook allows for the purpose and nothing else, and says what was left out and why. The \
      story keeps which kinds of data went to whom, never the sheet. A purpose, party or stage that is not allowed is \
      refused with what would be.
      """))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: told(
      "Dossiernummer, V-nummer, BSN, of woorden die maar op één dossier passen.",
      "Case number, V-number, BSN, or words that fit one dossier only."))
  var ref: String

  @Option(
    help: told(
      "Waarvoor het is, zoals het regelboek het noemt: home-search, lease, school.",
      "What it is for, as the rulebook names it: home-search, lease, school."))
  var purpose: String

  @Option(
    help: told(
      "De partij waar het heen gaat: corporation, guidance, school.",
      "The party it goes to: corporation, guidance, school."))
  var to: String

  @Option(help: told("De organisatie daar.", "The organisation there."))
  var organisation = ""

  @Option(help: told("De mens daar.", "The person there."))
  var name = ""

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebookToRecordIn(), try place.rules())
      let dossier = try DossierReference(text: ref).resolve(in: casebook)
      let contact = Contact(PartyID(to), organisation: organisation, name: name)
      let sheet = try sheet(of: dossier, to: contact, rules, place.today)
      let shared = Event.SheetShared(purpose, to: contact, fields: sheet.fields.map(\.rawValue))
      try casebook.perform(
        .record(.sheetShared(shared), on: place.today), on: dossier.id, seen: dossier.sequence, by: place.actor,
        source: .command, rules: rules, today: place.today)
      for line in sheet.text(place.language) { Output.line(Plain.clean(line)) }
      return .done
    }
  }

  /// A party that is refused is named by the option it came from.
  private func sheet(of dossier: Dossier, to contact: Contact, _ rules: Rulebook, _ today: Day) throws -> ShareSheet {
    do throws(Refusal) {
      return try ShareSheet(dossier, purpose, to: contact, rules, today: today)
    } catch {
      throw Refusal(error.why, remedy: error.remedy, field: error.field == "party" ? "to" : error.field)
    }
  }
}
