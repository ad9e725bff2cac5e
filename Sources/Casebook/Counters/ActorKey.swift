import Journey

/// Under which key the counters keep an organisation, or a person, that is to act. Nobody's turn is the empty one.
enum ActorKey {
  private static let mark: Character = "\u{1F}"

  static func organisation(of actor: Contact) -> String { key([actor.party.rawValue, actor.organisation]) }

  /// Of an organisation that names nobody: one key, without a name.
  static func person(_ actor: Contact) -> String { key([actor.party.rawValue, actor.organisation, actor.name]) }

  /// Households that are to act themselves have one key: by name they are as many as there are dossiers.
  private static func key(_ parts: [String]) -> String {
    switch parts[0] {
    case "": ""
    case PartyID.household.rawValue: parts[0]
    default: parts.joined(separator: String(mark))
    }
  }

  /// What a key was made of; the name is empty where it is that of an organisation.
  static func actor(_ key: String) -> Contact {
    let parts = key.split(separator: mark, omittingEmptySubsequences: false).map(String.init) + ["", ""]
    return Contact(PartyID(parts[0]), organisation: parts[1], name: parts[2])
  }
}
