import Journey

extension TaskAct {
  /// The posting that the answers come to, and the day it is of. It is not posted by this; the book may still refuse it.
  ///
  /// - Throws: a refusal that names the field.
  public func posting(
    _ values: [String: String], _ scene: TaskScene
  ) throws(Refusal) -> (body: TaskEvent.Body, day: Day) {
    let answers = Answers(values: values, today: scene.today)
    for field in fields(scene) where field.required && answers.text(field.name).isEmpty {
      throw Refusal(Phrase("\(field.label.nl) ontbreekt.", "\(field.label.en) is missing."), field: field.name)
    }
    let body = try TaskActBody(act: self, answers: answers, scene: scene).body()
    let day = try answers.when()
    if let refusal = scene.book.refusal(body, on: day, scene.rules, today: scene.today) { throw refusal }
    if case .shift(let shift) = body, let refusal = scene.ledger?.refusal(shift) { throw refusal }
    return (body, day)
  }
}

extension Ledger {
  /// What is shifted is the target: no more than the giver's, with earlier shifts in it, and no more than there still is to do
  /// where a lead or a correction took off some.
  fileprivate func refusal(_ shift: TaskEvent.Shift) -> Refusal? {
    let giver = line(.municipality(Reference.present(shift.from)), in: shift.period)
    guard let target = giver.target.persons else { return nil }
    let ofTarget = target + giver.shift
    let most = max(0, min(ofTarget, giver.task))
    guard shift.persons > most else { return nil }
    let name = Reference.name(ofMunicipality: giver.area.code)
    let cited = rules.task.shift(on: shift.period.first)?.cited ?? ""
    let why =
      giver.task > ofTarget
      ? Phrase(": alleen het doel wordt verschoven\(cited).", ": only the target is shifted\(cited).")
      : Phrase(same: ".")
    return Refusal(
      Phrase(
        "\(name) heeft in \(shift.period) \(Digits.persons(most).nl) om over te dragen",
        "\(name) has \(Digits.persons(most).en) to hand over in \(shift.period)") + why, field: "persons")
  }
}

/// Turns answers into the posting they describe.
struct TaskActBody {
  let act: TaskAct
  let answers: Answers
  let scene: TaskScene

  func body() throws(Refusal) -> TaskEvent.Body {
    let text = answers.text("text")
    let evidence = answers.text("evidence")
    let source = answers.text("source")
    switch act {
    case .need:
      return .nationalNeed(
        .init(try period(), try persons(), published: try answers.day("published"), source: source))
    case .target:
      return .targets(
        .init(try period(), referenceDate: try asOf(), [try whole(): .init(target: try persons())], source: source))
    case .opening:
      return .opening(
        .init(try period(), asOf: try answers.day("as-of", past: true), [try whole(): try signed()], source: source))
    case .realised:
      return .realised(.init(try period(), referenceDate: try asOf(), [try whole(): try persons()], source: source))
    case .links:
      let period = try period()
      let rule = scene.rules.task.referenceDate(half: period.half, from: period.first)
      return .links(
        .init(
          period, referenceDate: try answers.day("as-of", past: true) ?? min(rule ?? scene.today, scene.today),
          [try whole(): try persons()],
          source: source))
    case .correction:
      return .correction(.init(try period(), try place(), try signed(), reason: answers.text("reason")))
    case .shift:
      return .shift(
        .init(
          try period(), from: try answers.municipality("from"), to: try answers.municipality("to"), try persons(),
          agreement: answers.text("agreement")))
    case .homes: return .homes(try homes())
    case .supervision: return .supervision(try supervision())
    case .structure:
      let members = answers.text("members").split(separator: ",").map { $0.drop { $0 == " " } }
      return .structure(
        .init(
          try place(), lead: answers.text("lead"), members: members.filter { !$0.isEmpty }.map(String.init),
          rhythmWeeks: try answers.number("rhythm"), evidence: evidence))
    case .meeting: return .steeringMet(.init(try place(), text, evidence: evidence))
    case .goal: return .goal(.init(try place(), text, evidence: evidence))
    case .action:
      let desk = answers.text("desk").isEmpty ? "" : try answers.choice("desk", choices("desk"))
      return .action(
        .init(
          try place(), text, owner: answers.text("owner"), desk: desk, due: try answers.day("due"), evidence: evidence))
    case .commitment:
      return .commitment(
        .init(
          try place(), who: answers.text("who"), text, budget: try answers.number("budget"), evidence: evidence))
    case .actionDone: return .actionDone(.init(try action(), text, evidence: evidence))
    case .actionMove:
      return .actionMoved(.init(try action(), to: try answers.day("due") ?? scene.today, reason: text))
    case .actionDrop: return .actionDropped(.init(try action(), text, evidence: evidence))
    }
  }

