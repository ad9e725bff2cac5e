import GRDB
import Journey

/// What the sums of people change by, until it is written: what comes and goes within a transaction costs nothing.
final class ContactHeap {
  struct Key: Hashable {
    var contact: Contact
    /// CBS code; empty: not linked.
    var municipality: String
  }

  struct Sum: Equatable {
    var turns = 0
    var households = 0
    /// Of these, those that have them for one purpose alone.
    var drawn = 0
    /// Those that are open still too: ``breaches`` say from which day on they are over.
    var agreed = 0
    var kept = 0
    var answers = ResponseDays()
    var breaches = Breaches()

    init() {}

    init(_ one: Acquaintance) {
      turns = one.turn == nil ? 0 : 1
      households = one.isKnown ? 1 : 0
      drawn = one.isDrawnIn ? 1 : 0
      (agreed, kept) = (one.kept + one.breaches.total, one.kept)
      (answers, breaches) = (one.answers, one.breaches)
    }
  }

  private var sums: [Key: Sum] = [:]
  /// First days and last contacts are found when all is loaded.
  var leavesEdges = false

  var isFull: Bool { sums.count > 100_000 }

  func add(_ row: AcquaintanceRow, by sign: Int) {
    let one = Sum(row.acquaintance)
    let key = Key(contact: row.acquaintance.contact, municipality: row.municipality)
    var sum = sums[key] ?? Sum()
    sum.turns += sign * one.turns
    sum.households += sign * one.households
    sum.drawn += sign * one.drawn
    sum.agreed += sign * one.agreed
    sum.kept += sign * one.kept
    for (days, count) in one.answers.counts { sum.answers.add(days, by: sign * count) }
    for (day, count) in one.breaches.counts { sum.breaches.add(day, by: sign * count) }
    sums[key] = sum
  }

  /// Days of answers and of agreements as the tables hold them, in one list.
  static func text(_ answers: ResponseDays, _ breaches: Breaches) -> String {
    [answers.text, breaches.text].filter { !$0.isEmpty }.joined(separator: ",")
  }

  /// Writes what waits and forgets it.
  func settle(_ db: Database) throws {
    guard !sums.isEmpty else { return }
    let store = ContactStore(db: db)
    let waiting = sums
    sums = [:]
    // Neighbours together, in the order of the table.
    let keys = waiting.keys.sorted {
      ($0.contact.party.rawValue, $0.contact.organisation, $0.contact.name, $0.municipality)
        < ($1.contact.party.rawValue, $1.contact.organisation, $1.contact.name, $1.municipality)
    }
    for key in keys { try store.add(waiting[key]!, to: key) }
    if leavesEdges { return }
    var at = keys.startIndex
    while at < keys.endIndex {
      let contact = keys[at].contact
      var towns: [String] = []
      while at < keys.endIndex, keys[at].contact == contact {
        towns.append(keys[at].municipality)
        at += 1
      }
      try store.settleEdges(of: contact, in: towns)
    }
  }
}
