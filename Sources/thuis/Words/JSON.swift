import Foundation

/// A JSON value whose absent parts are said as null, so that every key is always there.
enum JSON: Encodable {
  case text(String)
  case number(Int)
  case decimal(Double)
  case flag(Bool)
  case null
  case list([JSON])
  case object([String: JSON])

  init(_ text: String?) { self = text.map(JSON.text) ?? .null }
  init(_ number: Int?) { self = number.map(JSON.number) ?? .null }
  init(_ value: (some CustomStringConvertible)?) { self = value.map { .text($0.description) } ?? .null }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .decimal(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .null: try container.encodeNil()
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  /// Keys sorted, so that the same answer is the same text.
  func rendered(pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
