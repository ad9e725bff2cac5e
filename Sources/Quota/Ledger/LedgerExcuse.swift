import Journey

// What of a backlog a province can enforce (domain 3.3): not what COA linked too few for, and of a half-year only when it
// is over.
extension Ledger {
  /// The last state posted up to and including the reference date, from that day on; what was linked later excuses nothing.
  func linked(_ posted: PostedFigures, _ period: HalfYear) -> Posted? {
    let day = referenceDate(period) ?? today
    return day <= today ? posted.linked.last { $0.day <= day } : nil
  }

  func referenceDate(_ period: HalfYear) -> Day? {
    rules.task.referenceDate(half: period.half, from: period.first)
  }

  /// The line with what was linked, excused and can be enforced.
  func excused(_ line: LedgerLine, after before: LedgerLine?) -> LedgerLine {
    guard !line.target.isUnknown, line.isBalanceKnown else { return line }
    guard line.target.persons != nil else { return afterTheTask(line, before) }
    var line = withLinks(line)
    let backlog = max(0, -line.balance)
    line.enforceableBacklog =
      line.period.last < today
      ? max(0, backlog - line.excusable) : min(backlog, takenOver(line, before))
    return line
  }

  /// A posted figure wins over what the stories say.
  private func withLinks(_ line: LedgerLine) -> LedgerLine {
    guard rules.task.excuses(on: line.period.first) else { return line }
    var line = line
    if let posted = linked(posted(line), line.period) {
      line.linked = posted.persons
    } else if let day = referenceDate(line.period), day <= today {
      line.linked = figures.linked(line.area.code, line.period, day)
      line.isLinkedByStories = line.linked != nil
      line.linkedDay = day
    }
    line.excusable = line.linked.map { max(0, line.task - $0) } ?? 0
    return line
  }

  /// Without a task any more nothing is added and nothing made up: what could be enforced of what is carried over stands.
  private func afterTheTask(_ line: LedgerLine, _ before: LedgerLine?) -> LedgerLine {
    var line = line
    if line.hasBegun { line.enforceableBacklog = min(max(0, -line.balance), takenOver(line, before)) }
    return line
  }

  /// What a half-year that is not over has to make up of before: its own task is not yet overdue.
  func takenOver(_ line: LedgerLine, _ before: LedgerLine?) -> Int {
    max(0, -line.balanceBefore - (origin(before).map { withLinks($0).excusable } ?? 0))
  }

  /// The half-year whose backlog was carried over: where there was no task any more that of before it.
  func origin(_ before: LedgerLine?) -> LedgerLine? {
    guard let line = before, line.target.persons == nil, !line.target.isUnknown else { return before }
    return origin(plainLine(of: line.area.code, in: line.period).before)
  }
}
