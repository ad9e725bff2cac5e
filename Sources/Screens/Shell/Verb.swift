import Journey
import Terminal

/// What a person can do that changes no dossier by itself; changing one is an `Act`.
enum Verb: Hashable, Sendable {
  case open, back, quit, tab(Model.Tab), filter, sort, scope, explain, details
  case help, palette, acts, undo, redo, showNumber, nextPane, reload
  case act(Act), correct, takeBackLine, register, goTo(String)
  /// That something was shared: asked first.
  case takeBackShared(DossierID, EventID)
  /// Choose the area one looks at; then look at it.
  case areas, area(Area)
  case mark, markRange, markAll, unmark
  case views, view(KnownView), keepView, viewsToRemove, askToRemove(KnownView), removeView(KnownView)
  case columns, sortKeys, mouse, openDossier(DossierID)
  /// The case number, or those of all that are marked; the line of the story under the cursor.
  case copyNumber, copyLine
  case tourNext, tourBack
  /// What was left half-way: to go on with one, or to throw one away.
  case drafts, goOnWith(Draft), draftsToDiscard, askToDiscard(Draft), discard(Draft)
  case task(TaskVerb)
  case network(NetworkVerb)
  /// On Doorstroom.
  case columnAfter, columnBefore, pipelineView, numbers, grouping, lateHere, householdsHere, households(String), asOf
  /// The plan in the place of the story, and back.
  case plan
  case review, reviewNext, reviewPrevious, reviewSkip, reviewMinutes, saveMinutes, endReview
  case lessons, useLesson
}

extension Verb {
  /// Leaves something behind in the casebook.
  var records: Bool {
    switch self {
    case .act, .correct, .takeBackLine, .register, .undo, .redo, .showNumber, .drafts, .draftsToDiscard, .useLesson,
      .takeBackShared:
      true
    case .task(let verb): verb.records
    case .network(let verb): verb.records
    default: false
    }
  }

  /// Nothing brings back what it takes away: it is asked first, and Enter leaves it.
  var isFinal: Bool {
    switch self {
    case .discard, .removeView: true
    default: false
    }
  }

  /// Does something with rows of a list.
  var isOnRow: Bool { [.open, .explain, .mark, .markRange, .markAll].contains(self) }

  /// Says something about a line of the story.
  var isOnStory: Bool { [.correct, .takeBackLine, .undo, .redo].contains(self) }
}

/// One line of the table of actions, as it stands here and now. Keys, key bar, help and palette all read it.
struct Binding: Sendable {
  var verb: Verb
  /// The first is the one that is shown.
  var keys: [Key]
  var name: Phrase
  var help: Phrase
  var group: Phrase
  /// Shown in the key bar.
  var isFrequent = false
  /// Why it cannot be done now.
  var refusal: Refusal?

  func keyText(_ language: Language) -> String { keys.first.map { Binding.name($0, language) } ?? "" }

  static func name(_ key: Key, _ language: Language) -> String {
    switch key {
    case .character(" "): Phrase("spatie", "space")[language]
    case .character(let letter): String(letter)
    case .enter: "⏎"
    case .escape: "Esc"
    case .tab: "Tab"
    case .left: "←"
    case .right: "→"
    case .control(let letter): "^" + letter.uppercased()
    case .function(let number): "F\(number)"
    default: KeyText.name(key)
    }
  }
}

extension Act {
  /// The key on a dossier. Letters that move the cursor stay free for that: those acts have the capital.
  var screenKey: Key? {
    guard let key else { return nil }
    return .character("hjklgGux".contains(key) ? Character(key.uppercased()) : key)
  }
}

extension Model {
  static let general = Phrase("Overal", "Everywhere")
  static let listGroup = Phrase("Lijst", "List")
  static let dossierGroup = Phrase("Dossier", "Dossier")

