/// What a lesson may not hold, since everybody reads it: the names of a household and of whom it has, numbers, addresses.
/// Names of organisations it may hold.
public struct KeptOut {
  public enum Finding: Hashable, Sendable {
    /// A name of somebody in the dossier, as the lesson writes it.
    case name(String)
    /// A name behind a title, with initials or of two words, of whomever; an account.
    case titled(String)
    case vNumber(String), bsn(String), phone(String), caseNumber(String)
    case mail(String)
    /// A whole date, or the month in which somebody of the household was born.
    case date(String)
    /// A postcode, an address of the dossier, or a street with a number.
    case address(String)
    /// Seven digits or more, of whatever.
    case number(String)
  }

  /// Characters of the longest lesson.
  public static let longest = 240

  /// Folded, without blanks.
  private let names: Set<String>
  /// Words of the organisations of the dossier, folded.
  private let organisations: Set<String>
  private let births: [PartialDate]
  /// Folded, between blanks.
  private let addresses: [String]

  public init(_ dossier: Dossier) {
    var persons = dossier.persons
    var contacts = dossier.network.map(\.contact) + [dossier.turn?.contact].compactMap(\.self)
    var places = [dossier.housing?.address, dossier.offer?.home.address, dossier.guestStay?.address].compactMap(\.self)
    // Who left the household, or was corrected, had a name too.
    for event in dossier.story {
      var body = event.body
      if case .corrected(let correction) = body { body = correction.body.body }
      persons += body.persons
      contacts += body.contacts + body.others
      places += body.addresses
    }
    var names: Set<String> = []
    for person in persons { names.formUnion(Self.names(person.given) + Self.names(person.surname)) }
    // An organisation may be named, also where somebody filled it in as the name of a contact.
    for contact in contacts where Folding.key(contact.name) != Folding.key(contact.organisation) {
      names.formUnion(Self.names(contact.name))
    }
    for account in Set([dossier.owner] + dossier.story.map(\.actor.name)) { names.formUnion(Self.surname(account)) }
    self.names = names
    organisations = Set(contacts.flatMap { Folding.key($0.organisation).split(separator: " ").map(String.init) })
    births = Array(Set(persons.compactMap(\.birth)))
    addresses = Set(places.map(Folding.key)).filter { $0.contains(" ") && $0.contains(where: \.isNumber) }
      .map { " \($0) " }
  }

  /// What it holds and may not, whatever comes first; nil: nothing.
  public func found(in text: String) -> Finding? {
    let key = Folding.key(text)
    let words = key.split(separator: " ").map(String.init)
    if let name = name(in: words) { return .name(name) }
    let titled = Naming.titled(in: text) ?? Naming.related(in: text) ?? Naming.titledSmall(in: text)
    if let name = titled { return .titled(name) }
    if let mail = text.split(whereSeparator: \.isWhitespace).first(where: { $0.dropFirst().dropLast().contains("@") }) {
      return .mail(String(mail))
    }
    if let postcode = Postcode.first(in: text) { return .address(postcode) }
    if let address = Naming.address(in: text) { return .address(address) }
    if let address = addresses.first(where: { " \(key) ".contains($0) }) {
      return .address(String(address.dropFirst().dropLast()))
    }
    for run in DigitRun.all(in: text) { if let finding = finding(run) { return finding } }
    if let date = date(in: words) { return date }
    return Naming.named(in: text, besides: organisations).map(Finding.titled)
  }

  // MARK: - Names

  /// Parts of names that are words of the language: they say nobody by themselves.
  private static let particles: Set<String> = [
    "van", "der", "den", "ten", "ter", "von", "del", "dos", "las", "los", "bin", "ibn", "bint", "abu", "abd", "umm",
  ]

