import GRDB
import Journey

/// One number that stands for all counters: it can be made from the counters and from the stories, in any order and in
/// pieces, without keeping either in memory. Different counters give another one but for a chance of 1 in 2^64.
struct CounterSeal: Equatable, Sendable {
  private var sum: UInt64 = 0

  static func += (seal: inout CounterSeal, other: CounterSeal) { seal.sum &+= other.sum }

  /// Of what the table holds.
  init(_ db: Database) throws {
    let rows = try GRDB.Row.fetchCursor(db, sql: "SELECT area, kind, key, cells FROM counter")
    while let row = try rows.next() {
      let mark = Self.mark(Self.mark(row[0]), row[1], row[2])
      for cell in CounterCell.decode(row[3]) { add(mark, cell.index, cell.a, cell.b) }
    }
  }

  init() {}

  mutating func add(_ contributions: [Contribution]) {
    for one in contributions {
      for area in one.place.areas {
        add(Self.mark(Self.mark(area), one.kind.rawValue, one.key), one.index, one.a, one.b)
      }
    }
  }

  private mutating func add(_ mark: UInt64, _ index: Int, _ a: Int, _ b: Int) {
    let cell = Self.mixed(mark ^ UInt64(bitPattern: Int64(index)))
    sum &+= cell &* UInt64(bitPattern: Int64(a))
    sum &+= Self.mixed(cell) &* UInt64(bitPattern: Int64(b))
  }

  static func mark(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func mark(_ area: UInt64, _ kind: Int, _ key: String) -> UInt64 {
    mixed(mixed(area ^ UInt64(kind)) ^ mark(key))
  }

  /// The finisher of SplitMix64.
  static func mixed(_ number: UInt64) -> UInt64 {
    var z = number &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
