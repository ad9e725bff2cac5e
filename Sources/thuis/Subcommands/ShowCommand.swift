import ArgumentParser
import Casebook
import Journey
import Screens

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: told(
      "Eén dossier: verhaal, huishouden, netwerk, woonbehoefte, stappen en termijnen.",
      "One dossier: its story, household, network, needs, steps and terms."))

  @OptionGroup var common: CommonOptions

  @Argument(
    help: told(
      "Dossiernummer, V-nummer, BSN, of woorden die maar op één dossier passen.",
      "Case number, V-number, BSN, or words that fit one dossier only."))
  var ref: String

  @Option(help: told("text of json.", "text or json."))
  var format: TextFormat = .text

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.rules())
      let dossier = try DossierReference(text: ref).resolve(in: casebook)
      let turn = dossier.standing(rules).turn
      var phones: [Contact: String] = [:]
      for contact in Set(dossier.around(turn).map(\.contact) + dossier.network.map(\.contact)) {
        let known = try casebook.listed(contact)?.card.phone ?? ""
        let phone = known.isEmpty ? dossier.drawnIn(as: contact)?.phone ?? "" : known
        if !phone.isEmpty { phones[contact] = phone }
      }
      switch format {
      case .text:
        let absence = try turn.flatMap { turn in
          try AbsenceWords.of(
            turn.contact, among: casebook.namesakes(turn.contact.name), today: place.today)
        }
        let text = DossierText(
          dossier: dossier, rules: rules, language: place.language, today: place.today, absence: absence, phones: phones
        )
        for line in text.lines() { Output.line(Plain.clean(line)) }
      case .json:
        var parts: [String: JSON] = [:]
        if let row = try casebook.row(dossier.id),
          case .object(let found) = RowWords(row: row, rules: rules, language: place.language, today: place.today).json
        {
          parts = found
        }
        let whole = DossierJSON(
          dossier: dossier, rules: rules, language: place.language, today: place.today, phones: phones)
        Output.line(try whole.json(row: parts).rendered())
      }
      return .done
    }
  }
}