  /// The words of a name of three letters or more, and the whole of it written as one.
  private static func names(_ name: String) -> [String] {
    let words = Folding.key(name).split(separator: " ").map(String.init)
    let told = words.filter {
      $0.count >= 3 && (words.count == 1 || !particles.contains($0)) && !$0.allSatisfy(\.isNumber)
    }
    let whole = words.joined()
    return whole.count >= 3 && words.count > 1 ? told + [whole] : told
  }

  /// Whom an account is of: `c.degraaf` is de Graaf. One without a dot says nobody.
  private static func surname(_ account: String) -> [String] {
    guard account.contains("."), let last = account.split(separator: ".").last else { return [] }
    let name = Folding.key(String(last)).replacing(" ", with: "")
    return name.count >= 4 ? [name] : []
  }

  private func name(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      // `van der Meer` is three words of one name.
      let joined = (1...3).compactMap { index + $0 <= words.count ? words[index..<index + $0].joined() : nil }
      for form in [word] + joined.dropFirst() {
        // `Rimas moeder` names her as much as `Rima` does.
        if names.contains(form) || form.hasSuffix("s") && names.contains(String(form.dropLast())) { return form }
      }
    }
    return nil
  }

  // MARK: - Numbers

  private func finding(_ run: DigitRun) -> Finding? {
    let (digits, written) = (run.digits, run.written)
    for pair in run.windows(of: 2) where DossierID(pair.written) != nil { return .caseNumber(pair.written) }
    for part in run.windows(of: 3) + run.windows(of: 2) where isDate(part) { return .date(part.written) }
    guard digits.count >= 7 else { return nil }
    if digits.count == 10, VNumber(rawValue: digits) != nil, !digits.hasPrefix("0") { return .vNumber(written) }
    if digits.count == 9, BSN(rawValue: digits) != nil { return .bsn(written) }
    return digits.hasPrefix("0") || digits.hasPrefix("31") ? .phone(written) : .number(written)
  }

  /// Groups of digits that are a whole date with its century, or a day or month on which somebody here was born.
  private func isDate(_ part: DigitRun) -> Bool {
    let (numbers, lengths) = (part.groups.map { Int($0) ?? 0 }, part.groups.map(\.count))
    if numbers.count == 2 {
      let (year, month) = lengths[0] == 4 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
      return births.contains { $0.year == year && $0.month == month && $0.month != nil }
    }
    guard numbers.count == 3 else { return false }
    if lengths[0] == 4 { return Day(numbers[0], numbers[1], numbers[2]) != nil }
    let (date, month, year) = (numbers[0], numbers[1], numbers[2])
    if lengths[2] == 4 {
      return (1900...2199).contains(year) && (Day(year, month, date) ?? Day(year, date, month)) != nil
    }
    return births.contains {
      $0.year % 100 == year && ($0.month == month && $0.day == date || $0.month == date && $0.day == month)
    }
  }

  /// `21 maart 1988`, `March 21, 1988`; `maart 1988` where somebody here was born then.
  private func date(in words: [String]) -> Finding? {
    func number(_ index: Int) -> Int? {
      guard words.indices.contains(index) else { return nil }
      let digits = words[index].prefix(while: \.isNumber)
      return digits.count < 5 ? Int(digits) : nil
    }
    for (index, word) in words.enumerated() {
      guard let month = DayText.monthNumber(word) else { continue }
      let isDay = { (number: Int?) in number.map { (1...31).contains($0) } ?? false }
      let isYear = { (number: Int?) in number.map { (1900...2199).contains($0) } ?? false }
      if isDay(number(index - 1)), isYear(number(index + 1)) || isBirth(number(index - 1), month, number(index + 1)) {
        return .date(words[index - 1...index + 1].joined(separator: " "))
      }
      if isDay(number(index + 1)), isYear(number(index + 2)) {
        return .date(words[index...index + 2].joined(separator: " "))
      }
      if let year = number(index + 1), births.contains(where: { $0.year == year && $0.month == month }) {
        return .date("\(word) \(year)")
      }
    }
    return nil
  }

  /// With the year of two digits.
  private func isBirth(_ day: Int?, _ month: Int, _ year: Int?) -> Bool {
    births.contains { $0.day == day && $0.month == month && $0.year % 100 == year }
  }
}

