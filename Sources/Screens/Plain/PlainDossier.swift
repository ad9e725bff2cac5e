import Journey

// A dossier: where it stands, then its parts one by one.
extension PlainProgram {
  mutating func sayDossier() {
    guard let opened = model.opened else { return }
    let dossier = opened.dossier
    say(Phrase(same: "\(dossier.id), \(dossier.name), "), Digits.persons(dossier.members.count), Phrase(same: "."))
    let way = opened.standing.wholeWay?.due.map { ($0.start, $0.day) }
    let track = TrackBar(stage: dossier.stage, since: dossier.stageSince, way: way, model: model)
    let station = Stage.track.firstIndex(of: dossier.stage).map {
      Phrase("station \($0 + 1) van \(Stage.track.count)", "station \($0 + 1) of \(Stage.track.count)")[l]
    }
    let where_ = [track.sinceText, station ?? "", track.dayOfWay].filter { !$0.isEmpty }.joined(separator: ", ")
    say(where_.capitalizedFirst + ".")
    sayTurn()
    var facts: [String] = []
    if !dossier.owner.isEmpty { facts.append("\(Words.owner[l]): \(dossier.owner).") }
    if let code = dossier.municipality { facts.append("\(Words.municipality[l]): \(municipalityName(code)).") }
    if !dossier.reception.isEmpty { facts.append(Phrase("Opvang: ", "Reception: ")[l] + dossier.reception + ".") }
    if !facts.isEmpty { say(facts.joined(separator: " ")) }
    sayPane()
  }

  /// Whose turn it is and what comes next.
  func sayTurn() {
    guard let opened = model.opened else { return }
    let view = DossierView(model: model, state: opened)
    if !view.turnText.isEmpty { say(view.turnText) }
    if !view.nextText.isEmpty { say("\(Words.next[l]): \(view.nextText).") }
  }

  mutating func sayPane() {
    switch model.opened?.pane {
    case .story: if model.opened?.showsPlan == true { sayPlan() } else { sayStory() }
    case .household: sayPersons()
    case .network: sayNetwork()
    case .needs: sayNeeds()
    case nil: break
    }
  }

  // MARK: - Story

  /// What is to come, the first day first; then what happened, the last day first.
  private var storyLines: [RiverLine] {
    let lines = model.opened?.lines ?? []
    return lines.filter { !$0.isPast }.reversed() + lines.filter(\.isPast)
  }

  mutating func sayStory() {
    guard let opened = model.opened else { return }
    let lines = storyLines
    storyTop = min(storyTop, max(0, lines.count - 1))
    let page = lines.dropFirst(storyTop).prefix(pageSize)
    let numbers = Dictionary(page.enumerated().map { (storyTop + 1 + $0.offset, $0.element.key) }) { $1 }
    numbered = storyTop == 0 ? .storyLines(numbers) : numbered.with(storyLines: numbers)
    let person = opened.filter.flatMap(opened.dossier.person).map { ", \($0.given)" } ?? ""
    var isPast: Bool?
    for (index, line) in page.enumerated() {
      if line.isPast != isPast {
        let what = line.isPast ? Phrase("gebeurd", "what happened") : Phrase("te doen", "to do")
        say(Words.story, Phrase(same: person + ", "), what, Phrase(same: ":"))
        isPast = line.isPast
      }
      say("\(storyTop + index + 1) " + sentence(line, in: opened))
    }
    if storyTop + pageSize < lines.count { say(Words.more) }
  }

  func sentence(_ line: RiverLine, in opened: DossierState) -> String {
    let pane = StoryPane(model: model, state: opened)
    let text = pane.text(line)
    let end = text.last.map { ".!?".contains($0) } == true ? "" : "."
    let who = pane.who(line)
    if line.folded != nil { return (line.day.map { model.days.short($0) + ": " } ?? "") + text + end }
    guard line.step != nil else {
      let day = line.day.map { model.days.short($0) + ": " } ?? ""
      return day + text + end + (who.isEmpty ? "" : Phrase(" Door ", " By ")[l] + who + ".")
    }
    let due = line.day.map { "\(model.days.short($0)), \(model.days.distance($0))" }
    let day = due ?? Phrase("zonder termijn", "no due day")[l]
    return "\(day): \(text)\(end) \(Words.turn[l]): \(who)."
  }

  mutating func turnStoryPage(_ pages: Int) {
    let to = storyTop + pages * pageSize
    guard to < storyLines.count, to >= 0 || storyTop > 0 else {
      return say(Phrase("Hier is het verhaal uit.", "The story ends here."))
    }
    storyTop = max(0, to)
    shell.model.opened?.pane = .story
    sayStory()
  }

  // MARK: - The other parts

