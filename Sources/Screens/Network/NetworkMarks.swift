import Casebook
import Journey

// Marks on the network: people, not rows. They stay when the list is filtered, sorted or read again.
extension Shell {
  /// Marks or unmarks the one under the cursor, and goes on.
  func markPerson() {
    guard !model.network.showsConnections, let row = model.network.current else { return }
    if let at = model.network.marks.firstIndex(where: { $0.contact == row.contact }) {
      model.network.marks.remove(at: at)
    } else {
      model.network.marks.append(row)
    }
    model.network.move(1, rows: model.networkRows)
    readOnNetwork()
    say(Words.marked(model.network.marks.count)[model.language])
  }

  func unmarkPeople() {
    model.network.marks = []
    say(Words.marked(0)[model.language])
  }

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
