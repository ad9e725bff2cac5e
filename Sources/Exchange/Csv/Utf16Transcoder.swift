/// UTF-16 to UTF-8 piece by piece: a unit or a pair may be cut at the end of any piece.
struct Utf16Transcoder {
  let bigEndian: Bool
  private var loneByte: UInt8?
  private var highSurrogate: UInt16?

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Writes at most `3 * (input.count / 2 + 2)` bytes, and says how many.
  mutating func transcode(_ input: UnsafeRawBufferPointer, last: Bool, into out: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    for byte in input {
      guard let first = loneByte else {
        loneByte = byte
        continue
      }
      loneByte = nil
      let unit = bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      take(unit, out, &count)
    }
    if last, highSurrogate != nil || loneByte != nil {
      (highSurrogate, loneByte) = (nil, nil)
      put(0xFFFD, out, &count)
    }
    return count
  }

  private mutating func take(_ unit: UInt16, _ out: UnsafeMutableRawBufferPointer, _ count: inout Int) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        put(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(unit) - 0xDC00, out, &count)
        return
      }
      put(0xFFFD, out, &count)
    }
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: put(0xFFFD, out, &count)
    default: put(UInt32(unit), out, &count)
    }
  }

  private func put(_ scalar: UInt32, _ out: UnsafeMutableRawBufferPointer, _ count: inout Int) {
    for byte in Unicode.UTF8.encode(Unicode.Scalar(scalar)!)! {
      out[count] = byte
      count += 1
    }
  }
}
