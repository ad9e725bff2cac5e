/// Chance that is the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func roll(_ sides: Int) -> Int { Int(next() >> 11) % sides }

  mutating func one<Value>(of all: [Value]) -> Value { all[roll(all.count)] }
}
