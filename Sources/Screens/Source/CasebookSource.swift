import Casebook
import Journey
import Preferences

/// The casebook as the screens read and write it.
struct CasebookSource: Source {
  let casebook: Casebook
  private let inForce: RulesInForce
  let user: String
  let language: Language
  /// Where one's own views are kept; nil: nowhere.
  var ownViews: OwnViews?
  /// Nothing is recorded, whatever is asked.
  var isReadOnly = false
  /// In place of the task of the casebook, for a test.
  var staged: (any TaskSource)?
  var stagedPeople: (any PeopleSource)?
  /// Is told how far an act on many is, and holds it up meanwhile; for a test.
  var holdsUp: (@Sendable (Int) -> Void)?
  let forecasting: Forecasting
  /// Households that have a dot of their own in the picture of lead times; of more it has the latest.
  var mostDots = 5_000
  /// Under which what is typed here is kept.
  var window = Window()
  /// Where files go that are named without a folder; nil: where the program was started.
  var folder: String?

  /// - Parameters:
  ///   - runs: half-years played for a forecast; nil: as many as the method asks.
  ///   - sampled: about how many households of the country paces and stays are taken from at first.
  init(
    casebook: Casebook, rules: RulesInForce, user: String, language: Language, runs: Int? = nil, sampled: Int = 20_000
  ) {
    (self.casebook, inForce, self.user, self.language) = (casebook, rules, user, language)
    forecasting = Forecasting(casebook, rules: rules, runs: runs, sampled: sampled)
  }

  init(_ setting: Setting) {
    self.init(casebook: setting.casebook, rules: setting.ownRules, user: setting.user, language: setting.language)
    (ownViews, isReadOnly) = (setting.ownViews, setting.isReadOnly)
  }

  var rules: Rulebook { inForce.book }

  var task: any TaskSource {
    staged
      ?? CasebookTask(
        casebook: casebook, rules: rules, user: user, isReadOnly: isReadOnly, forecasting: forecasting, window: window)
  }

  var network: NetworkSource {
    NetworkSource(
      casebook: casebook, rules: rules, user: user, isReadOnly: isReadOnly, window: window, staged: stagedPeople)
  }

  private func query(_ ask: Ask, today: Day) throws -> Query {
    var query: Query
    switch Query.parse(ask.filter, today: today, rules: rules, user: user) {
    case .success(let parsed): query = parsed
    case .failure(let mistake): throw SourceFailure(phrase: mistake.phrase)
    }
    if let figure = ask.figure {
      var placed = Query(figure, in: ask.area, on: today).narrowed(by: query.filter)
      if let group = ask.group { placed = placed.narrowed(by: group.filter) }
      placed.sort = query.sort
      query = placed
    } else if ask.area != .country, !query.namesMunicipality {
      query = query.narrowed(by: .municipalities(Set(ask.area.municipalities)))
    }
    if let owner = ask.owner { query = query.narrowed(by: .owner(owner)) }
    // An order that is typed is meant.
    if query.sort.isEmpty { query.sort = ask.sort }
    return query
  }

  func said<Value>(_ job: () throws(CasebookFailure) -> Value) throws(SourceFailure) -> Value {
    do { return try job() } catch { throw SourceFailure(phrase: error.phrase) }
  }

  func lines(_ ask: Ask, beyond line: Line?, itself: Bool, forward: Bool, limit: Int, today: Day) throws -> [Line] {
    let query = try query(ask, today: today)
    let anchor = (line?.anchor as? Anchor)?.including(itself)
    return try said { () throws(CasebookFailure) in
      try casebook.rows(query, from: anchor, direction: forward ? .forward : .backward, limit: limit)
    }.map(line(of:))
  }

  private func line(of row: Row) -> Line {
    Line(
      id: row.id, name: row.name, persons: row.persons, toCome: row.relatives, counted: row.counted, stage: row.stage,
      stageSince: row.stageSince,
      municipality: row.municipality.map(municipalityName) ?? "", waitingOn: row.waitingOn,
      waitingSince: row.waitingSince, lastContact: row.lastContact, due: row.due, dueTitle: row.dueTitle,
      dueRule: rules.terms.first { $0.id == row.dueRule }?.name[language] ?? row.dueRule,
      dueOwner: rules.stepOwner(row.dueTitle, term: row.dueRule), stepOwner: row.stepOwner,
      blocker: row.blocker,
      blockerText: row.blockerText, wayStart: row.wayStart, wayDue: row.wayDue, owner: row.owner,
      origin: Reference.originName(nationality: row.origin)[language], reception: row.reception, changed: row.changed,
      version: row.version, anchor: row.anchor)
  }

