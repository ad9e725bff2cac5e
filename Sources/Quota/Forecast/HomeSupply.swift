import Journey

/// Homes that come free each week, where that is known: a cap on how many households can move. A home not used in its
/// week stays there for the next household.
public struct HomeSupply: Hashable, Sendable, Codable {
  /// As they were said, for each class of size.
  private var sized: [HouseholdSize: Rate]
  /// As it was said, of all sizes.
  private var whole: Rate?

  public init(perWeek: [HouseholdSize: Double] = [:], inAll: Double? = nil) {
    (sized, whole) = (perWeek.mapValues { Rate($0) }, inAll.map { Rate($0) })
  }

  public static let unknown = HomeSupply()

  public var isCapped: Bool { !sized.isEmpty || whole != nil }

  /// Homes a week for each class of size; a class that is not there has no cap of its own.
  public var perWeek: [HouseholdSize: Double] {
    get { sized.mapValues(\.perWeek) }
    set { sized = newValue.mapValues { Rate($0) } }
  }

  /// Homes a week of all sizes; nil: no such cap.
  public var inAll: Double? {
    get { whole?.perWeek }
    set { whole = newValue.map { Rate($0) } }
  }

  /// Every cap there is, as it was said; a size of nil: of all of them together.
  public var caps: [(size: HouseholdSize?, rate: Rate)] {
    (whole.map { [(nil, $0)] } ?? [])
      + HouseholdSize.allCases.compactMap { size in sized[size].map { (size, $0) } }
  }

  /// Caps a size, or all together (nil).
  public mutating func cap(_ size: HouseholdSize?, at rate: Rate) {
    if let size { sized[size] = rate } else { whole = rate }
  }

  // MARK: - As it is kept

  enum CodingKeys: String, CodingKey { case perWeek, inAll, perMonth, inAllPerMonth }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      perWeek: try container.decodeIfPresent([HouseholdSize: Double].self, forKey: .perWeek) ?? [:],
      inAll: try container.decodeIfPresent(Double.self, forKey: .inAll))
    for (size, number) in try container.decodeIfPresent([HouseholdSize: Double].self, forKey: .perMonth) ?? [:] {
      cap(size, at: Rate(number, every: .month))
    }
    if let number = try container.decodeIfPresent(Double.self, forKey: .inAllPerMonth) {
      cap(nil, at: Rate(number, every: .month))
    }
  }

  /// Always by the week, and beside it what was said by the month.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(perWeek, forKey: .perWeek)
    try container.encodeIfPresent(inAll, forKey: .inAll)
    let monthly = sized.filter { $0.value.every == .month }.mapValues(\.number)
    if !monthly.isEmpty { try container.encode(monthly, forKey: .perMonth) }
    if let whole, whole.every == .month { try container.encode(whole.number, forKey: .inAllPerMonth) }
  }
}

// MARK: - As it is written

extension HomeSupply {
  /// `5; 20/maand:2-4`, as it reads back, to hundredths.
  public func text(_ language: Language) -> String {
    caps.map { size, rate in rate.typed(language) + (size.map { ":" + $0.rawValue } ?? "") }
      .joined(separator: "; ")
  }

  /// Reads `5`, `20/month`, `2:2-4` and several of them with `;` between; nil for anything else.
  public init?(_ text: String) {
    self.init()
    for part in text.split(separator: ";") {
      let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.filter { $0 != " " }
      }
      guard let rate = sides.first.flatMap({ Rate($0) }) else { return nil }
      if sides.count == 1 {
        cap(nil, at: rate)
      } else {
        guard let size = HouseholdSize(rawValue: sides[1]) else { return nil }
        cap(size, at: rate)
      }
    }
    if !isCapped { return nil }
  }
}
