/// An alien number (V-nummer): ten digits kept as text, leading zeros included; no check digit is published.
/// Legal base: Vreemdelingenwet 2000 art. 107-3.
public struct VNumber: Hashable, Sendable, RawRepresentable, Codable {
  public let rawValue: String
  /// nil unless `rawValue` is exactly ten digits.
  public init?(rawValue: String) {
    guard rawValue.utf8.count == 10, rawValue.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), rawValue != "0000000000"
    else { return nil }
    self.rawValue = rawValue
  }
  /// Only the last three digits: what a list may show.
  public var masked: String { "•••••••" + rawValue.suffix(3) }
}

/// A citizen service number: nine digits that pass the eleven-test (Wabb; 9a+8b+...+2h-1i divisible by 11).
public struct BSN: Hashable, Sendable, RawRepresentable, Codable {
  public let rawValue: String
  /// nil unless nine digits that pass the test; 000000000 is refused.
  public init?(rawValue: String) {
    let digits = rawValue.utf8.map { Int($0) - 48 }
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }), digits.contains(where: { $0 != 0 })
    else { return nil }
    let sum = (0..<8).reduce(0) { $0 + digits[$1] * (9 - $1) } - digits[8]
    guard sum % 11 == 0 else { return nil }
    self.rawValue = rawValue
  }
  public var masked: String { "••••••" + rawValue.suffix(3) }
}

/// A dossier's number, `2026-004182`: the year it was opened and a serial number in that year. It is its identity.
public struct DossierID: Hashable, Comparable, Sendable, CustomStringConvertible, LosslessStringConvertible, Codable {
  /// year * 10,000,000 + serial number; also its key in the casebook.
  public let value: Int64
  public init(value: Int64) { self.value = value }
  public init(year: Int, serial: Int) { value = Int64(year) * 10_000_000 + Int64(serial) }
  public var year: Int { Int(value / 10_000_000) }
  public var serial: Int { Int(value % 10_000_000) }

  public static func < (a: DossierID, b: DossierID) -> Bool { a.value < b.value }

  public var description: String {
    let digits = String(serial)
    return "\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// Reads `2026-004182`, also without leading zeros (`2026-4182`).
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), (1900...2999).contains(year),
      (1...7).contains(parts[1].count), let serial = Int(parts[1]), serial > 0, !parts[1].hasPrefix("+")
    else { return nil }
    self.init(year: year, serial: serial)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = DossierID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected a case number like 2026-004182, got \(text)")
    }
    self = id
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A person within a dossier: 1 for the first named. Numbers are never used again in the same dossier.
public struct PersonID: Hashable, Comparable, Sendable, RawRepresentable, Codable, CustomStringConvertible {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public init(_ value: Int) { rawValue = value }
  public static func < (a: PersonID, b: PersonID) -> Bool { a.rawValue < b.rawValue }
  public var description: String { "p\(rawValue)" }
}

/// An event's identity: a UUIDv7 (RFC 9562), so ids made later sort later.
public struct EventID: Hashable, Sendable, CustomStringConvertible, Codable {
  public let high: UInt64
  public let low: UInt64
  public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// - Parameters:
  ///   - milliseconds: since 1970 UTC, 48 bits.
  ///   - random: 74 bits are used.
  public init(milliseconds: Int64, random: (UInt64, UInt64)) {
    high = UInt64(bitPattern: milliseconds) << 16 | 0x7000 | (random.0 & 0x0FFF)
    low = random.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
  }

  public var description: String {
    var text = ""
    text.reserveCapacity(36)
    let digits = Array("0123456789abcdef")
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append("-") }
      let word = index < 16 ? high : low
      text.append(digits[Int(word >> UInt64(60 - 4 * (index % 16)) & 15)])
    }
    return text
  }

  public init?(_ text: String) {
    var words: [UInt64] = [0, 0]
    var count = 0
    for byte in text.utf8 where byte != 45 {
      guard count < 32, let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      words[count / 16] = words[count / 16] << 4 | UInt64(digit)
      count += 1
    }
    guard count == 32 else { return nil }
    (high, low) = (words[0], words[1])
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = EventID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a UUID")
    }
    self = id
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
