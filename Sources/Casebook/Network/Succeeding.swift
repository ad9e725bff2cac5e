import GRDB
import Journey

/// What an act on many dossiers does in the network beside it, in the same transaction.
public enum NetworkSide: Hashable, Sendable {
  /// This person is followed by another; with the last day they are there, where that is known.
  case succeeded(PartnerID, by: Contact, until: Day?)
  /// An act is taken back: in the network too.
  case takenBack(EventID)
}

extension Casebook {
  /// Records the side of an act in the network, under the act itself.
  func record(
    _ side: NetworkSide, as act: EventID, by actor: Actor, source: Event.Source, rules: Rulebook, today: Day,
    _ db: Database
  ) throws {
    let entries: [PartnerEntry]
    switch side {
    case .succeeded(let partner, let successor, let until):
      let known = try PartnerStore(db: db).row(partner)
      let leaving = until.flatMap { last in
        known?.until == nil ? PartnerEntry(partner, on: today, .left(.init(until: last))) : nil
      }
      entries = [leaving].compactMap(\.self) + [PartnerEntry(partner, on: today, .succeeded(.init(successor)))]
    case .takenBack(let act):
      // Where some dossiers kept it the first time, the network has it back already.
      let store = PartnerStore(db: db)
      entries = try store.partners(of: act).filter { try store.load($0)?.hasTakenBack(act) == false }
        .map { PartnerEntry($0, on: today, .undone(.init(act))) }
    }
    guard !entries.isEmpty else { return }
    _ = try record(entries, as: act, by: actor, source: source, rules: rules, today: today, db)
  }
}