extension KeptOut.Finding {
  /// Why it is refused, and what to write instead.
  public func refusal(field: String) -> Refusal {
    let all = Phrase(
      "Een les is voor iedereen en noemt niemand. ", "A lesson is for everybody and names nobody. ")
    let (what, instead) = words
    return Refusal(all + what, remedy: instead, field: field)
  }

  private var words: (Phrase, Phrase) {
    let noName = Phrase(
      "Schrijf wie het was zonder naam: de corporatie, de moeder, een buur.",
      "Write who it was without the name: the corporation, the mother, a neighbour.")
    let noNumber = Phrase("Laat het nummer weg.", "Leave the number out.")
    switch self {
    case .name(let name):
      return (Phrase("\"\(name)\" is een naam uit dit dossier.", "\"\(name)\" is a name of this dossier."), noName)
    case .titled(let name):
      return (Phrase("\"\(name)\" is een naam.", "\"\(name)\" is a name."), noName)
    case .vNumber(let text): return (Phrase("\(text) is een V-nummer.", "\(text) is a V-number."), noNumber)
    case .bsn(let text): return (Phrase("\(text) is een BSN.", "\(text) is a BSN."), noNumber)
    case .phone(let text): return (Phrase("\(text) is een telefoonnummer.", "\(text) is a phone number."), noNumber)
    case .caseNumber(let text): return (Phrase("\(text) is een dossiernummer.", "\(text) is a case number."), noNumber)
    case .number(let text): return (Phrase("\(text) is een lang nummer.", "\(text) is a long number."), noNumber)
    case .mail(let text):
      return (
        Phrase("\(text) is een mailadres.", "\(text) is a mail address."),
        Phrase("Schrijf welke organisatie het was.", "Write which organisation it was.")
      )
    case .date(let text):
      return (
        Phrase("\(text) is een datum.", "\(text) is a date."),
        Phrase("Schrijf hoe lang het duurde, of het jaar.", "Write how long it took, or the year.")
      )
    case .address(let text):
      return (
        Phrase("\(text) is een adres of postcode.", "\(text) is an address or postcode."),
        Phrase("Schrijf wat voor woning het was.", "Write what kind of home it was.")
      )
    }
  }
}

extension Event.Body {
  fileprivate var persons: [Person] {
    switch self {
    case .registered(let p): p.persons
    case .relativesAnnounced(let p): p.persons
    case .born(let p), .memberAdded(let p), .personChanged(let p): [p.person]
    case .householdJoined(let p): p.persons
    default: []
    }
  }

  /// Whom it names at a party.
  public var contacts: [Contact] {
    switch self {
    case .contactMade(let p): [p.contact] + (p.turn.map { [$0] } ?? [])
    case .waitingSet(let p): [p.on]
    case .reviewed(let p): p.turn.map { [$0] } ?? []
    case .searchStarted(let p): [p]
    case .homeAssigned(let p): [p.landlord]
    case .stepAdded(let p): [p.owner]
    default: []
    }
  }

  /// Whom it names besides: drawn in, helping, handing over, following.
  fileprivate var others: [Contact] {
    switch self {
    case .drawnIn(let p): [p.contact]
    case .goalSet(let p): [p.helper].compactMap(\.self)
    case .handedOver(let p): [p.from, p.to]
    case .takenOver(let p): [p.by]
    case .sheetShared(let p): [p.to]
    case .contactSucceeded(let p): [p.from, p.to]
    default: []
    }
  }

  fileprivate var addresses: [String] {
    switch self {
    case .homeAssigned(let p): [p.address]
    case .moved(let p), .secondMove(let p), .ownHomeFound(let p): [p.address]
    case .temporaryPlaced(let p): [p.address]
    case .guestStayStarted(let p): [p.address]
    default: []
    }
  }
}
