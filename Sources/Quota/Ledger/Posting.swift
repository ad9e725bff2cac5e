import Journey

/// One part of a figure: a posting, a half-year carried over, or what the stories add up to.
public struct Posting: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    /// The number of a posting in the book.
    case event(Int)
    case computed
    case dossiers
  }
  public var municipality: String
  /// What it adds to the figure.
  public var persons: Int
  /// The day it is the state of, or happened; nil for what is computed.
  public var day: Day?
  public var words: Phrase
  public var origin: Origin
}

extension Ledger {
  /// What a figure is made of: their persons add up to it. Of an area, of all its municipalities; rows of zero are left out.
  public func postings(behind figure: LedgerFigure, of area: Area, in period: HalfYear) -> [Posting] {
    if case .municipality(let code) = area {
      return postings(figure, code, line(area, in: period)).filter { $0.persons != 0 }
    }
    return lines(area, in: period).flatMap { line -> [Posting] in
      guard case .municipality(let code) = line.area else { return [] }
      return postings(figure, code, line)
    }.filter { $0.persons != 0 }
  }

  private func postings(_ figure: LedgerFigure, _ code: String, _ line: LedgerLine) -> [Posting] {
    let posted = posted(line)
    func one(_ persons: Int, _ day: Day? = nil, _ words: Phrase, _ origin: Posting.Origin) -> Posting {
      Posting(municipality: code, persons: persons, day: day, words: words, origin: origin)
    }
    func from(_ posted: Posted) -> Posting {
      one(posted.persons, posted.day, book.event(posted.event)?.body.words ?? Phrase(same: ""), .event(posted.event))
    }
    let stories = Phrase("volgens de dossiers", "by the dossiers")
    switch figure {
    case .target:
      guard let persons = line.target.persons else { return [] }
      if let target = posted.target { return [from(target)] }
      return [one(persons, nil, line.target.words, .computed)]
    case .balanceBefore:
      if let before = posted.balanceBefore { return [from(before)] }
      let period = line.period.previous
      let soFar = line.isBalanceOfNow ? Phrase(" tot nu toe", " so far") : Phrase(same: "")
      return [
        one(
          line.balanceBefore, min(today, period.last), Phrase("saldo van \(period)", "balance of \(period)") + soFar,
          .computed)
      ]
    case .correction: return posted.corrections.map(from)
    case .shift: return posted.shifts.map(from)
    case .task:
      guard line.target.persons != nil else { return [] }
      let before = postings(.balanceBefore, code, line).map(\.taken)
      return postings(.target, code, line) + before + posted.corrections.map(from) + posted.shifts.map(from)
    case .housed:
      if let published = published(posted, code, line.period) { return [from(published)] }
      return [one(line.housed, min(today, line.period.last), stories, .dossiers)]
    case .onTheWay:
      if !holdsToday(line.period), let published = posted.onTheWay { return [from(published)] }
      return [one(line.onTheWay, today, stories, .dossiers)]
    case .linked:
      if let state = linked(posted, line.period) { return [from(state)] }
      return line.linked.map { [one($0, referenceDate(line.period), stories, .dossiers)] } ?? []
    case .balance:
      guard line.hasBegun else { return [] }
      guard line.target.persons != nil else {
        // Nothing to weigh what was done against: what was carried over stands still.
        return postings(.balanceBefore, code, line) + (posted.corrections + posted.shifts).map(from).map(\.taken)
      }
      let task = Phrase("opgave van \(line.period)", "task of \(line.period)")
      return postings(.housed, code, line) + [one(-line.task, nil, task, .computed)]
    case .excusable:
      guard line.excusable > 0 else { return [] }
      let task = Phrase("opgave van \(line.period)", "task of \(line.period)")
      return [one(line.task, nil, task, .computed)] + postings(.linked, code, line).map(\.taken)
    case .enforceableBacklog:
      return enforceable(code, line).map { one($0.persons, nil, $0.words, .computed) }
    }
  }

  /// What can be enforced, taken apart: the backlog of which half-year, less what excuses it and what was made up since.
  private func enforceable(_ code: String, _ line: LedgerLine) -> [(persons: Int, words: Phrase)] {
    guard line.enforceableBacklog > 0 else { return [] }
    // Of one that runs, or without a task any more, that of before.
    let isOwn = line.period.last < today && line.hasTarget
    let before = isOwn ? nil : plainLine(of: code, in: line.period).before
    let period = isOwn ? line.period : origin(before)?.period ?? line.period.previous
    let backlog = isOwn ? -line.balance : -line.balanceBefore
    let left = isOwn ? line.enforceableBacklog : takenOver(line, before)
    return [
      (backlog, Phrase("achterstand van \(period)", "backlog of \(period)")),
      (
        left - backlog,
        Phrase("verschoonbaar in \(period): te weinig gekoppeld", "excusable in \(period): too few were linked")
      ),
      (
        line.enforceableBacklog - left,
        Phrase("al ingehaald in \(line.period)", "made up already in \(line.period)")
      ),
    ]
  }
}

extension Posting {
  /// The same, taken off.
  fileprivate var taken: Posting {
    var taken = self
    taken.persons.negate()
    return taken
  }
}

extension TaskEvent.Shift {
  /// `van Amersfoort naar Zeist, overleg 26 november`
  var words: Phrase {
    let (giver, taker) = (Reference.name(ofMunicipality: from), Reference.name(ofMunicipality: to))
    return Phrase("van \(giver) naar \(taker), \(agreement)", "from \(giver) to \(taker), \(agreement)")
  }
}

extension TaskEvent.Body {
  /// What stands behind a figure, in a line: the reason, the agreement, the source.
  public var words: Phrase {
    func with(_ text: String) -> Phrase { text.isEmpty ? name : name + Phrase(same: ": \(text)") }
    return switch self {
    case .population(let p): with("\(p.year), \(p.source)")
    case .nationalNeed(let p): with("\(p.period), \(p.persons)" + (p.source.isEmpty ? "" : ", \(p.source)"))
    case .nationalSeries(let p):
      with(p.rows.first.map { "\($0.period) - \(p.rows.last!.period)" } ?? "")
    case .targets(let p): with("\(p.period)" + (p.source.isEmpty ? "" : ", \(p.source)"))
    case .opening(let p): with(p.source)
    case .correction(let p): with(p.reason)
    case .shift(let p): name + Phrase(same: ": ") + p.words
    case .homes(let p): name + Phrase(same: ": ") + p.words
    case .links(let p): with(p.source)
    case .realised(let p): with(p.source)
    case .supervision(let p): with([p.step, p.letter, p.agreement].filter { !$0.isEmpty }.joined(separator: ", "))
    case .structure(let p): with(([p.lead] + p.members).joined(separator: ", "))
    case .steeringMet(let p): with(p.text)
    case .goal(let p): with(p.text)
    case .action(let p): with(p.title)
    case .actionDone(let p), .actionDropped(let p): with(p.text.isEmpty ? "\(p.action)" : "\(p.action), \(p.text)")
    case .actionMoved(let p): with("\(p.action), \(p.to), \(p.reason)")
    case .commitment(let p):
      with("\(p.who): \(p.decision)") + (p.money.map { Phrase(same: ", ") + $0 } ?? Phrase(same: ""))
    case .scenario(let p): with(p.name)
    case .undone, .unknown: name
    }
  }
}
