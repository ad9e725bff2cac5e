import Casebook
import Journey
import Terminal

// The screen of the network: moving, reading, filtering.
extension Shell {
  /// Does what the verb means on this screen.
  /// - Returns: false where it means what it means everywhere.
  func runOnNetwork(_ verb: Verb) -> Bool {
    switch verb {
    case .open: openPerson()
    case .back:
      if model.network.showsConnections, !model.network.connectionFilter.isEmpty {
        setNetworkFilter("")
      } else if model.network.showsConnections {
        model.network.showsConnections = false
      } else if let from = model.network.cameFrom {
        backToConnection(from)
      } else if !model.network.filter.isEmpty {
        setNetworkFilter("", stays: true)
      } else {
        return false
      }
    case .filter:
      let isOfConnections = model.network.showsConnections
      model.network.typing = TextLine(
        selected: isOfConnections ? model.network.connectionFilter : model.network.filter)
      model.network.fault = nil
      findNetworkCompletions()
    case .sort where model.network.showsConnections: sortConnections()
    case .sort:
      let all = NetworkQuery.Order.allCases
      let at = all.firstIndex(of: model.network.order) ?? 0
      model.network.order = all[(at + 1) % all.count]
      say(NetworkView.order(model.network.order)[model.language])
      readNetwork(stays: !model.network.isAtTop)
    case .mark: markPerson()
    case .markRange: markPeopleRange()
    case .markAll: markAllPeople()
    case .unmark: unmarkPeople()
    case .undo: takeBackOnNetwork(again: false)
    case .redo: takeBackOnNetwork(again: true)
    case .network(let verb): run(verb)
    default: return false
    }
    return true
  }

  private func run(_ verb: NetworkVerb) {
    switch verb {
    case .act(let act): begin(act)
    case .takeIn: takeIn()
    case .connection:
      model.network.showsConnections.toggle()
      model.network.cameFrom = nil
      // The tour is about one municipality, not about the whole country.
      if let town = model.tour?.town, !town.isEmpty, model.network.showsConnections, model.area == .country {
        run(.area(.municipality(town)))
      } else {
        readNetwork()
      }
    case .reach(let reach): go(reach)
    case .contact: contactAboutAll()
    case .organisations: chooseOrganisation()
    case .organisation(let row): showPeople(of: row)
    }
  }

  // MARK: - Moving

  func moveOnNetwork(_ key: Key) {
    let rows = model.networkRows
    func move(_ steps: Int) { model.network.move(steps, rows: rows) }
    switch key {
    case .up, .character("k"): move(-1)
    case .down, .character("j"): move(1)
    case .pageUp, .control("b"): move(1 - rows)
    case .pageDown, .control("f"), .character(" "): move(rows - 1)
    case .home, .character("g"): toNetworkEdge(.start)
    case .end, .character("G"): toNetworkEdge(.end)
    default: return
    }
    readOnNetwork()
  }

  func pointAtNetwork(_ index: Int) {
    let network = model.network
    model.network.move(
      index - (network.showsConnections ? network.townIndex : network.index ?? 0), rows: model.networkRows)
    readOnNetwork()
  }

  private func toNetworkEdge(_ edge: NetworkState.Page) {
    let network = model.network
    if network.showsConnections || (edge == .start ? network.reachesStart : network.reachesEnd) {
      model.network.move(edge == .start ? -1_000_000 : 1_000_000, rows: model.networkRows)
    } else {
      readPage(edge)
    }
  }

  /// In Dossiers, those that wait for the person; of connections the people of the municipality.
  private func openPerson() {
    if model.network.showsConnections { return chooseAlongConnection() }
    guard let row = model.network.current else { return }
    guard row.turns > 0 else {
      return say(Phrase("Niemand wacht op deze persoon.", "Nobody waits for this person.")[model.language])
    }
    model.visit = Visit(tab: model.tab, list: model.allList)
    let area = model.area
    model.tab = .dossiers
    change(.dossiers) {
      $0.ask = Ask(area: area, figure: .turnOf(row.contact))
      ($0.isLoaded, $0.lines, $0.cursor, $0.count, $0.view) = (false, [], nil, nil, nil)
    }
    reload(.dossiers)
  }

  // MARK: - Reading

