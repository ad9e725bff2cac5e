import Casebook
import Journey
import Terminal

// The screen of the network, a person a line; the connections with each break in words.
extension PlainProgram {
  mutating func sayNetworkScreen() {
    if model.network.showsConnections { return sayConnections() }
    // Pages are counted from the start of the list.
    if networkTop == 0, !model.network.reachesStart {
      shell.moveOnNetwork(.home)
      shell.handle(.wake)
    }
    let network = model.network
    var heading = "\(Model.Tab.network.name[l]), \(model.area.spokenName[l]), \(NetworkView.order(network.order)[l])."
    if let view = model.shownView?.view.name { heading += " " + Phrase("Weergave ", "View ")[l] + view + "." }
    if !network.marks.isEmpty { heading += " " + Words.marked(network.marks.count)[l].capitalizedFirst + "." }
    if !network.filter.isEmpty { heading += " Filter: \(network.filter)." }
    say(heading)
    networkTop = min(networkTop, max(0, network.rows.count - 1))
    let shown = network.rows.dropFirst(networkTop).prefix(pageSize)
    let numbers = Dictionary(uniqueKeysWithValues: shown.enumerated().map { (networkTop + $0 + 1, $1.contact) })
    numbered = networkTop == 0 ? .people(numbers) : numbered.with(people: numbers)
    for (index, row) in shown.enumerated() {
      let words = PersonWords(row: row, model: model)
      say("\(networkTop + index + 1) \(words.head). " + words.sentences.map(\.0).joined(separator: " "))
    }
    if network.rows.isEmpty {
      return say(
        network.filter.isEmpty
          ? Phrase(
            "Hier is nog niemand; nieuw in het netwerk voegt iemand toe.",
            "Nobody is here yet; new in the network adds somebody.")
          : Phrase("Niemand voldoet aan dit filter.", "Nobody matches this filter."))
    }
    let isMore = networkTop + shown.count < network.rows.count || !network.reachesEnd
    say(isMore ? Words.more : Phrase("Einde van de lijst.", "End of the list."))
  }

  private mutating func sayConnections() {
    let all = model.network.connections
    let filter = model.network.connectionFilter
    say(
      Phrase("Van land naar stad: ", "From country to town: ")[l]
        + ConnectionView.facts(model).joined(separator: ", ") + "." + (filter.isEmpty ? "" : " Filter: \(filter)."))
    networkTop = min(networkTop, max(0, all.count - 1))
    let shown = all.dropFirst(networkTop).prefix(pageSize)
    numbered = .places(networkTop..<(networkTop + shown.count))
    let summary = model.network.breaks
    for (index, one) in shown.enumerated() {
      let breaks = one.breaks(model.rules, today: model.today)
      say(
        "\(networkTop + index + 1) \(municipalityName(one.municipality)): \(ConnectionView.words(breaks, summary, l)).")
    }
    if all.count == 1 { sayConnection() }
    let isMore = networkTop + shown.count < all.count
    say(isMore ? Words.more : Phrase("Einde van de lijst.", "End of the list."))
  }

  /// From country to town for the municipality at hand, a level or a link a line.
  func sayConnection() {
    guard let one = model.network.connection else { return }
    say("\(municipalityName(one.municipality)).")
    for line in ConnectionView.lines(one, model) { say(line.text.trimmed + ".") }
  }

  func markPerson() {
    let head = model.network.current.map { PersonWords(row: $0, model: model).head } ?? ""
    shell.run(.mark)
    shell.handle(.wake)
    shell.model.status = nil
    say("\(head). \(Words.marked(model.network.marks.count)[l].capitalizedFirst).")
  }

  /// `sorteer naam`: by a name that views have for it too.
  mutating func sortNetwork(_ text: String) {
    if model.network.showsConnections { return sortConnections(text) }
    guard let order = NetworkQuery.Order(named: text) else {
      return say(
        Phrase(
          "\"\(text)\" is geen volgorde van mensen. Verwacht: stil, aanzet, reactie, afspraken, naam.",
          "\"\(text)\" is no order of people. Expected: silent, turn, answers, kept, name."))
    }
    shell.model.network.order = order
    shell.readNetwork()
    shell.handle(.wake)
    networkTop = 0
    sayNetworkScreen()
  }

  private mutating func sortConnections(_ text: String) {
    let names: [(ConnectionQuery.Order, [String])] = [
      (.broken, ["gebroken", "broken"]), (.silence, ["stil", "silence", "silent"]), (.name, ["naam", "name"]),
    ]
    guard let order = names.first(where: { $0.1.contains(text.lowercased()) })?.0 else {
      return say(
        Phrase(
          "\"\(text)\" is geen volgorde van gemeenten. Verwacht: gebroken, stil, naam.",
          "\"\(text)\" is no order of municipalities. Expected: broken, silent, name."))
    }
    shell.sortConnections(by: order)
    networkTop = 0
    sayNetworkScreen()
  }

  mutating func turnNetworkPage(_ pages: Int) {
    let network = model.network
    let count = network.showsConnections ? network.connections.count : network.rows.count
    let to = networkTop + pages * pageSize
    guard to >= 0, to < count || pages < 0 else {
      return say(
        pages > 0
          ? Phrase("Dit is de laatste bladzijde.", "This is the last page.")
          : Phrase("Dit is de eerste bladzijde.", "This is the first page."))
    }
    networkTop = to
    // The cursor goes along, so that the window reads on.
    shell.pointAtNetwork(to)
    shell.handle(.wake)
    sayNetworkScreen()
  }

  mutating func filterNetwork(_ text: String) {
    let question =
      model.network.showsConnections
      ? Self.connectionFilterQuestion
      : Phrase(
        "Filter: een naam, partij:corporatie, stil. Leeg laat het zo, - wist het.",
        "Filter: a name, party:corporation, silent. Empty leaves it, - clears it.")
    guard var typed = text.isEmpty ? answer(question) : text else { return }
    if typed == "-" { typed = "" }
    shell.typedNetworkFilter(TextLine(typed))
    shell.handle(.wake)
    if let fault = model.network.fault { say(fault.expected) }
    (shell.model.network.typing, shell.model.network.fault) = (nil, nil)
    networkTop = 0
    sayNetworkScreen()
  }
}

extension PlainProgram {
  private static let connectionFilterQuestion = Phrase(
    "Filter: een gemeente, een mens, wat gebroken is, of gebroken. Leeg laat het zo, - wist het.",
    "Filter: a municipality, a person, what is broken, or broken. Empty leaves it, - clears it.")
}

/// What of the screen of the network decides whether it must be read out again.
struct PlainNetworkPlace: Equatable {
  let query: NetworkQuery?
  let showsConnections: Bool
  let area: Area
  let filter: String

  init(_ model: Model) {
    (query, area) = (model.network.loaded, model.area)
    (showsConnections, filter) = (model.network.showsConnections, model.network.shownFilter)
  }
}
