import GRDB
import Journey

/// Of how many households something was taken, where it was not taken of all.
public struct SampleSize: Hashable, Sendable {
  public var households: Int
  /// All there are.
  public var all: Int

  public init(households: Int, of all: Int) { (self.households, self.all) = (households, all) }

  /// `gelijkmatige steekproef: 20.013 van 1.000.651 huishoudens`
  public var name: Phrase {
    func text(_ number: Int, _ l: Language) -> String { Digits.grouped(number, l) }
    return Phrase(
      "gelijkmatige steekproef: \(text(households, .nl)) van \(text(all, .nl)) huishoudens",
      "even sample: \(text(households, .en)) of \(text(all, .en)) households")
  }

  /// Below a back-test.
  public var words: Phrase {
    Phrase("Getoetst op een ", "Tested on an ") + name
      + Phrase(", tegen hun deel van de opgave.", ", against their share of the task.")
  }
}

extension Casebook {
  /// The sample of ``eachWay(_:since:about:_:)``, as far as households go; nil where all are tried: of a part of the
  /// country, and of a country with few.
  public func sampleSize(of area: Area, about count: Int = 20_000) throws(CasebookFailure) -> SampleSize? {
    guard area == .country else { return nil }
    return try read { db in
      let all = try CounterReader(db: db).stock(.country).values.reduce(0) { $0 + $1.households }
      let weight = Self.weight(of: all, about: count)
      guard weight > 1 else { return nil }
      let taken = try db.sampling(weight).reduce(0) { sum, one in
        sum + (try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(one.sql))", arguments: one.arguments) ?? 0)
      }
      return SampleSize(households: taken, of: all)
    }
  }

  /// Of every so many households one is taken.
  static func weight(of households: Int, about count: Int) -> Int { max(1, households / max(1, count)) }
}
