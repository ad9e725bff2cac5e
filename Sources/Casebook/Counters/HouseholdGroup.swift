import Journey
import Quota

/// Households of a stage that have something in common.
public struct HouseholdGroup: Hashable, Sendable {
  public var grouping: Grouping
  /// A party's id, who is to act (``actor``), a blocker's code, a class of ``HouseholdSize``, a ``Feature``, a CBS code;
  /// empty: nobody, none.
  public var key: String
  public var households: Int
  public var persons: Int

  /// Who is to act in all of them, as far as they are told apart by that; a name or organisation is empty where there is
  /// none.
  public var actor: Contact? {
    switch grouping {
    case .party, .organisation, .person: ActorKey.actor(key)
    case .blocker, .size, .need, .municipality: nil
    }
  }

  public func name(_ rules: Rulebook) -> Phrase {
    if key.isEmpty { return actor == nil ? Phrase("geen", "none") : Phrase("niemand", "nobody") }
    return switch grouping {
    case .party: rules.party(PartyID(key))
    case .organisation: Self.organisation(ActorKey.actor(key), rules, unnamed: true)
    case .person: Self.person(ActorKey.actor(key), rules)
    case .blocker: rules.blocker(key)
    case .size: HouseholdSize(rawValue: key)?.name ?? Phrase(same: key)
    case .need: Feature(rawValue: key)?.name ?? Phrase(same: key)
    case .municipality: Phrase(same: Reference.name(ofMunicipality: key))
    }
  }

  /// `Mitros`; `Corporatie, zonder naam`. A household is itself.
  private static func organisation(_ actor: Contact, _ rules: Rulebook, unnamed: Bool) -> Phrase {
    guard actor.organisation.isEmpty else { return Phrase(same: actor.organisation) }
    let party = rules.party(actor.party)
    return unnamed && actor.party != .household ? party + Phrase(", zonder naam", ", no name") : party
  }

  /// `J. Jansen · Mitros`; `Mitros, niemand met naam`.
  private static func person(_ actor: Contact, _ rules: Rulebook) -> Phrase {
    let place = organisation(actor, rules, unnamed: false)
    if !actor.name.isEmpty { return Phrase(same: actor.name + " · ") + place }
    return actor.party == .household ? place : place + Phrase(", niemand met naam", ", nobody by name")
  }

  /// What holds of its households.
  public var filter: Filter {
    switch grouping {
    case .party: .parties([PartyID(key)])
    case .organisation, .person: Self.filter(ActorKey.actor(key), byName: grouping == .person)
    case .blocker: key.isEmpty ? .not(.blocker(nil)) : .blocker(key)
    case .size: HouseholdSize(rawValue: key).map { .between(.persons, $0.persons) } ?? .any([])
    case .need:
      key.isEmpty
        ? .not(.needs(Set(Feature.allCases))) : Feature(rawValue: key).map { .needs([$0]) } ?? .any([])
    case .municipality: .municipalities([key])
    }
  }

  private static func filter(_ actor: Contact, byName: Bool) -> Filter {
    if actor.party == .household { return .parties([actor.party]) }
    return .every(
      [.parties([actor.party]), .organisation(actor.organisation)] + (byName ? [.person(actor.name)] : []))
  }
}
