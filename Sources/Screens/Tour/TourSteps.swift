import Journey
import Terminal

// The tour: a caseworker's morning.
extension TourStep {
  static let all: [TourStep] = [
    TourStep(
      Phrase("Druk . : waarom staat deze rij bovenaan?", "Press . : why is this row on top?"),
      Phrase(
        "Een ochtend in Utrecht. Elke rij is een huishouden, het dringendste boven: termijn, fase, wie aan zet is en hoe lang al.",
        "A morning in Utrecht. Each row is a household, the most urgent on top: term, stage, whose turn it is and for how long."
      ),
      [.letter(".")],
      typed: Typed(
        "Typ waarom hier 1: waarom staat rij 1 bovenaan?", "Type why here 1: why is row 1 on top?",
        ["waarom hier 1"], ["why here 1"]), first: onToday,
      isDone: { before, after in before.overlay == nil && after.opened == nil && after.showsText }),
    TourStep(
      Phrase("Sluit met Esc en open het huishouden met ⏎", "Close with Esc, open the household with ⏎"),
      Phrase(
        "Eén huishouden is één dossier en één verhaal: wat COA, IND, gemeente en corporatie doen staat in dezelfde lijst.",
        "One household is one dossier and one story: what COA, IND, municipality and corporation do stands in the same list."
      ),
      [.escape, .enter],
      typed: Typed(
        "Typ 1: het eerste huishouden gaat open", "Type 1: the first household opens", ["1"], ["1"]),
      isDone: { before, after in before.opened == nil && after.opened != nil }),
    TourStep(
      Phrase("Kies een regel met ↓, en lees meer met ⏎", "Choose a line with ↓, read more with ⏎"),
      Phrase(
        "Boven de streep van vandaag staat wat komt, eronder wat was. Details zeggen wie het wanneer vastlegde en welke regel geldt.",
        "Above the line of today is what is to come, below it what was. Details say who recorded it, when, and which rule holds."
      ),
      [.key(.down), .enter],
      typed: Typed("Typ weer 1: lees meer over regel 1", "Type 1 again: read more about line 1", ["1"], ["1"]),
      first: inDossier,
      isDone: { before, after in before.overlay == nil && after.opened != nil && after.showsText }),
    TourStep(
      Phrase("Esc, dan c: leg een contact vast; ^S bewaart", "Esc, then c: record a contact; ^S saves"),
      Phrase(
        "Met wie sprak u, en wie is nu aan zet? Zo ligt geen dossier stil zonder dat iemand het weet.",
        "Whom did you speak to, and whose turn is it now? So no dossier lies still without anyone knowing."
      ),
      [
        .escape, .letter("c"), .text("Sleutel ligt klaar", "Key is ready"), .tab, .key(.down),
        .enter, .save,
      ],
      typed: Typed(
        "Typ contact: leg een contact vast; een punt sluit de tekst af, lege regels bewaren",
        "Type contact: record a contact; a dot ends the text, empty lines save",
        ["contact", "Sleutel ligt klaar", ".", "", ""], ["contact", "Key is ready", ".", "", ""]),
      isDone: { before, after in recorded(.contact, before, after) }),
    TourStep(
      Phrase("Druk u: neem het terug", "Press u: take it back"),
      Phrase(
        "Proberen kan geen kwaad: uw laatste handeling is terug te nemen. Beide blijven leesbaar, want niets verdwijnt uit een verhaal.",
        "Trying does no harm: your latest act can be taken back. Both stay readable, for nothing vanishes from a story."
      ),
      [.letter("u")],
      typed: Typed("Typ u: neem het terug", "Type u: take it back", ["u"], ["u"]),
      isDone: { before, after in acted(before, after)?.isUndo == true }),
    TourStep(
      Phrase("Druk ^R: doe het opnieuw", "Press ^R: do it again"),
      Phrase(
        "Het gesprek heeft toch plaatsgehad. Zo gaat u heen en weer zonder iets over te typen.",
        "The talk did take place. This way you go back and forth without typing anything twice."),
      [.key(.control("r"))],
      typed: Typed("Typ opnieuw: doe het toch", "Type redo: do it after all", ["opnieuw"], ["redo"]),
      isDone: { before, after in before.lastActed?.isUndo == true && acted(before, after)?.isUndo == false }),
    TourStep(
      Phrase("Druk n, typ iets, ga weg met Esc en j", "Press n, type something, leave with Esc and j"),
      Phrase(
        "De telefoon gaat terwijl u een notitie schrijft. Wat u typte blijft bewaard, ook als de verbinding wegvalt.",
        "The phone rings while you write a note. What you typed is kept, also when the connection is lost."),
      [.letter("n"), .text("Vraag naar de school", "Ask about the school"), .escape, .letter("j")],
      typed: Typed(
        "Typ notitie, dan iets en een punt; ga weg met q en j",
        "Type note, then something and a dot; leave with q and j",
        ["notitie", "Vraag naar de school", ".", "q", "j"], ["note", "Ask about the school", ".", "q", "j"]),
      isDone: { before, after in
        before.form != nil && after.form == nil && after.status?.text == Words.draftKept[after.language]
      }),
    TourStep(
      Phrase("Druk weer n: het staat er nog; bewaar met ^S", "Press n again: it is still there; save with ^S"),
      Phrase(
        "Een concept is alleen van u en verdwijnt zodra u bewaart. Bij het openen zegt Thuis welke concepten u nog hebt.",
        "A draft is yours alone and goes once you save. When you open Thuis it says which drafts you still have."),
      [.letter("n"), .save],
      typed: Typed(
        "Typ weer notitie: het staat er nog; lege regels bewaren het",
        "Type note again: it is still there; empty lines save it",
        ["notitie", "", "", ""], ["note", "", "", ""]),
      isDone: { before, after in recorded(.note, before, after) }),
    TourStep(
      Phrase("Druk P: het plan, met wat zij zelf willen", "Press P: the plan, with what they want"),
      Phrase(
        "Doelen in hun eigen woorden naast de stappen, en wie waarmee helpt. Samen bekeken, op een dag afgesproken.",
        "Goals in their own words beside the steps, and who helps with what. Looked at together, agreed on a day."),
      [.letter("P")],
      typed: Typed(
        "Typ plan: het plan, met wat zij zelf willen", "Type plan: the plan, with what they want", ["plan"], ["plan"]),
      first: inDossier,
      isDone: { before, after in before.opened?.showsPlan == false && after.opened?.showsPlan == true }),
    TourStep(
      Phrase("Druk L: wat hielp bij anderen als zij?", "Press L: what helped others like them?"),
      Phrase(
        "Lessen van wie eerder vastliep, zonder namen. Wie een knelpunt opheft zegt in één regel wat hielp.",
        "Lessons of those who were stuck before, without names. Who clears a blocker says in one line what helped."),
      [.letter("L")],
      typed: Typed(
        "Typ lessen: wat hielp bij anderen als zij?", "Type lessons: what helped others like them?",
        ["lessen"], ["lessons"]), first: inDossier,
      isDone: { before, after in before.lessons == nil && after.lessons != nil }),
    TourStep(
      Phrase("Twee keer q; druk /, typ te-laat en dan ⏎", "q twice; press /, type overdue, then ⏎"),
      Phrase(
        "De lijst volgt wat u typt: een naam, nummer of plaats, of bijvoorbeeld fase:woning aanzet:corporatie personen>=4.",
        "The list follows what you type: a name, number or place, or for instance stage:search waiting:corporation persons>=4."
      ),
      [.letter("q"), .letter("q"), .letter("/"), .text("te-laat", "overdue"), .enter],
      typed: Typed(
        "Typ twee keer q, dan zoek te-laat", "Type q twice, then filter overdue",
        ["q", "q", "zoek te-laat"], ["q", "q", "filter overdue"]),
      isDone: { before, after in filtered(before, after) }),
    TourStep(
      Phrase("Druk twee keer op spatie: twee gemarkeerd", "Press space twice: two are marked"),
      Phrase(
        "Eén brief voor meer huishoudens legt u in één keer vast. Markeringen blijven staan als u verder filtert of sorteert.",
        "One letter to several households is recorded in one go. Marks stay when you filter or sort on."),
      [.letter(" "), .letter(" ")],
      typed: Typed(
        "Typ markeer 1, dan markeer 2: twee gemarkeerd", "Type mark 1, then mark 2: two are marked",
        ["markeer 1", "markeer 2"], ["mark 1", "mark 2"]), first: onList,
      isDone: { before, after in before.marks.count < 2 && after.marks.count >= 2 }),
    TourStep(
      Phrase("Druk n, typ iets, ^S, lees na en druk ⏎", "Press n, type something, ^S, read it, press ⏎"),
      Phrase(
        "Thuis toont eerst voor wie het geldt en voor wie niet, en waarom. Pas daarna wordt het vastgelegd, in alle of in geen.",
        "Thuis first shows for whom it holds and for whom not, and why. Only then is it recorded, in all of them or in none."
      ),
      [.letter("n"), .text("Brief over de huur verstuurd", "Letter about the rent sent"), .save, .enter],
      typed: Typed(
        "Typ notitie, dan iets, een punt en een lege regel; luister na en zeg ja",
        "Type note, then something, a dot and an empty line; hear it and say yes",
        ["notitie", "Brief over de huur verstuurd", ".", "", "ja"],
        ["note", "Letter about the rent sent", ".", "", "yes"]),
      first: withMarks,
      isDone: { before, after in before.form?.many.isEmpty == false && recorded(.note, before, after) }),
    TourStep(
      Phrase("Druk u: neem het voor alle terug", "Press u: take it back for all of them"),
      Phrase(
        "Wat in één keer is gedaan, is ook in één keer teruggenomen.",
        "What was done in one go is taken back in one go."),
      [.letter("u")],
      typed: Typed("Typ u: neem het terug", "Type u: take it back", ["u"], ["u"]),
      isDone: { before, after in acted(before, after)?.isUndo == true }),
    TourStep(
      Phrase("Druk 5: wie heeft u, en wie is lang stil?", "Press 5: whom do you have, who is silent?"),
      Phrase(
        "Mensen, geen postbussen: hoeveel er op ieder wacht, hoe lang, en wie afspraken nakomt. Open er een voor de huishoudens.",
        "People, not mailboxes: how many wait for each, how long, and who keeps agreements. Open one for the households."
      ),
      [.letter("5")],
      typed: Typed(
        "Typ netwerk: wie heeft u, en wie is lang stil?", "Type network: whom do you have, who is silent?",
        ["netwerk"], ["network"]), first: onList,
      isDone: { before, after in !before.isOnNetwork && after.isOnNetwork }),
    TourStep(
      Phrase("Druk t: wie kent wie, van land naar stad", "Press t: who knows whom, country to town"),
      Phrase(
        "Ministerie, COA, provincie, gemeente en corporatie: wie met wie sprak, wanneer, en waar de verbinding brak.",
        "Ministry, COA, province, municipality and corporation: who spoke to whom, when, and where the link broke."),
      [.letter("t")],
      typed: Typed(
        "Typ land tot stad: wie kent wie?", "Type country to town: who knows whom?",
        ["land tot stad"], ["country to town"]), first: onNetwork,
      isDone: { before, after in !before.network.showsConnections && after.network.showsConnections }),
    TourStep(
      Phrase("Druk : , typ dossiers en druk ⏎", "Press : , type dossiers, press ⏎"),
      Phrase(
        "Alles wat kan staat hier bij naam, met zijn toets; ook gemeenten, weergaven en huishoudens. Een paar letters zijn genoeg.",
        "Everything goes by name here, with its key; municipalities, views and households too. A few letters are enough."
      ),
      [.letter(":"), .text("dossiers", "dossiers"), .enter],
      isDone: { before, after in before.uses != after.uses }),
    TourStep(
      Phrase("Druk f en dan 1: een bewaarde weergave", "Press f, then 1: a saved view"),
      Phrase(
        "Een weergave is een filter met volgorde en kolommen onder een naam. F bewaart wat u nu ziet als uw eigen weergave.",
        "A view is a filter with its order and columns under a name. F saves what you see now as a view of your own."),
      [.letter("f"), .letter("1")],
      typed: Typed(
        "Typ dossiers, dan weergave te laat: een bewaarde weergave", "Type dossiers, then view overdue: a saved view",
        ["dossiers", "weergave te laat"], ["dossiers", "view overdue"]), first: onList,
      isDone: { before, after in looked(before, after) }),
    TourStep(
      Phrase("Druk C, kies kolommen met spatie, dan ⏎", "Press C, choose columns with space, then ⏎"),
      Phrase(
        "U bepaalt wat een rij zegt; J en K verschuiven een kolom. Zo past het bij uw scherm, en bij wat u zoekt.",
        "You decide what a row says; J and K move a column. So it fits your screen, and what you look for."),
      [.letter("C"), .key(.down), .letter(" "), .enter], first: onList,
      isDone: { before, after in if case .chooser = before.overlay { after.overlay == nil } else { false } }),
    TourStep(
      Phrase("Druk ? : alles wat op dit scherm kan", "Press ? : all that works on this screen"),
      Phrase(
        "U hoeft niets te onthouden: typ er een woord om te zoeken, en ⏎ doet het meteen. Elk scherm heeft zijn eigen hulp.",
        "There is nothing to remember: type a word to search, and ⏎ does it at once. Every screen has its own help."),
      [.letter("?")],
      isDone: { _, after in if case .help = after.overlay { true } else { false } }),
  ]

