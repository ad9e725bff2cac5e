/// Reads JSON as ``Wire`` writes it: text in memory, whole numbers, no spaces. What is written otherwise it leaves to
/// Foundation's decoder by throwing ``Unsure``.
///
/// Why not Foundation alone: reading a payload is what opening and checking a story mostly does (docs/operations.md has
/// the measurement).
struct PlainJSON: Decoder {
  struct Unsure: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the value starts.
  private let start: Int

  static func read<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    var text = text
    return try text.withUTF8 { try Value(from: PlainJSON(bytes: $0, start: 0)) }
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Fields(values: try fields()))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { Elements(values: try elements()) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(value: self) }
}

// MARK: - The scan

extension PlainJSON {
  fileprivate struct Field {
    var key: Range<Int>
    var value: PlainJSON
  }

  private func byte(_ at: Int) throws -> UInt8 {
    guard at < bytes.count else { throw Unsure() }
    return bytes[at]
  }

  fileprivate func fields() throws -> [Field] {
    var fields: [Field] = []
    try each(from: UInt8(ascii: "{"), to: UInt8(ascii: "}")) { at in
      let end = try endOfString(at)
      guard !bytes[at..<end].contains(UInt8(ascii: "\\")) else { throw Unsure() }
      guard try byte(end) == UInt8(ascii: ":") else { throw Unsure() }
      fields.append(Field(key: at + 1..<end - 1, value: PlainJSON(bytes: bytes, start: end + 1)))
      return try endOfValue(end + 1)
    }
    return fields
  }

  fileprivate func elements() throws -> [PlainJSON] {
    var elements: [PlainJSON] = []
    try each(from: UInt8(ascii: "["), to: UInt8(ascii: "]")) { at in
      elements.append(PlainJSON(bytes: bytes, start: at))
      return try endOfValue(at)
    }
    return elements
  }

  private func each(from open: UInt8, to close: UInt8, _ item: (Int) throws -> Int) throws {
    guard try byte(start) == open else { throw Unsure() }
    var at = start + 1
    if try byte(at) != close {
      at = try item(at)
      while try byte(at) == UInt8(ascii: ",") { at = try item(at + 1) }
    }
    // Nothing may follow the whole.
    guard try byte(at) == close, start > 0 || at + 1 == bytes.count else { throw Unsure() }
  }

  private func endOfString(_ begin: Int) throws -> Int {
    guard try byte(begin) == UInt8(ascii: "\"") else { throw Unsure() }
    var at = begin + 1
    while true {
      switch try byte(at) {
      case UInt8(ascii: "\""): return at + 1
      case UInt8(ascii: "\\"): at += 2
      case ..<0x20: throw Unsure()
      default: at += 1
      }
    }
  }

  private func endOfValue(_ begin: Int) throws -> Int {
    var at = begin
    var depth = 0
    repeat {
      switch try byte(at) {
      case UInt8(ascii: "\""): at = try endOfString(at)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        at += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): at += 1
      default: at = try endOfWord(at)
      }
    } while depth > 0
    return at
  }

  /// Of a number, `true`, `false` or `null`.
  private func endOfWord(_ begin: Int) throws -> Int {
    var at = begin
    while at < bytes.count {
      switch bytes[at] {
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"): at += 1
      default:
        guard at > begin else { throw Unsure() }
        return at
      }
    }
    throw Unsure()
  }

  private func isWord(_ word: StaticString) -> Bool {
    start + word.utf8CodeUnitCount <= bytes.count
      && word.withUTF8Buffer { $0.elementsEqual(bytes[start..<start + $0.count]) }
  }

  // MARK: - Values

  fileprivate func has(_ field: Field, key: some CodingKey) -> Bool {
    var name = key.stringValue
    return name.withUTF8 { name in
      name.count == field.key.count && zip(name, bytes[field.key]).allSatisfy { $0 == $1 }
    }
  }

  fileprivate func name(of field: Field) -> String { String(decoding: bytes[field.key], as: UTF8.self) }

  fileprivate var isNull: Bool { isWord("null") }

  fileprivate func string() throws -> String {
    let end = try endOfString(start)
    let body = UnsafeBufferPointer(rebasing: bytes[start + 1..<end - 1])
    guard body.contains(UInt8(ascii: "\\")) else { return String(decoding: body, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(body.count)
    var at = 0
    while at < body.count {
      if body[at] != UInt8(ascii: "\\") {
        plain.append(body[at])
        at += 1
        continue
      }
      switch body[at + 1] {
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(body[at + 1])
      default: throw Unsure()
      }
      at += 2
    }
    return String(decoding: plain, as: UTF8.self)
  }

  fileprivate func integer() throws -> Int {
    let isNegative = try byte(start) == UInt8(ascii: "-")
    var at = isNegative ? start + 1 : start
    let first = at
    var number = 0
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39, at - first < 18 {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    // Leading zeros, fractions and exponents are not ours.
    guard try at > first && at == endOfWord(start), bytes[first] != 0x30 || at == first + 1 else { throw Unsure() }
    return isNegative ? -number : number
  }

  fileprivate func bool() throws -> Bool {
    if isWord("true") { return true }
    guard isWord("false") else { throw Unsure() }
    return false
  }
}

// MARK: - Containers

/// Where a container asks for a number of another width than the house's own, the generic reading answers: `Unsure`.
private struct Single: SingleValueDecodingContainer {
  let value: PlainJSON
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { value.isNull }
  func decode(_ type: String.Type) throws -> String { try value.string() }
  func decode(_ type: Int.Type) throws -> Int { try value.integer() }
  func decode(_ type: Bool.Type) throws -> Bool { try value.bool() }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { throw PlainJSON.Unsure() }
}

private struct Elements: UnkeyedDecodingContainer {
  let values: [PlainJSON]
  var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex == values.count }

  private mutating func next() throws -> PlainJSON {
    guard !isAtEnd else { throw PlainJSON.Unsure() }
    defer { currentIndex += 1 }
    return values[currentIndex]
  }

  mutating func decodeNil() throws -> Bool { throw PlainJSON.Unsure() }
  mutating func decode(_ type: String.Type) throws -> String { try next().string() }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().integer() }
  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: next()) }
  mutating func nestedContainer<K: CodingKey>(keyedBy type: K.Type) throws -> KeyedDecodingContainer<K> {
    try next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let values: [PlainJSON.Field]
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { values.compactMap { Key(stringValue: $0.value.name(of: $0)) } }

  private func find(_ key: Key) -> PlainJSON? { values.first { $0.value.has($0, key: key) }?.value }
  private func value(_ key: Key) throws -> PlainJSON {
    guard let found = find(key) else { throw PlainJSON.Unsure() }
    return found
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).string() }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).integer() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).bool() }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try T(from: value(key)) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try find(key).flatMap { $0.isNull ? nil : try $0.string() }
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try find(key).flatMap { $0.isNull ? nil : try $0.integer() }
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try find(key).flatMap { $0.isNull ? nil : try T(from: $0) }
  }
  func nestedContainer<K: CodingKey>(keyedBy type: K.Type, forKey key: Key) throws -> KeyedDecodingContainer<K> {
    try value(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { throw PlainJSON.Unsure() }
  func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}
