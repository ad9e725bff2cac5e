import Journey

/// Invented people at the parties: those whom the stories name, and the levels above them. Some are absent, one left without
/// a successor, and here and there a level has nobody.
public struct DemoNetwork: Sendable {
  public struct Person: Sendable {
    public var card: PartnerCard
    public var since: Day
  }

  /// What happened to somebody after they joined.
  public struct Later: Sendable {
    /// Position in ``DemoNetwork/people``.
    public var person: Int
    public var day: Day
    private var what: What

    fileprivate enum What: Sendable {
      case said(PartnerEvent.Body)
      case spoke(with: Int, municipality: String, String)
    }

    fileprivate init(_ person: Int, _ day: Day, _ what: What) {
      (self.person, self.day, self.what) = (person, day, what)
    }

    /// - Parameter number: of the person at a position.
    public func body(_ number: (Int) -> PartnerID) -> PartnerEvent.Body {
      switch what {
      case .said(let body): body
      case .spoke(let with, let town, let text): .spoke(.init(with: number(with), municipality: town, text))
      }
    }
  }

  public private(set) var people: [Person] = []
  public private(set) var later: [Later] = []

  public init(_ field: DemoField) {
    let (today, places) = (field.today, field.places.all)
    var dice = Dice(seed: field.seed ^ 0x2E7)
    var first: [String: Int] = [:]
    func mail(_ name: String, _ place: String) -> String {
      let letters = { (text: String) in Folding.key(text).filter { $0.isLetter || $0.isNumber } }
      return "\(letters(name))@\(letters(place)).example"
    }
    func join(_ contact: Contact, _ function: String, area: String, level: String? = nil) {
      if let level, first[level] == nil { first[level] = people.count }
      guard !people.contains(where: { $0.card.contact == contact && $0.card.area == area }) else { return }
      let phone = "088-000\(dice.int(1000...9999))"
      people.append(
        Person(
          card: PartnerCard(
            contact, function: function, phone: phone, mail: mail(contact.name, contact.organisation), area: area),
          since: today - dice.int(200...1200)))
    }
    join(
      Contact(PartyID("ministry"), organisation: "Ministerie", name: Dutch.person(&dice)), "accounthouder", area: "NL",
      level: "ministry")
    for worker in Dutch.nidosWorkers { join(worker, "jeugdbeschermer", area: "NL") }
    for (number, province) in Reference.provinces.enumerated() {
      join(
        Contact(.coa, organisation: "COA \(province.name)", name: Dutch.person(&dice)), "regievoerder",
        area: province.code, level: "coa" + province.code)
      // One province has nobody.
      if number % 12 == 2 { continue }
      join(
        Contact(PartyID("province"), organisation: "Provincie \(province.name)", name: Dutch.person(&dice)),
        "toezicht huisvesting", area: province.code, level: "province" + province.code)
    }
    let regions = Area.all.compactMap { if case .region(let name) = $0 { name } else { nil } }
    for (number, region) in regions.enumerated() where number % 6 != 5 {
      join(
        Contact(PartyID("region"), organisation: "Regio \(region)", name: Dutch.person(&dice)), "regiocoördinator",
        area: "AM " + region, level: "region" + region)
    }
    for place in places {
      let town = Reference.name(ofMunicipality: place.code)
      for (number, account) in place.caseworkers.enumerated() {
        join(
          Contact(.municipality, organisation: town, name: account), number == 0 ? "regisseur" : "consulent",
          area: place.code, level: "municipality" + place.code)
      }
      for contact in place.corporations {
        join(contact, "woonconsulent", area: place.code, level: "corporation" + place.code)
      }
      join(place.guidance, "begeleider", area: place.code)
    }
    // Absences, with somebody in their place.
    for position in stride(from: 20, to: people.count, by: 31) {
      let deputy = dice.chance(0.8) ? Dutch.person(&dice) : ""
      later.append(
        Later(
          position, today - dice.int(1...9), .said(.absent(.init(until: today + dice.int(4...20), deputy: deputy)))))
    }
    leave(places, today)
    talk(places, first, today, &dice)
  }

  /// One of the corporations of Utrecht went, and nobody came.
  private mutating func leave(_ places: [Places.Place], _ today: Day) {
    guard let utrecht = places.first(where: { $0.code == "GM0344" }), let gone = utrecht.corporations.last,
      let position = people.firstIndex(where: { $0.card.contact == gone }),
      !later.contains(where: { $0.person == position })
    else { return }
    later.append(Later(position, today - 20, .said(.left(.init(until: today - 12)))))
  }

  /// Of the larger municipalities, who spoke with whom from country to town; some of it long ago.
  private mutating func talk(_ places: [Places.Place], _ first: [String: Int], _ today: Day, _ dice: inout Dice) {
    let large = places.filter { (Reference.municipality(code: $0.code)?.inhabitantsRecent ?? 0) > 90_000 }
    for place in large {
      guard let town = Reference.municipality(code: place.code) else { continue }
      let levels = [
        first["ministry"], first["coa" + town.province], first["province" + town.province],
        first["region" + town.labourRegion], first["municipality" + place.code], first["corporation" + place.code],
      ]
      for (upper, lower) in zip(levels, levels.dropFirst()) {
        guard let upper, let lower, dice.chance(0.85) else { continue }
        let day = today - (dice.chance(0.75) ? dice.int(2...40) : dice.int(60...160))
        later.append(Later(upper, day, .spoke(with: lower, municipality: place.code, "voortgang besproken")))
      }
    }
  }
}
