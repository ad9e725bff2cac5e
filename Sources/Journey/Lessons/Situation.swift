/// What a household was like and what held it up, without who it was: what lessons and solved households are compared by.
public struct Situation: Hashable, Sendable {
  /// Codes of the rulebook's list.
  public var blockers: [String]
  /// Empty: any.
  public var stages: [Stage]
  /// What the home must have.
  public var needs: [Feature]
  /// Members, relatives to come included; of what holds for several sizes all of them.
  public var persons: ClosedRange<Int>
  /// Minors among them; nil: not said.
  public var children: Int?
  /// Relatives were still to come.
  public var awaitsRelatives: Bool
  /// CBS code; empty: none.
  public var municipality: String

  /// More than any household has.
  public static let anySize = 1...99

  public init(
    blockers: [String] = [], stages: [Stage] = [], needs: [Feature] = [], persons: ClosedRange<Int> = anySize,
    children: Int? = nil, awaitsRelatives: Bool = false, municipality: String = ""
  ) {
    (self.blockers, self.stages, self.needs, self.persons) = (blockers, stages, needs, persons)
    (self.children, self.awaitsRelatives, self.municipality) = (children, awaitsRelatives, municipality)
  }

  /// One adult has the household alone.
  public var hasOneAdult: Bool { children.map { persons.count == 1 && persons.lowerBound - $0 == 1 } ?? false }
  public var isMinorAlone: Bool { children == 1 && persons == 1...1 }
}

extension Situation {
  /// As a household is now: with what holds it up, and what its home must have.
  public init(of dossier: Dossier, on day: Day) {
    self.init(
      past: dossier, blockers: dossier.blockers.map(\.code), stage: dossier.stage, on: day)
  }

  /// - Parameter past: as it was when it happened.
  init(past: Dossier, blockers: [String], stage: Stage, on day: Day) {
    let members = past.members
    self.init(
      blockers: blockers, stages: [stage], needs: past.needs.features,
      persons: max(1, members.count)...max(1, members.count), children: members.count { $0.isChild(on: day) },
      awaitsRelatives: members.contains { $0.place == .abroad }, municipality: past.municipality ?? "")
  }
}

extension Person {
  /// By age, where that is known.
  fileprivate func isChild(on day: Day) -> Bool { birth == nil ? relation == .child : isMinor(on: day) }
}

extension Situation {
  /// `8 personen · 6 kinderen · begane grond · wacht op nareis`: what is told of a household that is not named.
  public var shape: Phrase { Self.join([size, childrenWords] + needs.map(\.name) + [relativesWords]) }

  /// `8 personen`, `6 personen of meer`; nil where any size will do.
  public var size: Phrase? {
    let (least, most) = (persons.lowerBound, persons.upperBound)
    if persons == Self.anySize { return nil }
    if least == most { return Digits.persons(least) }
    if most == Self.anySize.upperBound { return Phrase("\(least) personen of meer", "\(least) persons or more") }
    return Phrase("\(least) tot \(most) personen", "\(least) to \(most) persons")
  }

  var childrenWords: Phrase? {
    if isMinorAlone { return Phrase("minderjarige zonder ouders", "minor without parents") }
    guard let children, children > 0 else { return nil }
    let count = Digits.counted(children, Phrase("kind", "child"), Phrase("kinderen", "children"))
    return hasOneAdult ? Phrase("één volwassene", "one adult") + Phrase(same: " · ") + count : count
  }

  var relativesWords: Phrase? { awaitsRelatives ? Phrase("nareis verwacht", "relatives to come") : nil }

  static func join(_ parts: [Phrase?]) -> Phrase {
    let parts = parts.compactMap(\.self)
    return Phrase(parts.map(\.nl).joined(separator: " · "), parts.map(\.en).joined(separator: " · "))
  }
}
