import Journey

/// Invented households with stories that could have happened, calibrated on open figures (see `Resources/SOURCES.md`).
///
/// Every story stands on its own: it depends on the seed, the index and the size of the field only, so several cores
/// can tell them at the same time and get the same casebook. Stories come in order of the day they began, so their
/// numbers rise with the index.
public struct DemoField: Sendable {
  public let seed: UInt64
  /// How many stories there are.
  public let dossiers: Int
  public let today: Day
  let rules: Rulebook
  let places: Places
  let mix: OriginMix
  /// Small fields are told in more detail; a field of a million keeps to the main events.
  let isDetailed: Bool
  /// Of each year, the index of its first story.
  private let firstOfYear: [Int: Int]

  public init(seed: UInt64, dossiers: Int, today: Day, rules: Rulebook) {
    self.seed = seed
    self.dossiers = dossiers
    self.today = today
    self.rules = rules
    isDetailed = dossiers <= 20_000
    places = Places(dossiers: dossiers, seed: seed)
    mix = OriginMix()
    var first: [Int: Int] = [:]
    if dossiers > 0 {
      let begin = { Self.begin($0, of: dossiers, seed: seed, today: today) }
      for year in begin(0).year...begin(dossiers - 1).year {
        guard let yearStart = Day(year, 1, 1) else { continue }
        var (low, high) = (0, dossiers)
        while low < high {
          let middle = (low + high) / 2
          if begin(middle) >= yearStart { high = middle } else { low = middle + 1 }
        }
        first[year] = low
      }
    }
    firstOfYear = first
  }

  /// The story of one household: its number and all its events in order, without gaps.
  /// - Parameter index: from 0 up to `dossiers`.
  public func story(_ index: Int) -> (DossierID, [Event]) {
    let start = Self.begin(index, of: dossiers, seed: seed, today: today)
    let year = start.year
    let id = DossierID(year: year, serial: index - (firstOfYear[year] ?? 0) + 1)
    var teller = Teller(field: self, index: index, id: id, start: start)
    teller.tellStory()
    return (id, teller.events)
  }

  /// The day a story begins: never falls with the index, most of them in the last year and a half, on working days.
  static func begin(_ index: Int, of count: Int, seed: UInt64, today: Day) -> Day {
    var dice = Dice(seed: seed &+ 0x5EED, story: index)
    let u = 1 - (Double(index) + dice.unit()) / Double(max(1, count))
    let u2 = u * u
    let u12 = u2 * u2 * u2 * u2 * u2 * u2
    let age = 440 * u * (0.32 + 0.68 * u) + 700 * u12
    let day = today - Int(age)
    return day.weekday > 5 ? day - (day.weekday - 5) : day
  }
}