  /// All that works on the screen at hand, most used first.
  var bindings: [Binding] {
    var all: [Binding] = []
    func add(
      _ verb: Verb, _ keys: [Key], _ name: Phrase, _ help: Phrase, _ group: Phrase, frequent: Bool = false,
      refusal: Refusal? = nil
    ) {
      all.append(
        Binding(verb: verb, keys: keys, name: name, help: help, group: group, isFrequent: frequent, refusal: refusal))
    }
    if let lessons {
      addLessons(&all, lessons)
    } else if let opened {
      addReview(&all)
      add(
        .details, [.enter], Phrase("details", "details"),
        Phrase("Wie, wanneer, waarom deze datum.", "Who, when, why this date."), Self.dossierGroup, frequent: true)
      all += acts(on: opened.dossier, opened.standing, frequent: opened.showsPlan ? Act.ofPlan : Self.frequent)
        .filter { act in
          !all.contains { $0.verb == act.verb }
        }
      add(
        .acts, [.character("A")], Phrase("alle handelingen", "all actions"),
        Phrase("Ook wat nu niet kan, en waarom niet.", "Also what cannot be done now, and why not."), Self.dossierGroup,
        frequent: true)
      add(
        .undo, [.character("u")], Phrase("ongedaan", "undo"),
        Phrase("Neem uw laatste handeling in dit dossier terug.", "Take back your latest act in this dossier."),
        Self.dossierGroup, frequent: true)
      add(
        .redo, [.control("r")], Phrase("opnieuw", "redo"),
        Phrase("Doe wat teruggenomen is opnieuw.", "Do again what was taken back."), Self.dossierGroup)
      add(
        .correct, [.character("C")], Phrase("corrigeren", "correct"),
        Phrase("Wat de regel onder de cursor had moeten zeggen.", "What the line under the cursor should have said."),
        Self.dossierGroup)
      add(
        .takeBackLine, [.character("U")], Phrase("regel terugnemen", "take line back"),
        Phrase(
          "Neem terug wat onder de cursor staat, ook van een ander.", "Take back what is under the cursor, others' too."
        ),
        Self.dossierGroup)
      add(
        .lessons, [.character("L")], Phrase("lessen", "lessons"),
        Phrase("Wat bij huishoudens als dit hielp.", "What helped for households like this."), Self.dossierGroup)
      // Where others look on, a slip must not show what the law protects: there it goes by name alone.
      add(
        .showNumber, isReviewing ? [] : [.character("x")], Phrase("nummers tonen", "show numbers"),
        Phrase("BSN en V-nummer voluit; dat wordt vastgelegd.", "BSN and V-number in full; this is recorded."),
        Self.dossierGroup)
      add(
        .copyNumber, [.character("y")], Phrase("kopieer nummer", "copy number"),
        Phrase("Het dossiernummer, naar uw klembord.", "The case number, to your clipboard."), Self.dossierGroup)
      add(
        .copyLine, [.character("Y")], Phrase("kopieer regel", "copy line"),
        Phrase("De regel onder de cursor, naar uw klembord.", "The line under the cursor, to your clipboard."),
        Self.dossierGroup)
      add(
        .plan, [.character("P")], opened.showsPlan ? Phrase("verhaal", "story") : Phrase("plan", "plan"),
        Phrase("Doelen en wie waarmee helpt, of het verhaal.", "Goals and who helps with what, or the story."),
        Self.dossierGroup)
      add(
        .nextPane, [.tab], Phrase("volgend vak", "next pane"),
        Phrase("Van vak naar vak; Shift-Tab terug.", "From pane to pane; Shift-Tab back."), Self.dossierGroup)
    } else if tab == .quota {
      addTask(&all)
    } else if tab == .pipeline {
      addPipeline(&all)
    } else if tab == .network {
      addNetwork(&all)
    } else {
      add(
        .open, [.enter], Phrase("open", "open"),
        Phrase("Open het dossier onder de cursor.", "Open the dossier under the cursor."), Self.listGroup,
        frequent: true)
      if tab == .today {
        add(
          .explain, [.character(".")], Phrase("waarom hier", "why here"),
          Phrase("Waarom staat deze rij op deze plaats.", "Why this row stands where it stands."), Self.listGroup,
          frequent: true)
      } else {
        add(
          .sort, [.character("s")], Phrase("sorteer", "sort"),
          Phrase(
            "Volgende volgorde: termijn, naam, wachttijd, nieuwste, fase.",
            "Next order: due, name, waiting, newest, stage."), Self.listGroup, frequent: true)
      }
      add(
        .filter, [.character("/")], Phrase("zoek", "filter"),
        Phrase(
          "Filter terwijl u typt: naam, nummer, plaats, fase:woning, te-laat.",
          "Filter as you type: name, number, place, stage:search, overdue."), Self.listGroup, frequent: true)
      add(
        .scope, [.character("m")], Phrase("mijn/alle", "mine/all"),
        Phrase("Uw eigen dossiers of alle.", "Your own dossiers or all."), Self.listGroup, frequent: true)
      // What is refused is said when asked for: the list does not know each dossier.
      if list.cursor != nil {
        for act in Self.onRow {
          add(
            .act(act), act.screenKey.map { [$0] } ?? [], act.name, act.help, act.group,
            frequent: Self.frequent.contains(act))
        }
      }
      addMarks(&all)
      addViews(&all)
      all.append(.choosingArea(Self.listGroup))
      add(.register, [.character("N")], Words.newHousehold, Words.newHouseholdHelp, Self.listGroup)
      if lastActed != nil {
        add(
          .undo, [.character("u")], Phrase("ongedaan", "undo"),
          Phrase("Neem terug wat u hier het laatst deed.", "Take back what you last did here."), Self.listGroup)
        add(
          .redo, [.control("r")], Phrase("opnieuw", "redo"),
          Phrase("Doe wat teruggenomen is opnieuw.", "Do again what was taken back."), Self.listGroup)
      }
    }
    add(
      .palette, [.character(":"), .control("p")], Phrase("opdracht", "command"),
      Phrase("Alles bij naam, met de toets ernaast.", "Everything by name, with its key."), Self.general, frequent: true
    )
    add(
      .help, [.character("?"), .function(1)], Phrase("hulp", "help"), Phrase("Wat hier kan.", "What can be done here."),
      Self.general, frequent: true)
    for tab in Tab.allCases {
      add(
        .tab(tab), [.character(Character(String(tab.rawValue)))], tab.name,
        Phrase("Ga naar dit scherm.", "Go to this screen."), Self.general)
    }
    let leaves =
      opened != nil || lessons != nil || !list.ask.filter.isEmpty
      || isOnTask && (task.whatIf != nil || !task.path.isEmpty)
      || isOnNetwork && (network.showsConnections || network.cameFrom != nil || !network.filter.isEmpty)
      || tab == .pipeline && pipeline.isDeep || tab == .dossiers && visit != nil
    let leaving = endingReview
    add(
      leaves ? .back : .quit, leaves ? [.character("q"), .escape] : [.character("q")],
      leaving?.name ?? (leaves ? Phrase("terug", "back") : Phrase("stop", "quit")),
      leaving?.help ?? Phrase("Een niveau terug; bovenaan stopt q.", "One level back; on top q quits."), Self.general,
      frequent: true)
    add(
      .mouse, [.function(9)], hasMouse ? Phrase("muis uit", "mouse off") : Phrase("muis aan", "mouse on"),
      Phrase(
        "Uit: de terminal selecteert tekst; aan: met Shift erbij.",
        "Off: the terminal selects text; on: with Shift held."), Self.general)
    if !isOnTask {
      add(
        .reload, [.function(5)], Phrase("ververs", "refresh"), Phrase("Lees alles opnieuw.", "Read everything anew."),
        Self.general)
    }
    if opened == nil, lessons == nil {
      add(
        .lessons, [], Phrase("lessen", "lessons"),
        Phrase("Alle lessen, de meest gebruikte eerst.", "All lessons, the most used first."), Self.general)
    }
    add(
      .drafts, [], Words.drafts, Phrase("Wat u half af liet, om verder te gaan.", "What you left half-way, to go on."),
      Self.general)
    add(
      .draftsToDiscard, [], Phrase("concept weggooien", "discard draft"),
      Phrase("Wat u half af liet en niet meer nodig is.", "What you left half-way and no longer need."), Self.general)
    if let refusal = recordingRefusal {
      for index in all.indices where all[index].verb.records { all[index].refusal = refusal }
    }
    return keyChoice.applied(to: all) + tourKeys
  }

  static let frequent: [Act] = [.done, .wait, .block, .offer, .contact, .note]
  /// Those with a key in a list: whoever raises a blocker there clears one there too.
  static let onRow: [Act] = frequent + [.unblock]

  /// - Parameter standing: of the dossier, where it is known already.
  func acts(on dossier: Dossier, _ standing: Standing? = nil, frequent: [Act] = []) -> [Binding] {
    let standing = standing ?? dossier.standing(rules)
    let rest = Act.allCases.filter { !frequent.contains($0) }
    let all = (frequent + rest).map { act in
      Binding(
        verb: .act(act), keys: key(of: act).map { [$0] } ?? [], name: act.name, help: act.help, group: act.group,
        isFrequent: frequent.contains(act), refusal: act.refusal(dossier, rules, today: today, standing: standing))
    }
    return keyChoice.applied(to: all)
  }
}
