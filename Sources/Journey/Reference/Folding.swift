/// The search key of the house: what names, places and notes are compared by.
///
/// Lower case, without diacritics or vowel marks, with every run of punctuation and space as one space:
/// `Öztürk` and `ozturk`, `Łukasz` and `lukasz`, `'s-Gravenhage` and `s gravenhage`, `أَحْمَد` and `احمد` are the same.
/// Other scripts stay in their own letters. Folding a key gives the key again.
public enum Folding {
  public static func key(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      if isKey(bytes) { return nil }
      return String(unsafeUninitializedCapacity: 2 * bytes.count + 8) { fold(bytes, into: $0) }
    } ?? text
  }

  /// True for ASCII that folding would leave alone: most of what is folded twice.
  private static func isKey(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case 0x20 where previous != 0x20: break
      default: return false
      }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var key = KeyWriter(out: out)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case 0x61...0x7A, 0x30...0x39: key.put(byte)
        case 0x41...0x5A: key.put(byte | 0x20)
        default: key.separate()
        }
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var scalar = UInt32(byte) & (0x7F >> UInt32(length))
      for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
      index += length
      key.put(scalar: scalar)
    }
    return key.count
  }
}

/// Writes folded text: no space at the ends, never two in a row.
private struct KeyWriter {
  let out: UnsafeMutableBufferPointer<UInt8>
  var count = 0
  private var gap = false

  init(out: UnsafeMutableBufferPointer<UInt8>) { self.out = out }

  mutating func separate() { gap = count > 0 }

  mutating func put(_ byte: UInt8) {
    if gap {
      out[count] = 0x20
      count += 1
      gap = false
    }
    out[count] = byte
    count += 1
  }

  mutating func put(scalar: UInt32) {
    switch scalar {
    case ..<0x80: put(UInt8(scalar))
    case 0xC0...0x2AF: put(pair: FoldingTables.latin, at: scalar - 0xC0, or: scalar)
    case 0x1E00...0x1EFF: put(pair: FoldingTables.latinAdditional, at: scalar - 0x1E00, or: scalar)
    default:
      switch FoldedScalar(scalar) {
      case .letter(let letter) where letter != scalar && letter < 0x2B0: put(scalar: letter)
      case .letter(let letter): put(encoded: letter)
      case .ascii(let letters): letters.withUTF8Buffer { $0.forEach { put($0) } }
      case .separator: separate()
      case .nothing: break
      }
    }
  }

  private mutating func put(pair table: StaticString, at position: UInt32, or scalar: UInt32) {
    let pair = table.utf8Start + 2 * Int(position)
    switch (pair[0], pair[1]) {
    case (0x2E, _): separate()
    case (0x3F, _): put(encoded: scalar)
    case (let first, 0x2E): put(first)
    case (let first, let second):
      put(first)
      put(second)
    }
  }

  private mutating func put(encoded scalar: UInt32) {
    switch scalar {
    case ..<0x80: put(UInt8(scalar))
    case ..<0x800:
      put(UInt8(0xC0 | scalar >> 6))
      put(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      put(UInt8(0xE0 | scalar >> 12))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    default:
      put(UInt8(0xF0 | scalar >> 18))
      put(UInt8(0x80 | scalar >> 12 & 0x3F))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
