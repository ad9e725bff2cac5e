import Journey

extension Scenario {
  /// What is otherwise, in words, one line each.
  ///
  /// - Parameter today: the day from which its weeks count.
  public func words(on today: Day, _ rules: Rulebook) -> [Phrase] {
    func day(_ day: Day) -> Phrase { Phrase(DayText.brief(day, .nl), DayText.brief(day, .en)) }
    let none = Phrase(same: "")
    let starts = supplyFrom.map { $0 > today + 1 ? Phrase(", vanaf ", ", from ") + day($0) : none } ?? none
    return homes.map { home in
      let start = home.from ?? Self.start(home.fromWeek, today)
      let first = start > today + 1 ? Phrase(", vanaf ", ", from ") + day(start) : nil
      let last = home.throughWeek.map { Phrase(" t/m ", " through ") + day(Self.start($0 + 1, today) - 1) }
      return [first, last].compactMap(\.self).reduce(
        Phrase(
          "\(Rate.text(home.rate.number, .nl)) woning(en) \(home.rate.period.nl) erbij voor \(home.size.name.nl)",
          "\(Rate.text(home.rate.number, .en)) more home(s) \(home.rate.period.en) for \(home.size.name.en)")
      ) { $0 + $1 }
    }
      + supply.caps.map { size, rate in
        let (nl, en) = (Rate.text(rate.number, .nl), Rate.text(rate.number, .en))
        let whom = size.map { Phrase(" voor \($0.name.nl)", " for \($0.name.en)") } ?? Phrase(same: "")
        return Phrase(
          "er komen niet meer dan \(nl) woning(en) \(rate.period.nl) vrij",
          "no more than \(en) home(s) \(rate.period.en) come free")
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
      + (links <= 0
        ? []
        : [
          Phrase(
            "\(Rate.text(linkRate.number, .nl)) koppeling(en) \(linkRate.period.nl) erbij",
            "\(Rate.text(linkRate.number, .en)) more link(s) \(linkRate.period.en)")
        ])
      + (cleared.isEmpty
        ? []
        : [
          Phrase("knelpunten weg: ", "blockers cleared: ")
            + cleared.sorted().map { rules.blocker($0) }.reduce(Phrase(same: "")) {
              $0.nl.isEmpty ? $1 : $0 + Phrase(same: ", ") + $1
            }
        ])
  }

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
