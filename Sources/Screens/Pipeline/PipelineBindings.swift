import Casebook
import Journey
import Terminal

// What works on Doorstroom: all that works in a list, and the board's own.
extension Model {
  static let boardGroup = Phrase("Bord", "Board")

  func addPipeline(_ all: inout [Binding]) {
    func add(
      _ verb: Verb, _ keys: [Key], _ nl: String, _ en: String, _ helpNL: String, _ helpEN: String,
      _ group: Phrase = Model.boardGroup, frequent: Bool = false, refusal: Refusal? = nil
    ) {
      all.append(
        Binding(
          verb: verb, keys: keys, name: Phrase(nl, en), help: Phrase(helpNL, helpEN), group: group,
          isFrequent: frequent, refusal: refusal))
    }
    let isBoard = pipeline.view == .board
    add(
      .open, [.enter], "open", "open",
      "Het huishouden onder de cursor; een groep; wie achter een getal van een beeld staat.",
      "The household under the cursor; a group; who is behind a number of a picture.",
      frequent: isBoard || !pipeline.parts.isEmpty)
    add(
      .pipelineView, [.character("t")], "beeld", "picture",
      "Bord, stroom, hoe lang al, per week, doorlooptijd, waar de dagen blijven en bleven, contact.",
      "Board, flow, ageing, per week, lead time, where the days go and went, contact.", frequent: true)
    if isBoard {
      add(
        .columnAfter, [.right, .character("l")], "volgende fase", "next stage", "De kolom rechts.", "The column right.")
      add(
        .columnBefore, [.left, .character("h")], "vorige fase", "previous stage", "De kolom links.", "The column left.")
      add(
        .grouping, [.character("v")], "verdeel", "divide",
        "Naar partij, organisatie of wie aan zet, knelpunt, personen, behoefte of gemeente; Enter op een groep laat alleen die zien.",
        "By party, organisation or person to act, blocker, persons, need or municipality; Enter on a group shows only that.",
        frequent: true)
      let then = pipeline.past.map { _ in pipeline.noListsThen }
      add(
        .lateHere, [.character("L")], "te laat", "late ones",
        "Wie in deze fase te laat is, in Dossiers; q komt hier terug.",
        "Who is late in this stage, in Dossiers; q comes back here.", frequent: true, refusal: then)
      add(
        .householdsHere, [.character("D")], "huishoudens", "households",
        "De huishoudens achter een getal van deze kolom, in Dossiers; q komt hier terug.",
        "The households behind a number of this column, in Dossiers; q comes back here.", frequent: true, refusal: then)
    } else {
      if pipeline.parts.count > 1 {
        add(
          .columnAfter, [.right, .character("l")], "volgende getal", "next number",
          "Het getal rechts: wat het telt staat onder het beeld, Enter toont wie.",
          "The number right: what it counts stands below the picture, Enter shows who.")
        add(
          .columnBefore, [.left, .character("h")], "vorige getal", "previous number", "Het getal links.",
          "The number left.")
      }
      if !pipeline.allParts.isEmpty || pipeline.past != nil {
        add(
          .householdsHere, [.character("D")], "huishoudens", "households",
          "De huishoudens achter een getal van dit beeld, in Dossiers; q komt hier terug.",
          "The households behind a number of this picture, in Dossiers; q comes back here.",
          refusal: pipeline.past.map { _ in pipeline.noListsThen })
      }
      add(
        .numbers, [.character("T")], "getallen", "numbers", "De getallen van dit beeld als tabel.",
        "The numbers of this picture as a table.", frequent: true)
    }
    add(
      .asOf, [.character("d")], "op datum", "as of", "Het bord zoals het stond op een dag, met de regels van toen.",
      "The board as it stood on a day, with the rules of then.")
    add(
      .review, [.character("R")], "overleg", "review", "Loop de ergste huishoudens van dit gebied langs, een voor een.",
      "Walk through the worst households of this area, one by one.", frequent: true, refusal: pastRefusal)
    if listName != .none, pipeline.past == nil { addCards(&all) }
    if pipeline.showsGroups, pipeline.past == nil {
      add(
        .filter, [.character("/")], "zoek", "filter", "In alle kaarten; het bord is dan niet meer verdeeld.",
        "Among all cards; the board is not divided then.", Self.listGroup)
    }
    all.append(.choosingArea(Self.listGroup))
    if lastActed != nil {
      add(
        .undo, [.character("u")], "ongedaan", "undo", "Neem terug wat u hier het laatst deed.",
        "Take back what you last did here.", Self.listGroup)
      add(
        .redo, [.control("r")], "opnieuw", "redo", "Doe wat teruggenomen is opnieuw.", "Do again what was taken back.",
        Self.listGroup)
    }
  }

  /// The cards of a column are a list.
  private func addCards(_ all: inout [Binding]) {
    func add(_ verb: Verb, _ key: Key, _ name: Phrase, _ help: Phrase, frequent: Bool = false) {
      all.append(
        Binding(verb: verb, keys: [key], name: name, help: help, group: Self.listGroup, isFrequent: frequent))
    }
    add(
      .filter, .character("/"), Phrase("zoek", "filter"),
      Phrase("Filter het hele bord terwijl u typt.", "Filter the whole board as you type."), frequent: true)
    add(
      .explain, .character("."), Phrase("waarom hier", "why here"),
      Phrase("Waarom staat deze kaart op deze plaats.", "Why this card stands where it stands."))
    add(
      .scope, .character("m"), Phrase("mijn/alle", "mine/all"),
      Phrase("Uw eigen dossiers of alle.", "Your own dossiers or all."))
    if list.cursor != nil {
      for act in Self.onRow {
        all.append(
          Binding(
            verb: .act(act), keys: act.screenKey.map { [$0] } ?? [], name: act.name, help: act.help, group: act.group,
            isFrequent: Self.frequent.contains(act)))
      }
    }
    addMarks(&all)
  }
}
