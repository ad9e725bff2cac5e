import Journey

/// Homes to come as they were posted, and the first day on which they do.
public struct KnownHomes: Hashable, Sendable {
  public let posted: TaskEvent.HomesToCome
  public let begins: Day
  /// The number of the posting.
  public let event: Int

  init(_ posted: TaskEvent.HomesToCome, _ event: TaskEvent) {
    (self.posted, begins, self.event) = (posted, posted.from ?? event.day, event.number)
  }

  /// What comes, with the first day where that is still ahead.
  public func words(on day: Day) -> Phrase {
    var said = posted
    said.from = begins > day ? begins : nil
    return said.words
  }
}

extension TaskBook {
  /// Homes known to come in a municipality: of each size, and of all together, what was posted last and has begun, and what
  /// takes its place later.
  public func knownHomes(_ code: String, on day: Day) -> [KnownHomes] {
    var known: [KnownHomes] = []
    for one in homesToCome[code] ?? [] {
      known.removeAll { $0.posted.size == one.posted.size && ($0.begins >= one.begins || one.begins <= day) }
      known.append(one)
    }
    return known.filter { $0.posted.rate.number > 0 || $0.begins > day }
  }

  /// The same as caps on a day, a week.
  public func homes(_ code: String, on day: Day) -> HomeSupply {
    var supply = HomeSupply.unknown
    for one in knownHomes(code, on: day) where one.begins <= day {
      supply.cap(one.posted.size, at: one.posted.rate)
    }
    return supply
  }

  /// How many municipalities of an area have homes known to come in a half-year, as known on a day.
  public func municipalitiesWithHomes(in area: Area, _ period: HalfYear, on day: Day) -> Int {
    area.municipalities.count { code in
      knownHomes(code, on: day).contains { $0.posted.rate.number > 0 && $0.begins <= period.last }
    }
  }

  /// Numbers of all postings of homes to come of these municipalities that hold, in order.
  public func homePostings(_ codes: [String]) -> [Int] {
    codes.flatMap { homesToCome[$0] ?? [] }.map(\.event).sorted()
  }
}

extension HomeSupply {
  /// Of several places: a cap only where each of them has one.
  init(together parts: [HomeSupply]) {
    self.init()
    func sum(_ cap: (HomeSupply) -> Double?) -> Double? {
      let known = parts.compactMap(cap)
      return parts.isEmpty || known.count < parts.count ? nil : known.reduce(0, +)
    }
    inAll = sum(\.ofAllSizes)
    for size in HouseholdSize.allCases { perWeek[size] = sum { $0.perWeek[size] } }
  }

  /// Where every size has a cap, they add up to one of all.
  private var ofAllSizes: Double? {
    if let inAll { return inAll }
    let each = HouseholdSize.allCases.compactMap { perWeek[$0] }
    return each.count == HouseholdSize.allCases.count ? each.reduce(0, +) : nil
  }
}

/// Homes known to come from a day on, of every municipality: read from the book once, for the forecasts of many areas.
public struct HomesAhead: Sendable {
  public let first: Day
  /// By municipality: what holds on the first day, and from each later day on which it changes; the earliest first.
  private let known: [String: [(from: Day, supply: HomeSupply)]]

  public init(_ book: TaskBook, from first: Day) {
    self.first = first
    known = book.municipalitiesWithHomes.reduce(into: [:]) { all, code in
      let later = Set(book.knownHomes(code, on: first).map(\.begins)).filter { $0 > first }.sorted()
      all[code] = ([first] + later).map { (from: $0, supply: book.homes(code, on: $0)) }
    }
  }

  /// As caps on a day, of the first on.
  func homes(_ code: String, on day: Day) -> HomeSupply {
    known[code]?.last { $0.from <= day }?.supply ?? .unknown
  }

  /// Days after the first on which something changes there.
  func changes(_ code: String) -> [Day] { (known[code] ?? []).dropFirst().map(\.from) }
}

extension Forecast.Question {
  /// Takes the homes that are known to come where somebody waits, from tomorrow on. A household with no municipality yet may
  /// go where nothing is known, so while there is one nothing is known of the whole.
  public mutating func takeHomes(_ ahead: HomesAhead) {
    let codes = Set(waiting.map(\.municipality)).sorted()
    func known(_ day: Day) -> HomeSupply { HomeSupply(together: codes.map { ahead.homes($0, on: day) }) }
    homes = known(today + 1)
    laterHomes = [:]
    for day in Set(codes.flatMap(ahead.changes)) where day <= period.last { laterHomes[day] = known(day) }
  }
}

extension Forecast {
  /// What a forecast says that rests on them.
  public static let withKnownHomes = Phrase(
    "Met de woningen die bekend zijn: naast wie al een aanbod heeft verhuizen er niet meer huishoudens dan er woningen komen.",
    "With the homes that are known: beside those who have an offer no more households move than homes come.")

  /// What a forecast of an area says that counts on no homes, while those of so many of its municipalities are known; nil:
  /// there is nothing it leaves out.
  public static func leavesOutHomes(of count: Int, in area: Area) -> Phrase? {
    if case .municipality = area { return nil }
    guard count > 0 else { return nil }
    let places = Digits.municipalities(count)
    let what = Phrase(
      "Niet meegeteld: de woningen die voor \(places.nl) zijn geboekt.",
      "Not counted: the homes posted for \(places.en).")
    let why = Phrase(
      " Dat kan pas als ze bekend zijn van elke gemeente waar iemand wacht",
      " That takes those of every municipality where somebody waits")
    let all =
      area == .country
      ? Phrase(", en ieder die wacht een gemeente heeft.", ", and a municipality for all who wait.") : Phrase(same: ".")
    return what + why + all
  }
}
