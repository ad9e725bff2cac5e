import Casebook
import Journey
import Preferences
import Terminal

/// Everything the screens show. Drawing is a function of this and a size; only the shell changes it.
struct Model: Sendable {
  enum Tab: Int, CaseIterable, Sendable {
    case today = 1, dossiers, pipeline, quota, network
    var name: Phrase {
      switch self {
      case .today: Words.today
      case .dossiers: Words.dossiers
      case .pipeline: Words.pipeline
      case .quota: Phrase("Opgave", "Task")
      case .network: Words.network
      }
    }
  }

  /// What lies over the screen until it is answered.
  enum Overlay: Sendable {
    case help(HelpState)
    case palette(PaletteState)
    case text(TextState)
    case conflict(ConflictState)
    /// A form with typing in it is about to be left.
    case leaveForm
    /// What an act on all marked dossiers comes to.
    case many(ManyState, top: Int)
    case chooser(ChooserState)
    /// Something that Enter does and Esc leaves; where nothing brings it back a letter does it and Enter leaves it.
    case question(TextState, Verb)
    /// The minutes of a review, so far.
    case minutes(TextState)
    /// What is about to be shared, or just was.
    case sheet(SheetPage)
  }

  struct Status: Sendable {
    enum Kind { case good, plain, bad }
    var text: String
    var kind: Kind
  }

  private let inForce: RulesInForce
  var rules: Rulebook { inForce.book }
  let language: Language
  let user: String
  let preferences: Preferences
  let keyChoice: KeyChoice
  var today: Day
  var size = Size(columns: 80, rows: 24)

  var tab = Tab.today
  var todayList = ListState()
  var allList = ListState()
  /// The cards of the board: a list for every stage that was shown.
  var cards: [Stage: ListState] = [:]
  /// The screen Doorstroom.
  var pipeline = PipelineState()
  /// Where one came from to see the households behind a number.
  var visit: Visit?
  /// A review, while there is one.
  var review: ReviewState?
  /// What one looks at, on every screen.
  var area = Area.country
  /// What one looked at before.
  var formerArea: Area?
  /// The screen of the task.
  var task = TaskState()
  /// The screen of the network.
  var network = NetworkState()
  /// People of the network who left or are away.
  var absent: [PartnerRow] = []
  /// Where something was last done here: what `u` in a list takes back.
  private(set) var lastActed: LastAct?
  /// What was done before it and not taken back, the latest last.
  private(set) var earlierActs: [LastAct] = []
  private static let remembered = 20

  /// What was taken back since something new was done, the latest last.
  private(set) var undoneActs: [LastAct] = []

  /// - Parameter again: it was done again, so what else was taken back can be too.
  mutating func acted(_ act: LastAct?, again: Bool = false) {
    if let act {
      if let last = lastActed, !last.isUndo, !act.takesBack(last) {
        earlierActs = (earlierActs + [last]).suffix(Self.remembered)
      }
      // Wherever it was taken back, or done again: that is not to be done twice.
      earlierActs.removeAll(where: act.takesBack)
      undoneActs.removeAll(where: act.takesBack)
    }
    if let act, act.isUndo {
      undoneActs = (undoneActs + [act]).suffix(Self.remembered)
    } else if !again {
      undoneActs = []
    }
    lastActed = act
  }

  /// What Ctrl-R in a list does again next: what was taken back last, then what was taken back before that.
  func nextToRedo() -> LastAct? { undoneActs.last ?? lastActed }

  /// What `u` in a list takes back next: the last act, and after that has been taken back the one before it.
  func nextToTakeBack() -> LastAct? { lastActed?.isUndo == false ? lastActed : earlierActs.last }

  /// It cannot be taken back, or done again, which was said: the next time it is the one before it.
  mutating func passOver(_ act: EventID) {
    earlierActs.removeAll { $0.act == act }
    undoneActs.removeAll { $0.act == act }
    if lastActed?.act == act { lastActed = earlierActs.popLast() }
  }

  /// What was done in several at once here and stands, or was taken back here.
  func actsOnMany(takenBack: Bool) -> [LastAct] {
    let all = (lastActed.map { [$0] } ?? []) + earlierActs + undoneActs
    return all.filter { $0.isUndo == takenBack && $0.isOnMany }
  }

