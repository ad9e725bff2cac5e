/// Everything a person can do to a dossier. One table: it feeds keys, key bar, help, palette, forms, the command line.
public enum Act: String, CaseIterable, Sendable {
  // daily work
  case note, contact, wait, block, unblock, done, waive, reopenStep = "reopen-step", reschedule, agree, assign, review,
    lesson
  // the way home
  case permit, screening, link, accept, returnLink = "return-link", relink, search, offer, viewing, refuse, judge
  case withdrawOffer = "withdraw-offer", lease, move, register, temporary, secondMove = "second-move", ownHome =
    "own-home"
  // the household
  case needs, reception, bsn, intake, pip, announceRelatives = "announce-relatives", relativesArrived =
    "relatives-arrived"
  case housingCheck = "housing-check", born, member, deceased, person, language, guardianship, cameOfAge =
    "came-of-age", split,
    merge
  // side ways
  case guestStart = "guest-start", guestEnd = "guest-end", absent, found, left, withdraw
  case municipalMerger = "municipal-merger"
  // the end
  case close, reopen
  // together
  case drawIn = "draw-in", release, goal, discussGoal = "discuss-goal", agreePlan = "agree-plan"
  case handOver = "hand-over", takeOver = "take-over", share

  public struct Description: Sendable {
    public var name: Phrase
    public var help: Phrase
    /// On the dossier screen.
    public var key: Character?
  }

  public enum Group: Int, CaseIterable, Sendable {
    case work, way, household, side, end, together
    public var name: Phrase {
      switch self {
      case .work: Phrase("Dagelijks werk", "Daily work")
      case .way: Phrase("De weg naar huis", "The way home")
      case .household: Phrase("Het huishouden", "The household")
      case .side: Phrase("Bijzondere wegen", "Side ways")
      case .end: Phrase("Afsluiten", "Closing")
      case .together: Phrase("Samen", "Together")
      }
    }
  }

  public var grouping: Group {
    switch self {
    case .note, .contact, .wait, .block, .unblock, .done, .waive, .reopenStep, .reschedule, .agree, .assign, .review,
      .lesson:
      .work
    case .permit, .screening, .link, .accept, .returnLink, .relink, .search, .offer, .viewing, .refuse, .judge,
      .withdrawOffer, .lease, .move, .register, .temporary, .secondMove, .ownHome:
      .way
    case .needs, .reception, .bsn, .intake, .pip, .announceRelatives, .relativesArrived, .housingCheck, .born, .member,
      .deceased,
      .person, .language, .guardianship, .cameOfAge, .split, .merge:
      .household
    case .guestStart, .guestEnd, .absent, .found, .left, .withdraw, .municipalMerger: .side
    case .close, .reopen: .end
    case .drawIn, .release, .goal, .discussGoal, .agreePlan, .handOver, .takeOver, .share: .together
    }
  }

  public var name: Phrase { description.name }
  public var help: Phrase { description.help }
  public var key: Character? { description.key }
  public var group: Phrase { grouping.name }

