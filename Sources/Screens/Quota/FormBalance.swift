import Journey
import Quota

// A step of the province keeps the balance of its own day: the form fills in what the account says of it.
extension FormState {
  /// Follows the municipality, half-year and date of the form, where nobody typed another number.
  mutating func followAccount() {
    guard case .taskAct(.supervision) = purpose, let scene else { return }
    let values = self.values(language)
    let then = scene.then(values)
    for name in TaskScene.thenFields where suggested.contains(name) { lines[name] = TextLine(then[name] ?? "") }
    isBalanceUnknown = then.isEmpty && values["municipality"] != nil
  }

  /// That nobody knows it, where it is empty.
  var noteOfBalance: Phrase? { isBalanceUnknown && lines["balance"]?.isEmpty == true ? TaskScene.unknownThen : nil }
}
