import Foundation
import GRDB
import Journey

/// One whole story as stored, with what is wrong with its chain.
struct StoredStory {
  var dossier: Dossier
  var head: Data
  /// Sequence of the first event that does not follow from the one before.
  var broken: Int?
  /// The number that was missing, where one was.
  var gap: Int?
}

/// Goes through stories, one at a time, in order of case number.
struct StoryReader {
  let db: Database

  /// All keys there can be, also of stories the lists know nothing of, cut after every so many dossiers.
  static func pieces(of share: Int, _ db: Database) throws -> [ClosedRange<Int64>] {
    var pieces: [ClosedRange<Int64>] = []
    var first = Int64.min
    let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM dossier ORDER BY id")
    for count in 1... {
      guard let id = try ids.next() else { break }
      guard count % share == 0 else { continue }
      pieces.append(first...id)
      first = id + 1
    }
    return pieces + [first ... .max]
  }

  /// - Parameter range: keys of dossiers; all of them when left out.
  func each(_ range: ClosedRange<Int64> = .min ... .max, _ body: (StoredStory) throws -> Void) throws {
    let wire = Wire()
    let statement = try db.cachedStatement(
      sql: "SELECT \(StoredEvent.columns) FROM event WHERE dossier BETWEEN ? AND ? ORDER BY dossier, seq")
    let rows = try GRDB.Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
    var current: Int64?
    var events: [Event] = []
    var head = Chain.start
    var broken: Int?
    var gap: Int?
    func finish() throws {
      guard let current else { return }
      let id = DossierID(value: current)
      try body(StoredStory(dossier: Dossier.fold(id, events), head: head, broken: broken, gap: gap))
    }
    while let row = try rows.next() {
      let stored = StoredEvent(row)
      if stored.dossier != current {
        try finish()
        (current, events, head, broken, gap) = (stored.dossier, [], Chain.start, nil, nil)
      }
      if stored.sequence != events.count + 1, gap == nil { gap = events.count + 1 }
      let kept: Data = row[12]
      if Chain.hash(after: head, stored) != kept, broken == nil { broken = stored.sequence }
      head = kept
      events.append(stored.event(wire))
    }
    try finish()
  }
}
