import Journey
import Quota

/// What a form finds of an earlier time.
struct TakenDraft: Sendable {
  var texts: [String: String]?
  /// Another open window types in such a form now; that text is there alone.
  var isElsewhere = false
}

/// Something left half-way: what it is for, whose, and what was typed.
struct Draft: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case act(Act, DossierID)
    case correction(EventID, DossierID)
    /// For dossiers that were marked then.
    case many(Act)
    case register
    /// A posting in the book of the task.
    case task(TaskAct)
    /// Of somebody in the network.
    case person(PartnerAct, DraftedPerson)
    /// Of a form that this program does not have.
    case unknown
  }

  let key: String
  let purpose: Purpose
  /// Of the household; empty where it is for none, or for several.
  var name = ""
  /// Of somebody in the network: who.
  var person = Phrase(same: "")
  /// The longest of what was typed.
  var typed = ""

  /// - Parameter key: that of a form, see ``FormState/draftKey``.
  init(_ key: String) {
    self.key = key
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    let act = parts.count == 2 ? Act(rawValue: parts[1]) : nil
    let correction = "correct."
    if key == "new" {
      purpose = .register
    } else if let ofPerson = Self.ofPerson(key) {
      purpose = ofPerson
    } else if parts.first == "task", parts.count == 2, let act = TaskAct(rawValue: parts[1]) {
      purpose = .task(act)
    } else if parts.first == "many", let act {
      purpose = .many(act)
    } else if let id = parts.first.flatMap({ DossierID($0) }), parts.count == 2 {
      if let act {
        purpose = .act(act, id)
      } else if parts[1].hasPrefix(correction), let event = EventID(String(parts[1].dropFirst(correction.count))) {
        purpose = .correction(event, id)
      } else {
        purpose = .unknown
      }
    } else {
      purpose = .unknown
    }
  }

  /// Of `view.network.absent.12`.
  private static func ofPerson(_ key: String) -> Purpose? {
    let parts = key.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == "view", parts[1] == "network", let act = PartnerAct(rawValue: parts[2]),
      let whom = DraftedPerson(parts[3])
    else { return nil }
    return .person(act, whom)
  }

  /// Forms that look at something or put it in a file, and a view or a scenario that is not kept yet: what was typed is
  /// there on their screen.
  private static func isOfScreen(_ key: String) -> Bool {
    key.hasPrefix("view") || ["what-if", "scenario"].contains(key)
  }

  /// All that can be gone on with, the latest first.
  static func all(_ source: any Source) -> [Draft] {
    source.drafts().map { (draft: Draft($0.key), texts: $0.texts) }.filter { draft, _ in
      draft.purpose != .unknown || !isOfScreen(draft.key)
    }.map { begun, texts in
      var draft = begun
      if let id = draft.dossier { draft.name = ((try? source.line(id)) ?? nil)?.name ?? "" }
      if case .person(_, let whom) = draft.purpose { draft.person = source.network.name(of: whom) }
      let typed = texts.filter {
        !$0.key.hasSuffix(FormState.filledIn) && $0.value != texts[$0.key + FormState.filledIn]
      }
      draft.typed = (typed["text"]?.trimmed ?? "").ifEmpty(typed.values.max { $0.count < $1.count } ?? "")
      return draft
    }
  }

  var dossier: DossierID? {
    switch purpose {
    case .act(_, let id), .correction(_, let id): id
    case .many, .register, .task, .person, .unknown: nil
    }
  }

  var act: Phrase {
    switch purpose {
    case .act(let act, _), .many(let act): act.name
    case .correction: Phrase("correctie", "correction")
    case .register: Words.newHousehold
    case .task(let act): act.name
    case .person(let act, _): act.name
    case .unknown: Phrase(same: key)
    }
  }

  /// Whose it is: a name, else what stands in its place.
  var whose: Phrase {
    switch purpose {
    case .many: Phrase("gemarkeerde dossiers", "marked dossiers")
    case .act(_, let id), .correction(_, let id): Phrase(same: name.ifEmpty(id.description))
    case .person: person
    case .register, .task, .unknown: Phrase(same: "")
    }
  }

  /// `notitie · TEKLE, Yonas`
  var title: Phrase { whose.nl.isEmpty ? act : act + Phrase(same: " · ") + whose }
}
