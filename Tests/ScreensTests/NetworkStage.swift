import Casebook
import Journey
import Terminal

@testable import Screens

extension Theatre {
  /// On the screen of the network, with people in it.
  static func onNetwork() throws -> Theatre {
    let theatre = try Theatre()
    try theatre.meet()
    theatre.press(.character("5"))
    return theatre
  }

  /// What the status line says.
  var said: String { shell.model.status?.text ?? "" }

  /// People of the network of Utrecht: one absent, one gone, one who speaks with the town, one level without anybody.
  func meet() throws {
    func card(
      _ party: PartyID, _ organisation: String, _ name: String, _ function: String, area: String, deputy: String = ""
    ) -> PartnerCard {
      PartnerCard(
        Contact(party, organisation: organisation, name: name), function: function, phone: "030-1234567",
        mail: "post@voorbeeld.example", deputy: deputy, area: area)
    }
    let cards = [
      card(.corporation, "Mitros", "M. de Wit", "woonconsulent", area: "GM0344", deputy: "K. Bos"),
      card(.corporation, "Mitros", "K. Bos", "teamleider wonen", area: "GM0344"),
      card(.corporation, "Portaal", "T. Vos", "woonconsulent", area: "GM0344"),
      card(.coa, "COA Utrecht", "F. Yilmaz", "regievoerder", area: "PV26"),
      card(PartyID("province"), "Provincie Utrecht", "P. Prins", "toezicht huisvesting", area: "PV26"),
      card(PartyID("ministry"), "Ministerie", "A. Kok", "accounthouder", area: "NL"),
      card(.municipality, "Utrecht", "j.bakker", "regisseur", area: "GM0344"),
    ]
    let start = Theatre.today - 200
    let joined = try casebook.record(
      cards.map { PartnerEntry(nil, on: start, .joined($0)) }, by: Actor("l.smit"), source: .screen, rules: .builtIn,
      today: Theatre.today)
    try casebook.record(
      [
        PartnerEntry(joined[0].id, on: Theatre.today - 4, .absent(.init(until: Theatre.today + 10))),
        PartnerEntry(joined[2].id, on: Theatre.today - 30, .left(.init(until: Theatre.today - 20))),
        PartnerEntry(
          joined[5].id, on: Theatre.today - 12, .spoke(.init(with: joined[3].id, municipality: "GM0344", "x"))),
        PartnerEntry(
          joined[3].id, on: Theatre.today - 80, .spoke(.init(with: joined[4].id, municipality: "GM0344", "x"))),
      ], by: Actor("l.smit"), source: .screen, rules: .builtIn, today: Theatre.today)
  }

  /// Puts the cursor of the network on somebody.
  func find(_ name: String) {
    press(.home)
    for _ in 0..<40 where shell.model.network.current?.contact.name != name { press(.down) }
  }
}
