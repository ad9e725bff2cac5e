import Journey

extension Scenario {
  /// What is otherwise, in words, one line each.
  ///
  /// - Parameter today: the day from which its weeks count.
  public func words(on today: Day, _ rules: Rulebook) -> [Phrase] {
    func day(_ day: Day) -> Phrase { Phrase(DayText.brief(day, .nl), DayText.brief(day, .en)) }
    let none = Phrase(same: "")
    let starts = supplyFrom.map { $0 > today + 1 ? Self.capStarts($0, today) : none } ?? none
    return homes.map { home in
      let start = home.from ?? Self.start(home.fromWeek, today)
      let on = home.isOnce ? Phrase(", in de week van ", ", in the week of ") : Phrase(", vanaf ", ", from ")
      let isOver = home.isOnce && (home.from.map { $0 <= today } ?? false)
      let first = isOver ? Phrase(", al voorbij", ", over already") : start > today + 1 ? on + day(start) : nil
      let last = home.throughWeek.map { Phrase(" t/m ", " through ") + day(Self.start($0 + 1, today) - 1) }
      return [first, last].compactMap(\.self).reduce(
        Self.more(home) + Phrase(" voor \(home.size.name.nl)", " for \(home.size.name.en)")
      ) { $0 + $1 }
    }
      + supply.caps.map { size, rate in
        let (nl, en) = (Rate.text(rate.number, .nl), Rate.text(rate.number, .en))
        let whom = size.map { Phrase(" voor \($0.name.nl)", " for \($0.name.en)") } ?? Phrase(same: "")
        let (comes, noun) = (Self.isOne(rate.number) ? "komt" : "komen", Self.homeNoun(rate.number))
        return Phrase(
          "er \(comes) niet meer dan \(nl) \(noun.nl) \(rate.period.nl) vrij",
          "no more than \(en) \(noun.en) \(rate.period.en) \(rate.number == 1 ? "comes" : "come") free")
          + whom + starts
      }
      + steps.map { step in
        step.days == 0
          ? Phrase(
            "\(step.stage.name.nl) \(Rate.text(step.factor, .nl)) keer zo snel",
            "\(step.stage.name.en) \(Rate.text(step.factor, .en)) times as fast")
          : step.stage.name + Phrase(same: " ")
            + Digits.counted(step.days, Phrase("dag korter", "day shorter"), Phrase("dagen korter", "days shorter"))
      }
      + (reunionLag == 0
        ? []
        : [
          Phrase("nareizigers ", "joining relatives ")
            + Digits.counted(reunionLag, Phrase("week later", "week later"), Phrase("weken later", "weeks later"))
        ])
      + (links <= 0 ? [] : [linkWords])
      + (cleared.isEmpty
        ? []
        : [
          Phrase("knelpunten weg: ", "blockers cleared: ")
            + cleared.sorted().map { rules.blocker($0) }.reduce(Phrase(same: "")) {
              $0.nl.isEmpty ? $1 : $0 + Phrase(same: ", ") + $1
            }
        ])
  }

  /// `2 woningen per week erbij`, `1 woning erbij`
  private static func more(_ homes: Homes) -> Phrase {
    let (nl, en) = (Rate.text(homes.rate.number, .nl), Rate.text(homes.rate.number, .en))
    let (noun, period) = (Self.homeNoun(homes.rate.number), homes.rate.period)
    if homes.isOnce { return Phrase("\(nl) \(noun.nl) erbij", "\(en) more \(noun.en)") }
    return Phrase("\(nl) \(noun.nl) \(period.nl) erbij", "\(en) more \(noun.en) \(period.en)")
  }

  /// `3 koppelingen per week erbij`
  private var linkWords: Phrase {
    let (number, period) = (linkRate.number, linkRate.period)
    let noun = Phrase(Self.isOne(number) ? "koppeling" : "koppelingen", number == 1 ? "link" : "links")
    return Phrase(
      "\(Rate.text(number, .nl)) \(noun.nl) \(period.nl) erbij",
      "\(Rate.text(number, .en)) more \(noun.en) \(period.en)")
  }

  private static func homeNoun(_ number: Double) -> Phrase {
    Phrase(isOne(number) ? "woning" : "woningen", number == 1 ? "home" : "homes")
  }

  /// In Dutch a part of one and one and a half are one: `0,75 woning`.
  private static func isOne(_ number: Double) -> Bool { number > 0 && number < 2 }

  /// `, vanaf 12 dec`; a cap holds by whole weeks, so where its first week begins on another day that is said.
  private static func capStarts(_ from: Day, _ today: Day) -> Phrase {
    let first = capWeek(of: from, today)
    func words(_ l: Language) -> (String, String) { (DayText.brief(from, l), DayText.short(first, today: today, l)) }
    let (nl, en) = (words(.nl), words(.en))
    if first == from { return Phrase(", vanaf \(nl.0)", ", from \(en.0)") }
    return Phrase(
      ", vanaf \(nl.0) (telt per week, vanaf \(nl.1))", ", from \(en.0) (counts by the week, from \(en.1))")
  }

  /// The first day of the first week that a cap of a day holds in: the one whose middle is on or after it.
  static func capWeek(of day: Day, _ today: Day) -> Day { today + 7 * max(0, (day - today + 2) / 7) + 1 }

  /// Why what is done now shows late.
  public static func takesTime(_ period: HalfYear) -> Phrase {
    Phrase(
      "Wie een woning krijgt of van een knelpunt af is, moet nog tekenen en verhuizen; wie na \(DayText.brief(period.last, .nl)) verhuist, telt voor het volgende halfjaar.",
      "Whoever gets a home or is freed of a blocker has yet to sign and move; whoever moves after \(DayText.brief(period.last, .en)) counts for the next half-year."
    )
  }

  /// The first day of a week that counts from the day after `today`.
  public static func start(_ week: Int, _ today: Day) -> Day { today + 7 * (week - 1) + 1 }
}
