import Journey
import Terminal

// The part of the table of actions that works on the screen of the network.
extension Model {
  static let networkGroup = Phrase("Netwerk", "Network")

  func addNetwork(_ all: inout [Binding]) {
    func add(_ verb: Verb, _ keys: [Key], _ name: Phrase, _ help: Phrase, frequent: Bool = false) {
      all.append(
        Binding(verb: verb, keys: keys, name: name, help: help, group: Model.networkGroup, isFrequent: frequent))
    }
    func add(_ act: PartnerAct, _ key: Character, frequent: Bool = false) {
      add(.network(.act(act)), [.character(key)], act.name, act.help, frequent: frequent)
    }
    let shows = network.showsConnections
    add(
      .open, [.enter], shows ? Phrase("mensen", "people") : Phrase("dossiers", "dossiers"),
      shows
        ? Phrase(
          "Wie er van land tot stad zijn, en wat aan een breuk te doen is.",
          "Who there are from country to town, and what can be done about a break.")
        : Phrase(
          "De dossiers die op deze persoon wachten; q komt terug.",
          "The dossiers that wait for this person; q comes back."),
      frequent: true)
    if shows {
      add(
        .filter, [.character("/")], Phrase("zoek", "filter"),
        Phrase(
          "Gemeente, mens of wat gebroken is: provincie; gebroken laat alleen die met een breuk.",
          "Municipality, person or what is broken: province; broken leaves only those with a break."),
        frequent: true)
      add(
        .sort, [.character("s")], Phrase("sorteer", "sort"),
        Phrase(
          "Meest gebroken, langst niet gesproken, naam.", "Most broken, longest unspoken, name."), frequent: true)
    } else {
      add(
        .network(.contact), [.character("c")], Phrase("contact", "contact"),
        Phrase(
          "Leg een contact vast in alle dossiers die op deze persoon wachten.",
          "Record a contact in all dossiers that wait for this person."), frequent: true)
      add(.succeed, "S", frequent: true)
      add(
        .filter, [.character("/")], Phrase("zoek", "filter"),
        Phrase(
          "Naam, organisatie, functie; partij:corporatie, gemeente:utrecht, stil, stil:>14d, aan-zet, afwezig, vertrokken, onbekend, naamloos, betrokken.",
          "Name, organisation, function; party:corporation, municipality:utrecht, silent, silent:>14d, to-act, absent, left, unlisted, unnamed, drawn-in."
        ),
        frequent: true)
      add(
        .sort, [.character("s")], Phrase("sorteer", "sort"),
        Phrase(
          "Langst stil, meeste beurten, traagste reactie, minste afspraken nagekomen, naam.",
          "Longest silent, most turns, slowest answers, fewest agreements kept, name."), frequent: true)
    }
    add(
      .network(.connection), [.character("t")],
      shows ? Phrase("alle mensen", "all people") : Phrase("land tot stad", "country to town"),
      shows
        ? Phrase("Terug naar ieder bij naam.", "Back to everybody by name.")
        : Phrase(
          "Per gemeente: ministerie, COA, provincie, regio, gemeente, corporatie; wie wie sprak, wat gebroken is.",
          "By municipality: ministry, COA, province, region, municipality, corporation; who spoke whom, what is broken."
        ),
      frequent: true)
    if !shows {
      add(
        .network(.organisations), [.character("o")], Phrase("organisaties", "organisations"),
        Phrase(
          "Wat de mensen van elke organisatie samen hebben staan; Enter toont haar mensen.",
          "What the people of each organisation have together; Enter shows its people."))
    }
    add(.join, "N", frequent: true)
    if !shows {
      add(
        .network(.takeIn), [.character("i")], Phrase("neem op", "take in"),
        Phrase(
          "Neem deze persoon uit de verhalen op in het netwerk.", "Take this person of the stories into the network."))
      add(
        .mark, [.character(" ")], Phrase("markeer", "mark"),
        Phrase(
          "Contact, afwezig, terug en vertrekt gelden dan voor alle gemarkeerde mensen.",
          "Contact, absent, back and leaves then go for all marked people."))
      add(
        .markRange, [.character("V")], Phrase("markeer tot hier", "mark up to here"),
        Phrase("Iedereen vanaf de laatst gemarkeerde tot hier.", "Everybody from the one marked last up to here."))
      add(
        .markAll, [.character("*")], Phrase("markeer alle", "mark all"),
        Phrase(
          "Iedereen die het filter toont; nog eens haalt het weer weg.",
          "Everybody the filter shows; once more takes that away."))
      if !network.marks.isEmpty {
        add(
          .unmark, [.character("-")], Phrase("markeringen weg", "remove marks"),
          Phrase("Er is dan niemand meer gemarkeerd.", "Nobody is marked then."), frequent: true)
      }
      add(.change, "e")
      add(.absent, "a")
      add(.back, "b")
      add(.leave, "X")
      add(.spoke, "p")
      addViews(&all)
    }
    all.append(.choosingArea(Self.networkGroup))
    add(
      .undo, [.character("u")], Phrase("ongedaan", "undo"),
      Phrase("Neem terug wat u hier het laatst deed.", "Take back what you last did here."))
    add(
      .redo, [.control("r")], Phrase("opnieuw", "redo"),
      Phrase("Doe wat teruggenomen is opnieuw.", "Do again what was taken back."))
  }
}
