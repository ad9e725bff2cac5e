import Journey

@testable import Exchange

/// Takes in what is printed in a report, and how it is tied together: what each reader then does with it is their own.
protocol ReportReading {
  mutating func read(_ name: String, _ count: Count, fewFrom least: Int)
  /// The terms, each so many times, add up to something in this range; left out where one of them was not read.
  mutating func line(_ terms: [(String, Int)], _ range: ClosedRange<Int>)
  /// No fewer persons than households, and nobody where there is no household.
  mutating func persons(_ persons: String, of households: String)
}

extension ReportReading {
  mutating func read(_ name: String, _ count: Count) { read(name, count, fewFrom: 1) }
  mutating func sum(_ whole: String, of parts: [String]) { line([(whole, -1)] + parts.map { ($0, 1) }, 0...0) }
  mutating func atLeast(_ more: String, _ less: String) { line([(more, 1), (less, -1)], 0...(1 << 30)) }

  /// The stages, beside `all households` and `all persons` of the task.
  ///
  /// - Parameter open: says where a sum is true.
  mutating func readBoard(_ content: ReportContent, of open: ReportContent) {
    for stock in content.board {
      read("\(stock.stage) households", stock.households)
      read("\(stock.stage) persons", stock.persons)
      read("\(stock.stage) overdue", stock.overdue)
      persons("\(stock.stage) persons", of: "\(stock.stage) households")
      atLeast("\(stock.stage) households", "\(stock.stage) overdue")
    }
    let stages = content.board.map(\.stage)
    let onTheWay = stages.filter { (Stage.linked...Stage.moving).contains($0) }
    if let sum = content.boardSum {
      read("board households", sum.households)
      read("board persons", sum.persons)
      read("board overdue", sum.overdue)
      for column in ["households", "persons", "overdue"] {
        self.sum("board \(column)", of: stages.map { "\($0) \(column)" })
      }
    }
    let others = stages.filter { !onTheWay.contains($0) }
    for column in ["households", "persons"] {
      sum("all \(column)", of: onTheWay.map { "\($0) \(column)" })
    }
    func isSame(_ inTask: Count, _ column: KeyPath<ReportContent.Stock, Count>) -> Bool {
      let way = open.board.filter { onTheWay.contains($0.stage) }
      return inTask.number == way.reduce(0) { $0 + ($1[keyPath: column].number ?? 0) }
    }
    if isSame(open.task.households, \.households) {
      sum("board households", of: ["all households"] + others.map { "\($0) households" })
    }
    if isSame(open.task.onTheWay, \.persons) {
      sum("board persons", of: ["all persons"] + others.map { "\($0) persons" })
    }
  }

  /// Who moved in: the months of the lead times, and what else counts those of the half-year.
  mutating func readMoves(_ content: ReportContent, of open: ReportContent) {
    let months = open.leadTimes.months.indices
    let own = months.filter { open.period.first <= open.leadTimes.months[$0].first }
      .filter { open.leadTimes.months[$0].first <= open.period.last }
    func real(_ places: some Sequence<Int>) -> Int {
      places.reduce(0) { $0 + (open.leadTimes.months[$1].households.number ?? 0) }
    }
    for month in months {
      read("month \(month)", content.leadTimes.months[month].households)
      // It has a row.
      line([("month \(month)", 1)], 1...(1 << 30))
    }
    read("moved", content.leadTimes.households)
    if open.leadTimes.households.number == real(months) { sum("moved", of: months.map { "month \($0)" }) }
    var again: [(name: String, real: Count)] = []
    for (place, wait) in content.waits.enumerated() {
      read("wait \(place)", wait.households)
      if open.waits[place].isOfMoved { again.append(("wait \(place)", open.waits[place].households)) }
      guard let beyond = wait.beyond else { continue }
      read("beyond \(place)", beyond.households)
      atLeast("wait \(place)", "beyond \(place)")
    }
    read("days", content.days.households)
    if open.days.isOfMoved { again.append(("days", open.days.households)) }
    for one in again where one.real.number == real(own) {
      if !own.isEmpty { sum(one.name, of: own.map { "month \($0)" }) }
      if open.leadTimes.households.number == real(months) {
        sum("moved", of: [one.name] + months.filter { !own.contains($0) }.map { "month \($0)" })
      }
      for other in again where other.name != one.name && other.real == one.real { sum(one.name, of: [other.name]) }
      if let housed = open.task.housed.number, real(own) <= housed { atLeast("all housed", one.name) }
    }
    read("open households", content.openHouseholds)
    let onBoard = open.board.reduce(0) { $0 + ($1.households.number ?? 0) }
    if open.openHouseholds.number == onBoard { sum("board households", of: ["open households"]) }
    if !open.days.isOfMoved, open.days.households.number == onBoard { sum("board households", of: ["days"]) }
  }
}
