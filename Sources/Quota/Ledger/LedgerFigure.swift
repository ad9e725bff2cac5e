import Journey

/// The columns of the ledger.
public enum LedgerFigure: String, CaseIterable, Sendable {
  case target, balanceBefore, correction, shift, task, housed, onTheWay, balance, linked, excusable, enforceableBacklog

  public var name: Phrase {
    switch self {
    case .target: Phrase("Doel", "Target")
    case .balanceBefore: Phrase("Saldo vooraf", "Balance before")
    case .correction: Phrase("Correctie", "Correction")
    case .shift: Phrase("Verschoven", "Shifted")
    case .task: Phrase("Opgave", "Task")
    case .housed: Phrase("Gehuisvest", "Housed")
    case .onTheWay: Phrase("Onderweg", "On the way")
    case .balance: Phrase("Saldo nu", "Balance now")
    case .linked: Phrase("Gekoppeld op peildatum", "Linked by reference date")
    case .excusable: Phrase("Verschoonbaar", "Excusable")
    case .enforceableBacklog: Phrase("Afdwingbaar", "Enforceable")
    }
  }

  /// Says by its sign whether it is more or less.
  public var isSigned: Bool {
    switch self {
    case .balanceBefore, .correction, .shift, .balance: true
    case .target, .task, .housed, .onTheWay, .linked, .excusable, .enforceableBacklog: false
    }
  }

  /// How it comes about.
  public var help: Phrase {
    switch self {
    case .target:
      Phrase("gepubliceerd, of behoefte x inwoners / Nederland", "published, or need x inhabitants / the Netherlands")
    case .balanceBefore:
      Phrase(
        "wat het vorige halfjaar overliet: + voorsprong, - achterstand",
        "what the half-year before left: + lead, - backlog")
    case .correction: Phrase("geboekt, met reden; + verzwaart de opgave", "posted, with a reason; + adds to the task")
    case .shift: Phrase("overgenomen van of door een andere gemeente", "taken over from or by another municipality")
    case .task:
      Phrase("doel - saldo + correctie + verschoven", "target - balance before + correction + shifted")
    case .housed:
      Phrase(
        "personen die meetellen, op de dag van verhuizen", "persons who count, on the day of moving")
    case .onTheWay:
      Phrase(
        "gekoppeld en nog niet gehuisvest, personen; aangemelde nareizigers tellen mee",
        "linked and not housed yet, persons; announced relatives count")
    case .balance: Phrase("gehuisvest - opgave", "housed - task")
    case .linked:
      Phrase(
        "personen die op de peildatum waren gekoppeld, gehuisvest of niet",
        "persons who were linked by the reference date, housed or not")
    case .excusable: Phrase("opgave - gekoppeld op de peildatum", "task - linked by the reference date")
    case .enforceableBacklog:
      Phrase(
        "achterstand - verschoonbaar; zolang een halfjaar loopt alleen die van het vorige",
        "backlog - excusable; while a half-year runs only that of the one before")
    }
  }
}

extension LedgerFigure {
  /// A number of it as people write it: with its sign where it can be either.
  public func written(_ value: Int, _ language: Language) -> String {
    isSigned ? Digits.signed(value, language) : Digits.grouped(value, language)
  }
}
