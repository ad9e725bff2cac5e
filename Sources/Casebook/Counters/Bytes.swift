import Foundation

/// Numbers as few bytes, small ones first: seven bits a byte, signs folded into the lowest bit (as in Protocol Buffers).
struct ByteWriter {
  private(set) var data = Data()

  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      data.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    data.append(UInt8(rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    data.append(contentsOf: text.utf8)
  }
}

/// Reads what ``ByteWriter`` wrote. Bytes that end too early read as zeros, never out of bounds.
struct ByteReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ data: Data) { bytes = Array(data) }

  var isAtEnd: Bool { at >= bytes.count }

  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 || shift > 63 { break }
    }
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func text() -> String {
    let length = max(0, min(number(), bytes.count))
    let start = min(at, bytes.count)
    at = min(bytes.count, start + length)
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}
