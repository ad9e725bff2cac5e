import Journey

/// The words of the interface that belong to no action.
public enum Words {
  static let program = Phrase(same: "Thuis")
  static let more = Phrase("Meer: v of verder.", "More: next.")
  static let today = Phrase("Vandaag", "Today")
  static let dossiers = Phrase("Dossiers", "Dossiers")
  static let pipeline = Phrase("Doorstroom", "Pipeline")
  static let mine = Phrase("mijn dossiers", "my dossiers")
  static let everyone = Phrase("alle dossiers", "all dossiers")
  static let you = Phrase("u", "you")

  // Columns
  static let due = Phrase("Termijn", "Due")
  static let household = Phrase("Huishouden", "Household")
  static let persons = Phrase("Pers", "Pers")
  static let stage = Phrase("Fase", "Stage")
  static let turn = Phrase("Aan zet", "To act")
  static let silence = Phrase("Stil", "Silent")
  static let next = Phrase("Volgende stap", "Next step")
  static let number = Phrase("Nummer", "Number")
  static let municipality = Phrase("Gemeente", "Municipality")
  static let allMunicipalities = Phrase("alle gemeenten", "all municipalities")
  static let municipalities = Phrase("Gemeenten", "Municipalities")
  /// `, in 34 gemeenten`; nothing where it is one or none.
  static func inTowns(_ count: Int) -> Phrase {
    count > 1 ? Phrase(", in \(count) gemeenten", ", in \(count) municipalities") : Phrase(same: "")
  }
  static let area = Phrase("Gebied", "Area")
  static let owner = Phrase("Regie", "Lead")

  // Panes
  static let story = Phrase("Verhaal", "Story")
  static let network = Phrase("Netwerk", "Network")
  /// What the days behind the people of a household are.
  static let daysSilent = Phrase("dagen stil", "days silent")
  static let plan = Phrase("Plan", "Plan")
  static let needs = Phrase("Woonbehoefte", "Housing needs")
  static let head = Phrase("hoofdpersoon", "head")

  static let loading = Phrase("laden …", "loading …")
  static let noneToday = Phrase(
    "Niets te doen: er zijn geen open dossiers in deze lijst.",
    "Nothing to do: there are no open dossiers in this list.")
  /// Says what one looks at: that may have been chosen on another screen.
  static func none(in area: Area, mine: Bool) -> Phrase {
    let whose = mine ? Phrase(" van uzelf (m: van iedereen)", " of your own (m: everybody's)") : Phrase(same: "")
    guard area != .country else {
      return Phrase("Er zijn geen open dossiers", "There are no open dossiers") + whose + Phrase(same: ".")
    }
    return Phrase("In ", "In ") + area.spokenName + Phrase(" zijn geen open dossiers", " there are no open dossiers")
      + whose
      + Phrase(
        ". Het gebied geldt op elk scherm; M wisselt het.", ". The area goes for every screen; M changes it.")
  }
  static let noneFound = Phrase("Geen dossier voldoet aan dit filter.", "No dossier matches this filter.")
  static let noneOfMine = Phrase(
    "Geen dossier van uzelf voldoet aan dit filter; m toont alle dossiers.",
    "None of your own dossiers matches this filter; m shows all dossiers.")
  static let noneInColumn = Phrase("In deze kolom staat niemand.", "Nobody is in this column.")
  static let noneYet = Phrase("Nog geen dossiers in dit werkboek.", "No dossiers in this casebook yet.")
  static let tooSmall = Phrase("Thuis heeft 60x16 nodig", "Thuis needs 60x16")
  static let saved = Phrase("bewaard", "saved")
  static let undone = Phrase("Ongedaan gemaakt", "Undone")
  /// ` met M. de Wit op 23 nov`: what tells one talk from another.
  /// - Parameter today: known, a day of another year has its year.
  static func between(_ whom: Phrase?, on day: Day, today: Day? = nil) -> Phrase {
    let hasYear = today.map { $0.parts.year != day.parts.year } ?? false
    func said(_ l: Language) -> String { hasYear ? DayText.dated(day, l) : DayText.brief(day, l) }
    return (whom.map { Phrase(" met ", " with ") + $0 } ?? Phrase(same: ""))
      + Phrase(" op \(said(.nl))", " on \(said(.en))")
  }
  static let redone = Phrase("Opnieuw gedaan", "Redone")
  static let nothingToUndo = Phrase(
    "Er is hier niets van u om ongedaan te maken; U neemt de regel onder de cursor terug.",
    "There is nothing of yours to undo here; U takes back the line under the cursor.")
  static let nothingToUndoHere = Phrase(
    "Er is hier niets van u om ongedaan te maken; in een dossier kan het ook.",
    "There is nothing of yours to undo here; in a dossier it works too.")
  static let nothingToUndoTask = Phrase(
    "Er is geen boeking van u op de opgave om terug te nemen.",
    "There is no posting of yours on the task to take back.")
  static let nothingToUndoNetwork = Phrase(
    "Er is niets van u in het netwerk om terug te nemen.", "There is nothing of yours in the network to take back.")
  static let nothingToRedo = Phrase("Er is hier niets om opnieuw te doen.", "There is nothing to redo here.")
  static let noDossier = Phrase("Er is geen dossier met dat nummer.", "There is no dossier with that number.")
  static let draftKept = Phrase(
    "Concept bewaard; het staat er weer als u terugkomt.", "Draft kept; it is here when you return.")
  static let draftElsewhere = Phrase(
    "Dit formulier is ook open in een ander venster; wat u daar typte staat daar, dit is een nieuw.",
    "This form is open in another window too; what you typed there is there, this is a new one.")
  static let draftBack = Phrase("Uw concept van daarnet staat er weer.", "Your earlier draft is back.")
  static let pasteHere = Phrase("Plakken kan in een veld, niet hier.", "Pasting works in a field, not here.")
  static let newHousehold = Phrase("nieuw huishouden", "new household")
  static let newHouseholdHelp = Phrase(
    "De hoofdpersoon; gezinsleden volgen in het dossier.", "The head; members follow in the dossier.")
  static let correctHelp = Phrase(
    "Wat hier had moeten staan. Wat er stond blijft in het verhaal.",
    "What should have been here. What was recorded stays in the story.")
  static let chooseEvent = Phrase("Kies eerst wat er gebeurd is.", "First choose something that happened.")
  static let marks = Phrase("Markeren", "Marking")
  static let views = Phrase("Weergaven", "Views")
  static let drafts = Phrase("concepten", "drafts")

