import Casebook
import Journey
import Quota
import Terminal

/// What is beside the table, in paragraphs: approach with its gaps, pace, supervision, thresholds, forecast.
struct TaskWords {
  let model: Model
  let look: TaskLook
  let forecast: KeptForecast?

  struct Paragraph: Sendable {
    var head: Phrase
    var sign = ""
    var lines: [(text: String, style: Style)]
  }

  private var l: Language { model.language }

  var paragraphs: [Paragraph] {
    (approach + [prospect, pace, thresholds, supervision, notes].compactMap(\.self)).filter { !$0.lines.isEmpty }
  }

  // MARK: - Approach

  private var approach: [Paragraph] {
    if let approach = look.approach { return approach.parts.map(paragraph) }
    let worst = look.gaps.filter { !$0.lacks.isEmpty }.prefix(8)
    var lines = worst.map { gap in
      (
        text: "\(municipalityName(gap.municipality)): \(gap.lacks.map { $0[l] }.joined(separator: "; "))",
        style: Style.normal
      )
    }
    if let without { lines.insert((text: without, style: .normal), at: 0) }
    if look.gaps.isEmpty, look.withoutApproach.isEmpty {
      let none = Phrase(
        "Van geen gemeente hier is een aanpak vastgelegd.", "No approach of a municipality here was recorded.")
      return [Paragraph(head: Phrase("Aanpak", "Approach"), lines: [(none[l], .dim)])]
    }
    let none = (
      text: Phrase("Geen gaten in de aanpak van deze gemeenten.", "No gaps in the approach of these municipalities.")[
        l],
      style: Style.dim
    )
    return [
      Paragraph(
        head: Phrase("Gaten in de aanpak", "Gaps in the approach"), lines: lines.isEmpty ? [none] : Array(lines))
    ]
  }

  /// `Van 12 gemeenten is niets vastgelegd: Assen, Emmen, … en 4 andere`; nil where there is something of all.
  private var without: String? {
    guard !look.withoutApproach.isEmpty else { return nil }
    let (count, shown) = (look.withoutApproach.count, look.withoutApproach.prefix(8))
    let more = count - shown.count
    let names = shown.map { municipalityName($0) }.joined(separator: ", ")
    return
      (Phrase("Van ", "Of ") + Digits.municipalities(count)
      + Phrase(" is niets vastgelegd: ", " nothing is recorded: "))[l]
      + names + (more == 0 ? "" : Phrase(" en \(more) andere", " and \(more) more")[l])
  }

  private func paragraph(_ part: Approach.Part) -> Paragraph {
    var lines: [(text: String, style: Style)] = []
    if part.strength != .missing { lines.append((part.summary[l].capitalizedFirst, .normal)) }
    lines += part.gaps.map { ("– " + $0[l], .warning) }
    if part.ingredient == .plan {
      // The first to come; all of them are in the account and in the plan that the command shows.
      lines += (look.approach?.actions ?? []).filter(\.isOpen).prefix(3).map {
        action -> (text: String, style: Style) in
        guard action.isLate(model.today) else { return (action.words(model.rules)[l], .normal) }
        return ((action.words(model.rules) + Phrase(" · te laat", " · late"))[l], .warning)
      }
    }
    return Paragraph(head: part.ingredient.name, sign: part.strength.sign, lines: lines)
  }

  // MARK: - Pace, thresholds, supervision

  private var pace: Paragraph? {
    let line = look.line
    guard line.target.persons != nil else {
      return Paragraph(
        head: Phrase("Opgave", "Task"),
        lines: [line.target.words, line.shiftWithoutTarget, line.balanceOfNow, line.enforceableAfterTheTask]
          .compactMap(\.self).map { ($0[l].capitalizedFirst + ".", .normal) })
    }
    var lines: [(text: String, style: Style)] = []
    if let pace = line.pace {
      let (share, norm) = (decimal(pace.share), decimal(pace.norm))
      let (housed, task) = (line.housed.grouped(l), line.task.grouped(l))
      let months = Digits.counted(pace.months, Phrase("mnd", "month"), Phrase("mnd", "months"))
      lines.append(
        (
          Phrase(
            "\(housed) van \(task) na \(months.nl): \(share) %, norm \(norm) %: \(pace.rule.name.nl.lowercasedFirst).",
            "\(housed) of \(task) after \(months.en): \(share)%, norm \(norm)%: \(pace.rule.name.en.lowercasedFirst)."
          )[l], pace.share < pace.norm ? .warning : .normal
        ))
    } else {
      let why =
        line.hasBegun
        ? line.isBalanceKnown
          ? model.rules.task.norm(on: line.period.first) == nil
            ? Phrase("De regels hebben geen norm in dit halfjaar.", "The rules have no norm in this half-year.")
            : Phrase("Nog geen maand om.", "No month over yet.")
          : Phrase("Wie is gehuisvest is niet van allen bekend.", "Not of all is it known who was housed.")
        : Phrase("Nog niet begonnen: er is geen norm.", "Not begun yet: there is no norm.")
      lines.append((why[l], .dim))
    }
    if line.isOnTheWayNow, let toCome = line.toCome, toCome > 0 {
      let (all, later) = (Digits.persons(line.onTheWay)[l], toCome.grouped(l))
      let whom =
        toCome == 1
        ? Phrase("\(later) nareiziger die nog moet komen.", "\(later) is a relative still to come.")
        : Phrase("\(later) nareizigers die nog moeten komen.", "\(later) are relatives still to come.")
      lines.append((Phrase("Onderweg \(all), waarvan ", "On the way \(all), of whom ")[l] + whom[l], .normal))
    }
    if let linked = line.linked {
      let source =
        line.isLinkedByStories ? Phrase(" volgens de dossiers", " by the dossiers") : Phrase(same: "")
      lines.append(
        (
          Phrase(
            "Gekoppeld op de peildatum \(linked.grouped(.nl))\(source.nl); verschoonbaar \(line.excusable.grouped(.nl)).",
            "Linked by the reference date \(linked.grouped(.en))\(source.en); excusable \(line.excusable.grouped(.en))."
          )[
            l],
          .normal
        ))
    }
    if line.enforceableBacklog > 0 {
      let (backlog, rest) = ((-line.balance).grouped(l), line.enforceableBacklog.grouped(l))
      lines.append(
        (
          (line.isOnTheWayNow
            ? Phrase(
              "Afdwingbaar nu: \(rest), van het vorige halfjaar.", "Enforceable now: \(rest), of the half-year before.")
            : Phrase(
              "Achterstand \(backlog), waarvan afdwingbaar \(rest).",
              "Backlog \(backlog), of which enforceable \(rest)."))[l], .normal
        ))
    }
    return Paragraph(head: Phrase("Tempo", "Pace"), lines: lines)
  }