  func count(_ ask: Ask, today: Day) throws -> Count {
    let query = try query(ask, today: today)
    let most = query.countedTo
    let number = try said { () throws(CasebookFailure) in try casebook.count(query, limit: most + 1) }
    return Count(number: min(number, most), isCapped: number > most)
  }

  func isListed(_ id: DossierID, _ ask: Ask, today: Day) throws -> Bool {
    let number = Int(id.value)
    let query = try query(ask, today: today).narrowed(by: .between(.number, number...number))
    return try said { () throws(CasebookFailure) in try !casebook.rows(query, limit: 1).isEmpty }
  }

  func totals(_ ask: Ask, today: Day) throws -> Totals {
    let query = try query(ask, today: today)
    let sum = try said { () throws(CasebookFailure) in try casebook.summary(query, today: today) }
    return Totals(overdue: sum.overdue, thisWeek: sum.thisWeek, waiting: sum.waitingOnOthers, linked: sum.newlyLinked)
  }

  func line(_ id: DossierID) throws -> Line? {
    try said { () throws(CasebookFailure) in try casebook.row(id) }.map(line(of:))
  }

  func dossier(_ id: DossierID) throws -> Dossier? {
    try said { () throws(CasebookFailure) in try casebook.dossier(id) }
  }

  func find(_ text: String) throws -> [Line] {
    try said { () throws(CasebookFailure) in try casebook.find(text, limit: 50) }.map(line(of:))
  }

  func lessons(_ query: LessonQuery) throws -> LessonsFound {
    try said { () throws(CasebookFailure) in try casebook.lessons(query) }
  }

  func newID(today: Day) throws -> DossierID {
    try said { () throws(CasebookFailure) in try casebook.newID(year: today.year) }
  }

  func owns(_ user: String, today: Day) throws -> Bool {
    try said { () throws(CasebookFailure) in
      try casebook.count(Query(.owner(user)), limit: 1) > 0
    }
  }

