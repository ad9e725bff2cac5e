import Casebook
import Journey
import Terminal

/// Somebody at a party in sentences: how to reach them, whether they are there, what waits for them, how they answer.
struct PersonWords {
  let row: NetworkRow
  let model: Model

  private var l: Language { model.language }
  private var today: Day { model.today }

  var head: String { model.rules.who(row.contact, user: "", l) }

  var sentences: [(String, Style)] {
    let all: [(String, Style)] = [(reach, .normal), presence, waiting, answers, (period, .dim)]
    return all.filter { !$0.0.isEmpty }
  }

  private var reach: String {
    guard let card = row.partner?.card else {
      return row.contact.name.isEmpty
        ? Phrase(
          "Nog niemand bij naam: S geeft deze huishoudens een mens.",
          "Nobody by name yet: S gives these households a person.")[l]
        : Phrase("Nog niet in het netwerk; i neemt op.", "Not in the network yet; i takes in.")[l]
    }
    let deputy = card.deputy.isEmpty ? "" : Phrase("vervanger ", "deputy ")[l] + card.deputy
    let area = Area(code: card.area)?.spokenName[l] ?? card.area
    let facts = [card.function, card.phone, card.mail, deputy, area].filter { !$0.isEmpty }
    return facts.joined(separator: " · ") + "."
  }

  /// Away, gone, or followed by another.
  private var presence: (String, Style) {
    guard let partner = row.partner else { return ("", .normal) }
    if partner.isGone(today), let until = partner.until {
      let day = model.days.short(until)
      let next =
        partner.successor.isEmpty
        ? Phrase("nog geen opvolger; S draagt over", "no successor yet; S hands over")
        : Phrase("opvolger ", "successor ") + Phrase(same: partner.successor)
      return (Phrase("Vertrokken na \(day); \(next.nl).", "Left after \(day); \(next.en).")[l], .warning)
    }
    let away = partner.isAway(today) ? partner.away.map { Self.away($0, model.days, l) + "." } : nil
    let said = [away, leaving(partner)].compactMap(\.self).joined(separator: " ")
    return (said, said.isEmpty ? .normal : .warning)
  }

  /// On a day that is still to come.
  private func leaving(_ partner: PartnerRow) -> String? {
    guard let until = partner.until else { return nil }
    let day = model.days.short(until)
    let next =
      partner.successor.isEmpty
      ? Phrase("nog geen opvolger", "no successor yet")
      : Phrase("opvolger ", "successor ") + Phrase(same: partner.successor)
    return Phrase("Vertrekt na \(day); \(next.nl).", "Leaves after \(day); \(next.en).")[l]
  }

  /// `Weg tot en met 3 dec; vervanger K. Bos`.
  static func away(_ away: Partner.Away, _ days: DayWords, _ l: Language) -> String {
    let until = away.until.map { days.plain($0).trimmed }
    let period = until.map { Phrase("Weg tot en met \($0)", "Away through \($0)") } ?? Phrase("Weg", "Away")
    let deputy =
      away.deputy.isEmpty
      ? Phrase("geen vervanger", "no deputy") : Phrase("vervanger ", "deputy ") + Phrase(same: away.deputy)
    return (period + Phrase(same: "; ") + deputy)[l]
  }

  private var waiting: (String, Style) {
    guard row.turns > 0 else {
      return (
        (row.contact.name.isEmpty
          ? Phrase("Niemand wacht hierop.", "Nobody waits for this.")
          : Phrase("Niemand wacht op deze persoon.", "Nobody waits for this person."))[l]
          + (row.households > 0 ? " " + households : ""), .normal
      )
    }
    var text =
      row.turns == 1
      ? Phrase("1 huishouden wacht", "1 household waits")[l]
      : Phrase("\(row.turns.grouped(.nl)) huishoudens wachten", "\(row.turns.grouped(.en)) households wait")[l]
    if let oldest = row.oldest { text += Phrase(", de oudste \(days(oldest))", ", the oldest \(days(oldest))")[l] }
    if row.silent > 0 {
      let count = (row.silent >= NetworkRow.mostSilent ? ">" : "") + row.silent.grouped(l)
      let longest = row.quiet.map(days) ?? ""
      text += Phrase("; \(count) te lang stil, tot \(longest)", "; \(count) silent too long, up to \(longest)")[l]
    }
    return (text + ". " + households, row.silent > 0 ? .warning : .normal)
  }

  private var households: String {
    if row.contact.name.isEmpty {
      return row.households == 1
        ? Phrase("1 dossier heeft hier nog niemand.", "1 dossier has nobody here yet.")[l]
        : Phrase(
          "\(row.households.grouped(.nl)) dossiers hebben hier nog niemand.",
          "\(row.households.grouped(.en)) dossiers have nobody here yet.")[l]
    }
    return row.households == 1
      ? Phrase("1 dossier heeft deze persoon.", "1 dossier has this person.")[l]
      : Phrase(
        "\(row.households.grouped(.nl)) dossiers hebben deze persoon.",
        "\(row.households.grouped(.en)) dossiers have this person.")[l]
  }

  private func days(_ day: Day) -> String { model.days.days(max(0, today - day)) }

  private var answers: (String, Style) {
    var parts: [String] = []
    // Nobody by name answers nothing: their turns went over to others.
    if !row.contact.name.isEmpty, let median = row.answers.median {
      let time = model.days.days(median)
      let count = Digits.counted(row.answers.total, Phrase("beurt", "turn"), Phrase("beurten", "turns"))[l]
      parts.append(
        Phrase("de helft van \(count) beantwoord binnen \(time)", "half of \(count) answered within \(time)")[l])
    }
    if row.agreed > 0 {
      let agreed = Digits.counted(row.agreed, Phrase("afspraak", "agreement"), Phrase("afspraken", "agreements"))
      parts.append(
        Phrase(
          "\(row.kept.grouped(.nl)) van \(agreed.nl) nagekomen", "\(row.kept.grouped(.en)) of \(agreed.en) kept")[l])
    }
    if let spoken = row.spoken {
      parts.append(Phrase("laatste teken van leven ", "last sign of life ")[l] + model.days.short(spoken))
    }
    return (parts.isEmpty ? "" : parts.joined(separator: "; ").capitalizedFirst + ".", .normal)
  }

  private var period: String {
    guard let partner = row.partner else { return "" }
    return Phrase("In het netwerk sinds ", "In the network since ")[l] + model.days.short(partner.since) + "."
  }
}
