/// The screen in ASCII, for a system without any UTF-8 locale: a name must stay a name ("Łukasz" as "Lukasz").
enum Transliteration {
  /// An ASCII character for a scalar; "?" when there is none.
  static func ascii(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x20..<0x7F: return scalar
    case 0xC0..<0x180: return UInt32(latin[Int(scalar - 0xC0)])
    case 0x1E00..<0x1F00: return UInt32(vietnamese[Int(scalar - 0x1E00)])
    case 0x2571..<0x2574: return [0x2F, 0x5C, 0x78][Int(scalar - 0x2571)]  // diagonals
    case 0x254C, 0x2550: return scalar == 0x254C ? 0x2D : 0x3D
    case 0x2500..<0x2580: return line(LineArms(scalar: scalar))
    case 0x2581..<0x2589: return UInt32(rising[Int(scalar - 0x2581)])
    case 0x2589..<0x2590: return scalar < 0x258C ? 0x23 : 0x7C  // a bar's end
    case 0x2800..<0x2900: return dots(UInt8(scalar - 0x2800))
    default: return UInt32(signs[scalar] ?? 0x3F)
    }
  }

  private static func line(_ arms: LineArms) -> UInt32 {
    switch arms {
    case [.left, .right], .left, .right: 0x2D
    case [.up, .down], .up, .down: 0x7C
    default: 0x2B
    }
  }

  /// Bars from low to full: each its own.
  private static let rising = Array("_.-=+*%#".utf8)

  /// Braille as a piece of the line or area it belongs to.
  private static func dots(_ bits: UInt8) -> UInt32 {
    // Rows from the top, of the left and the right half.
    let left = (0..<4).filter { bits & ([0x01, 0x02, 0x04, 0x40] as [UInt8])[$0] != 0 }
    let right = (0..<4).filter { bits & ([0x08, 0x10, 0x20, 0x80] as [UInt8])[$0] != 0 }
    let rows = Set(left + right)
    switch bits.nonzeroBitCount {
    case 0: return 0x20
    case 6...: return 0x23
    default: break
    }
    if rows.count == 1 {
      let isPair = left.count + right.count == 2
      return rows.contains(3) ? (isPair ? 0x5F : 0x2E) : isPair ? 0x2D : rows.contains(2) ? 0x2E : 0x27
    }
    if left.isEmpty || right.isEmpty { return 0x7C }
    let (a, b) = (left.reduce(0, +) * right.count, right.reduce(0, +) * left.count)
    return a == b ? 0x3A : a > b ? 0x2F : 0x5C
  }

  // One letter for each scalar from U+00C0, without its accent.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo:ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNn"
      + "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  // And from U+1E00.
  private static let vietnamese = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr"
      + "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy??????"
      + "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????").utf8)

  private static let signs: [UInt32: UInt8] = [
    0x0218: 0x53, 0x0219: 0x73, 0x021A: 0x54, 0x021B: 0x74,  // Romanian
    0x01A0: 0x4F, 0x01A1: 0x6F, 0x01AF: 0x55, 0x01B0: 0x75,  // Vietnamese horns
    0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D,
    0x2018: 0x27, 0x2019: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x2026: 0x2E, 0x2022: 0x2A, 0xB7: 0x2E,
    0xA7: 0x53,
    0x2190: 0x3C, 0x2192: 0x3E, 0x2191: 0x5E, 0x2193: 0x76, 0x25B2: 0x5E, 0x25BC: 0x76, 0x25BE: 0x76,
    0x25B6: 0x3E, 0x25B8: 0x3E, 0x2713: 0x76, 0x2717: 0x78, 0x25CF: 0x2A, 0x25CB: 0x6F, 0x23CE: 0x3C,
    0x2588: 0x23, 0x2593: 0x23, 0x2592: 0x25, 0x2591: 0x2E, 0x20AC: 0x45,
  ]
}
