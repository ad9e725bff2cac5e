/// The permanent connection from country to town of one municipality: who is there at each level, and when each last spoke
/// with the next about it.
public struct Connection: Hashable, Sendable, Identifiable {
  /// From the country down to the town.
  public enum Level: Int, CaseIterable, Hashable, Sendable {
    case ministry, coa, province, region, municipality, corporation

    public var party: PartyID {
      switch self {
      case .ministry: PartyID("ministry")
      case .coa: .coa
      case .province: PartyID("province")
      case .region: PartyID("region")
      case .municipality: .municipality
      case .corporation: .corporation
      }
    }

    /// Who it is that one speaks to there.
    public var name: Phrase {
      switch self {
      case .ministry: Phrase("ministerie", "ministry")
      case .coa: Phrase("COA-regievoerder", "COA coordinator")
      case .province: Phrase("provincie", "province")
      case .region: Phrase("regiocoördinator", "regional coordinator")
      case .municipality: Phrase("gemeente", "municipality")
      case .corporation: Phrase("corporatie", "corporation")
      }
    }

    public var next: Level? { Level(rawValue: rawValue + 1) }
  }

  /// Two levels one above the other.
  public struct Link: Hashable, Sendable {
    public var upper: Level
    public var lower: Level
    /// When somebody of the one last spoke with somebody of the other about this municipality, and who; nil: never.
    public var last: Spoken?
  }

  public struct Spoken: Hashable, Sendable {
    public var day: Day
    /// As `M. de Wit, K. Bos`; empty when a story says only that they spoke.
    public var who: [String]
    public init(_ day: Day, _ who: [String] = []) { (self.day, self.who) = (day, who) }
  }

  /// Somebody who left a level, and whose place nobody took.
  public struct Gone: Hashable, Sendable {
    public var contact: Contact
    /// The last day they were there.
    public var until: Day
    /// Who was to follow them and is not in the network; empty: nobody.
    public var successor: String
    public init(_ contact: Contact, until: Day, successor: String = "") {
      (self.contact, self.until, self.successor) = (contact, until, successor)
    }

    /// `vertrokken na 12 okt 2026, nog geen opvolger`.
    public var words: Phrase {
      Phrase("vertrokken na \(DayText.dated(until, .nl)), ", "left after \(DayText.dated(until, .en)), ")
        + (successor.isEmpty
          ? Phrase("nog geen opvolger", "no successor yet")
          : Phrase(
            "opvolger \(successor) staat nog niet in het netwerk", "successor \(successor) is not in the network yet"))
    }
  }

  /// CBS code.
  public let municipality: String
  /// Who is there, the first known first; a level without anybody is not in it.
  public let people: [Level: [Contact]]
  /// Who left and was not followed, the latest first.
  public let gone: [Level: [Gone]]
  public let links: [Link]

  public var id: String { municipality }

  /// - Parameter spoken: by the upper level of each link.
  public init(
    _ municipality: String, people: [Level: [Contact]], gone: [Level: [Gone]] = [:], spoken: [Level: Spoken]
  ) {
    self.municipality = municipality
    self.gone = gone.filter { !$0.value.isEmpty }
    self.people = people.filter { !$0.value.isEmpty }
    links = Level.allCases.compactMap { upper in
      upper.next.map { Link(upper: upper, lower: $0, last: spoken[upper]) }
    }
  }

  /// What is wrong with a link.
  public enum Break: Hashable, Sendable {
    case nobody(Level)
    /// The latest of those who left.
    case left(Level, Gone)
    case never(Level, Level)
    /// Days since they spoke.
    case silent(Level, Level, days: Int)

    public var words: Phrase {
      switch self {
      case .nobody(let level): Phrase("niemand bij: \(level.name.nl)", "nobody at: \(level.name.en)")
      case .left(let level, let gone):
        Phrase("\(level.name.nl): \(gone.contact.name) ", "\(level.name.en): \(gone.contact.name) ") + gone.words
      case .never(let upper, let lower):
        Phrase(
          "\(upper.name.nl) en \(lower.name.nl) spraken elkaar nog niet",
          "\(upper.name.en) and \(lower.name.en) have not spoken yet")
      case .silent(let upper, let lower, let days):
        Phrase(
          "\(upper.name.nl) en \(lower.name.nl): \(days) dagen niet gesproken",
          "\(upper.name.en) and \(lower.name.en): not spoken for \(days) days")
      }
    }
  }

  /// Levels without anybody or that somebody left first, then links that are silent, from the country down.
  public func breaks(_ rules: Rulebook, today: Day) -> [Break] {
    Level.allCases.compactMap(missing) + links.compactMap { broken($0, rules, today: today) }
  }

  /// Who is missing at a level; nil: nobody.
  public func missing(_ level: Level) -> Break? {
    if let gone = gone[level]?.first { return .left(level, gone) }
    return people[level] == nil ? .nobody(level) : nil
  }

  /// Days since a link was last spoken over; links that never were count apart, and those with nobody to speak to not at all.
  public func unspoken(today: Day) -> (never: Int, longest: Int) {
    let whole = links.filter { people[$0.upper] != nil && people[$0.lower] != nil }
    return (whole.count { $0.last == nil }, whole.compactMap { link in link.last.map { today - $0.day } }.max() ?? 0)
  }

  /// nil where they speak, or where there is nobody to speak to.
  public func broken(_ link: Link, _ rules: Rulebook, today: Day) -> Break? {
    guard people[link.upper] != nil, people[link.lower] != nil else { return nil }
    guard let last = link.last else { return .never(link.upper, link.lower) }
    let days = today - last.day
    // The slower of the two sets the pace.
    let limits = [link.upper, link.lower].compactMap { rules.silenceLimit($0.party, .search) }
    guard let limit = limits.max(), days > limit else { return nil }
    return .silent(link.upper, link.lower, days: days)
  }
}