  private func homes() throws(Refusal) -> TaskEvent.HomesToCome {
    let given = answers.text("homes")
    guard let rate = Rate(given) else {
      if Field.number(given) != nil || Field.bound(given) != nil { throw TaskGuard.homesOutOfBounds }
      throw Refusal(
        Phrase(
          "\"\(given)\" is geen aantal woningen; verwacht 5, 0,5 of 20/maand.",
          "\"\(given)\" is no number of homes; expected 5, 0.5 or 20/month."), field: "homes")
    }
    let size = answers.text("size").isEmpty ? "" : try answers.choice("size", choices("size"))
    return TaskEvent.HomesToCome(
      try whole(), rate, of: HouseholdSize(rawValue: size), from: try answers.day("from"),
      source: answers.text("source"), evidence: answers.text("evidence"))
  }

  private func supervision() throws(Refusal) -> TaskEvent.SupervisionStep {
    TaskEvent.SupervisionStep(
      try place(), try period(), step: try step(), letter: answers.text("letter"),
      agreement: answers.text("agreement"), term: try answers.day("term"), nextReview: try answers.day("review"),
      balance: try signed("balance"), excusable: try answers.number("excusable"))
  }

  /// By a name of its day, else by any: the book says of a step that it was not there then.
  private func step() throws(Refusal) -> String {
    do throws(Refusal) {
      return try answers.choice("step", choices("step"))
    } catch {
      let all = scene.rules.supervision.map { Field.Choice($0.code, $0.name) }
      guard let step = try? answers.choice("step", all) else { throw error }
      return step
    }
  }

  // MARK: - Fields

  private func choices(_ name: String) -> [Field.Choice] {
    if let dated = scene.choices(name, on: (try? answers.when()) ?? scene.today) { return dated }
    if case .choice(let list) = act.fields(scene).first(where: { $0.name == name })?.kind { return list }
    return []
  }

  private func place() throws(Refusal) -> String { try answers.municipality("municipality") }

  /// Of a figure that replaces the one before it: the present municipality alone, not one that went up in it.
  private func whole() throws(Refusal) -> String {
    if case .successor(let now, let former, _) = Reference.findMunicipality(answers.text("municipality")) {
      throw Refusal(
        Phrase("\(former) is opgegaan in \(now.name).", "\(former) went up in \(now.name)."),
        remedy: Phrase("Boek het getal van heel \(now.name).", "Post the figure of all of \(now.name)."),
        field: "municipality")
    }
    return try place()
  }

  private func asOf() throws(Refusal) -> Day { try answers.day("as-of", past: true) ?? scene.today }

  private func period() throws(Refusal) -> HalfYear {
    let given = answers.text("period")
    guard let period = HalfYear(given) else {
      throw Refusal(
        Phrase(
          "\"\(given)\" is geen halfjaar; verwacht 2026H2 of 2026-II.",
          "\"\(given)\" is no half-year; expected 2026H2 or 2026-II."), field: "period")
    }
    return period
  }

  private func action() throws(Refusal) -> Int { Int(try answers.choice("action", scene.openActions)) ?? 0 }

  /// Zero or more.
  private func persons() throws(Refusal) -> Int {
    guard let number = try answers.number("persons") else {
      throw Refusal(Phrase("Personen ontbreekt.", "Persons is missing."), field: "persons")
    }
    return number
  }

  private func signed() throws(Refusal) -> Int {
    guard let number = try signed("persons") else {
      throw Refusal(Phrase("Personen ontbreekt.", "Persons is missing."), field: "persons")
    }
    return number
  }

  /// `-9`, `+4`, `12`; nil for an empty field.
  private func signed(_ name: String) throws(Refusal) -> Int? {
    let given = answers.text(name)
    if given.isEmpty { return nil }
    if let number = SignedNumber.read(given), abs(number) <= Field.most { return number }
    if let bound = Field.bound(given, isSigned: true) {
      throw Refusal(Phrase(same: "\"\(given)\": ") + bound + Phrase(same: "."), field: name)
    }
    throw Refusal(
      Phrase(
        "\"\(given)\" is geen aantal; verwacht bijvoorbeeld 4, +4 of -9.",
        "\"\(given)\" is no number; expected for example 4, +4 or -9."), field: name)
  }
}

/// A whole number with or without a sign, as people and spreadsheets write it: `-9`, `+4`, `−1.810`, `17 590 672`.
public enum SignedNumber {
  /// nil for anything else.
  public static func read(_ text: String) -> Int? {
    var digits = text.filter { !$0.isWhitespace && $0 != "\u{A0}" }[...]
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    // Dots and commas separate thousands only.
    guard let first = parts.first, (1...9).contains(first.count), parts.count == 1 || first.count <= 3,
      parts.dropFirst().allSatisfy({ $0.count == 3 }), parts.count <= 4,
      parts.joined().utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts.joined())
    else { return nil }
    return isNegative ? -number : number
  }
}
