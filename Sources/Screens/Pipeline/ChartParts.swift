import Casebook
import Journey
import Terminal

// Whose households the numbers of a chart are: what Enter lists.

extension CumulativeFlow {
  /// Who is in a stage now, and who counted since the first day of the picture.
  func parts(since first: Day) -> [PipelineChart.Part] {
    guard let last = points.last, first <= last.day else { return [] }
    return stages.filter { (last.counts[$0] ?? 0) > 0 }.map { stage in
      let figure = stage == .housed ? Figure.realised(first...last.day) : .station(stage)
      return PipelineChart.Part(name: stage.name, figure: figure, count: Digits.persons(last.counts[stage] ?? 0))
    }
  }
}

extension AgeingChart {
  /// Those beyond P85, where there are any; else all in the stage.
  var parts: [PipelineChart.Part] {
    columns.filter { !$0.ages.isEmpty }.map { column -> PipelineChart.Part in
      guard let p85 = column.p85, column.ages.contains(where: { $0 > p85 }) else {
        return .init(
          name: column.stage.name, figure: .station(column.stage), count: Digits.households(column.ages.count))
      }
      return .init(
        name: column.stage.name + Phrase(same: " > P85"), figure: .longest(column.stage, days: p85 + 1),
        count: Digits.households(column.ages.count { $0 > p85 }))
    }
  }
}

extension ThroughputChart {
  /// Who counted in a week, in the order of the picture.
  var parts: [PipelineChart.Part] {
    weeks.filter { $0.count > 0 && $0.monday <= today }.map { week in
      PipelineChart.Part(
        name: Phrase(same: "wk \(week.monday.isoWeek)"), figure: .realised(week.monday...min(week.monday + 6, today)),
        count: Digits.persons(week.count))
    }
  }
}

extension ContactTrendChart {
  /// Who is not called yet: of all months, and of each in which somebody was linked that waits.
  func parts(through today: Day) -> [PipelineChart.Part] {
    guard trend.whole.uncalled > 0, trend.whole.first <= today else { return [] }
    let all = PipelineChart.Part(
      name: Phrase("alle maanden", "all months"), figure: .uncalled(trend.whole.first...today),
      count: Digits.households(trend.whole.uncalled))
    return [all]
      + trend.months.enumerated().filter { $1.uncalled > 0 && $1.first <= today }.map { at, month in
        PipelineChart.Part(
          name: Phrase(month.first.monthName(.nl), month.first.monthName(.en)),
          figure: .uncalled(month.first...min(today, month.first.adding(months: 1) - 1)),
          count: Digits.households(month.uncalled), row: at)
      }
  }
}

extension CycleTimeScatter {
  /// Everybody, and those whom it took longer than a line.
  func parts(through last: Day) -> [PipelineChart.Part] {
    guard households > 0, let first = since ?? leads.map(\.month).min(), first <= last else { return [] }
    let all = PipelineChart.Part(
      name: Phrase("allen", "all"), figure: .longestWay(first...last, days: 0), count: Digits.households(households))
    return [all]
      + lines.map { line in
        let name = Phrase(same: "> P\(line.percent)")
        return PipelineChart.Part(
          name: name, figure: .longestWay(first...last, days: line.days + 1),
          count: Digits.households(households(beyond: line.days)))
      }
  }
}
