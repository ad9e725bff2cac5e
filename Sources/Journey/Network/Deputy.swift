/// Somebody of the network who may stand in for another.
public struct Deputy: Hashable, Sendable {
  public var contact: Contact
  public var away: Partner.Away?
  /// The last day they are there.
  public var until: Day?

  public init(_ contact: Contact, away: Partner.Away? = nil, until: Day? = nil) {
    (self.contact, self.away, self.until) = (contact, away, until)
  }

  /// Whether somebody can stand in.
  public enum Verdict: Hashable, Sendable {
    /// Also where nobody of that name is known: a name is text.
    case fits
    /// They may be meant, and it is worth knowing that whoever is known by that name works elsewhere.
    case warns(Phrase)
    case refused(Refusal)
  }
}

/// Who is asked to stand in for whom.
public struct StandIn: Hashable, Sendable {
  /// As it was typed: ``DeputyName``.
  public var deputy: String
  public var contact: Contact
  /// The days they are away; nil: whenever they will be.
  public var days: Days?

  public struct Days: Hashable, Sendable {
    public var from: Day
    /// nil: until they are back.
    public var until: Day?
    public init(from: Day, until: Day?) { (self.from, self.until) = (from, until) }
  }

  public init(_ deputy: String, for contact: Contact, _ days: Days? = nil) {
    (self.deputy, self.contact, self.days) = (deputy, contact, days)
  }

  /// What an event asks; nil where it names nobody, or nobody new.
  public init?(_ body: PartnerEvent.Body, on day: Day, of partner: Partner) {
    switch body {
    case .absent(let absence):
      let name = absence.deputy.isEmpty ? partner.card.deputy : absence.deputy
      if name.isEmpty || name == PartnerEvent.Absence.nobody { return nil }
      self.init(name, for: partner.contact, Days(from: day, until: absence.until))
    case .joined(let card), .changed(let card):
      let isNew = card.deputy != partner.card.deputy || card.contact.party != partner.contact.party
      if card.deputy.isEmpty || !isNew { return nil }
      self.init(card.deputy, for: card.contact)
    default: return nil
    }
  }

  /// - Parameter known: all in the network of that name.
  public func verdict(among known: [Deputy], _ rules: Rulebook, today: Day) -> Deputy.Verdict {
    let meant = DeputyName(deputy)
    if let refusal = meant.refusal { return .refused(refusal) }
    if meant.means(contact, for: contact),
      !known.contains(where: { $0.contact.party == contact.party && $0.contact != contact })
    {
      return refused(Phrase("dat is dezelfde persoon", "that is the same person"))
    }
    let others = known.filter { $0.contact != contact }
    let found = others.filter { meant.means($0.contact, for: contact) }
    if !found.isEmpty {
      let hindrances = found.map { hindrance($0, today: today) }
      guard hindrances.contains(nil) else { return refused(hindrances[0] ?? Phrase(same: "")) }
      // A colleague is who one expects; anybody else is said.
      return found.contains { DeputyName($0.contact, for: contact).organisation.isEmpty || meant.organisation.isEmpty }
        ? .fits : .warns(notBeside(found[0].contact, rules))
    }
    if !meant.organisation.isEmpty {
      let name = meant.text
      return .warns(Phrase("\(name) is niet bekend in het netwerk", "\(name) is not known in the network"))
    }
    // Elsewhere in the country many have a name like it: that one is known there says nothing against who is meant.
    guard let other = others.first(where: { $0.contact.party == contact.party }) ?? others.first else { return .fits }
    return .warns(elsewhere(other, more: others.count - 1, rules, today: today))
  }

  /// `K. Bos van Portaal, geen collega bij Mitros`: one is meant who works elsewhere.
  private func notBeside(_ other: Contact, _ rules: Rulebook) -> Phrase {
    let (there, here) = (place(other, rules), place(contact, rules))
    return Phrase(
      "\(other.name) van \(there.nl), geen collega bij \(here.nl)",
      "\(other.name) of \(there.en), no colleague at \(here.en)")
  }

  /// The name alone means a colleague, whom the network does not know; who has the name elsewhere, and how to mean that one.
  private func elsewhere(_ other: Deputy, more: Int, _ rules: Rulebook, today: Day) -> Phrase {
    let (there, here) = (place(other.contact, rules), place(contact, rules))
    let name = other.contact.name
    let why = hindrance(other, today: today).map { Phrase(" (\($0.nl))", " (\($0.en))") } ?? Phrase(same: "")
    let others = more > 0 ? Phrase(" en nog \(more)", " and \(more) more") : Phrase(same: "")
    let typed = DeputyName(other.contact, for: contact).text
    let how =
      other.contact.organisation.isEmpty
      ? Phrase(same: "") : Phrase("; die is bedoeld met \(typed)", "; to mean that one: \(typed)")
    return Phrase("\(name) werkt bij \(there.nl)", "\(name) works at \(there.en)") + why + others
      + Phrase(", niet bij \(here.nl)", ", not at \(here.en)") + how
  }

  private func place(_ contact: Contact, _ rules: Rulebook) -> Phrase {
    contact.organisation.isEmpty ? rules.party(contact.party) : Phrase(same: contact.organisation)
  }

  /// Why they are not there then; nil: nothing is known against it.
  private func hindrance(_ one: Deputy, today: Day) -> Phrase? {
    func said(_ day: Day) -> Phrase {
      Phrase(DayText.short(day, today: today, .nl), DayText.short(day, today: today, .en))
    }
    if let last = one.until {
      if last < days?.from ?? today { return Phrase("vertrokken na ", "left after ") + said(last) }
      if let end = days?.until, last < end { return Phrase("vertrekt na ", "leaves after ") + said(last) }
    }
    guard let days, let away = one.away else { return nil }
    if let end = days.until, end < away.from { return nil }
    if let back = away.until, back < days.from { return nil }
    return away.until.map { Phrase("zelf weg tot en met ", "away too through ") + said($0) }
      ?? Phrase("zelf weg, zonder laatste dag", "away too, with no last day")
  }

  private func refused(_ why: Phrase) -> Deputy.Verdict {
    let (name, whom) = (deputy, contact.name)
    return .refused(
      Refusal(
        Phrase("\(name) kan \(whom) niet vervangen: \(why.nl).", "\(name) cannot stand in for \(whom): \(why.en)."),
        remedy: days == nil
          ? Phrase("Kies een ander, of laat het leeg.", "Choose another, or leave it empty.")
          : Phrase("Kies een ander, of - voor niemand.", "Choose another, or - for nobody."), field: "deputy"))
  }
}
