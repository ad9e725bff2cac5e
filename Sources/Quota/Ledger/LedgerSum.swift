import Journey

// The line of an area: that of its municipalities added up.
extension Ledger {
  /// Municipalities added up.
  func sum(_ lines: [LedgerLine], _ area: Area, _ period: HalfYear) -> LedgerLine {
    var sum = LedgerLine(area: area, period: period, target: total(lines))
    (sum.hasBegun, sum.isOnTheWayNow) = (period.first <= today, holdsToday(period))
    sum.isHousedKnown = lines.contains(where: \.isHousedKnown)
    sum.hasTarget = lines.contains(where: \.hasTarget)
    for line in lines {
      sum.balanceBefore += line.balanceBefore
      sum.isBalanceOfNow = sum.isBalanceOfNow || line.isBalanceOfNow
      sum.balancesMissing += line.balancesMissing
      sum.correction += line.correction
      sum.shift += line.shift
      sum.task += line.task
      sum.housed += line.housed
      sum.isHousedByStories = sum.isHousedByStories && line.isHousedByStories
      sum.onTheWay += line.onTheWay
      sum.isOnTheWayKnown = sum.isOnTheWayKnown && line.isOnTheWayKnown
      sum.toCome = sum.toCome.flatMap { all in line.toCome.map { all + $0 } }
      sum.balance += line.balance
      sum.linked = line.linked.map { $0 + (sum.linked ?? 0) } ?? sum.linked
      sum.isLinkedByStories = sum.isLinkedByStories || line.isLinkedByStories
      sum.excusable += line.excusable
      sum.enforceableBacklog += line.enforceableBacklog
    }
    // Who has no target and nothing from before adds nothing.
    let weighed = lines.filter { $0.hasTarget || $0.isBalanceKnown }
    sum.isBalanceKnown = !weighed.isEmpty && weighed.allSatisfy(\.isBalanceKnown)
    sum.linkedDay = linkedDay(lines)
    if sum.target.persons != nil, !sum.isBalanceKnown {
      let unknown = lines.count { !$0.isBalanceKnown }
      let places = Digits.counted(unknown, Phrase("gemeente", "municipality"), Phrase("gemeenten", "municipalities"))
      sum.notes.append(Self.housedUnknown(Phrase(" van \(places.nl)", " of \(places.en)")))
    } else if sum.target.persons != nil {
      sum.pace = Pace(housed: sum.housed, task: sum.task, in: period, on: today, rules)
    } else if let first = lines.first {
      // With a target for some, what all of them housed cannot be weighed against it.
      let isPartial = lines.contains { $0.target.persons != nil }
      let why =
        isPartial
        ? Phrase("geen doel van het geheel: ", "no target of the whole: ") + sum.target.words : first.target.words
      let balance = Phrase(", saldo \(Digits.signed(sum.balance, .nl))", ", balance \(Digits.signed(sum.balance, .en))")
      sum.notes.append(
        sum.isBalanceKnown ? LedgerNote(why + balance, of: .balance, persons: [sum.balance]) : LedgerNote(why))
    }
    if sum.balancesMissing > 0, sum.target.persons != nil {
      let places = Digits.municipalities(sum.balancesMissing)
      sum.notes.append(
        LedgerNote(
          Phrase(
            "beginsaldo van \(places.nl) niet bekend, gerekend met 0",
            "balance before of \(places.en) not known, taken as 0")))
    }
    if let now = sum.balanceOfNow { sum.notes.append(LedgerNote(now, of: .balanceBefore)) }
    if let late = lateness(period) { sum.notes.append(late) }
    if area == .country, let published = book.national[period]?.value.published { sum.notes.append(published) }
    return sum
  }

  /// nil where a municipality has a posted number, or one of its stories that is not in the sum. Codes that the tables do
  /// not know are in no list.
  private func linkedDay(_ lines: [LedgerLine]) -> Day? {
    let days = Set(
      lines.filter { $0.linked != nil || Reference.municipality(code: $0.area.code) != nil }.map(\.linkedDay))
    return days.count == 1 ? days.first.flatMap(\.self) : nil
  }

  private func total(_ lines: [LedgerLine]) -> Target {
    var (published, computed, none, persons) = (0, 0, 0, 0)
    // A code that the tables do not know and that did nothing leaves the whole as it is.
    let lines = lines.filter {
      $0.target.persons != nil || $0.housed != 0 || Reference.municipality(code: $0.area.code) != nil
    }
    for line in lines {
      persons += line.target.persons ?? 0
      switch line.target.basis {
      case .published: published += 1
      case .computed: computed += 1
      default: none += 1
      }
    }
    let basis = Target.Basis.sum(published: published, computed: computed, none: none)
    // Where the rules have no task that is what there is to say.
    if published + computed == 0, let first = lines.first, case .abolished = first.target.basis {
      return Target(persons: nil, basis: first.target.basis)
    }
    return Target(persons: published + computed == 0 || none > 0 ? nil : persons, basis: basis)
  }
}
