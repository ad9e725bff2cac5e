import Journey
import Terminal

// Marks, views, columns: what works on lists only.
extension Model {
  func addMarks(_ all: inout [Binding]) {
    func add(
      _ verb: Verb, _ key: Character, _ nl: String, _ en: String, _ helpNL: String, _ helpEN: String,
      frequent: Bool = false
    ) {
      all.append(
        Binding(
          verb: verb, keys: [.character(key)], name: Phrase(nl, en), help: Phrase(helpNL, helpEN), group: Words.marks,
          isFrequent: frequent))
    }
    add(
      .mark, " ", "markeer", "mark", "Handelingen gelden dan voor alle gemarkeerde dossiers.",
      "Actions then go for all marked dossiers.", frequent: true)
    add(
      .markRange, "V", "markeer tot hier", "mark up to here", "Alles vanaf de laatst gemarkeerde tot hier.",
      "All from the one marked last up to here.")
    add(
      .markAll, "*", "markeer alle", "mark all", "Alles wat het filter toont; nog eens haalt het weer weg.",
      "All that the filter shows; once more takes that away.")
    add(
      .copyNumber, "y", "kopieer nummer", "copy number", "Van het dossier onder de cursor, of van alle gemarkeerde.",
      "Of the dossier under the cursor, or of all marked ones.")
    guard !marks.isEmpty else { return }
    add(
      .unmark, "-", "markeringen weg", "remove marks", "Er is dan niets meer gemarkeerd.", "Nothing is marked then.",
      frequent: true)
  }

  func addViews(_ all: inout [Binding]) {
    func add(
      _ verb: Verb, _ keys: [Key], _ nl: String, _ en: String, _ helpNL: String, _ helpEN: String,
      frequent: Bool = false
    ) {
      all.append(
        Binding(
          verb: verb, keys: keys, name: Phrase(nl, en), help: Phrase(helpNL, helpEN), group: Words.views,
          isFrequent: frequent))
    }
    add(
      .views, [.character("f")], "weergave", "view", "Een bewaard filter met volgorde en kolommen.",
      "A saved filter with its order and columns.", frequent: tab != .network)
    if tab != .today {
      add(
        .keepView, [.character("F")], "bewaar weergave", "save view",
        "Bewaar filter, volgorde en kolommen onder een naam.",
        "Save filter, order and columns under a name.")
    }
    if tab == .dossiers {
      add(
        .sortKeys, [.character("S")], "volgorde", "order", "Sorteer op een of meer dingen.",
        "Sort by one thing or several.")
    }
    if tab != .network {
      add(
        .columns, [.character("C")], "kolommen", "columns", "Welke kolommen, in welke volgorde, hoe breed.",
        "Which columns, in which order, how wide.")
    }
    for (index, known) in viewsHere.enumerated() {
      let keys = index < 9 ? [Key.alt(Character(String(index + 1)))] : []
      all.append(
        Binding(
          verb: .view(known), keys: keys, name: Phrase("weergave ", "view ") + Phrase(same: known.view.name),
          help: known.help, group: Words.views))
    }
    add(
      .viewsToRemove, [], "verwijder weergave", "remove view", "Haal een bewaarde weergave weg.",
      "Take a saved view away.")
  }
}
