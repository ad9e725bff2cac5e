import Journey

// What one should know of a line.
extension Ledger {
  /// - Parameter carried: the balance that the half-year before ended with; nil: its account is not kept here.
  func notes(_ line: LedgerLine, _ posted: PostedFigures, _ carried: Int?) -> [LedgerNote] {
    var notes: [LedgerNote] = []
    if case .abolished = line.target.basis, line.isBalanceKnown {
      notes.append(
        LedgerNote(
          line.target.words
            + Phrase(
              "; het saldo van \(Digits.signed(line.balance, .nl)) blijft als geschiedenis staan",
              "; the balance of \(Digits.signed(line.balance, .en)) stays as history"),
          of: .balance, persons: [line.balance]))
    } else if line.target.persons == nil {
      notes.append(LedgerNote(Phrase("geen doel: ", "no target: ") + line.target.words))
    }
    if let below = line.taskBelowZero { notes.append(LedgerNote(below, of: .task, persons: [line.task])) }
    if let idle = line.shiftWithoutTarget { notes.append(LedgerNote(idle, of: .shift, persons: [line.shift])) }
    if !line.isHousedKnown, line.target.persons != nil { notes.append(Self.housedUnknown(Phrase(same: ""))) }
    if let published = posted.realised, let told = housedTold(line, published) { notes.append(told) }
    if let before = posted.balanceBefore, let carried, before.persons != carried {
      func signed(_ number: Int) -> (nl: String, en: String) {
        (Digits.signed(number, .nl), Digits.signed(number, .en))
      }
      let all = [before.persons, carried, before.persons - carried]
      let (posted, ended, gap) = (signed(all[0]), signed(all[1]), signed(all[2]))
      notes.append(
        LedgerNote(
          Phrase(
            "beginsaldo \(posted.nl) geboekt; het vorige halfjaar eindigde op \(ended.nl): verschil \(gap.nl)",
            "balance before posted as \(posted.en); the half-year before ended at \(ended.en): difference \(gap.en)"
          ), of: .balanceBefore, persons: all, isDispute: true))
    }
    if let told = linksTold(line, posted) { notes.append(told) }
    if let stands = line.enforceableAfterTheTask {
      notes.append(LedgerNote(stands, of: .enforceableBacklog, persons: [line.enforceableBacklog]))
    }
    if line.isOnTheWayNow, line.hasTarget, line.enforceableBacklog > 0, line.housed > 0 { notes += enforcement }
    if line.balancesMissing > 0, rules.task.carries(on: line.period.first), line.target.persons != nil {
      notes.append(
        LedgerNote(Phrase("beginsaldo niet bekend, gerekend met 0", "balance before not known, taken as 0")))
    }
    if let now = line.balanceOfNow { notes.append(LedgerNote(now, of: .balanceBefore)) }
    if case .computed = line.target.basis, let late = lateness(line.period) { notes.append(late) }
    return notes
  }

  /// - Parameter whose: behind the words: of whom.
  static func housedUnknown(_ whose: Phrase) -> LedgerNote {
    LedgerNote(
      Phrase("gehuisvest", "housed") + whose
        + Phrase(
          " niet bekend: geen dossiers en geen cijfers geboekt van dit halfjaar",
          " not known: no dossiers, and no figures posted of this half-year"))
  }

  /// A published state beside the stories up to its day; nil: they say the same.
  private func housedTold(_ line: LedgerLine, _ published: Posted) -> LedgerNote? {
    let isMidway = published.day < line.period.last
    let said = Phrase(
      "gepubliceerd gehuisvest \(Digits.grouped(published.persons, .nl)) (stand \(published.day))",
      "published as housed \(Digits.grouped(published.persons, .en)) (as of \(published.day))")
    if isMidway, !line.isHousedByStories {
      return LedgerNote(said + Phrase(", zonder dossiers", ", no dossiers"), of: .housed, persons: [published.persons])
    }
    let counted = counted(line.area.code, line.period, through: published.day)
    guard published.day >= line.period.first, published.persons != counted else { return nil }
    let words = Phrase(
      ", volgens de dossiers \(isMidway ? "toen " : "")\(Digits.grouped(counted, .nl))",
      ", by the dossiers \(Digits.grouped(counted, .en))\(isMidway ? " then" : "")")
    var note = LedgerNote(said + words, of: .housed, persons: [published.persons, counted], isDispute: true)
    note.splitsWeek = isMidway
    return note
  }