  private var description: Description {
    func say(_ nl: String, _ en: String, _ helpNL: String, _ helpEN: String, _ key: Character? = nil) -> Description {
      Description(name: Phrase(nl, en), help: Phrase(helpNL, helpEN), key: key)
    }
    switch self {
    case .note: return say("notitie", "note", "Schrijf iets in het verhaal.", "Write something in the story.", "n")
    case .contact:
      return say(
        "contact", "contact", "Met wie is gesproken, wat is afgesproken, wie is nu aan zet.",
        "Who was spoken to, what was agreed, whose turn it is now.", "c")
    case .wait:
      return say("wacht op", "wait on", "Zeg wie aan zet is, met naam.", "Say whose turn it is, by name.", "w")
    case .block: return say("knelpunt", "blocker", "Zeg wat het ophoudt.", "Say what holds it up.", "b")
    case .unblock: return say("knelpunt opgelost", "clear blocker", "Zeg wat hielp.", "Say what helped.", "B")
    case .done: return say("afronden", "finish", "Rond een stap af.", "Finish a step.", "a")
    case .waive:
      return say("niet nodig", "waive", "Een stap is niet nodig, met reden.", "A step is not needed, with the reason.")
    case .reopenStep:
      return say(
        "stap heropenen", "reopen step", "Een afgeronde stap staat weer open.", "A finished step is open again.")
    case .reschedule:
      return say(
        "datum verzetten", "reschedule", "Geef een stap een andere datum, met reden.",
        "Give a step another day, with the reason.", "z")
    case .agree:
      return say(
        "afspraak", "agreement", "Een eigen stap met datum en eigenaar.", "A step of your own with a day and an owner.",
        "+")
    case .assign:
      return say("regie", "case owner", "Wie houdt het verhaal bij elkaar.", "Who keeps the story together.", "r")
    case .review:
      return say(
        "besluit", "decision", "Wat het overleg besloot, wie nu aan zet is, wanneer het terugkomt.",
        "What the review decided, whose turn it is now, when it comes back.", "d")
    case .lesson:
      return say(
        "les", "lesson", "Wat u anderen wilt meegeven, in één regel en zonder namen.",
        "What you want others to know, in one line and without names.")
    case .permit:
      return say("vergunning", "permit", "De IND heeft de vergunning verleend.", "The IND granted the permit.")
    case .screening:
      return say(
        "huisvestingsgesprek", "screening", "COA sprak het huishouden: behoefte en criteria.",
        "COA met the household: needs and criteria.")
    case .link: return say("koppelen", "link", "COA koppelt aan een gemeente.", "COA links to a municipality.", "K")
    case .accept:
      return say(
        "koppeling oppakken", "take up link", "De gemeente begint te zoeken.", "The municipality starts to search.")
    case .returnLink:
      return say(
        "koppeling teruggeven", "return link", "De gemeente geeft de koppeling terug, met reden.",
        "The municipality returns the link, with the reason.")
    case .relink:
      return say(
        "herkoppelen", "re-link", "Naar een andere gemeente, met reden.", "To another municipality, with the reason.")
    case .search:
      return say(
        "zoekopdracht", "search request", "De corporatie is gevraagd een woning te zoeken.",
        "The corporation was asked to find a home.")
    case .offer: return say("aanbod", "offer", "Een woning is aangeboden.", "A home was offered.", "o")
    case .viewing: return say("bezichtiging", "viewing", "De woning is bekeken.", "The home was viewed.")
    case .refuse:
      return say("weigering", "refusal", "Het huishouden weigert het aanbod.", "The household refuses the offer.", "W")
    case .judge:
      return say("oordeel weigering", "judge refusal", "COA beoordeelt de weigering.", "COA judges the refusal.")
    case .withdrawOffer:
      return say(
        "aanbod intrekken", "withdraw offer", "Het aanbod vervalt; geen weigering.", "The offer lapses; not a refusal.")
    case .lease: return say("huurcontract", "lease", "Het contract is getekend.", "The lease is signed.", "H")
    case .move:
      return say("verhuisd", "moved in", "Het huishouden woont in de woning.", "The household lives in the home.", "v")
    case .register:
      return say(
        "ingeschreven", "registered", "Ingeschreven op het nieuwe adres.", "Registered at the new address.", "i")
    case .temporary:
      return say(
        "tijdelijk gehuisvest", "temporary home", "Tijdelijke woning; telt mee, tweede verhuizing volgt.",
        "A temporary home; counts, a second move follows.", "t")
    case .secondMove:
      return say("tweede verhuizing", "second move", "Van tijdelijk naar definitief.", "From temporary to permanent.")
    case .ownHome:
      return say(
        "eigen woning", "own home", "Het huishouden vond zelf een woning.", "The household found a home itself.")
    case .needs:
      return say(
        "woonbehoefte", "needs", "Kamers, huur, voorzieningen en criteria.", "Rooms, rent, features and criteria.", "e")
    case .reception: return say("opvanglocatie", "reception", "Een andere opvanglocatie.", "Another reception centre.")
    case .bsn: return say("BSN", "BSN", "Het BSN van een persoon is bekend.", "A person's BSN is known.")
    case .intake:
      return say("brede intake", "broad intake", "De brede intake is gehouden.", "The broad intake was held.")
    case .pip:
      return say("PIP", "PIP", "Het plan inburgering en participatie is vastgesteld.", "The integration plan was set.")
    case .announceRelatives:
      return say(
        "nareis aanmelden", "announce relative", "Een gezinslid dat nog komt.", "A relative who is still to come.")
    case .relativesArrived:
      return say("nareis aangekomen", "relatives arrived", "Gezinsleden zijn aangekomen.", "Relatives have arrived.")
    case .housingCheck:
      return say(
        "woningcheck", "housing check", "Past de woning voor de nareizigers?", "Does the home fit the relatives?")
    case .born: return say("geboorte", "birth", "Een kind is geboren.", "A child was born.")
    case .member:
      return say(
        "gezinslid toevoegen", "add member", "Iemand die er al is en bij dit huishouden hoort.",
        "Somebody who is here already and belongs to this household.")
    case .deceased: return say("overlijden", "death", "Iemand is overleden.", "Somebody died.")
    case .person:
      return say(
        "persoon wijzigen", "change person", "Naam, geboortedatum, nummers, telefoon.",
        "Name, date of birth, numbers, phone.", "p")
    case .language:
      return say(
        "taal", "language", "In welke taal iemand het best te spreken is, en of er een tolk bij moet.",
        "In which language somebody is best spoken to, and whether it takes an interpreter.")
    case .guardianship:
      return say(
        "voogdij", "guardianship", "Waar een alleenstaande minderjarige is ondergebracht.",
        "Where a minor without parents is cared for.")
    case .cameOfAge: return say("18 geworden", "turned 18", "De voogdij eindigt.", "Guardianship ends.")
    case .split:
      return say(
        "huishouden splitsen", "split household", "Een deel gaat verder als eigen huishouden.",
        "Some go on as a household of their own.")
    case .merge:
      return say(
        "huishouden samenvoegen", "merge household", "Een ander huishouden komt hierbij.",
        "Another household joins this one.")
    case .guestStart:
      return say(
        "logeerregeling", "guest stay", "Verblijf bij familie, vrienden of een gastgezin.",
        "A stay with family, friends or a host.")
    case .guestEnd:
      return say("logeren beëindigd", "end guest stay", "Het logeren is voorbij.", "The guest stay is over.")
    case .absent:
      return say(
        "afwezig melden", "signal absence", "Eerste stap bij vertrek met onbekende bestemming.",
        "First step of a departure to an unknown destination.")
    case .found: return say("weer gevonden", "found again", "Het huishouden is terecht.", "The household was found.")
    case .left:
      return say(
        "vertrek bevestigen", "confirm departure", "Vertrokken met onbekende bestemming.",
        "Left for an unknown destination.")
    case .withdraw:
      return say(
        "vergunning ingetrokken", "permit withdrawn", "Van een persoon of het huishouden.",
        "Of a person or the household.")
    case .municipalMerger:
      return say(
        "gemeente heringedeeld", "municipality merged", "De koppeling gaat over naar de nieuwe gemeente.",
        "The link passes to the new municipality.")
    case .close:
      return say("sluiten", "close", "Sluit het dossier met een uitkomst.", "Close the dossier with an outcome.", "X")
    case .reopen: return say("heropenen", "reopen", "Open een gesloten dossier weer.", "Open a closed dossier again.")
    case .drawIn:
      return say(
        "betrekken", "draw in", "Iemand erbij voor één doel; die vertrekt als dat klaar is.",
        "Somebody for one purpose, who leaves when it is done.")
    case .release:
      return say(
        "niet meer nodig", "no longer needed", "Wie betrokken was vertrekt, met hoe het afliep.",
        "Whoever was drawn in leaves, with how it ended.")
    case .goal:
      return say(
        "doel", "goal", "Wat het huishouden zelf wil, in eigen woorden.",
        "What the household wants itself, in its own words.")
    case .discussGoal:
      return say(
        "doel bespreken", "discuss goal", "Bereikt, veranderd of losgelaten, in hun woorden.",
        "Reached, changed or let go, in their words.")
    case .agreePlan:
      return say(
        "plan bespreken", "agree plan", "Het hele plan samen gezien: met wie, en wanneer weer.",
        "The whole plan seen together: with whom, and when again.")
    case .handOver:
      return say(
        "overdragen", "hand over", "Wat de volgende moet weten; wie aan zet is blijft dat tot die overneemt.",
        "What the next one has to know; whose turn it is stays so until they take over.")
    case .takeOver:
      return say(
        "overnemen", "take over", "Iemand met een naam neemt het over; die is nu aan zet.",
        "Somebody with a name takes over; it is their turn now.")
    case .share:
      return say(
        "delen", "share", "Wat voor dit doel naar wie mag, als tekst; dat wordt vastgelegd.",
        "What may go to whom for this purpose, as text; this is recorded.")
    }
  }

