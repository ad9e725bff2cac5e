import Journey

extension Scenario {
  /// What is otherwise, in words, one line each.
  public var words: [Phrase] {
    homes.map { home in
      let (nl, en) = (Self.number(home.perWeek, ","), Self.number(home.perWeek, "."))
      let until = home.throughWeek.map { Phrase(" t/m week \($0)", " through week \($0)") } ?? Phrase(same: "")
      return Phrase(
        "\(nl) woning(en) per week erbij voor \(home.size.name.nl), vanaf week \(home.fromWeek)",
        "\(en) more home(s) a week for \(home.size.name.en), from week \(home.fromWeek)") + until
    }
      + steps.map { step in
        step.days == 0
          ? Phrase(
            "\(step.stage.name.nl) \(Self.number(step.factor, ",")) keer zo snel",
            "\(step.stage.name.en) \(Self.number(step.factor, ".")) times as fast")
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
            "\(Self.number(links, ",")) koppeling(en) per week erbij", "\(Self.number(links, ".")) more link(s) a week")
        ])
      + (cleared.isEmpty
        ? []
        : [
          Phrase(
            "blokkades weg: \(cleared.sorted().joined(separator: ", "))",
            "blockers cleared: \(cleared.sorted().joined(separator: ", "))")
        ])
  }

  private static func number(_ value: Double, _ point: String) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10)\(point)\(abs(tenths % 10))"
  }
}
