import Journey

/// A number of persons or households as a report may show it.
public enum Count: Hashable, Sendable, ExpressibleByIntegerLiteral {
  case exactly(Int)
  /// 1 to 4: so few that one could tell who they are.
  case few
  /// Large enough to show, but it would give away one that is not.
  case withheld
  /// Nobody knows it.
  case unknown

  public init(_ number: Int) { self = .exactly(number) }
  public init(integerLiteral number: Int) { self = .exactly(number) }

  /// nil where it is hidden or unknown.
  public var number: Int? { if case .exactly(let number) = self { number } else { nil } }

  public var isHidden: Bool { self == .few || self == .withheld }

  /// As high as a chart draws it: what is from 1 to 4 in the middle; nil where nothing can be drawn.
  var drawn: Double? { self == .few ? 2.5 : number.map(Double.init) }

  /// `1.234`, `<5`, `*`, and a dash for what nobody knows.
  func text(_ language: Language) -> String { text { Digits.grouped($0, language) } }

  /// With its sign.
  func signed(_ language: Language) -> String {
    text { $0 > 0 ? "+" + Digits.grouped($0, language) : Digits.grouped($0, language) }
  }

  /// As a file has it: digits alone, and nothing for what nobody knows.
  var plain: String { self == .unknown ? "" : text { String($0) } }

  private func text(_ write: (Int) -> String) -> String {
    switch self {
    case .exactly(let number): write(number)
    case .few: "<5"
    case .withheld: "*"
    case .unknown: "–"
    }
  }
}
