import Journey
import Quota
import Terminal

// The part of the table of actions that works on the screen of the task.
extension Model {
  static let taskGroup = Phrase("Opgave", "Task")
  static let whatIfGroup = Phrase("Wat als", "What if")

  /// The screen of the task is what keys work on.
  var isOnTask: Bool { opened == nil && tab == .quota }

  func addTask(_ all: inout [Binding]) {
    if task.whatIf != nil { return addWhatIf(&all) }
    func add(
      _ verb: Verb, _ keys: [Key], _ name: Phrase, _ help: Phrase, frequent: Bool = false,
      _ group: Phrase = Model.taskGroup
    ) {
      all.append(Binding(verb: verb, keys: keys, name: name, help: help, group: group, isFrequent: frequent))
    }
    add(
      .open, [.enter], Phrase("omlaag", "go down"),
      Phrase(
        "Van land naar provincie, gemeente, halfjaren; op een halfjaar alles wat geboekt is.",
        "From country to province, municipality, half-years; on a half-year all that was posted."), frequent: true)
    add(
      .task(.number), [.character("o")], Phrase("achter het cijfer", "behind the number"),
      Phrase(
        "De huishoudens of boekingen achter het cijfer in de gekozen kolom (←→ kiest).",
        "The households or postings behind the number in the chosen column (←→ chooses)."), frequent: true)
    add(
      .task(.whatIf), [.character("w")], Phrase("wat als", "what if"),
      Phrase(
        "Meer woningen, een snellere stap, meer koppelingen: wat doet het?",
        "More homes, a faster step, more links: what does it do?"), frequent: true)
    add(
      .sort, [.character("s")], Phrase("sorteer", "sort"),
      Phrase("Op de gekozen kolom; nog eens keert om.", "By the chosen column; once more turns it round."),
      frequent: true)
    add(
      .nextPane, [.tab], Phrase("volgend vak", "next pane"),
      Phrase("Tabel, verloop, aanpak.", "Table, course, approach."), frequent: true)
    add(
      .acts, [.character("A")], Phrase("alle handelingen", "all actions"),
      Phrase("Boeken: correctie, verschuiving, toezicht, aanpak.", "Post: correction, shift, supervision, approach."),
      frequent: true)
    add(
      .task(.earlier), [.character("<")], Phrase("vorig halfjaar", "half-year before"),
      Phrase("Een halfjaar eerder.", "A half-year earlier."), frequent: true)
    add(
      .task(.later), [.character(">")], Phrase("volgend halfjaar", "half-year after"),
      Phrase("Een halfjaar later.", "A half-year later."))
    if taskAsk.area == .country {
      add(
        .task(.fine), [.character("d")],
        task.isFine ? Phrase("provincies", "provinces") : Phrase("gemeenten", "municipalities"),
        Phrase("Het land per provincie of per gemeente.", "The country by province or by municipality."))
    }
    add(
      .task(.asNumbers), [.character("i")], Phrase("grafiek in cijfers", "chart as numbers"),
      Phrase("Het verloop als tabel, en terug.", "The course as a table, and back."))
    add(
      .task(.account), [.character("L")], Phrase("grootboek", "account"),
      Phrase("Alles wat over dit gebied geboekt is.", "All that was posted about this area."))
    add(
      .task(.backTest), [.character("B")], Phrase("toets prognose", "back-test"),
      Phrase(
        "Hoe goed eerdere prognoses waren geweest, naast tempolijn en Little.",
        "How good earlier forecasts would have been, beside pace line and Little."))
    add(
      .reload, [.function(5)], Phrase("prognose opnieuw", "forecast anew"),
      Phrase(
        "Lees alles opnieuw en reken de prognoses van deze rijen.",
        "Read everything anew and compute the forecasts of these rows."))
    for act in TaskAct.allCases where act.key != nil {
      add(.task(.act(act)), act.key.map { [.character($0)] } ?? [], act.name, act.help, act.group.name)
    }
    add(
      .undo, [.character("u")], Phrase("ongedaan", "undo"),
      Phrase("Neem uw laatste boeking op de opgave terug.", "Take back your latest posting on the task."))
    add(
      .redo, [.control("r")], Phrase("opnieuw", "redo"),
      Phrase("Doe wat teruggenomen is opnieuw.", "Do again what was taken back."))
    all.append(.choosingArea(Model.taskGroup, isFrequent: false))
  }

  private func addWhatIf(_ all: inout [Binding]) {
    func add(_ verb: Verb, _ keys: [Key], _ name: Phrase, _ help: Phrase, frequent: Bool = true) {
      all.append(
        Binding(verb: verb, keys: keys, name: name, help: help, group: Self.whatIfGroup, isFrequent: frequent))
    }
    add(
      .task(.whatIf), [.character("w")], Phrase("vul in", "fill in"),
      Phrase("Wat er anders zou zijn.", "What would be otherwise."))
    add(
      .open, [.enter], Phrase("open", "open"),
      Phrase(
        "Van een knelpunt de huishoudens; een woning komt in het scenario.",
        "Of a blocker the households; a home goes into the scenario."))
    add(
      .task(.saveScenario), [.character("F")], Phrase("bewaar scenario", "save scenario"),
      Phrase("Onder een naam, voor iedereen.", "Under a name, for everybody."))
    add(
      .task(.scenarios), [.character("f")], Phrase("scenario", "scenario"),
      Phrase("Kies een bewaard scenario.", "Choose a saved scenario."))
  }

  /// Every act on the task, with why it cannot be posted now.
  func taskActs(_ scene: TaskScene) -> [Binding] {
    let all = TaskAct.allCases.map { act in
      Binding(
        verb: .task(.act(act)), keys: act.key.map { [.character($0)] } ?? [], name: act.name, help: act.help,
        group: act.group.name, refusal: isReadOnly ? Words.readOnly : act.refusal(scene))
    }
    return keyChoice.applied(to: all)
  }

  /// The numbers of the row under the cursor, to open one.
  var taskNumbers: [Binding] {
    guard let row = taskRow else { return [] }
    let figures = LedgerFigure.allCases.enumerated().compactMap { index, figure -> Binding? in
      guard let value = row.line.value(figure) else { return nil }
      let opens =
        row.line.opens(figure) == nil
        ? Phrase("boekingen", "postings") : Phrase("huishoudens", "households")
      return Binding(
        verb: .task(.figure(figure)), keys: index < 9 ? [.character(Character(String(index + 1)))] : [],
        name: figure.name + Phrase(" " + figure.written(value, .nl), " " + figure.written(value, .en)),
        help: figure.help + Phrase(same: " · ") + opens, group: Self.taskGroup)
    }
    return figures + thresholdNumbers
  }

  /// Who was housed on the day a threshold was crossed, for the row under the cursor.
  private var thresholdNumbers: [Binding] {
    guard let look = task.look, look.key == taskLookKey else { return [] }
    return look.signals.compactMap { signal -> Binding? in
      let here = Area.municipality(signal.municipality)
      guard let filter = signal.opens?.text(in: here, on: today, language) else { return nil }
      let whose = here == look.key.area ? "" : municipalityName(signal.municipality) + ": "
      let words = Phrase(whose + signal.words.nl, whose + signal.words.en)
      return Binding(
        verb: .households(filter), keys: [], name: Phrase(words.nl.capitalizedFirst, words.en.capitalizedFirst),
        help: Phrase("drempel overschreden · huishoudens", "threshold crossed · households"), group: Self.taskGroup)
    }
  }
}
