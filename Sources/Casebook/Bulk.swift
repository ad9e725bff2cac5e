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
      while let batch = try next() {
        if empty {
          let prepared = Prepared.all(batch, rules)
          try write { db in
            try Self.insertUnsearched(prepared, db, counters)
            if counters.isFull { try counters.settle(db) }
          }
        } else {
          try bulk(batch, rules: rules)
        }
        written += batch.count
        progress(written)
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
    let store = ProjectionStore(db: db, counters: counters)
    var tally: [TallyKey: Tally] = [:]
    var learned = LearnedTotals()
    for one in prepared {
      for (stored, hash) in one.events { try event.execute(arguments: stored.arguments(hash: hash)) }
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
      try Schema.dropIndexes(db)
      try db.execute(
        sql: """
          CREATE TEMP TABLE kept AS SELECT id, head FROM dossier;
          CREATE UNIQUE INDEX temp.kept_id ON kept (id);
          DELETE FROM dossier; DELETE FROM person; DELETE FROM tally; DELETE FROM search_text;
          DELETE FROM way; DELETE FROM realisation; DELETE FROM departure; DELETE FROM counter;
          DELETE FROM acquaintance; DELETE FROM contact;
          """ + LessonStore.empty)
      defer { try? db.execute(sql: "DROP TABLE temp.kept") }
      let kept = try db.makeStatement(sql: "SELECT head FROM temp.kept WHERE id = ?")
      let counters = CounterHeap()
      counters.contacts.leavesEdges = true
      let store = ProjectionStore(db: db, counters: counters)
      let reader = StoryReader(db: db)
      var tally: [TallyKey: Tally] = [:]
      var learned = LearnedTotals()
      var done = 0
      try reader.each { story in
        let projection = Projection(story.dossier, rules)
        let head = try Data.fetchOne(kept, arguments: [projection.id]) ?? story.head
        try store.insert(projection, head: head)
        try store.insertPeople(projection)
        try store.insertText(projection.id, projection.text)
        try store.insertWay(projection)
        try LessonStore(db: db).insert(projection.learned, of: projection.id)
        learned.add(projection.learned)
        try store.acquaintances.insert(projection.acquaintances, of: projection.id)
        let counted = Counted(projection)
        counters.add(counted.contributions(of: story.dossier.id), by: 1)
        if counters.isFull { try counters.settle(db) }
        tally[counted.tallyKey, default: Tally()].households += 1
        tally[counted.tallyKey, default: Tally()].persons += projection.persons
        done += 1
        if done % 1000 == 0 { progress(done) }
      }
      for (key, total) in tally { try store.add(key, households: total.households, persons: total.persons) }
      try counters.settle(db)
      try LessonStore(db: db).count(learned.days)
      try Schema.finishLoading(db)
      try PartnerStore(db: db).rebuild()
      try ContactStore(db: db).settleAllEdges()
      try Casebook.stamp(rules, db)
      try Casebook.countChange(db)
      progress(done)
    }
  }
}