  /// The kind of event it records; nil for a split or merge, which are several.
  public var kind: Event.Kind {
    switch self {
    case .note: .noteAdded
    case .contact: .contactMade
    case .wait: .waitingSet
    case .block: .blockerRaised
    case .unblock: .blockerCleared
    case .done: .stepDone
    case .waive: .stepWaived
    case .reopenStep: .stepReopened
    case .reschedule: .stepMoved
    case .agree: .stepAdded
    case .assign: .assigned
    case .review: .reviewed
    case .lesson: .lessonLearned
    case .permit: .permitGranted
    case .screening: .screeningHeld
    case .link: .linked
    case .accept: .linkAccepted
    case .returnLink: .linkReturned
    case .relink: .relinked
    case .search: .searchStarted
    case .offer: .homeAssigned
    case .viewing: .viewingHeld
    case .refuse: .offerRefused
    case .judge: .refusalJudged
    case .withdrawOffer: .offerWithdrawn
    case .lease: .leaseSigned
    case .move: .moved
    case .register: .addressRegistered
    case .temporary: .temporaryPlaced
    case .secondMove: .secondMove
    case .ownHome: .ownHomeFound
    case .needs: .needsSet
    case .reception: .receptionMoved
    case .bsn: .bsnReceived
    case .intake: .intakeDone
    case .pip: .pipSet
    case .announceRelatives: .relativesAnnounced
    case .relativesArrived: .relativesArrived
    case .housingCheck: .housingChecked
    case .born: .born
    case .member: .memberAdded
    case .deceased: .deceased
    case .person: .personChanged
    case .language: .languageSet
    case .guardianship: .guardianshipSet
    case .cameOfAge: .cameOfAge
    case .split: .householdSplit
    case .merge: .householdJoined
    case .guestStart: .guestStayStarted
    case .guestEnd: .guestStayEnded
    case .absent: .absenceSignalled
    case .found: .found
    case .left: .leftUnknown
    case .withdraw: .permitWithdrawn
    case .municipalMerger: .municipalityMerged
    case .close: .closed
    case .reopen: .reopened
    case .drawIn: .drawnIn
    case .release: .released
    case .goal: .goalSet
    case .discussGoal: .goalDiscussed
    case .agreePlan: .planAgreed
    case .handOver: .handedOver
    case .takeOver: .takenOver
    case .share: .sheetShared
    }
  }
}
