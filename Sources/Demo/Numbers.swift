import Journey

/// Numbers for invented people.
enum Numbers {
  /// Every BSN of 9999xxxxx that passes the eleven-test: a range given to nobody.
  static let fictitious: [BSN] = (0..<100_000).compactMap { rest in
    let tail = String(rest)
    return BSN(rawValue: "9999" + String(repeating: "0", count: 5 - tail.count) + tail)
  }
  /// The first ones are for those who came, the others for those who came later.
  static let forFirst = 8_000

  /// Own to each place in the row of people, as long as the range lasts; a larger field has to use numbers again.
  static func bsn(_ ordinal: Int) -> BSN { fictitious[ordinal % forFirst] }

  static func laterBSN(story: Int, person: Int) -> BSN {
    fictitious[forFirst + (story &* 37 &+ person) % (fictitious.count - forFirst)]
  }

  /// Own to each person of each story: a factor prime to ten mixes eight digits one to one.
  static func vNumber(story: Int, person: Int) -> VNumber? {
    let mixed = ((story * 20 + person) % 100_000_000) * 48_271_013 % 100_000_000
    let tail = String(mixed)
    return VNumber(rawValue: "28" + String(repeating: "0", count: 8 - tail.count) + tail)
  }
}

/// How many persons a household has: of every hundred, 46 come alone.
enum Sizes {
  static let hundred: [Int] = [(1, 46), (2, 14), (3, 11), (4, 11), (5, 8), (6, 5), (7, 3), (8, 1), (9, 1)].flatMap {
    [Int](repeating: $0.0, count: $0.1)
  }
  /// Persons before each of the hundred.
  private static let before: [Int] = hundred.indices.map { hundred[..<$0].reduce(0, +) }
  private static let total = hundred.reduce(0, +)
  /// Without a common factor with 100, so that multiplying by one visits each of the hundred once.
  private static let strides = [
    3, 7, 11, 13, 17, 19, 21, 23, 27, 29, 31, 33, 37, 39, 41, 43, 47, 49, 51, 53, 57, 59, 61, 63,
  ]

  /// The size of a story's household, and how many persons came before it in the row of all.
  static func size(story: Int, seed: UInt64) -> (size: Int, ordinal: Int) {
    let (block, position) = story.quotientAndRemainder(dividingBy: 100)
    var dice = Dice(seed: seed &+ 0x51_2E, story: block)
    let place = (position * dice.pick(strides) + dice.int(0...99)) % 100
    return (hundred[place], block * total + before[place])
  }
}