  static let end = (
    what: Phrase("Dat was het. Esc sluit de hulp, q stopt", "That was all. Esc closes the help, q quits"),
    why: Phrase(
      "Van dit alles blijft niets bewaard. Hierna: thuis voor uw eigen werkboek, make demo voor een groter, en man thuis.",
      "Nothing of all this is kept. From here: thuis for your own casebook, make demo for a larger one, and man thuis.")
  )
}

// Where a step begins, and what was recorded meanwhile.
extension TourStep {
  @Sendable private static func onList(_ model: Model) -> Phrase? {
    model.opened == nil ? nil : Phrase("Ga eerst terug naar de lijst, met q.", "First go back to the list, with q.")
  }

  @Sendable private static func onToday(_ model: Model) -> Phrase? {
    onList(model) ?? (model.tab == .today ? nil : Phrase("Ga eerst naar Vandaag, met 1.", "First go to Today, with 1."))
  }

  @Sendable private static func onNetwork(_ model: Model) -> Phrase? {
    model.isOnNetwork ? nil : Phrase("Ga eerst naar Netwerk, met 5.", "First go to Network, with 5.")
  }

  @Sendable private static func inDossier(_ model: Model) -> Phrase? {
    model.opened == nil ? Phrase("Open eerst een huishouden, met ⏎.", "First open a household, with ⏎.") : nil
  }

