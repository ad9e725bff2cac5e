import Journey
import Screens

/// A whole dossier for people: the future above today's line, the past below it.
struct DossierText {
  let dossier: Dossier
  let rules: Rulebook
  let language: Language
  let today: Day
  /// That whoever has the turn left or is away, where the network knows.
  let absence: Phrase?
  /// Of people of the network, where it has one.
  var phones: [Contact: String] = [:]

  func lines() -> [String] {
    let standing = dossier.standing(rules)
    var lines = [
      "\(dossier.id)  \(dossier.name)",
      say("Fase: ", "Stage: ") + "\(standing.stage.name[language]) (\(since(standing.stageSince)))",
    ]
    if let turn = standing.turn {
      let waited = Digits.days(max(0, today - turn.since))[language]
      let who = turn.contact.words(rules, language)
      let gone = absence.map { ", " + $0[language] } ?? ""
      lines.append(say("Wacht \(waited) op \(who)", "Waiting \(waited) on \(who)") + gone)
    }
    let waited = dossier.waited(rules, through: today)
    if !waited.isEmpty {
      let parts = waited.map { "\(rules.party($0.party)[language]) \($0.days) d" }
      lines.append(say("Dagen tot nu: ", "Days so far: ") + parts.joined(separator: " · "))
    }
    for blocker in dossier.blockers {
      lines.append(say("Knelpunt: ", "Blocker: ") + part(rules.blocker(blocker.code)[language], blocker.text))
    }
    if !dossier.owner.isEmpty { lines.append(say("Regie: ", "Case owner: ") + dossier.owner) }
    if let code = dossier.municipality {
      lines.append(say("Gemeente: ", "Municipality: ") + Reference.name(ofMunicipality: code))
    }
    lines += [""] + story(standing)
    lines += ["", say("Huishouden", "Household")] + dossier.persons.map(person)
    let around = dossier.around(standing.turn)
    let unnamed = dossier.unnamed(standing, beside: around.filter { !$0.contact.name.isEmpty })
      .map { rules.party($0)[language] }
    let nobody = unnamed.isEmpty ? [] : ["  " + Words.nobodyAt[language] + unnamed.joined(separator: ", ")]
    if !around.isEmpty || !nobody.isEmpty {
      lines += ["", say("Netwerk", "Network")] + around.map { contact($0, standing.turn) } + nobody
    }
    if !needs.isEmpty { lines += ["", say("Woonbehoefte", "Housing needs")] + needs.map { "  " + $0 } }
    lines += TogetherText(dossier: dossier, rules: rules, language: language).lines()
    return lines
  }

  private func story(_ standing: Standing) -> [String] {
    let open = standing.steps.filter(\.isOpen).enumerated().sorted { a, b in
      let (x, y) = (a.element.due?.day.number ?? .max, b.element.due?.day.number ?? .max)
      return x != y ? x > y : a.offset < b.offset
    }
    let future = open.map(\.element).map { step in
      let day = step.due?.day
      let late = day.map { $0 < today } == true ? "!" : "o"
      let title = part(step.title[language], step.person.flatMap(dossier.person)?.given ?? "", " · ")
      let rule = step.due.map { "  [\(why($0))]" } ?? ""
      let when = day?.description ?? say("geen dag   ", "no day     ")
      return "  \(late) \(when)  \(Plain.fit(title, 40))  \(step.owner.words(rules, language))\(rule)"
    }
    let words = EventWords(dossier: dossier, rules: rules, language: language, user: "")
    // The latest day first, as on the screen; of one day what was recorded last.
    let told = dossier.story.enumerated().sorted { a, b in
      let (x, y) = (dossier.effective(a.element).day, dossier.effective(b.element).day)
      return x != y ? x > y : a.offset > b.offset
    }
    let past: [String] = told.map(\.element).flatMap { event in
      let gone = dossier.takenBack.contains(event.id) ? say(" (teruggenomen)", " (taken back)") : ""
      let effective = dossier.effective(event)
      let text = part(words.name(event.body), words.detail(effective.body))
      return Self.hanging("  * \(effective.day)  ", "\(text)\(gone)  \(event.actor.name)")
    }
    return [say("Verhaal", "Story")] + future + [say("  --- vandaag, ", "  --- today, ") + "\(today) ---"] + past
  }