  static let markFirst = Phrase(
    "Markeer eerst het begin (spatie); V markeert dan tot hier.",
    "First mark the beginning (space); V then marks up to here.")

  static let markedTooFar = Phrase(
    "Het begin staat niet in deze lijst, of te ver weg om alles ertussen te markeren.",
    "The beginning is not in this list, or too far away to mark all between.")

  static func tooManyMarked(_ most: Int) -> Phrase {
    Phrase(
      "Dat zijn er meer dan \(most.grouped(.nl)): maak het filter nauwer.",
      "Those are more than \(most.grouped(.en)): narrow the filter.")
  }

  static func marked(_ count: Int) -> Phrase {
    count == 0
      ? Phrase("niets gemarkeerd", "nothing marked")
      : Phrase("\(count.grouped(.nl)) gemarkeerd", "\(count.grouped(.en)) marked")
  }

  static let readOnly = Refusal(
    Phrase("Dit is alleen om te lezen (--read-only).", "This is for reading only (--read-only)."))
  static let reading = Phrase("alleen lezen", "read only")
  static let noOwnViews = Phrase("Er is geen plaats voor eigen weergaven.", "There is no place for views of your own.")
  static let noCopy = Phrase(
    "Kopiëren staat uit in de instellingen (copy: off).", "Copying is off in the settings (copy: off).")
  static let mouseOn = Phrase(
    "Muis aan: Shift erbij selecteert tekst.", "Mouse on: hold Shift to select text.")
  static let mouseOff = Phrase("Muis uit: de terminal selecteert tekst zelf.", "Mouse off: the terminal selects text.")
  static let working = Phrase("bezig …", "working …")

  static func rooms(_ count: Int) -> Phrase {
    Digits.counted(count, Phrase("kamer", "room"), Phrase("kamers", "rooms"))
  }

  /// Before parties that have something to do.
  public static let nobodyAt = Phrase("Nog niemand bij: ", "Nobody yet at: ")

  /// Beside somebody who is named.
  static func others(_ count: Int) -> Phrase {
    count == 1 ? Phrase("en 1 ander", "and 1 more") : Phrase("en \(count) anderen", "and \(count) more")
  }

  /// `3 personen, waarvan 2 nog onderweg`: announced relatives count, and are not here yet.
  static func persons(_ count: Int, toCome: Int) -> Phrase {
    toCome <= 0
      ? Digits.persons(count)
      : Digits.persons(count)
        + Phrase(
          ", waarvan \(toCome.grouped(.nl)) nog onderweg", ", of whom \(toCome.grouped(.en)) still to come")
  }

  /// One letter.
  public static func sex(_ sex: Person.Sex) -> Phrase {
    switch sex {
    case .female: Phrase("v", "f")
    case .male: Phrase("m", "m")
    case .other: Phrase("x", "x")
    }
  }

  /// `98+26`: those here, and announced relatives still to come.
  static func personsInFigures(_ here: String, toCome: String?) -> String { here + (toCome.map { "+" + $0 } ?? "") }

  public static func relation(_ relation: Person.Relation) -> Phrase {
    switch relation {
    case .head: head
    case .partner: Phrase("partner", "partner")
    case .child: Phrase("kind", "child")
    case .parent: Phrase("ouder", "parent")
    case .sibling: Phrase("broer of zus", "sibling")
    case .other: Phrase("anders", "other")
    }
  }

  public static func place(_ place: Person.Place) -> Phrase {
    switch place {
    case .reception: Phrase("opvang", "reception")
    case .guest: Phrase("logeert", "guest stay")
    case .guardian: Phrase("voogdij", "guardianship")
    case .temporary: Phrase("tijdelijk", "temporary")
    case .home: Phrase("thuis", "home")
    case .abroad: Phrase("nareis, nog niet hier", "to follow, not here yet")
    case .gone: Phrase("weg", "gone")
    }
  }

  public static func criterion(_ kind: Criterion.Kind) -> Phrase {
    switch kind {
    case .family: Phrase("eerstegraads familie", "close family")
    case .familyReunion: Phrase("gezinshereniging", "family reunion")
    case .treatment: Phrase("behandeling", "treatment")
    case .job: Phrase("baan", "job")
    case .study: Phrase("studie", "study")
    case .work: Phrase("kans op werk", "chance of work")
    case .education: Phrase("opleiding", "education")
    case .network: Phrase("netwerk", "network")
    case .ambition: Phrase("wens", "ambition")
    }
  }

  static func source(_ source: Event.Source) -> Phrase {
    switch source {
    case .screen: Phrase("op dit scherm", "on this screen")
    case .command: Phrase("met een opdracht", "by a command")
    case .importFile: Phrase("uit een bestand", "from a file")
    case .demo: Phrase("voorbeeld", "example")
    case .sync: Phrase("van een ander werkboek", "from another casebook")
    }
  }
}