  @Sendable private static func withMarks(_ model: Model) -> Phrase? {
    onList(model)
      ?? (model.marks.isEmpty ? Phrase("Markeer er eerst twee, met spatie.", "First mark two, with space.") : nil)
  }

  private static func acted(_ before: Model, _ after: Model) -> Model.LastAct? {
    after.lastActed?.act == before.lastActed?.act ? nil : after.lastActed
  }

  /// As it is typed, or at once as a line.
  private static func filtered(_ before: Model, _ after: Model) -> Bool {
    guard after.list.typing == nil, !after.list.ask.filter.isEmpty else { return false }
    return before.list.typing != nil || before.list.ask.filter != after.list.ask.filter
  }

  /// Through a view: chosen from the list of views, or by its name.
  private static func looked(_ before: Model, _ after: Model) -> Bool {
    guard after.overlay == nil, after.list.view != nil else { return false }
    if case .palette(let palette) = before.overlay { return palette.kind == .views }
    return before.list.view != after.list.view
  }

  private static func recorded(_ act: Act, _ before: Model, _ after: Model) -> Bool {
    before.form?.purpose == .act(act) && after.form == nil && acted(before, after)?.isUndo == false
  }
}

extension Model {
  fileprivate var showsText: Bool { if case .text = overlay { true } else { false } }
}