  /// The rule a day comes from, or that somebody set it by hand, and why.
  private func why(_ due: Standing.Due) -> String {
    guard let reason = due.moved else { return due.ruleName[language] }
    return part(say("verzet", "moved"), reason)
  }

  /// A text of several lines keeps them, each under where the first begins.
  private static func hanging(_ head: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: head.count)
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    return parts.enumerated().map { index, line in
      if line.isEmpty, index > 0 { return "" }
      return (index == 0 ? head : indent) + line
    }
  }

  private func person(_ person: Person) -> String {
    let age = person.birth.map { String($0.age(on: today)) } ?? "?"
    let origin = person.nationality.map { Reference.originName(nationality: $0)[language] } ?? ""
    let numbers = [
      person.vNumber.map { "V " + $0.masked }, person.bsn.map { "BSN " + $0.masked }, person.phone.map(called),
    ].compactMap { $0 }
    return "  "
      + ([
        person.listName, age, origin, person.spoken?.name[language] ?? "", Words.relation(person.relation)[language],
        Words.place(person.place)[language],
      ]
      + numbers)
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func called(_ phone: String) -> String { phone.isEmpty ? "" : say("telefoon ", "phone ") + phone }

  private func contact(_ entry: Around, _ holding: Standing.Turn?) -> String {
    let spoken =
      entry.spoken.map { say("gesproken op ", "spoken on ") + DayText.dated($0, language) }
      ?? say("nog niet gesproken", "not yet spoken")
    let turn = entry.hasTurn ? say("  aan zet", "  has the turn") : ""
    let end = entry.hasLeft ? say(" (klaar)", " (done)") : ""
    let purpose = entry.drawn.map { "  " + say("voor ", "for ") + $0.purpose + end } ?? ""
    // The days the screen shows, where those are others than since the last talk.
    let quiet = dossier.quietSince(entry, holding).flatMap { $0 == entry.spoken ? nil : $0 }
    let silent = quiet.map { Digits.days(max(0, today - $0)) + Phrase(" stil", " silent") }
    let silence = silent.map { "  " + $0[language] } ?? ""
    let phone = phones[entry.contact].map(called) ?? ""
    let reach = phone.isEmpty ? "" : "  " + phone
    return "  \(entry.contact.words(rules, language))\(turn)  \(spoken)\(silence)\(purpose)\(reach)"
  }

  /// What they need, and what decides where; the hard criteria first.
  private var needs: [String] {
    let criteria = [true, false].compactMap { isHard -> String? in
      let found = dossier.criteria.filter { $0.kind.isHard == isHard }.map { criterion in
        part(Words.criterion(criterion.kind)[language], criterion.placeName, " ")
      }
      let label = isHard ? say("Harde criteria: ", "Hard criteria: ") : say("Zachte criteria: ", "Soft criteria: ")
      return found.isEmpty ? nil : label + found.joined(separator: ", ")
    }
    return (wishes.isEmpty ? [] : [wishes]) + criteria
  }

  private var wishes: String {
    var parts: [String] = []
    if let rooms = dossier.needs.rooms {
      parts.append(Digits.counted(rooms, Phrase("kamer", "room"), Phrase("kamers", "rooms"))[language])
    }
    if let rent = dossier.needs.maxRent { parts.append(say("max huur", "max rent") + " € \(rent)") }
    return (parts + dossier.needs.features.map { $0.name[language] }).joined(separator: " · ")
  }

  private func since(_ day: Day) -> String { say("sinds ", "since ") + DayText.dated(day, language) }
  private func part(_ name: String, _ text: String, _ separator: String = ": ") -> String {
    text.isEmpty ? name : name + separator + text
  }
  private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
