import Journey

/// Somebody at a party in a list: how much waits for them, and how they answer. Of an area: what its households say.
public struct NetworkRow: Hashable, Sendable, Identifiable {
  public let contact: Contact
  /// As they are in the network; nil: in stories alone.
  public var partner: PartnerRow?
  /// Open dossiers that wait for them, and that have them.
  public var turns: Int
  public var households: Int
  /// Since when the oldest of those turns is theirs, and the one heard of the longest ago is quiet.
  public var oldest: Day?
  public var quiet: Day?
  /// Turns that are quiet beyond the limit of the rulebook; counts no further than ``mostSilent``.
  public var silent: Int
  public var spoken: Day?
  public var answers: ResponseDays
  /// Agreed days that are over, and on how many of them something had been heard.
  public var agreed: Int
  public var kept: Int
  let quietKey: Int
  let key: String
  /// Of all agreements, those that are open still too.
  let shareKey: Int
  /// By what the other orders go.
  var responseKey: Int { ContactStore.response(of: contact, answers) }

  public var id: Contact { contact }
  public static let mostSilent = 1_000

  /// Agreements kept, in whole percents; nil without any.
  public var keptShare: Int? { agreed == 0 ? nil : (kept * 100 + agreed / 2) / agreed }
}
