import Journey

/// A row of whole numbers that may each be unknown.
public protocol FigureRow: Hashable, Sendable {
  init?(figures: [Int?])
  var figures: [Int?] { get }
  static func + (a: Self, b: Self) -> Self
}

extension Int: FigureRow {
  public init?(figures: [Int?]) {
    guard figures.count == 1, let only = figures[0] else { return nil }
    self = only
  }
  public var figures: [Int?] { [self] }
}

/// Figures of many municipalities by CBS code, as one event carries them. Written as one text,
/// `GM0014 276 -41 - 402;GM0034 ...` with a dash for what is not known: read in a fraction of the time of a JSON object.
public struct FigureTable<Row: FigureRow>: Hashable, Sendable {
  public var rows: [String: Row]

  public init(_ rows: [String: Row] = [:]) { self.rows = rows }

  public var isEmpty: Bool { rows.isEmpty }

  /// By the codes of today: what a former municipality had goes to the one it ended up in. Unknown codes stay.
  public var present: [String: Row] {
    var present: [String: Row] = [:]
    present.reserveCapacity(rows.count)
    for (code, row) in rows {
      let now = Reference.present(code)
      present[now] = present[now].map { $0 + row } ?? row
    }
    return present
  }
}

extension FigureTable: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let table = FigureTable(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected rows such as GM0014 276 -41, separated by semicolons")
    }
    self = table
  }

  var text: String {
    rows.sorted { $0.key < $1.key }.map { code, row in
      code + row.figures.map { $0.map { " \($0)" } ?? " -" }.joined()
    }.joined(separator: ";")
  }

  init?(text: String) {
    rows = [:]
    if text.isEmpty { return }
    for part in text.utf8.split(separator: UInt8(ascii: ";")) {
      let words = part.split(separator: UInt8(ascii: " "))
      guard let code = words.first.map({ String(Substring($0)) }) else { return nil }
      var figures: [Int?] = []
      for word in words.dropFirst() {
        if word.elementsEqual(CollectionOfOne(UInt8(ascii: "-"))) {
          figures.append(nil)
        } else {
          guard let number = Int(Substring(word)) else { return nil }
          figures.append(number)
        }
      }
      guard let row = Row(figures: figures), rows.updateValue(row, forKey: code) == nil else { return nil }
    }
  }
}

extension Reference {
  /// The code of today for a present or former municipality; itself when the tables do not know it.
  package static func present(_ code: String) -> String {
    municipality(code: code)?.code ?? successor(ofCode: code)?.code ?? code
  }
}
