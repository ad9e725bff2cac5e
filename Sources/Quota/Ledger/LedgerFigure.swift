import Journey

/// The columns of the ledger.
public enum LedgerFigure: String, CaseIterable, Sendable {
  case target, balanceBefore, correction, shift, task, housed, onTheWay, balance, linked, excusable, enforceableBacklog

  public var name: Phrase {
    switch self {
    case .target: Phrase("Doel", "Target")
    case .balanceBefore: Phrase("Saldo", "Balance before")
    case .correction: Phrase("Correctie", "Correction")
    case .shift: Phrase("Verschoven", "Shifted")
    case .task: Phrase("Opgave", "Task")
    case .housed: Phrase("Gehuisvest", "Housed")
    case .onTheWay: Phrase("Onderweg", "On the way")
    case .balance: Phrase("Saldo nu", "Balance")
    case .linked: Phrase("Gekoppeld op peildatum", "Linked by reference date")
    case .excusable: Phrase("Verschoonbaar", "Excusable")
    case .enforceableBacklog: Phrase("Afdwingbaar", "Enforceable")
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
    case .housed: Phrase("personen, op de dag van verhuizen", "persons, on the day of moving")
    case .onTheWay: Phrase("gekoppeld en nog niet gehuisvest, personen", "linked and not housed yet, persons")
    case .balance: Phrase("gehuisvest - opgave", "housed - task")
    case .linked:
      Phrase("personen die COA op de peildatum had gekoppeld", "persons COA had linked by the reference date")
    case .excusable: Phrase("opgave - gekoppeld op de peildatum", "task - linked by the reference date")
    case .enforceableBacklog: Phrase("achterstand - verschoonbaar", "backlog - excusable")
    }
  }

  /// The filter that lists the households behind it; nil where a figure is of postings alone. `housed` is who counted in the
  /// half-year for a municipality of the area, wherever they are now; `onTheWay` who is linked now. Whether a line has
  /// its figure from them: ``LedgerLine/filter(_:)``.
  func filter(_ area: Area, _ period: HalfYear) -> Phrase? {
    switch self {
    case .housed:
      let value = area == .country ? "\(period)" : "\(period)@\(area.code)"
      let quoted = value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
      return Phrase("gehuisvest:\(quoted)", "housed:\(quoted)")
    case .onTheWay:
      let (place, nl, en) = (area.filter, "fase:gekoppeld,zoeken,aanbod,verhuizen", "stage:linked,finding,offer,moving")
      return area == .country ? Phrase(nl, en) : Phrase("\(place.nl) \(nl)", "\(place.en) \(en)")
    default: return nil
    }
  }
}

extension Area {
  /// The term of the filter language that keeps an area; empty for the country.
  public var filter: Phrase {
    switch self {
    case .country: Phrase(same: "")
    case .province(let code): Phrase("provincie:\(code)", "province:\(code)")
    case .region:
      Phrase(
        "gemeente:\(municipalities.joined(separator: ","))", "municipality:\(municipalities.joined(separator: ","))")
    case .municipality(let code): Phrase("gemeente:\(code)", "municipality:\(code)")
    }
  }
}
