import Journey

/// A posted number that differs from what the stories say of the same days. No mistake: a list may know what no dossier does.
public struct PostedApart: Hashable, Sendable {
  public enum What: Hashable, Sendable {
    /// Persons housed in the half-year, up to and including the day of the list.
    case housed(Day)
    /// Persons linked by this reference date.
    case linked(Day)
    /// What the half-year before ended with, where that was computed.
    case balanceBefore
  }

  public let what: What
  /// CBS code.
  public let municipality: String
  public let period: HalfYear
  public let posted: Int
  public let told: Int
  /// The number of the posting.
  public let event: Int

  /// `Zeist, 2026H1: gehuisvest t/m 2026-06-30 geboekt als 22 (boeking 7), volgens de dossiers 19`.
  public var words: Phrase {
    let (nl, en): (String, String) =
      switch what {
      case .housed(let day): ("gehuisvest t/m \(day)", "housed through \(day)")
      case .linked(let day): ("gekoppeld op de peildatum \(day)", "linked by the reference date \(day)")
      case .balanceBefore: ("beginsaldo", "balance before")
      }
    func number(_ number: Int, _ l: Language) -> String {
      what == .balanceBefore ? Digits.signed(number, l) : Digits.grouped(number, l)
    }
    let place = "\(Reference.name(ofMunicipality: municipality)), \(period): "
    return Phrase(
      place + "\(nl) geboekt als \(number(posted, .nl)) (boeking \(event)), volgens de dossiers \(number(told, .nl))",
      place + "\(en) posted as \(number(posted, .en)) (posting \(event)), by the dossiers \(number(told, .en))")
  }
}

extension Ledger {
  /// What was posted otherwise than the stories say, by half-year and municipality; of municipalities that have stories.
  public func postedApart() -> [PostedApart] {
    book.figures.sorted { $0.key < $1.key }.flatMap { period, places in
      places.sorted { $0.key < $1.key }.filter { hasStories($0.key) }.flatMap {
        apart($0.value, of: $0.key, in: period)
      }
    }
  }

  /// Municipalities something is posted of that could be held against stories, but which have none.
  public func postedWithoutStories() -> Set<String> {
    Set(
      book.figures.values.flatMap { places in
        places.filter { ($0.value.realised != nil || !$0.value.linked.isEmpty) && !hasStories($0.key) }.keys
      })
  }

  func hasStories(_ code: String) -> Bool {
    figures.onTheWay(code) > 0 || figures.housed(code, (book.begin ?? HalfYear(holding: today)).first, today) > 0
  }

  private func apart(_ posted: PostedFigures, of code: String, in period: HalfYear) -> [PostedApart] {
    func apart(_ what: PostedApart.What, _ said: Posted?, _ told: Int?) -> PostedApart? {
      guard let said, let told, said.persons != told else { return nil }
      return PostedApart(
        what: what, municipality: code, period: period, posted: said.persons, told: told, event: said.event)
    }
    // Who was housed after the day of the list is not in it.
    let through = posted.realised.map { min($0.day, period.last, today) } ?? today
    let linked = referenceDate(period).flatMap { day in
      day > today ? nil : apart(.linked(day), self.linked(posted, period), figures.linked(code, period, day))
    }
    let (_, before) = plainLine(of: code, in: period)
    let carried = rules.task.carries(on: period.first) ? before?.carried : nil
    return [
      apart(.balanceBefore, posted.balanceBefore, carried),
      apart(
        .housed(through), posted.realised,
        through < period.first ? nil : figures.housed(code, period.first, through)),
      linked,
    ].compactMap(\.self)
  }
}