  /// `40,8`
  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : (l == .nl ? "," : ".") + "\(abs(tenths % 10))")
  }

  private var thresholds: Paragraph? {
    guard !look.signals.isEmpty else { return nil }
    let lines = look.signals.prefix(6).map { signal in
      let whose = look.approach == nil ? municipalityName(signal.municipality) + ": " : ""
      let rule = model.rules.task.signals.first { $0.id == signal.rule }?.name[l] ?? signal.rule
      let crossed = Phrase("drempel overschreden: ", "threshold crossed: ")[l]
      return (text: "\(whose)\(crossed)\(signal.words[l]) (\(rule))".capitalizedFirst + ".", style: Style.warning)
    }
    let more = look.signals.count - lines.count
    let rest = more > 0 ? [(text: Phrase("en nog \(more)", "and \(more) more")[l], style: Style.dim)] : []
    return Paragraph(head: Phrase("Drempels", "Thresholds"), lines: lines + rest)
  }

  private var supervision: Paragraph? {
    guard let standing = look.standing, let latest = standing.latest else { return nil }
    let step = latest.value
    var lines: [(text: String, style: Style)] = []
    let day = latest.event.map { model.days.plain($0.day).trimmed } ?? ""
    let facts = [model.rules.supervisionStep(step.step)[l], step.period.spoken, day, step.letter].filter { !$0.isEmpty }
    lines.append((facts.joined(separator: " · "), .normal))
    if !step.agreement.isEmpty { lines.append(("\"\(step.agreement)\"", .normal)) }
    if !step.figures.isEmpty {
      lines.append((step.figures.map { $0[l] }.joined(separator: ", ").capitalizedFirst + ".", .normal))
    }
    for due in standing.due {
      lines.append(
        (
          "\(due.words[l].capitalizedFirst) \(model.days.plain(due.day).trimmed), \(model.days.distance(due.day))",
          due.day < model.today && look.line.isOnTheWayNow ? .bad : .normal
        ))
    }
    return Paragraph(head: Phrase("Toezicht", "Supervision"), lines: lines)
  }

  // MARK: - Forecast, notes

  private var prospect: Paragraph? {
    guard look.line.period.last >= model.today else { return nil }
    if forecast == nil, let why = look.line.period.noForecast(on: model.today)?.words {
      return Paragraph(
        head: Phrase("Prognose", "Forecast"),
        lines: [(Phrase("Geen prognose: ", "No forecast: ")[l] + why[l] + ".", .normal)])
    }
    return Paragraph(
      head: Phrase("Prognose", "Forecast"),
      lines: (ForecastWords(model: model).sentences(forecast, withHomes: look.withHomes) + homes).map { ($0, .normal) })
  }

  /// `Woningen die komen: 5 per week (brief corporatie).`
  private var homes: [String] {
    if look.homes.isEmpty { return [] }
    let known = look.homes.map { $0.words(on: model.today)[l] }.joined(separator: "; ")
    return [Phrase("Woningen die komen: ", "Homes to come: ")[l] + known + "."]
  }

  private var notes: Paragraph? {
    guard look.line.target.persons != nil else { return nil }
    let basis = Phrase("Doel: ", "Target: ")[l] + look.line.target.words[l] + "."
    return Paragraph(
      head: Phrase("Bij de cijfers", "On the figures"),
      lines: [(basis, .dim)] + look.line.notes.map { ($0.words[l].capitalizedFirst + ".", .dim) })
  }
}
