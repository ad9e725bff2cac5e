import Casebook
import Journey

/// Whom a form of the network was about, see ``PartnerScene/draftKey``.
enum DraftedPerson: Hashable, Sendable {
  case known(PartnerID)
  /// Whom the network has not, or nobody yet, in an area.
  case named(Contact?, Area)

  init?(_ key: String) {
    if let id = Int(key) {
      self = .known(PartnerID(id))
      return
    }
    let parts = key.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let area = Area(code: parts[3]) else { return nil }
    let contact = Contact(PartyID(parts[0]), organisation: parts[1], name: parts[2])
    self = .named(parts[0].isEmpty ? nil : contact, area)
  }
}

extension NetworkSource {
  /// Who they are; empty where it is about nobody yet.
  func name(of drafted: DraftedPerson) -> Phrase {
    var whom: Contact?
    switch drafted {
    case .known(let id): whom = (try? casebook.partner(id))?.contact
    case .named(let contact, _): whom = contact
    }
    guard let contact = whom else { return Phrase(same: "") }
    return Phrase(rules.who(contact, user: "", .nl), rules.who(contact, user: "", .en))
  }

  /// As the form was begun, whatever one looks at now.
  func scene(of drafted: DraftedPerson, in area: Area, today: Day) throws -> PartnerScene {
    switch drafted {
    case .known(let id): return try scene(of: (try? casebook.partner(id))?.contact, id, area, today: today)
    case .named(let contact, let area): return try scene(of: contact, nil, area, today: today)
    }
  }
}

extension Shell {
  /// On Netwerk, with the cursor on whom it is about, where the list has them.
  func goOn(_ act: PartnerAct, with whom: DraftedPerson) {
    if act.isOfMany, !model.network.marks.isEmpty {
      return say(
        Phrase(
          "Dit concept gaat over een mens; haal op Netwerk eerst de markeringen weg.",
          "This draft is about one person; first remove the marks on Network.")[model.language], .bad)
    }
    model.left[.network] = nil
    model.network.showsConnections = false
    run(.tab(.network))
    let (area, today) = (model.area, model.today)
    holdKeys()
    work { source in
      Shell.read { .toPersonDraft(act, try source.network.scene(of: whom, in: area, today: today)) }
    }
  }

  func goOn(_ act: PartnerAct, _ scene: PartnerScene) {
    if let contact = scene.contact {
      model.network.cursor = contact
      readNetwork()
    }
    begin(act, scene)
  }
}
