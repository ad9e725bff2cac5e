import Journey
import Quota

/// The households of a past day, told apart: made while their stories are folded up to that day, as no counter has it.
public struct GroupsThen: Sendable {
  private var tallies: [Place: Tally] = [:]

  private struct Place: Hashable {
    var grouping: Grouping
    var stage: Stage
    var key: String
  }

  public init() {}

  /// - Parameters:
  ///   - dossier: as it was then.
  ///   - standing: its own, by the rules.
  ///   - stage: the column of the board it is in; nil: its own stage.
  public mutating func add(_ dossier: Dossier, _ standing: Standing, at stage: Stage? = nil) {
    for grouping in Grouping.allCases {
      for key in grouping.keys(dossier, standing) {
        let place = Place(grouping: grouping, stage: stage ?? dossier.stage, key: key)
        tallies[place, default: Tally()].households += 1
        tallies[place, default: Tally()].persons += dossier.members.count
      }
    }
  }

  /// In the order of ``Casebook/grouped(_:by:)``.
  public func by(_ grouping: Grouping) -> [Stage: [HouseholdGroup]] {
    var all: [Stage: [HouseholdGroup]] = [:]
    for (place, tally) in tallies where place.grouping == grouping {
      all[place.stage, default: []].append(
        HouseholdGroup(grouping: grouping, key: place.key, households: tally.households, persons: tally.persons))
    }
    return all.mapValues(grouping.ordered)
  }
}

extension HouseholdGroup {
  /// Whether a household is one of it, as it is in this story.
  public func holds(_ dossier: Dossier, _ standing: Standing) -> Bool {
    grouping.keys(dossier, standing).contains(key)
  }
}

extension Grouping {
  /// Of the groups a household is in: more than one where it has several needs.
  fileprivate func keys(_ dossier: Dossier, _ standing: Standing) -> [String] {
    let actor = standing.turn?.contact ?? Contact(PartyID(""))
    switch self {
    case .party: return [actor.party.rawValue]
    case .organisation: return [ActorKey.organisation(of: actor)]
    case .person: return [ActorKey.person(actor)]
    case .blocker: return [dossier.blockers.first?.code ?? ""]
    case .size: return [HouseholdSize(persons: dossier.members.count).rawValue]
    case .need:
      let needs = dossier.needs.features.map(\.rawValue)
      return needs.isEmpty ? [""] : needs
    case .municipality: return [dossier.municipality ?? ""]
    }
  }
}