  func perform(_ action: Action, on id: DossierID, seen: Int, ending draft: String?, today: Day) -> Answer {
    if isReadOnly { return .refused(Words.readOnly) }
    do throws(CasebookFailure) {
      let actor = Actor(user)
      return .done(
        try casebook.perform(
          action, on: id, seen: seen, by: actor, source: .screen, rules: rules, today: today, ending: draft.map(own)))
    } catch {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .moved(let refusal, let dossier): return .moved(refusal, dossier)
      default: return .failed(error.phrase)
      }
    }
  }

  func already(_ entries: [Decision.Entry]) -> [DossierID] { (try? casebook.already(entries)) ?? [] }

  func register(_ entries: [Decision.Entry], today: Day) -> Answer {
    if isReadOnly { return .refused(Words.readOnly) }
    do throws(CasebookFailure) {
      return .done(
        try casebook.register(
          entries.map { ($0.day, $0.body) }, year: today.year, by: Actor(user), source: .screen, rules: rules,
          today: today))
    } catch {
      if case .refused(let refusal) = error { return .refused(refusal) }
      return .failed(error.phrase)
    }
  }

  func ids(_ ask: Ask, limit: Int, today: Day) throws -> [DossierID] {
    let query = try query(ask, today: today)
    var (ids, anchor): ([DossierID], Anchor?) = ([], nil)
    while ids.count < limit {
      let page = try said { () throws(CasebookFailure) in
        try casebook.rows(query, from: anchor, limit: min(1000, limit - ids.count))
      }
      ids += page.map(\.id)
      guard page.count == 1000, let last = page.last else { break }
      anchor = last.anchor
    }
    return ids
  }

  func each(
    _ ids: [DossierID], _ extent: Extent, today: Day, goesOn: (Int) -> Bool, action: @escaping Casebook.ActionOfEach
  ) -> ManyAnswer {
    if isReadOnly { return .failed(Words.readOnly.phrase) }
    do throws(CasebookFailure) {
      let outcome =
        switch extent {
        case .tries: try casebook.tryEach(ids, rules: rules, today: today, goesOn: goesOn, action: action)
        case .records(let draft):
          try casebook.performEach(
            ids, by: Actor(user), source: .screen, rules: rules, today: today, ending: draft.map(own),
            goesOn: { done in
              defer { holdsUp?(done) }
              return goesOn(done)
            }, action: action)
        }
      return outcome.map(ManyAnswer.done) ?? .ended
    } catch {
      return .failed(error.phrase)
    }
  }

  func order(_ filter: String, today: Day) -> [SortKey] {
    (try? Query.parse(filter, today: today, rules: rules, user: user).get().sort) ?? []
  }

  func hasForeignChanges() -> Bool { casebook.hasForeignChanges() }

  func views() -> [KnownView] {
    let own = ownViews?.load().views ?? []
    let shared = (try? casebook.savedViews()) ?? []
    return own.map { KnownView(view: $0, whose: .own) } + shared.map { KnownView(view: $0, whose: .shared) }
      + SavedView.builtIn(language).map { KnownView(view: $0, whose: .program) }
  }

  func keep(_ known: KnownView) throws {
    switch known.whose {
    case .shared:
      if isReadOnly { throw SourceFailure(phrase: Words.readOnly.phrase) }
      try said { () throws(CasebookFailure) in try casebook.saveView(known.view, by: Actor(user)) }
    case .own, .program:
      guard let ownViews else { throw SourceFailure(phrase: Words.noOwnViews) }
      try ownViews.said { own throws(OwnViewsFailure) in try own.save(known.view) }
    }
  }

  func remove(_ known: KnownView) throws {
    switch known.whose {
    case .shared:
      if isReadOnly { throw SourceFailure(phrase: Words.readOnly.phrase) }
      try said { () throws(CasebookFailure) in try casebook.removeView(named: known.view.name) }
    case .own: try ownViews?.said { own throws(OwnViewsFailure) in try own.remove(known.view.name) }
    case .program: break
    }
  }

  func place() -> String? { (try? casebook.place("screen." + user)) ?? nil }
  func savePlace(_ text: String) { if !isReadOnly { try? casebook.savePlace("screen." + user, text) } }

  func fault(_ filter: String, today: Day) -> FilterFault? {
    guard case .failure(let mistake) = Query.parse(filter, today: today, rules: rules, user: user) else { return nil }
    return Self.fault(mistake, filter)
  }

  func hint(_ filter: String, today: Day) -> FilterFault? {
    Query.hint(in: filter, today: today, rules: rules, user: user).map { Self.fault($0, filter) }
  }

  func daysRead(_ filter: String, today: Day) -> Phrase? {
    Query.daysRead(in: filter, today: today, rules: rules, user: user)
  }

  private static func fault(_ mistake: FilterMistake, _ filter: String) -> FilterFault {
    let start = filter.distance(from: filter.startIndex, to: mistake.range.lowerBound)
    let end = filter.distance(from: filter.startIndex, to: mistake.range.upperBound)
    return FilterFault(range: start..<end, expected: mistake.phrase, correction: mistake.correction)
  }

  func completions(_ filter: String, cursor: Int, today: Day) -> FilterCompletions {
    Query.completions(of: filter, cursor: cursor, today: today, rules: rules, language: language) { kind, text in
      (try? casebook.values(of: kind, startingWith: text, limit: 50)) ?? []
    }
  }

  // A draft that cannot be kept must not stop the typing: the form itself still has it.
  func saveDraft(_ key: String, _ values: [String: String]) {
    if !isReadOnly { try? casebook.saveDraft(key: own(key), values) }
  }
  func removeDraft(_ key: String) { if !isReadOnly { try? casebook.removeDraft(key: own(key)) } }
  func leaveDraft(_ key: String) { if !isReadOnly { try? casebook.leaveDraft(key: user + "|" + key, by: window) } }

  func takeDraft(_ key: String) -> TakenDraft {
    guard !isReadOnly, let taken = try? casebook.takeDraft(key: user + "|" + key, for: window) else {
      return TakenDraft()
    }
    return TakenDraft(texts: taken.fields, isElsewhere: taken.isElsewhere)
  }

  func drafts() -> [(key: String, texts: [String: String])] {
    let mine = user + "|"
    var seen: Set<String> = []
    return ((try? casebook.drafts()) ?? []).compactMap { key, texts in
      guard key.hasPrefix(mine), !Casebook.isTyped(key, elsewhereThan: window) else { return nil }
      let form = String(key.dropFirst(mine.count).prefix { $0 != "|" })
      return seen.insert(form).inserted ? (form, texts) : nil
    }
  }

  /// What somebody is typing in this window is its alone.
  private func own(_ key: String) -> String { Casebook.heldKey(user + "|" + key, by: window) }
}

extension OwnViews {
  fileprivate func said(_ job: (OwnViews) throws(OwnViewsFailure) -> Void) throws(SourceFailure) {
    do { try job(self) } catch { throw SourceFailure(phrase: error.phrase) }
  }
}
