import Casebook
import Journey

extension NetworkDeed {
  /// `afwezigheid van K. Bos en 2 anderen`.
  var words: Phrase {
    guard let first = people.first, !first.name.isEmpty else { return body.name }
    let more = people.count - 1
    let others =
      switch more {
      case 0: Phrase(same: "")
      case 1: Phrase(" en 1 ander", " and 1 other")
      default: Phrase(" en \(more) anderen", " and \(more) others")
      }
    let kind =
      switch body {
      case .joined: Phrase("opname in het netwerk", "joining the network")
      case .changed: Phrase("wijziging", "change")
      case .absent: Phrase("afwezigheid", "absence")
      case .back: Phrase("terugkeer", "return")
      case .left: Phrase("vertrek", "leaving")
      case .succeeded: Phrase("opvolger", "successor")
      case .spoke: Phrase("gesprek", "talk")
      case .undone, .unknown: body.name
      }
    return kind + Phrase(" van \(first.name)", " of \(first.name)") + others + of
  }
}

extension NetworkDeed {
  /// Of a talk: it is told from another by it.
  fileprivate var of: Phrase {
    guard case .spoke = body else { return Phrase(same: "") }
    return Words.between(with.map { Phrase(same: $0.name) }, on: day)
  }
}

extension Event.Succession {
  /// `opvolger van M. de Wit`; of a gap, of its place.
  func words(_ rules: Rulebook) -> Phrase {
    let place = from.organisation.isEmpty ? rules.party(from.party) : Phrase(same: from.organisation)
    let whom = from.name.isEmpty ? place : Phrase(same: from.name)
    return Phrase("opvolger van ", "successor of ") + whom
  }
}
