import Journey

/// Homes that come free each week, where that is known: a cap on how many households can move. A home not used in its
/// week stays there for the next household.
public struct HomeSupply: Hashable, Sendable, Codable {
  /// Homes a week for each class of size; a class that is not there has no cap of its own.
  public var perWeek: [HouseholdSize: Double]
  /// Homes a week of all sizes; nil: no such cap.
  public var inAll: Double?

  public init(perWeek: [HouseholdSize: Double] = [:], inAll: Double? = nil) {
    (self.perWeek, self.inAll) = (perWeek, inAll)
  }

  public static let unknown = HomeSupply()

  public var isCapped: Bool { !perWeek.isEmpty || inAll != nil }

  /// Every cap there is; a size of nil: of all of them together.
  public var caps: [(size: HouseholdSize?, perWeek: Double)] {
    (inAll.map { [(nil, $0)] } ?? [])
      + HouseholdSize.allCases.compactMap { size in perWeek[size].map { (size, $0) } }
  }

  /// Caps a size, or all together (nil).
  public mutating func cap(_ size: HouseholdSize?, at count: Double) {
    if let size { perWeek[size] = count } else { inAll = count }
  }
}

// MARK: - As it is written

extension HomeSupply {
  /// `5; 0,5:2-4`, as it reads back, to hundredths.
  public func text(_ language: Language) -> String {
    caps.map { size, count in Rate.text(count, language) + (size.map { ":" + $0.rawValue } ?? "") }
      .joined(separator: "; ")
  }

  /// Reads `5`, `20/month`, `2:2-4` and several of them with `;` between; nil for anything else.
  public init?(_ text: String) {
    self.init()
    for part in text.split(separator: ";") {
      let sides = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.filter { $0 != " " }
      }
      guard let count = sides.first.flatMap(Scenario.perWeek) else { return nil }
      if sides.count == 1 {
        cap(nil, at: count)
      } else {
        guard let size = HouseholdSize(rawValue: sides[1]) else { return nil }
        cap(size, at: count)
      }
    }
    if !isCapped { return nil }
  }
}