  mutating func resume(_ last: LastAct?, after earlier: [LastAct], undone: [LastAct]) {
    (lastActed, earlierActs, undoneActs) = (last, earlier, undone)
  }

  struct LastAct: Codable, Sendable {
    var dossiers: [DossierID]
    var act: EventID
    var isUndo: Bool
    /// Of many, though it may have been one: what it did beside the dossiers is taken back with it.
    var isMany: Bool?
    /// The act that it takes back.
    var of: EventID?

    var isOnMany: Bool { dossiers.count > 1 || isMany == true }

    /// It is what this act of a dossier is part of, through however many times it was done again; of what was taken back,
    /// also what was taken back last there.
    func holds(_ act: EventID?, of dossier: Dossier) -> Bool {
      if isUndo { return self.act == act || self.act == dossier.story.last?.act }
      return act != nil && (self.act == act || dossier.meant(by: self.act)?.act == act)
    }

    /// Nothing of that one is left to take back.
    func takesBack(_ other: LastAct) -> Bool { other.act == of && (isMany == true || other.dossiers.count == 1) }
  }
  /// Dossiers that were marked, in whatever list.
  var marks: Set<DossierID> = []
  /// Where a range of marks begins.
  var lastMarked: Line?
  /// Something long under way.
  var job: Job?
  var views: [KnownView] = []
  /// Their order as one has known it: a digit goes on meaning the same view.
  var viewSeats: [String] = []
  /// Nothing can be recorded.
  var isReadOnly = false
  /// The view that was asked for when starting.
  var beginsWith: String?
  /// Mouse reports; most terminals then select text with Shift held.
  var hasMouse = true
  /// How often each action was chosen by name.
  var uses: [String: Int] = [:]
  var opened: DossierState?
  /// The dossiers that are open on other screens, as they were left.
  var left: [Tab: DossierState] = [:]
  /// The screen of lessons, while it is on.
  var lessons: LessonsState?
  var fitting: FittingLessons?
  /// The lessons that led to the open dossier.
  var trail: Trail?
  var form: FormState?
  var overlay: Overlay?
  /// The share sheet that is being recorded or saved.
  var sheet: SheetPage?
  var status: Status?
  /// Jobs under way.
  var pending = 0
  /// They take so long that one wants to know.
  var isBusy = false
  /// The guided tour, while there is one.
  var tour: TourState?

  init(rules: RulesInForce, language: Language, user: String, today: Day, preferences: Preferences = Preferences()) {
    (inForce, self.language, self.user, self.today) = (rules, language, user, today)
    self.preferences = preferences
    keyChoice = KeyChoice(preferences.keys)
    hasMouse = preferences.startsWithMouse
    todayList.columns = preferences.columns[.today]?.value ?? []
    allList.columns = preferences.columns[.dossiers]?.value ?? []
    status = mistakeInPreferences
  }

  var days: DayWords { DayWords(language: language, today: today) }

  var list: ListState {
    get { self[listName] }
    set { self[listName] = newValue }
  }

  static let smallest = Size(columns: 60, rows: 16)
  var isTooSmall: Bool { size.columns < Self.smallest.columns || size.rows < Self.smallest.rows }

  /// The screen without what the tour takes of it.
  var room: Size { Size(columns: size.columns, rows: size.rows - tourRows) }

  /// Between the tabs above and the two lines below.
  var body: Rect { Rect(x: 0, y: 1, width: size.columns, height: max(0, room.rows - 3)) }

  /// Of the pane below today's list, with one of its edges: on a small screen no more than the households in view fill,
  /// the same for all of them so that a step moves nothing else.
  var previewRows: Int {
    if body.height >= 26 { return 9 }
    guard body.height >= 17 else { return 0 }
    let most = 7
    let rows = body.height - 3 - most
    let shown = todayList.lines.dropFirst(todayList.top(rows: rows)).prefix(rows)
    let height = shown.map { PreviewView(model: self, line: $0).height(width: size.columns - 4) }.max()
    return min(most, height.map { $0 + 1 } ?? most)
  }

  /// Dossiers that fit in the list at hand.
  var listRows: Int {
    if tab == .pipeline { return boardRows }
    let frame = tab == .today ? 3 + (previewRows > 0 ? previewRows : 0) : 3
    return max(1, body.height - frame)
  }
}
