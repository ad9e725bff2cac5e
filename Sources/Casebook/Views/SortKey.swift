import Journey

/// One of the things a list is sorted by. Written `naam` or, the other way round, `-naam`.
public struct SortKey: Codable, Hashable, Sendable {
  public enum By: String, Codable, Hashable, Sendable {
    /// due day, then the longest silence with whoever has the turn
    case urgency
    case name
    /// the longest waiting first
    case waiting
    /// the highest case number first
    case newest
    /// along the way
    case stage
    case due, persons, municipality, turn, silence, owner, blocker, reception
    /// the latest change first
    case changed
    /// of people alone
    case answers, kept

    /// What dossiers are sorted by.
    public static let ofDossiers: [By] = [
      .urgency, .name, .waiting, .newest, .stage, .due, .persons, .municipality, .turn, .silence, .owner, .blocker,
      .reception, .changed,
    ]

    public var name: Phrase {
      switch self {
      case .urgency: Phrase("urgentie", "urgency")
      case .name: Phrase("naam", "name")
      case .waiting: Phrase("wacht", "waiting")
      case .newest: Phrase("nieuwste", "newest")
      case .stage: Phrase("fase", "stage")
      case .due: Phrase("termijn", "due")
      case .persons: Phrase("personen", "persons")
      case .municipality: Phrase("gemeente", "municipality")
      case .turn: Phrase("aanzet", "turn")
      case .silence: Phrase("stil", "silent")
      case .owner: Phrase("regie", "lead")
      case .blocker: Phrase("knelpunt", "blocker")
      case .reception: Phrase("opvang", "reception")
      case .changed: Phrase("gewijzigd", "changed")
      case .answers: Phrase("reactie", "answers")
      case .kept: Phrase("afspraken", "kept")
      }
    }
  }

  public var by: By
  /// Against the order that comes with the key: `-naam` is from Z to A.
  public var isReversed: Bool

  public init(_ by: By, reversed: Bool = false) { (self.by, isReversed) = (by, reversed) }

  /// The keys of `fase,-personen`; nil when one of them is no key. Words of either language.
  public static func read(_ text: String) -> [SortKey]? {
    var keys: [SortKey] = []
    for part in text.split(separator: ",") {
      let word = Folding.key(String(part))
      let isReversed = part.drop(while: \.isWhitespace).first == "-"
      let bare = word.drop { $0 == "-" || $0 == " " }
      guard let by = By.ofDossiers.first(where: { $0.rawValue == bare || $0.name.nl == bare || $0.name.en == bare })
      else { return nil }
      keys.append(SortKey(by, reversed: isReversed))
    }
    return keys
  }

  public static func text(_ keys: [SortKey], _ language: Language) -> String {
    keys.map { ($0.isReversed ? "-" : "") + $0.by.name[language] }.joined(separator: ",")
  }
}
