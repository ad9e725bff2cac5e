import Foundation
import GRDB
import Journey

extension Casebook {
  /// Writes the stories of new dossiers in one transaction: for imports and the demo.
  ///
  /// Each story's events are numbered from 1 and are not decided again; a number that is taken is a failure and nothing is
  /// written.
  public func bulk(_ stories: [(DossierID, [Event])], rules: Rulebook) throws(CasebookFailure) {
    let prepared = Prepared.all(stories, rules)
    try write { db in
      let counters = CounterHeap()
      try Self.insert(prepared, db, counters)
      try counters.settle(db)
    }
  }

  /// Writes dossiers that are new with all that lists and searches need.
  /// - Parameter counters: to be settled by whoever hands it in.
  static func insert(_ prepared: [Prepared], _ db: Database, _ counters: CounterHeap) throws {
    try insertUnsearched(prepared, db, counters)
    let search = try db.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?,?)")
    for one in prepared {
      try search.execute(arguments: [one.projection.id, one.projection.text])
      try LessonStore(db: db).insertSearch(one.projection.learned.lessons)
    }
  }

  /// Fills the casebook with batches until there are none: indexes and full text are made afterwards where it was empty.
  ///
  /// - Parameters:
  ///   - next: the next batch (some thousands of dossiers at a time); nil at the end.
  ///   - progress: dossiers written so far.
  public func load(
    rules: Rulebook, progress: (Int) -> Void = { _ in }, next: () throws -> [(DossierID, [Event])]?
  ) throws(CasebookFailure) {
    let empty = try read { db in try Int64.fetchOne(db, sql: "SELECT dossier FROM event LIMIT 1") == nil }
    var written = 0
    let counters = CounterHeap()
    counters.contacts.leavesEdges = empty
    do {
      if empty { try write { db in try Schema.dropIndexes(db) } }
      // One batch is prepared while the one before it is written.
      func ahead() throws -> Aside<[Prepared]>? {
        guard let batch = try next() else { return nil }
        return Aside { Prepared.all(batch, rules) }
      }
      var coming = try ahead()
      while let prepared = coming?.value {
        // Where the next one cannot be had, this one is written all the same.
        let following = Result { try ahead() }
        try write { db in
          if empty {
            try Self.insertUnsearched(prepared, db, counters)
          } else {
            try Self.insert(prepared, db, counters)
          }
          if !empty || counters.isFull { try counters.settle(db) }
        }
        written += prepared.count
        progress(written)
        coming = try following.get()
      }
      if empty {
        try write { db in
          try counters.settle(db)
          try Schema.finishLoading(db)
          try ContactStore(db: db).settleAllEdges()
          try Casebook.stamp(rules, db)
        }
        try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
      }
    } catch {
      // What was written stays, and can be read; opening anew would do the same.
      if empty {
        try? write { db in
          try counters.settle(db)
          try Schema.finishLoading(db)
          try ContactStore(db: db).settleAllEdges()
        }
      }
      throw CasebookFailure(error, path: path)
    }
  }

  /// The full text is left to be made from the texts later.
  private static func insertUnsearched(_ prepared: [Prepared], _ db: Database, _ counters: CounterHeap) throws {
    try countChange(db, prepared.count)
    let event = try db.cachedStatement(sql: StoredEvent.insert)
    for one in prepared {
      for (stored, hash) in one.events { try event.execute(arguments: stored.arguments(hash: hash)) }
    }
    try project(prepared, db, counters)
  }

  /// All that is made of the stories, but for indexes and full text.
  private static func project(_ prepared: [Prepared], _ db: Database, _ counters: CounterHeap) throws {
    let store = ProjectionStore(db: db, counters: counters)
    var tally: [TallyKey: Tally] = [:]
    var learned = LearnedTotals()
    for one in prepared {
      try store.insert(one.projection, head: one.head)
      try store.insertPeople(one.projection)
      try store.insertText(one.projection.id, one.projection.text)
      try store.insertWay(one.projection)
      try LessonStore(db: db).insert(one.projection.learned, of: one.projection.id)
      learned.add(one.projection.learned)
      try store.acquaintances.insert(one.projection.acquaintances, of: one.projection.id)
      counters.add(one.contributions, by: 1)
      tally[one.counted.tallyKey, default: Tally()].households += 1
      tally[one.counted.tallyKey, default: Tally()].persons += one.counted.persons
    }
    for (key, total) in tally { try store.add(key, households: total.households, persons: total.persons) }
    try LessonStore(db: db).count(learned.days)
  }

  /// Makes all projections again from the stories: after another rulebook, or when ``check(rules:progress:)`` found them
  /// wrong.
  ///
  /// The end of each story as it was recorded stays: a story that was cut off outside Thuis still shows.
  public func rebuild(rules: Rulebook, progress: (Int) -> Void = { _ in }) throws(CasebookFailure) {
    // All rows are written anew in one go: with little room their pages would go out and come back many times over.
    try room("PRAGMA cache_size = -262144")
    defer { leaveRoom() }
    try write { db in
      let pieces = try StoryReader.pieces(of: 64, db)
      // Readers see the casebook as it was before this transaction, with the ends of the stories.
      let ahead = Ahead(pieces.count, lead: 16, pool) { db, index in
        let head = try db.cachedStatement(sql: "SELECT head FROM dossier WHERE id = ?")
        var prepared: [Prepared] = []
        try StoryReader(db: db).each(pieces[index]) { story in
          let kept = try Data.fetchOne(head, arguments: [story.dossier.id.value])
          prepared.append(Prepared(story.dossier, kept: kept ?? story.head, rules))
        }
        return prepared
      }
      defer { ahead.end() }
      try Schema.dropIndexes(db)
      try db.execute(
        sql: """
          DELETE FROM dossier; DELETE FROM person; DELETE FROM tally; DELETE FROM search_text;
          DELETE FROM way; DELETE FROM realisation; DELETE FROM departure; DELETE FROM counter;
          DELETE FROM acquaintance; DELETE FROM contact;
          """ + LessonStore.empty)
      let counters = CounterHeap()
      counters.contacts.leavesEdges = true
      var done = 0
      for _ in pieces {
        let prepared = try ahead.take()
        try Self.project(prepared, db, counters)
        if counters.isFull { try counters.settle(db) }
        done += prepared.count
        progress(done)
      }
      try counters.settle(db)
      try Schema.finishLoading(db)
      try PartnerStore(db: db).rebuild()
      try ContactStore(db: db).settleAllEdges()
      try Casebook.stamp(rules, db)
      try Self.countChange(db, max(1, done))
    }
  }
}
