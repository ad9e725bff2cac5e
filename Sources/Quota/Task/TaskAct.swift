import Journey

/// Everything a person can post about the task. One table: it feeds the forms of the screen and `thuis quota post`.
public enum TaskAct: String, CaseIterable, Sendable {
  // the account
  case need, target, opening, realised, links, correction, shift, homes
  // the province
  case supervision
  // the approach
  case structure, meeting, goal, action, commitment
  case actionDone = "action-done"
  case actionMove = "action-move"
  case actionDrop = "action-drop"

  public enum Group: Int, CaseIterable, Sendable {
    case account, supervision, approach
    public var name: Phrase {
      switch self {
      case .account: Phrase("De opgave", "The task")
      case .supervision: Phrase("Toezicht", "Supervision")
      case .approach: Phrase("Aanpak", "Approach")
      }
    }
  }

  public var group: Group {
    switch self {
    case .need, .target, .opening, .realised, .links, .correction, .shift, .homes: .account
    case .supervision: .supervision
    case .structure, .meeting, .goal, .action, .commitment, .actionDone, .actionMove, .actionDrop: .approach
    }
  }

  public var name: Phrase {
    switch self {
    case .need: Phrase("landelijke behoefte", "national need")
    case .target: Phrase("gepubliceerd doel", "published target")
    case .opening: Phrase("beginsaldo", "opening balance")
    case .realised: Phrase("gepubliceerde realisatie", "published realisation")
    case .links: Phrase("koppelingen op peildatum", "links by reference date")
    case .correction: Phrase("correctie", "correction")
    case .shift: Phrase("verschuiven", "shift")
    case .homes: Phrase("woningen die komen", "homes to come")
    case .supervision: Phrase("stap van toezicht", "supervision step")
    case .structure: Phrase("projectstructuur", "project structure")
    case .meeting: Phrase("stuurgroep bijeen", "steering group met")
    case .goal: Phrase("doel", "goal")
    case .action: Phrase("actie", "action")
    case .commitment: Phrase("besluit", "commitment")
    case .actionDone: Phrase("actie afronden", "finish action")
    case .actionMove: Phrase("actie verzetten", "move action")
    case .actionDrop: Phrase("actie laten vallen", "drop action")
    }
  }

  /// What it is called on a command line, by its name in each language.
  public var slug: Phrase { name.slug }

  /// By its code, or by its name in either language, with blanks or hyphens and whatever the capitals.
  public init?(called text: String) {
    let wanted = Phrase.slug(text)
    let named = Self.allCases.first { [$0.slug.nl, $0.slug.en].contains(wanted) }
    guard let act = TaskAct(rawValue: text) ?? named else { return nil }
    self = act
  }

  public var help: Phrase {
    switch self {
    case .need:
      Phrase(
        "Het aantal dat in het halfjaar huisvesting nodig heeft (Staatscourant).",
        "How many need housing in the half-year (Staatscourant).")
    case .target:
      Phrase(
        "Het gepubliceerde doel van een gemeente; het gaat voor op het berekende.",
        "A municipality's published target; it wins over the computed one.")
    case .opening:
      Phrase(
        "Waarmee een gemeente het halfjaar begint: + voorsprong, - achterstand.",
        "What a municipality begins the half-year with: + lead, - backlog.")
    case .realised:
      Phrase("Hoeveel er volgens de overheid zijn gehuisvest.", "How many were housed, as the government says.")
    case .links:
      Phrase(
        "Hoeveel personen COA op de peildatum had gekoppeld; te weinig is verschoonbaar.",
        "How many persons COA had linked by the reference date; too few excuse.")
    case .correction:
      Phrase("Personen bij de opgave of eraf, met reden.", "Persons added to the task or taken off, with a reason.")
    case .shift:
      Phrase(
        "Een gemeente neemt een deel van het doel van een andere over.",
        "A municipality takes over a part of another's target.")
    case .homes:
      Phrase(
        "Hoeveel woningen er bekend zijn: de prognose laat niet meer huishoudens verhuizen; 0: niet bekend.",
        "How many homes are known to come: the forecast lets no more households move; 0: not known.")
    case .supervision:
      Phrase("Een stap die de provincie heeft gezet.", "A step that the province has taken.")
    case .structure:
      Phrase("Wie trekt, wie doet mee, hoe vaak men bijeenkomt.", "Who leads, who takes part, how often they meet.")
    case .meeting: Phrase("De stuurgroep kwam bijeen.", "The steering group met.")
    case .goal: Phrase("Wat het plan wil bereiken.", "What the plan wants to reach.")
    case .action: Phrase("Wie doet wat, wanneer.", "Who does what, when.")
    case .commitment: Phrase("Wat het bestuur besloot, met budget.", "What the administrators decided, with a budget.")
    case .actionDone: Phrase("Een actie van het plan is gedaan.", "An action of the plan is done.")
    case .actionMove:
      Phrase("Een actie krijgt een andere dag, met reden.", "An action gets another day, with a reason.")
    case .actionDrop: Phrase("Een actie vervalt, met reden.", "An action is dropped, with a reason.")
    }
  }

  /// On the screen of the task.
  public var key: Character? {
    switch self {
    case .correction: "c"
    case .shift: "v"
    case .homes: "H"
    case .supervision: "t"
    case .action: "a"
    case .commitment: "b"
    default: nil
    }
  }
}

/// Where one stands when posting: the book, and what the cursor is on.
public struct TaskScene: Sendable {
  public var book: TaskBook
  public var rules: Rulebook
  public var period: HalfYear
  /// CBS code; nil: none in particular.
  public var municipality: String?
  /// For a step of supervision; nil: not known.
  public var ledger: Ledger?
  public var today: Day

  public init(
    book: TaskBook, rules: Rulebook, period: HalfYear, municipality: String? = nil, ledger: Ledger? = nil, today: Day
  ) {
    (self.book, self.rules, self.period) = (book, rules, period)
    (self.municipality, self.ledger, self.today) = (municipality, ledger, today)
  }

  /// Open actions, of the municipality where there is one.
  public var openActions: [Field.Choice] {
    let codes = municipality.map { [$0] } ?? book.municipalities.sorted()
    return codes.flatMap { code in
      Approach(code, book, rules, today: today).actions.filter(\.isOpen).map { action in
        let place = municipality == nil ? "\(Reference.name(ofMunicipality: code)): " : ""
        return Field.Choice(String(action.number), Phrase(same: place + action.title))
      }
    }
  }
}
