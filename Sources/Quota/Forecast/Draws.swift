import Journey

/// Chance without a state: a number for each stream and run, by the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
/// A household has its own stream, so a scenario changes only the draws of what it changes (common random numbers).
struct Draws {
  let seed: UInt64

  enum Kind: UInt64 { case household = 1, week, link, extraLink, extraPick, offer, relatives }

  /// Where a stream starts.
  func stream(_ kind: Kind, _ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
    Self.mix(Self.mix(Self.mix(seed ^ kind.rawValue &* 0xA24B_AED4_963E_E407) ^ a) &+ b &* Self.golden)
  }

  func stream(_ household: DossierID) -> UInt64 { stream(.household, UInt64(bitPattern: household.value)) }

  /// 0 ..< 2³¹, even.
  @inline(__always)
  static func draw(_ stream: UInt64, _ run: Int) -> Int32 {
    Int32(truncatingIfNeeded: mix(stream &+ UInt64(truncatingIfNeeded: run) &* golden) >> 33)
  }

  /// 0 ..< bound
  @inline(__always)
  static func pick(_ stream: UInt64, _ run: Int, below bound: Int) -> Int {
    Int((UInt64(draw(stream, run)) &* UInt64(bound)) >> 31)
  }

  /// A chance as a threshold: draws below it are within.
  static func threshold(_ chance: Double) -> Int32 {
    chance >= 1 ? .max : Int32(max(0, chance) * 2_147_483_648)
  }

  static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
