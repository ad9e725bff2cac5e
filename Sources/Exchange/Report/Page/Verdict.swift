import Journey

/// Whether the task will be met, in three sentences for somebody who reads nothing else.
struct Verdict {
  let content: ReportContent

  /// Chances of which neither outcome is called the likelier.
  static let even = 0.45..<0.55

  var sentences: [Phrase] {
    guard let task = content.task.task else { return taskToCome ?? [noTask] }
    switch content.outlook {
    case .forecast(let forecast):
      return [chance(forecast, task), expected(forecast), help(forecast)].compactMap(\.self)
    case .tooLittle(let one, let more, let seen, let needed):
      return [soFar(task), pace(task)].compactMap(\.self) + [tooLittle(seen == 1 ? one : more, seen, needed)]
    case .none(let why): return [soFar(task), pace(task)].compactMap(\.self) + [why]
    }
  }

  /// As it begins a sentence.
  private var name: Phrase { nameWithin.raised }
  /// As it stands in one.
  private var nameWithin: Phrase {
    switch content.area {
    case .country: Phrase("Nederland", "the Netherlands")
    default: Phrase("de \(content.area.fullName.nl)", "the \(content.area.fullName.en)")
    }
  }
  /// Of a day before the last steps of the casebook nobody knows how many households there were: they may be few.
  private var isOnTheWayUnknown: Bool { content.task.households == .unknown }
  private var isToCome: Bool { content.day < content.period.first }
  private var end: Phrase { date(content.period.last) }

  private func date(_ day: Day) -> Phrase {
    Phrase(same: "\(day.parts.day) ") + day.monthName
  }

  private func number(_ number: Int) -> Phrase { Phrase(Digits.grouped(number, .nl), Digits.grouped(number, .en)) }
  private func count(_ count: Count) -> Phrase {
    switch count {
    case .few: Phrase("minder dan 5", "fewer than 5")
    case .withheld: Phrase("een afgeschermd aantal", "a withheld number of")
    case .unknown: Phrase("een onbekend aantal", "an unknown number of")
    case .exactly(let exact): number(exact)
    }
  }

  private var noTask: Phrase {
    let why =
      content.task.basis == Phrase(same: "")
      ? Phrase(same: "") : Phrase(same: " (") + content.task.basis + Phrase(same: ")")
    let housed = Phrase("; er ", "; ") + self.housed(content.task.housed) + Phrase(same: ".")
    guard content.task.isTargetUnknown else {
      return name
        + Phrase(
          " heeft in het \(content.period.words.nl) geen opgave", " has no task in the \(content.period.words.en)")
        + why + housed
    }
    let unknown = isToCome ? Phrase("nog niet bekend", "not known yet") : Phrase("niet bekend", "not known")
    let after = isToCome ? Phrase(same: ".") : housed
    return Phrase("Het doel van ", "The target of ") + nameWithin
      + Phrase(" voor het \(content.period.words.nl) is ", " for the \(content.period.words.en) is ")
      + unknown + why + after
  }

  /// Of a half-year to come, whose task would say who was housed so far; nil: no task is hidden.
  private var taskToCome: [Phrase]? {
    guard content.hidesBalanceBefore, let target = content.task.target else { return nil }
    let persons = Digits.persons(target)
    var sentences = [
      name
        + Phrase(
          " heeft in het \(content.period.words.nl) een doel van \(persons.nl).",
          " has a target of \(persons.en) in the \(content.period.words.en)."),
      Phrase(
        "De opgave staat alleen in het interne rapport: het \(content.running.nl) is nog niet voorbij, en uit het saldo ervan volgt hoeveel personen er tot nu toe zijn gehuisvest.",
        "The task is in the internal report only: the \(content.running.en) is not over yet, and its balance says how many persons have been housed so far."
      ),
    ]
    if case .none(let why) = content.outlook { sentences.append(why) }
    return sentences
  }

  /// The chance in a word and in a number.
  private func chance(_ forecast: ReportContent.Forecast, _ task: Int) -> Phrase {
    let aim = Phrase(" de opgave van ", " the task of ") + Digits.persons(task)
    guard let chance = forecast.chance else {
      let why =
        isOnTheWayUnknown
        ? Phrase(
          "; hoeveel huishoudens op deze dag op weg waren is niet bekend, dus staat er geen kans bij.",
          "; how many households were on their way that day is not known, so no chance is given.")
        : isOnlyWithheld
          ? Phrase(
            "; hier staat geen kans bij, om kleine aantallen elders niet te verraden.",
            "; no chance is given here, so as not to give away small numbers elsewhere.")
          : Phrase(
            "; bij zulke kleine aantallen staat er geen kans bij.", "; with numbers this small no chance is given.")
      return name + Phrase(" heeft", " has") + aim + why
    }
    let words: Phrase =
      switch chance {
      case ..<0.05: Phrase("vrijwel zeker niet", "almost certainly not meet")
      case ..<0.25: Phrase("waarschijnlijk niet", "probably not meet")
      case ..<Self.even.lowerBound: Phrase("eerder niet dan wel", "more likely miss than meet")
      case Self.even: Phrase("even goed wel als niet", "as likely meet as miss")
      case ..<0.75: Phrase("eerder wel dan niet", "more likely meet than miss")
      case ..<0.95: Phrase("waarschijnlijk", "probably meet")
      default: Phrase("vrijwel zeker", "almost certainly meet")
      }
    return name + Phrase(" haalt", " will \(words.en)") + aim + Phrase(" per ", " by ") + end
      + Phrase(" \(words.nl): de kans is ", ": the chance is ")
      + Phrase(Percent.chanceWords(chance, .nl), Percent.chanceWords(chance, .en)) + Phrase(same: ".")
  }

