/// How much something is like a household, and why: the score is the sum of its reasons.
public struct Likeness: Hashable, Sendable {
  public struct Reason: Hashable, Sendable {
    public var points: Int
    public var words: Phrase
  }

  public private(set) var reasons: [Reason] = []
  public var score: Int { reasons.reduce(0) { $0 + $1.points } }

  /// `zelfde knelpunt · begane grond · 8 personen`
  public var words: Phrase { Situation.join(reasons.map(\.words)) }

  public init() {}

  mutating func add(_ points: Int, _ words: Phrase?) {
    if points > 0, let words { reasons.append(Reason(points: points, words: words)) }
  }
}

extension Situation {
  /// How like this is to the situation of the household at hand.
  public func likeness(to seed: Situation) -> Likeness {
    var likeness = Likeness()
    if blockers.contains(where: seed.blockers.contains) {
      likeness.add(40, Phrase("zelfde knelpunt", "same blocker"))
    }
    for (index, need) in needs.filter(seed.needs.contains).enumerated() { likeness.add(index < 2 ? 14 : 4, need.name) }
    likeness.add(sizePoints(seed), size)
    if awaitsRelatives, seed.awaitsRelatives { likeness.add(6, relativesWords) }
    if isMinorAlone, seed.isMinorAlone {
      likeness.add(12, childrenWords)
    } else if hasOneAdult, seed.hasOneAdult, persons.lowerBound > 1 {
      likeness.add(5, Phrase("één volwassene", "one adult"))
    }
    if let stage = stages.first(where: seed.stages.contains) {
      // Where nothing holds a household up, the stage says most of what comes next.
      likeness.add(
        seed.blockers.isEmpty ? 30 : 8,
        Phrase("fase ", "stage ") + Phrase(stage.name.nl.lowercased(), stage.name.en.lowercased()))
    }
    if !municipality.isEmpty {
      if municipality == seed.municipality {
        likeness.add(8, Phrase("zelfde gemeente", "same municipality"))
      } else if let region = Self.region(municipality), region == Self.region(seed.municipality) {
        likeness.add(6, Phrase("zelfde regio", "same region"))
      }
    }
    return likeness
  }

  /// Near in size; two persons more matter less in a large household.
  private func sizePoints(_ seed: Situation) -> Int {
    guard persons != Self.anySize else { return 0 }
    switch distance(seed) {
    case 0: return 14
    case 1: return 8
    case 2 where seed.persons.lowerBound >= 5: return 4
    default: return 0
    }
  }

  /// Persons more or less than those it holds for.
  fileprivate func distance(_ seed: Situation) -> Int {
    let size = seed.persons.lowerBound
    return max(0, persons.lowerBound - size, size - persons.upperBound)
  }

  private static func region(_ municipality: String) -> String? {
    Reference.municipality(code: municipality)?.labourRegion
  }
}

extension Lesson {
  /// With how long it took and how often it was used. Without a household at hand these alone count.
  public func likeness(to seed: Situation?) -> Likeness {
    var likeness = seed.map { situation.likeness(to: $0) } ?? Likeness()
    if let saved = daysSaved, saved > 0 {
      likeness.add(
        min(10, 1 + saved / 7), Digits.days(saved) + Phrase(" sneller dan gebruikelijk", " faster than usual"))
    }
    likeness.add(
      min(10, 2 * uses),
      uses == 1 ? Phrase("1 keer gebruikt", "used once") : Phrase("\(uses) keer gebruikt", "used \(uses) times"))
    return likeness
  }
}

extension Lesson {
  /// Whether it is worth reading for this household: it is about what holds that up or what its home must have, or about
  /// nothing in particular and like in something else. One for a size far from its own is not.
  public func speaks(to seed: Situation) -> Bool {
    if situation.isMinorAlone, !seed.isMinorAlone { return false }
    if situation.isAbout(seed) { return true }
    guard situation.distance(seed) <= 2 else { return false }
    // What helped against a blocker says something to a household without one as long as it is in that stage.
    let isOfStage = seed.blockers.isEmpty && situation.stages.contains(where: seed.stages.contains)
    guard isOfStage || situation.blockers.isEmpty && situation.needs.isEmpty else { return false }
    return situation.likeness(to: seed).score > 0
  }
}

extension Situation {
  /// A blocker or a need in common.
  func isAbout(_ seed: Situation) -> Bool {
    blockers.contains(where: seed.blockers.contains) || needs.contains(where: seed.needs.contains)
  }

  /// For a household that nothing holds up, one near in size is an example too.
  func isExample(for seed: Situation) -> Bool {
    isAbout(seed) || seed.blockers.isEmpty && seed.isMinorAlone == isMinorAlone && sizePoints(seed) > 0
  }
}

extension SolvedHousehold {
  public func likeness(to seed: Situation?) -> Likeness { seed.map { situation.likeness(to: $0) } ?? Likeness() }
}

extension Situation {
  /// What lessons for it are about: `knelpunt geen passend aanbod`; without one the stage, what the home must have and its
  /// shape.
  /// - Parameter names: of a blocker by its code.
  public func subject(_ names: (String) -> Phrase) -> Phrase {
    if !blockers.isEmpty {
      return Self.join(
        blockers.map { Phrase("knelpunt ", "blocker ") + Phrase(names($0).nl.lowercased(), names($0).en.lowercased()) })
    }
    let stage = stages.first.map {
      Phrase("geen knelpunt · fase ", "no blocker · stage ") + Phrase($0.name.nl.lowercased(), $0.name.en.lowercased())
    }
    return Self.join([stage, shape])
  }
}

/// Something with how like it is.
public struct Ranked<Value: Sendable>: Sendable {
  public var value: Value
  public var likeness: Likeness
  public init(_ value: Value, _ likeness: Likeness) { (self.value, self.likeness) = (value, likeness) }
}

extension Lesson {
  /// The likest first; of equal ones the latest, then by where they were told.
  ///
  /// - Parameter seed: the household at hand; nil: all lessons, the most used first.
  public static func ranked(_ lessons: [Lesson], for seed: Situation?) -> [Ranked<Lesson>] {
    lessons.map { Ranked($0, $0.likeness(to: seed)) }.sorted { a, b in
      if a.likeness.score != b.likeness.score { return a.likeness.score > b.likeness.score }
      let (x, y) = (a.value.day?.number ?? 0, b.value.day?.number ?? 0)
      return x != y ? x > y : a.value.id.rawValue < b.value.id.rawValue
    }
  }
}

extension SolvedHousehold {
  /// The likest first; of equal ones the latest. Those that are like in nothing but their stage or place are left out, and
  /// those like in nothing but their size where something holds up the household at hand.
  public static func ranked(_ households: [SolvedHousehold], for seed: Situation) -> [Ranked<SolvedHousehold>] {
    households.filter { $0.situation.isExample(for: seed) }.map { Ranked($0, $0.likeness(to: seed)) }.sorted { a, b in
      if a.likeness.score != b.likeness.score { return a.likeness.score > b.likeness.score }
      return a.value.day != b.value.day ? a.value.day > b.value.day : a.value.dossier < b.value.dossier
    }
  }
}
