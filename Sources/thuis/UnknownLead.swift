import Casebook
import Journey

extension Surroundings {
  /// Says that nobody is known by an account that is to lead a dossier, and who was perhaps meant: a line says it once, and
  /// goes on.
  func complain(ofUnknown account: String, in casebook: Casebook) throws {
    guard !account.isEmpty, account != user, try !casebook.isKnown(account: account) else { return }
    let meant =
      try casebook.nearest(account: account).map { Phrase(" Bedoelt u \($0)?", " Do you mean \($0)?") }
      ?? Phrase(same: "")
    let said = Phrase("Let op: ", "Note: ") + Casebook.unknown(account: account) + Phrase(same: ".") + meant
    Output.complain(said[language])
  }
}