  /// What is on the way is no small number that stands there as such.
  private var isOnlyWithheld: Bool {
    content.task.hidesFew && ![content.task.onTheWay, content.task.households].contains(.few)
  }

  private func expected(_ forecast: ReportContent.Forecast) -> Phrase {
    let band = forecast.band
    let soFar =
      Phrase("Tot en met ", "Through ") + date(content.day) + Phrase(" ", ", ") + housed(content.task.housed)
      + Phrase(same: "; ")
    guard !band.p50.isHidden else {
      return soFar
        + (isOnTheWayUnknown || isOnlyWithheld
          ? Phrase("het verwachte aantal staat er ook niet bij.", "nor is the number expected given.")
          : Phrase("het verwachte aantal is te klein om te tonen.", "the number expected is too small to show."))
    }
    return soFar + Phrase("verwacht worden er ", "the number expected is ") + count(band.p50)
      + Phrase(", en met zeven op tien kans tussen ", ", with seven chances in ten between ") + count(band.p15)
      + Phrase(" en ", " and ") + count(band.p85) + Phrase(", berekend uit ", ", computed from ")
      + onTheirWay(forecast.households) + Phrase(same: ".")
  }

  /// `zijn 188 personen gehuisvest`
  private func housed(_ count: Count) -> Phrase {
    count == 1
      ? Phrase("is 1 persoon gehuisvest", "1 person has been housed")
      : Phrase("zijn ", "") + self.count(count) + Phrase(" personen gehuisvest", " persons have been housed")
  }

  /// `402 huishoudens die nu op weg zijn`
  func onTheirWay(_ whole: Count) -> Phrase {
    households(whole)
      + (whole == 1
        ? Phrase(" dat nu op weg is", " now on its way") : Phrase(" die nu op weg zijn", " now on their way"))
  }

  /// Where the sum would give a small number away, what the table of the task shows of it; else what the stages show that are
  /// not hidden: it is more.
  func households(_ whole: Count) -> Phrase {
    let noun = Phrase(" huishoudens", " households")
    if let number = whole.number { return Digits.households(number) }
    guard whole == .withheld else { return count(whole) + noun }
    let shown = content.board.filter { (Stage.linked...Stage.moving).contains($0.stage) }
      .reduce(0) { $0 + ($1.households.number ?? 0) }
    let least = content.task.households.number.flatMap { $0 > 0 ? $0 : nil } ?? shown
    return least > 0 ? Phrase("ten minste ", "at least ") + number(least) + noun : count(whole) + noun
  }

  /// Where some are withheld nothing is said of all: not that none helps, and not which helps most.
  private func help(_ forecast: ReportContent.Forecast) -> Phrase? {
    guard let first = forecast.helps.first, first.persons >= 0.05 else {
      if forecast.areHelpsWithheld { return nil }
      return Phrase(
        "Geen enkele maatregel die is doorgerekend verandert de uitkomst van dit halfjaar merkbaar.",
        "No single measure that was computed changes the outcome of this half-year noticeably.")
    }
    let most =
      forecast.areHelpsWithheld
      ? Phrase("Van wat hier te tonen is helpt het meest ", "Of what can be shown here, what helps most is ")
      : Phrase("Het meest helpt ", "What helps most is ")
    func gain(_ help: ReportContent.Help) -> Phrase {
      Phrase(Percent.tenths(help.persons, .nl), Percent.tenths(help.persons, .en))
    }
    var words =
      most + first.words + Phrase(": naar verwachting ", ": an expected ")
      + gain(first) + Phrase(" personen meer voor het eind", " more persons before the end")
    if forecast.helps.count > 1, forecast.helps[1].persons >= 0.05 {
      words =
        words + Phrase("; daarna ", "; then ") + forecast.helps[1].words + Phrase(same: " (") + gain(forecast.helps[1])
        + Phrase(same: ")")
    }
    return words + Phrase(same: ".")
  }

  private func soFar(_ task: Int) -> Phrase {
    if isToCome {
      let persons = Digits.persons(task)
      return name
        + Phrase(
          " heeft in het \(content.period.words.nl) een opgave van \(persons.nl).",
          " has a task of \(persons.en) in the \(content.period.words.en).")
    }
    return Phrase("Tot en met ", "Through ") + date(min(content.day, content.period.last)) + Phrase(" ", ", ")
      + housed(content.task.housed) + Phrase(", van een opgave van ", ", of a task of ") + number(task)
      + Phrase(same: ".")
  }

  private func pace(_ task: Int) -> Phrase? {
    guard let pace = content.task.pace else { return nil }
    return pace.after.raised + Phrase(" is ", " is ") + number(pace.norm) + Phrase(same: ": ")
      + pace.name
      + Phrase(same: ".")
  }

  private func tooLittle(_ what: Phrase, _ seen: Count, _ needed: Int) -> Phrase {
    Phrase("Voor een prognose zijn er te weinig gegevens: ", "There is too little data for a forecast: ") + count(seen)
      + Phrase(same: " ") + what
      + (needed == 1
        ? Phrase(", en 1 is er nodig.", ", and 1 is needed.")
        : Phrase(", en \(needed) zijn er nodig.", ", and \(needed) are needed."))
  }
}

extension Phrase {
  /// With a capital in front.
  var raised: Phrase { Phrase(nl.firstRaised, en.firstRaised) }
}
