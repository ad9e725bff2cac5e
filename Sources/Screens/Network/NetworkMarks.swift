import Casebook
import Journey

// Marks on the network: people, not rows. They stay when the list is filtered, sorted or read again.
extension Shell {
  /// How many people are marked at once at most: what is said of all of them is one act, and nobody else writes meanwhile.
  static let mostMarkedPeople = 1000

  /// Marks or unmarks the one under the cursor, and goes on.
  func markPerson() {
    guard let row = model.network.current else { return }
    if let at = model.network.marks.firstIndex(where: { $0.contact == row.contact }) {
      model.network.marks.remove(at: at)
    } else {
      model.network.marks.append(row)
    }
    model.network.lastMarked = row
    model.network.move(1, rows: model.networkRows)
    readOnNetwork()
    sayMarkedPeople()
  }

  /// All from the one marked last to the one under the cursor.
  func markPeopleRange() {
    let network = model.network
    guard let to = network.index, let first = network.lastMarked else {
      return say(Words.markFirst[model.language], .bad)
    }
    if let from = network.rows.firstIndex(where: { $0.contact == first.contact }) {
      return mark(Array(network.rows[min(from, to)...max(from, to)]))
    }
    // It is farther away than what was read of the list.
    let (query, today, last) = (model.networkQuery(networkFilter), model.today, network.rows[to].contact)
    holdKeys()
    work { source in
      Shell.read {
        for forward in [true, false] {
          let between = try Span.rows(
            from: first, most: Self.mostMarkedPeople, isLast: { $0.contact == last }
          ) { edge, limit in
            let page = try source.network.page(query, beyond: edge, forward: forward, limit: limit, today: today)
            return forward ? page : page.reversed()
          }
          if let between { return .toMarkPeople([first] + between, isAll: false) }
        }
        return .said(Words.markedTooFar)
      }
    }
  }

  /// All in the filter; when all of them are, none.
  func markAllPeople() {
    let (query, today) = (model.networkQuery(networkFilter), model.today)
    holdKeys()
    work { source in
      Shell.read {
        let limit = Self.mostMarkedPeople + 1
        return .toMarkPeople(
          try source.network.page(query, beyond: nil, forward: true, limit: limit, today: today), isAll: true)
      }
    }
  }

  func toMark(_ people: [NetworkRow], isAll: Bool) {
    if isAll, !people.isEmpty, people.allSatisfy({ model.network.isMarked($0.contact) }) {
      let gone = Set(people.map(\.contact))
      model.network.marks.removeAll { gone.contains($0.contact) }
      sayMarkedPeople()
    } else {
      mark(people)
    }
    releaseKeys()
  }

  private func mark(_ people: [NetworkRow]) {
    let known = Set(model.network.marks.map(\.contact))
    let all = model.network.marks + people.filter { !known.contains($0.contact) }
    guard all.count <= Self.mostMarkedPeople else {
      dropKeys()
      return say(Words.tooManyMarked(Self.mostMarkedPeople)[model.language], .bad)
    }
    (model.network.marks, model.network.lastMarked) = (all, model.network.current)
    sayMarkedPeople()
  }

  func unmarkPeople() {
    (model.network.marks, model.network.lastMarked) = ([], nil)
    sayMarkedPeople()
  }

  private func sayMarkedPeople() { say(Words.marked(model.network.marks.count)[model.language]) }

  /// Of everybody who is marked, as one act; whoever it does not hold for is said by name.
  func saveMarked(_ body: PartnerEvent.Body, _ day: Day, _ scene: PartnerScene, ending key: String) {
    var body = body
    // Whoever stands in for the first of them stands in for nobody else.
    if case .absent(var absence) = body, absence.deputy == scene.partner?.card.deputy {
      absence.deputy = ""
      body = .absent(absence)
    }
    let (rows, today) = (model.network.marks, model.today)
    work { [body] source in
      .recordedPerson(source.network.record(each: rows, body, on: day, ending: key, today: today))
    }
  }
}

extension PartnerAct {
  /// Says the same of everybody who is marked.
  var isOfMany: Bool { self == .absent || self == .back || self == .leave }
}

extension NetworkState {
  func isMarked(_ contact: Contact) -> Bool { marks.contains { $0.contact == contact } }
}
