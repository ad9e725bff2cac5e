import Casebook
import Journey

/// What can be done on the screen of the network besides what every screen has.
enum NetworkVerb: Hashable, Sendable {
  case act(PartnerAct)
  /// Takes somebody of the stories into the network.
  case takeIn
  /// The connection from country to town, and back to the people.
  case connection
  /// A contact about all households that wait for them.
  case contact
  /// The organisations of these people, to choose one; then its people.
  case organisations, organisation(OrganisationRow)
  /// To somebody along a connection, or to what mends a break.
  case reach(Reach)

  /// What settings call it; nil for what is chosen from a list.
  var code: String? {
    switch self {
    case .act(let act): "network-" + act.rawValue
    case .takeIn: "network-take-in"
    case .connection: "connection"
    case .contact: "network-contact"
    case .organisations: "organisations"
    case .organisation, .reach: nil
    }
  }

  /// Leaves something behind in the casebook.
  var records: Bool {
    switch self {
    case .act, .takeIn, .contact: true
    case .reach(.newcomer), .reach(.successor), .reach(.talk): true
    case .connection, .organisations, .organisation, .reach: false
    }
  }
}
