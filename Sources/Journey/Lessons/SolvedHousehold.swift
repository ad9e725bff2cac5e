/// A household that got its home although something held it up or the home had to have something.
public struct SolvedHousehold: Hashable, Sendable {
  public var dossier: DossierID
  public var situation: Situation
  /// How long what held it up longest lasted; where nothing did, from the permit to the home.
  public var days: Int
  /// The day of the home.
  public var day: Day

  public init(dossier: DossierID, situation: Situation, days: Int, day: Day) {
    (self.dossier, self.situation, self.days, self.day) = (dossier, situation, days, day)
  }
}

extension Dossier {
  /// nil for one without a home, and for one without anything to learn from: no blocker cleared and no need.
  ///
  /// - Parameter way: of this dossier.
  public func solved(_ way: Way) -> SolvedHousehold? {
    guard let home = way.home, housing != nil, outcome != .enteredInError, let leg = way.leg(on: home) else {
      return nil
    }
    let longest = way.blockers.filter { one in one.until.map { $0 <= home } ?? false }.max {
      ($0.days ?? 0) < ($1.days ?? 0)
    }
    guard longest != nil || !needs.features.isEmpty, let days = longest?.days ?? way.leadTime else { return nil }
    var situation = Situation(
      past: self, blockers: longest.map { [$0.code] } ?? [],
      stage: longest.flatMap { way.stage(of: $0) } ?? .search, on: home)
    let persons = max(1, leg.persons)
    (situation.persons, situation.awaitsRelatives) = (persons...persons, leg.relatives > 0)
    situation.children = situation.children.map { min($0, persons) }
    if !leg.municipality.isEmpty { situation.municipality = leg.municipality }
    return SolvedHousehold(dossier: id, situation: situation, days: days, day: home)
  }
}
