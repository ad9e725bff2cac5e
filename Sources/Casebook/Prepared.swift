import Foundation
import GRDB
import Journey

/// A whole story ready to be written: what takes time is done before the transaction, on all cores.
struct Prepared: Sendable {
  var events: [(StoredEvent, hash: Data)]
  var projection: Projection
  var counted: Counted
  var contributions: [Contribution]
  var head: Data

  init(_ dossier: Dossier, _ rules: Rulebook, _ wire: Wire) {
    var hash = Chain.start
    events = dossier.story.map { event in
      let stored = StoredEvent(event, of: dossier.id, wire)
      hash = Chain.hash(after: hash, stored)
      return (stored, hash)
    }
    head = hash
    projection = Projection(dossier, rules)
    counted = Counted(projection)
    contributions = counted.contributions(of: dossier.id)
  }

  /// A story that is recorded already, up to the end it was recorded with.
  init(_ dossier: Dossier, kept head: Data, _ rules: Rulebook) {
    self.head = head
    events = []
    projection = Projection(dossier, rules)
    counted = Counted(projection)
    contributions = counted.contributions(of: dossier.id)
  }

  static func all(_ stories: [(DossierID, [Event])], _ rules: Rulebook) -> [Prepared] {
    all(stories, rules) { Dossier.fold($0.0, $0.1) }
  }

  static func all(_ dossiers: [Dossier], _ rules: Rulebook) -> [Prepared] { all(dossiers, rules) { $0 } }

  private static func all<Story: Sendable>(
    _ stories: [Story], _ rules: Rulebook, _ dossier: @Sendable (Story) -> Dossier
  ) -> [Prepared] {
    let share = 64
    let shares = (stories.count + share - 1) / share
    let results = Mutexed([[Prepared]](repeating: [], count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { index in
      let wire = Wire()
      let part = stories[index * share..<min(stories.count, (index + 1) * share)].map {
        Prepared(dossier($0), rules, wire)
      }
      results.with { $0[index] = part }
    }
    return results.with { $0.flatMap { $0 } }
  }
}
