/// Which connections from country to town a list shows, and in which order.
public struct ConnectionQuery: Hashable, Sendable {
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// What is broken most often first; of equally broken ones the longest unspoken.
    case broken
    /// Links that nobody ever spoke over first, then the longest unspoken.
    case silence
    /// By the name of the municipality.
    case name

    public var words: Phrase {
      switch self {
      case .broken: Phrase("meest gebroken eerst", "most broken first")
      case .silence: Phrase("langst niet gesproken eerst", "longest unspoken first")
      case .name: Phrase("op naam", "by name")
      }
    }
  }

  public var order = Order.broken
  public var isBrokenOnly = false
  /// Folded; every one must be in the name of the municipality, of somebody there, or in what is broken.
  public var words: [String] = []

  public init() {}

  /// What stands for ``isBrokenOnly`` in a filter.
  public static let brokenOnly = Phrase("gebroken", "broken")

  /// Reads `gebroken provincie`, in either language.
  public init(_ text: String, order: Order) {
    self.order = order
    for word in Folding.key(text).split(separator: " ").map(String.init) {
      if [Self.brokenOnly.nl, Self.brokenOnly.en].contains(word) { isBrokenOnly = true } else { words.append(word) }
    }
  }

  /// Those that fit, in order.
  public func listed(_ all: [Connection], _ rules: Rulebook, today: Day) -> [Connection] {
    var found: [Ranked] = []
    for one in all {
      let breaks = one.breaks(rules, today: today)
      if isBrokenOnly && breaks.isEmpty { continue }
      let name = Folding.key(Reference.name(ofMunicipality: one.municipality))
      if !words.isEmpty {
        let people = one.people.values.joined().flatMap { [$0.name, $0.organisation] }
        let said = ([name] + people + breaks.flatMap { [$0.words.nl, $0.words.en] }).map(Folding.key)
        if !words.allSatisfy({ word in said.contains { $0.contains(word) } }) { continue }
      }
      let (never, longest) = one.unspoken(today: today)
      let weights: [Int] =
        switch order {
        case .broken: [breaks.count, longest]
        case .silence: [never, longest]
        case .name: []
        }
      found.append(Ranked(connection: one, weights: weights, name: name))
    }
    return found.sorted().map(\.connection)
  }

  private struct Ranked: Comparable {
    let connection: Connection
    /// The heaviest come first.
    let weights: [Int]
    let name: String

    static func < (a: Ranked, b: Ranked) -> Bool {
      a.weights == b.weights ? a.name < b.name : b.weights.lexicographicallyPrecedes(a.weights)
    }
  }
}
