import Journey
import Testing

@testable import Quota

@Suite("The ledger over random postings")
struct LedgerPropertyTests {
  /// Postings of all kinds over some municipalities and half-years.
  static func random(_ seed: UInt64) -> TaskTelling {
    var dice = Draw(state: seed)
    var telling = TaskTelling()
    let codes = Reference.municipalities.map(\.code).enumerated().filter { $0.offset % 11 == 0 }.map(\.element)
    for _ in 0..<40 {
      let code = dice.pick(codes)
      let period = HalfYear(2025 + dice.below(2), 1 + dice.below(2))
      switch dice.below(7) {
      case 0:
        telling.post(
          .targets(
            .init(
              period, referenceDate: period.first + dice.below(200),
              [code: .init(target: dice.below(300), balanceBefore: dice.below(2) == 0 ? dice.below(60) - 30 : nil)])))
      case 1: telling.post(.opening(.init(period, [code: dice.below(60) - 30])))
      case 2: telling.post(.correction(.init(period, code, dice.below(20) - 10, reason: "r")))
      case 3: telling.post(.shift(.init(period, from: code, to: dice.pick(codes), 1 + dice.below(9), agreement: "a")))
      case 4: telling.post(.links(.init(period, referenceDate: period.first + 92, [code: dice.below(300)])))
      case 5: telling.post(.realised(.init(period, referenceDate: period.last + 1, [code: dice.below(300)])))
      default:
        if let act = telling.book.effective.isEmpty ? nil : dice.pick(telling.book.effective).act {
          telling.post(.undone(.init(act)))
        }
      }
    }
    return telling
  }

  @Test("an area is its municipalities added up, at every level and in every figure", arguments: 1...12)
  func addsUp(seed: Int) {
    let telling = Self.random(UInt64(seed))
    let ledger = telling.ledger()
    for period in [HalfYear(2025, 1), HalfYear(2026, 2)] {
      var byProvince: [LedgerFigure: Int] = [:]
      let country = ledger.line(.country, in: period)
      for province in Reference.provinces {
        let area = Area.province(province.code)
        let (line, parts) = (ledger.line(area, in: period), ledger.lines(area, in: period))
        for figure in LedgerFigure.allCases where figure != .target && figure != .task {
          #expect((line.value(figure) ?? 0) == parts.reduce(0) { $0 + ($1.value(figure) ?? 0) }, "\(area) \(figure)")
          byProvince[figure, default: 0] += line.value(figure) ?? 0
        }
        let targets = parts.map(\.target.persons)
        #expect(line.target.persons == (targets.contains(nil) ? nil : targets.reduce(0) { $0 + $1! }), "\(area)")
        let tasks = parts.map { $0.value(.task) }
        #expect(line.value(.task) == (tasks.contains(nil) ? nil : tasks.reduce(0) { $0 + $1! }), "\(area)")
      }
      for figure in LedgerFigure.allCases where figure != .target && figure != .task {
        #expect((country.value(figure) ?? 0) == byProvince[figure], "\(figure)")
      }
    }
  }

  @Test("in every line with a target, task and balance are what the law makes of the rest", arguments: 1...12)
  func law(seed: Int) {
    let ledger = Self.random(UInt64(seed)).ledger()
    for period in [HalfYear(2025, 1), HalfYear(2025, 2), HalfYear(2026, 1), HalfYear(2026, 2)] {
      for line in ledger.lines(.country, in: period) {
        guard let target = line.target.persons else { continue }
        #expect(line.task == target - line.balanceBefore + line.correction + line.shift)
        #expect(line.balance == line.housed - line.task)
        #expect(line.enforceableBacklog == max(0, max(0, -line.balance) - line.excusable))
      }
    }
  }

  @Test("a shift keeps the sum of the country", arguments: 1...12)
  func shift(seed: Int) {
    var telling = Self.random(UInt64(seed))
    let before = telling.ledger().line(.country, in: HalfYear(2026, 2))
    let province = telling.ledger().line(.province("PV26"), in: HalfYear(2026, 2)).shift
    telling.post(.shift(.init(HalfYear(2026, 2), from: "GM0344", to: "GM0014", 17, agreement: "brief")))
    let after = telling.ledger().line(.country, in: HalfYear(2026, 2))
    #expect(after.shift == 0)
    #expect(after.task == before.task || after.target.persons == nil)
    // Within a province the one that gave has less to do.
    #expect(telling.ledger().line(.province("PV26"), in: HalfYear(2026, 2)).shift == province - 17)
  }

  @Test("taking back gives the ledger of before, and taking that back the one after", arguments: 1...12)
  func undo(seed: Int) {
    var telling = Self.random(UInt64(seed))
    func lines(_ telling: TaskTelling) -> [LedgerLine] { telling.ledger().lines(.country, in: HalfYear(2026, 2)) }
    let before = lines(telling)
    telling.post(.correction(.init(HalfYear(2026, 2), "GM0344", 5, reason: "r")), .goal(.init("GM0344", "g")))
    let after = lines(telling)
    #expect(before != after)
    let act = telling.book.undoableAct
    telling.post(.undone(.init(act!)))
    #expect(lines(telling) == before)
    let undo = telling.book.redoableAct
    telling.post(.undone(.init(undo!)))
    #expect(lines(telling) == after)
  }

  @Test("every body reads back as it was written", arguments: 1...6)
  func wire(seed: Int) {
    let wire = TaskWire()
    for event in Self.random(UInt64(seed)).book.events {
      let (kind, version, json) = wire.encode(event.body)
      #expect(wire.decode(kind: kind, version: version, json: json) == event.body, "\(json)")
    }
  }
}

/// Splitmix.
struct Draw {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}
