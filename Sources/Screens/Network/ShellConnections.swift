import Casebook
import Journey
import Terminal

// Along the connection from country to town: its order, and from a level or a break of it to somebody or to what mends it.
extension Shell {
  func sortConnections() {
    let all = ConnectionQuery.Order.allCases
    let at = all.firstIndex(of: model.network.connectionOrder) ?? 0
    sortConnections(by: all[(at + 1) % all.count])
    say(model.network.connectionOrder.words[model.language])
  }

  func sortConnections(by order: ConnectionQuery.Order) {
    model.network.connectionOrder = order
    model.network.listConnections(model.rules, today: model.today)
  }

  /// All people along it and all that is broken; the cursor on the first break.
  func chooseAlongConnection() {
    guard let connection = model.network.connection else { return }
    let reaches = Reach.along(connection, model.rules, today: model.today)
    let entries = reaches.map { one in
      Binding(
        verb: .network(.reach(one.reach)), keys: [], name: one.name, help: one.about, group: Model.networkGroup)
    }
    var palette = PaletteState(entries: entries, kind: .connection)
    palette.index = reaches.firstIndex(where: \.isBroken) ?? 0
    model.overlay = .palette(palette)
  }

  func go(_ reach: Reach) {
    guard let town = model.network.connection?.municipality else { return }
    let today = model.today
    switch reach {
    case .people(let area): toPeople(area, "")
    case .person(let contact, let area): toPeople(area, Folding.key(contact.name))
    case .newcomer(let contact, let area):
      let scene = PartnerScene(contact: contact, partner: nil, area: area, rules: model.rules, today: today)
      begin(.join, scene)
    case .successor(let contact):
      holdKeys()
      work { source in
        Shell.read {
          .toPartnerForm(.succeed, try source.network.scene(of: contact, .municipality(town), today: today))
        }
      }
    case .talk(let upper, let lower):
      holdKeys()
      work { source in
        Shell.read {
          .toPartnerForm(
            .spoke, try source.network.scene(of: upper, with: lower, .municipality(town), today: today))
        }
      }
    }
  }

  private func toPeople(_ area: Area, _ filter: String) {
    guard let town = model.network.town else { return }
    model.network.cameFrom = NetworkState.CameFrom(area: model.area, town: town, filter: model.network.filter)
    model.network.showsConnections = false
    model.network.filter = filter
    if area == model.area { readNetwork() } else { run(.area(area)) }
  }

  /// Back along the way one came, with the area and the filter of then.
  func backToConnection(_ from: NetworkState.CameFrom) {
    (model.network.cameFrom, model.network.town, model.network.filter) = (nil, from.town, from.filter)
    model.network.showsConnections = true
    if from.area == model.area { readNetwork() } else { run(.area(from.area)) }
  }
}