  mutating func sayPersons() {
    guard let opened = model.opened else { return }
    let persons = opened.dossier.persons
    say(Words.household, Phrase(same: ", "), Digits.persons(persons.count), Phrase(same: ":"))
    numbered = .persons(persons.map(\.id))
    for (index, person) in persons.enumerated() {
      say("\(index + 1) " + sentence(person, showsNumbers: opened.shown.contains(person.id)))
    }
  }

  private func sentence(_ person: Person, showsNumbers: Bool) -> String {
    let years = person.birth.map { $0.age(on: model.today) }
    let age =
      years.map { Digits.counted($0, Phrase("jaar", "year"), Phrase("jaar", "years")) }
      ?? Phrase("leeftijd onbekend", "age unknown")
    let sexes = NewHousehold.fields().first { $0.name == "sex" }
    let sex = person.sex.flatMap { sex in sexes.map { FormState.shown(sex.rawValue, $0, l) } }
    let facts: [String?] = [
      person.listName, Words.relation(person.relation)[l],
      age[l], sex,
      person.spoken?.name[l], Words.place(person.place)[l],
      person.bsn.map { "BSN " + (showsNumbers ? $0.rawValue : $0.masked) },
      person.vNumber.map { Phrase("V-nummer ", "V-number ")[l] + (showsNumbers ? $0.rawValue : $0.masked) },
      person.phone.map { $0.isEmpty ? "" : Phrase("telefoon ", "phone ")[l] + $0 },
    ]
    return facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ") + "."
  }

  private mutating func sayNetwork() {
    guard let opened = model.opened else { return }
    numbered = .nothing
    say(Words.network, Phrase(same: ":"))
    for entry in opened.people {
      let phones = phones(of: entry, in: opened.dossier).joined(separator: ", ")
      let reach = phones.isEmpty ? "" : Phrase(" Telefoon \(phones).", " Phone \(phones).")[l]
      say(sentence(entry, in: opened) + reach)
    }
    if opened.people.isEmpty { say(Phrase("Nog niemand bij naam bekend.", "Nobody known by name yet.")) }
    let unnamed = opened.unnamed.map { model.rules.party($0)[l] }
    if !unnamed.isEmpty { say(Words.nobodyAt, Phrase(same: unnamed.joined(separator: ", ") + ".")) }
    let days = opened.waited.map { "\(model.rules.party($0.party)[l]) \(model.days.days($0.days))" }
    if !days.isEmpty { say(Phrase("Gewacht op: ", "Waited for: "), Phrase(same: days.joined(separator: ", ") + ".")) }
  }

  /// Of a household those of its members, each with whose it is.
  private func phones(of entry: Around, in dossier: Dossier) -> [String] {
    if entry.contact.party == .household {
      return dossier.members.compactMap { person in
        person.phone.flatMap { $0.isEmpty ? nil : "\($0) (\(person.given))" }
      }
    }
    let known = (try? shell.source.network.listed(entry.contact))?.card.phone ?? ""
    let phone = known.ifEmpty(entry.drawn?.phone ?? "")
    return phone.isEmpty ? [] : [phone]
  }

  private func sentence(_ entry: Around, in opened: DossierState) -> String {
    let others = entry.others == 0 ? "" : " " + Words.others(entry.others)[l]
    var facts = [model.rules.who(entry.contact, user: model.user, l) + others]
    if let drawn = entry.drawn {
      let end = Phrase(" (klaar)", " (done)")[l]
      facts.append(Phrase("voor ", "for ")[l] + drawn.purpose + (entry.hasLeft ? end : ""))
    }
    if entry.isNameless {
      facts.append(Phrase("naam onbekend", "no name")[l])
    }
    let days = entry.spoken.map { max(0, model.today - $0) }
    let spoken = days.map { Phrase("\(model.days.days($0)) geleden gesproken", "spoken to \(model.days.days($0)) ago") }
    facts.append((spoken ?? Phrase("nog niet gesproken", "not spoken to yet"))[l])
    if entry.hasTurn {
      facts.append(Words.turn[l].lowercasedFirst)
    }
    if let silence = silence(of: entry, in: opened) { facts.append(silence[l]) }
    return facts.joined(separator: ", ") + "."
  }

  /// The days the screen shows, where those are others than since the last talk; and that it is too long.
  private func silence(of entry: Around, in opened: DossierState) -> Phrase? {
    let isTooLong = opened.isSilent(entry, model.rules, today: model.today)
    guard let since = opened.quiet(entry), since != entry.spoken else {
      return isTooLong ? Phrase("te lang stil", "silent too long") : nil
    }
    let silence = Digits.days(max(0, model.today - since)) + Phrase(" stil", " silent")
    return isTooLong ? silence + Phrase(", te lang", ", too long") : silence
  }

  private mutating func sayNeeds() {
    guard let opened = model.opened else { return }
    numbered = .nothing
    say(Words.needs, Phrase(same: ":"))
    for (text, _) in SidePanes(model: model, state: opened).needs { say(text.capitalizedFirst + ".") }
  }
}