  /// Where posted links are others than those the stories tell of.
  private func linksTold(_ line: LedgerLine, _ posted: PostedFigures) -> LedgerNote? {
    guard let state = linked(posted, line.period), let day = referenceDate(line.period), day <= today,
      let told = figures.linked(line.area.code, line.period, day), told != state.persons
    else { return nil }
    func words(_ l: Language) -> (String, String) { (Digits.grouped(state.persons, l), Digits.grouped(told, l)) }
    let (nl, en) = (words(.nl), words(.en))
    return LedgerNote(
      Phrase(
        "gekoppeld op de peildatum geboekt als \(nl.0), volgens de dossiers \(nl.1)",
        "linked by the reference date posted as \(en.0), by the dossiers \(en.1)"),
      of: .linked, persons: [state.persons, told], isDispute: true)
  }

  /// What the rules say today of a backlog that is being made up, with their source.
  private var enforcement: [LedgerNote] {
    rules.task.enforcement.filter { $0.validity.covers(today) }.map {
      LedgerNote($0.name + Phrase(same: $0.cited))
    }
  }

  /// That the need of a half-year was published later than the rules ask.
  func lateness(_ period: HalfYear) -> LedgerNote? {
    book.latePublication(of: period, rules).map { due, published in
      LedgerNote(
        Phrase(
          "behoefte gepubliceerd op \(published), dat moest uiterlijk \(due)",
          "need published on \(published), due by \(due)"))
    }
  }
}

extension LedgerLine {
  /// How many figures were published or posted otherwise than the dossiers or the account have them.
  public var disputes: Int { notes.count(where: \.isDispute) }

  /// That a shift is in no task while there is no target; nil: there is one, or nothing was shifted.
  public var shiftWithoutTarget: Phrase? {
    guard target.persons == nil, shift != 0 else { return nil }
    return Phrase(
      "verschoven \(Digits.signed(shift, .nl)): dat telt pas in een opgave als er een doel is",
      "shifted \(Digits.signed(shift, .en)): in a task only once there is a target")
  }

  /// That of a backlog from before the task ended something can be enforced; nil: there is a task, or nothing of it can be.
  public var enforceableAfterTheTask: Phrase? {
    guard !hasTarget, enforceableBacklog > 0 else { return nil }
    func count(_ l: Language) -> String { Digits.grouped(enforceableBacklog, l) }
    return Phrase(
      "van wat is meegenomen blijft \(count(.nl)) afdwingbaar",
      "of what was carried over \(count(.en)) stays enforceable")
  }

  /// That there is less than nothing to do, and why: a lead may exceed a target; nil: there is something to do, or no target.
  public var taskBelowZero: Phrase? {
    guard let target = target.persons, task < 0 else { return nil }
    let why =
      balanceBefore > target
      ? Phrase("de voorsprong vooraf is groter dan het doel", "the lead before exceeds the target")
      : Phrase(
        "correctie en verschuiving nemen meer weg dan er te doen was",
        "correction and shift take off more than there was to do")
    return Phrase("opgave \(Digits.signed(task, .nl)): ", "task \(Digits.signed(task, .en)): ") + why
      + Phrase("; er is niets te doen en de rest telt als voorsprong", "; there is nothing to do and the rest is lead")
  }

  /// That what was carried over may still change; nil: the half-year before is over.
  public var balanceOfNow: Phrase? {
    guard isBalanceOfNow else { return nil }
    return Phrase(
      "het saldo vooraf is dat van nu: \(period.previous) is nog niet voorbij",
      "the balance before is that of now: \(period.previous) is not over yet")
  }
}
