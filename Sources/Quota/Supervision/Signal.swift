import Journey

/// A threshold of the rulebook that was crossed. It points; whether a step follows is the province's to decide.
public struct Signal: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// CBS code.
  public let municipality: String
  public let words: Phrase
  /// The day it was crossed.
  public let since: Day
  /// Where the rule comes from.
  public let source: String
}

extension Ledger {
  /// Every signal that stands today over the municipalities of an area; longest first.
  public func signals(_ area: Area) -> [Signal] {
    area.municipalities.flatMap { signals(ofMunicipality: $0) }.sorted {
      ($0.since, $0.municipality, $0.rule) < ($1.since, $1.municipality, $1.rule)
    }
  }

  private func signals(ofMunicipality code: String) -> [Signal] {
    // Where nothing was ever posted there is no account to judge.
    guard let begin = book.begins[code] else { return [] }
    let province = Reference.municipality(code: code)?.province ?? ""
    return rules.task.signals.filter {
      $0.validity.covers(today) && ($0.provinces.isEmpty || $0.provinces.contains(province))
    }.compactMap { rule in
      let found: (Phrase, Day)? =
        switch rule.sort {
        case .backlog: backlog(code, begin)
        case .missed: missed(code, begin, rule.count)
        case .pace: behind(code, rule.count)
        }
      return found.map { Signal(rule: rule.id, municipality: code, words: $0.0, since: $0.1, source: rule.source) }
    }
  }

  private func backlog(_ code: String, _ begin: HalfYear) -> (Phrase, Day)? {
    let period = HalfYear(holding: today).previous
    guard period >= begin else { return nil }
    let line = line(.municipality(code), in: period)
    guard line.target.persons != nil, line.balance < 0 else { return nil }
    let day = period.next.first
    let words = Phrase(
      "achterstand van \(-line.balance) op \(DayText.brief(day, .nl)), waarvan \(line.enforceableBacklog) afdwingbaar",
      "backlog of \(-line.balance) on \(DayText.brief(day, .en)), of which \(line.enforceableBacklog) enforceable")
    return (words, day)
  }

  private func missed(_ code: String, _ begin: HalfYear, _ count: Int) -> (Phrase, Day)? {
    var row: [HalfYear] = []
    var period = HalfYear(holding: today).previous
    while period >= begin {
      let line = plainLine(of: code, in: period).line
      guard line.target.persons != nil, line.balance < 0 else { break }
      row.append(period)
      period = period.previous
    }
    guard row.count >= count else { return nil }
    // The row is from the latest back: crossed when the count-th from its start ended.
    let crossed = row[row.count - count]
    return (
      Phrase(
        "\(row.count) halfjaren op rij niet gehaald, sinds \(row.last!)",
        "\(row.count) half-years missed in a row, since \(row.last!)"), crossed.next.first
    )
  }

  private func behind(_ code: String, _ months: Int) -> (Phrase, Day)? {
    let period = HalfYear(holding: today)
    let day = period.first.adding(months: months)
    guard today >= day else { return nil }
    let then = Ledger(book, rules: rules, figures: figures, today: day - 1)
    let line = then.plainLine(of: code, in: period).line
    // Over at the end of the day before, so the months count in full.
    guard line.target.persons != nil, line.task > 0, line.housed * 6 < line.task * months else { return nil }
    let norm = (line.task * months + 5) / 6
    return (
      Phrase(
        "op \(DayText.brief(day, .nl)) \(line.housed) gehuisvest, de norm is \(norm) van \(line.task)",
        "on \(DayText.brief(day, .en)) \(line.housed) housed, the norm is \(norm) of \(line.task)"), day
    )
  }
}
