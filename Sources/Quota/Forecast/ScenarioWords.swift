import Journey

extension Scenario {
  /// What is otherwise, in words, one line each.
  ///
  /// - Parameter today: the day from which its weeks count.
  public func words(on today: Day, _ rules: Rulebook) -> [Phrase] {
    func day(_ day: Day) -> Phrase { Phrase(DayText.brief(day, .nl), DayText.brief(day, .en)) }
    return homes.map { home in
      let first = home.fromWeek > 1 ? Phrase(", vanaf ", ", from ") + day(Self.start(home.fromWeek, today)) : nil
      let last = home.throughWeek.map { Phrase(" t/m ", " through ") + day(Self.start($0 + 1, today) - 1) }
      return [first, last].compactMap(\.self).reduce(
        Phrase(
          "\(Self.number(home.perWeek, .nl)) woning(en) per week erbij voor \(home.size.name.nl)",
          "\(Self.number(home.perWeek, .en)) more home(s) a week for \(home.size.name.en)")
      ) { $0 + $1 }
    }
      + supply.caps.map { size, count in
        let (nl, en) = (Self.number(count, .nl), Self.number(count, .en))
        let whom = size.map { Phrase(" voor \($0.name.nl)", " for \($0.name.en)") } ?? Phrase(same: "")
        return Phrase(
          "er komen niet meer dan \(nl) woning(en) per week vrij", "no more than \(en) home(s) a week come free")
          + whom
      }
      + steps.map { step in
        step.days == 0
          ? Phrase(
            "\(step.stage.name.nl) \(Self.number(step.factor, .nl)) keer zo snel",
            "\(step.stage.name.en) \(Self.number(step.factor, .en)) times as fast")
          : Phrase(
            "\(step.stage.name.nl) \(step.days) dagen korter", "\(step.stage.name.en) \(step.days) days shorter")
      }
      + (reunionLag == 0
        ? []
        : [
          Phrase("nareizigers \(reunionLag) weken later", "joining relatives \(reunionLag) weeks later")
        ])
      + (links <= 0
        ? []
        : [
          Phrase(
            "\(Self.number(links, .nl)) koppeling(en) per week erbij", "\(Self.number(links, .en)) more link(s) a week")
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

  /// The first day of a week that counts from the day after `today`.
  public static func start(_ week: Int, _ today: Day) -> Day { today + 7 * (week - 1) + 1 }

  /// `0,69`, `3`.
  static func number(_ value: Double, _ language: Language) -> String {
    let hundredths = Int((value * 100).rounded())
    var text = "\(hundredths / 100)"
    guard hundredths % 100 > 0 else { return text }
    text += (language == .nl ? "," : ".") + String(hundredths % 100 + 100).dropFirst()
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }
}