  var networkFilter: NetworkFilter {
    if case .success(let filter) = NetworkFilter.parse(model.network.filter, model.rules) { return filter }
    return NetworkFilter()
  }

  /// Reads what the screen shows. What is shown stays until the new rows are there.
  /// - Parameter stays: in another order or filter too the cursor keeps its person, where the list then has them.
  func readNetwork(stays: Bool = false) {
    if model.network.showsConnections {
      let (area, today) = (model.area, model.today)
      return work { source in
        Shell.read { .connections(area, try source.network.connections(area, today: today)) }
      }
    }
    let query = model.networkQuery(networkFilter)
    let today = model.today
    // Where it is being read so already, it goes on being.
    if stays || model.network.loaded == query || model.network.awaits.contains(.again) {
      readWindow(query)
    } else {
      readPage(.start)
    }
    work { source in Shell.read { .networkCount(query, try source.network.count(query, today: today)) } }
  }

  private func readPage(_ page: NetworkState.Page) {
    let (query, today, network) = (model.networkQuery(networkFilter), model.today, model.network)
    let limit = NetworkState.page
    let edge = page == .after ? network.rows.last : page == .before ? network.rows.first : nil
    let isForward = page != .end && page != .before
    model.network.awaits.insert(page)
    work { source in
      Shell.read {
        let rows = try source.network.page(query, beyond: edge, forward: isForward, limit: limit, today: today)
        return .networkPage(query, page, rows, limit: limit)
      }
    }
  }

  func readOnNetwork() {
    if !model.network.showsConnections, let page = model.network.wanted { readPage(page) }
  }

  func accept(_ rows: [NetworkRow], _ page: NetworkState.Page, of query: NetworkQuery, limit: Int) {
    guard query == model.networkQuery(networkFilter) else {
      model.network.awaits.remove(page)
      return
    }
    model.network.take(rows, page, of: query, limit: limit, today: model.today)
  }

  func accept(_ count: Count, of query: NetworkQuery) {
    if query == model.networkQuery(networkFilter) { model.network.count = count }
  }

  func accept(_ connections: [Connection], of area: Area) {
    if area == model.area { model.network.take(connections, of: area, model.rules, today: model.today) }
  }

  // MARK: - Filter

  func pressNetworkFilter(_ key: Key) {
    switch key {
    case .escape:
      (model.network.typing, model.network.fault) = (nil, nil)
      setNetworkFilter("", stays: true)
    case .enter:
      if let fault = model.network.fault { return say(fault.expected[model.language], .bad) }
      model.network.typing = nil
    case .up: model.network.move(-1, rows: model.networkRows)
    case .down: model.network.move(1, rows: model.networkRows)
    case .tab, .backTab:
      if let line = model.network.complete(key == .tab ? 1 : -1) { followNetworkFilter(line) }
    default:
      guard var line = model.network.typing, line.take(key) else { return }
      typedNetworkFilter(line)
    }
  }

  /// The list shows what is typed; while a term of it is wrong, what it showed last.
  func typedNetworkFilter(_ line: TextLine) {
    model.network.typing = line
    findNetworkCompletions()
    followNetworkFilter(line)
  }

  private func findNetworkCompletions() {
    guard let line = model.network.typing else { return }
    let (l, isOfConnections) = (model.language, model.network.showsConnections)
    model.network.take(
      isOfConnections
        ? ConnectionQuery.completions(of: line.text, cursor: line.cursor, language: l)
        : NetworkFilter.completions(of: line.text, cursor: line.cursor, rules: model.rules, language: l), of: line)
  }

  private func followNetworkFilter(_ line: TextLine) {
    // Of connections any words are a filter.
    if model.network.showsConnections { return setNetworkFilter(line.text.trimmed) }
    switch NetworkFilter.parse(line.text, model.rules) {
    case .success:
      model.network.fault = nil
      setNetworkFilter(line.text.trimmed)
    case .failure(let mistake): model.network.fault = FilterFault(range: mistake.range, expected: mistake.phrase)
    }
  }

  func setNetworkFilter(_ text: String, stays: Bool = false) {
    if model.network.showsConnections {
      model.network.connectionFilter = text
      return model.network.listConnections(model.rules, today: model.today)
    }
    guard model.network.filter != text else { return }
    model.network.filter = text
    readNetwork(stays: stays)
  }
}
