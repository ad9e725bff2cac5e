import Casebook
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("What is said")
struct SayingTests {
  private let small = Size(columns: 80, rows: 24)

  private func words(_ theatre: Theatre) -> String {
    let text = theatre.frame(small).text
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("longer than a line it goes on upward, whole, until the next key", arguments: Language.allCases)
  func long(language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    let text = (1...30).map { "woord\($0)" }.joined(separator: " ")
    theatre.shell.say(text, .bad)
    let said = words(theatre)
    for number in 1...30 { #expect(said.contains("woord\(number)")) }
    #expect(theatre.frame(small).text.split(separator: "\n").last?.contains("?") == true, "the keys stay below it")
    theatre.press(.down)
    #expect(!words(theatre).contains("woord1 "))
  }

  @Test(
    "the day on the way is one of so many, and once they are past it says what the term was",
    arguments: Language.allCases)
  func dayOfWay(language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    func bar(_ day: Int) -> TrackBar {
      let start = Theatre.today - day
      return TrackBar(stage: .search, since: start, way: (start: start, due: start + 98), model: theatre.shell.model)
    }
    let isDutch = language == .nl
    #expect(bar(98).dayOfWay == (isDutch ? "dag 98 van 98" : "day 98 of 98"))
    let late = isDutch ? "dag 304, termijn 98" : "day 304, term 98"
    #expect(bar(304).dayOfWay == late)
    for (columns, said) in [(140, late), (76, isDutch ? "dag 304 van 98" : "day 304 of 98")] {
      var canvas = Canvas(size: Size(columns: columns, rows: 2))
      bar(304).draw(in: canvas.size.rect, on: &canvas)
      #expect(canvas.text.contains(said), "\(canvas.text)")
    }
    var canvas = Canvas(size: Size(columns: 118, rows: 2))
    bar(304).draw(in: canvas.size.rect, on: &canvas)
    #expect(canvas.text.contains("\(late) · \(bar(304).sinceText)"), "at 120 columns since when too: \(canvas.text)")
  }

  @Test("persons have the separators households have, also those still to come")
  func separators() {
    let words = Words.persons(2_940, toCome: 1_100)
    #expect(words.nl == "2.940 personen, waarvan 1.100 nog onderweg")
    #expect(words.en == "2,940 persons, of whom 1,100 still to come")
    #expect(DayWords(language: .nl, today: Theatre.today).days(1_027) == "1.027 dagen")
    #expect(Words.marked(2245) == Phrase("2.245 gemarkeerd", "2,245 marked"))
    #expect(Digits.dossiers(2245) == Phrase("2.245 dossiers", "2,245 dossiers"))
  }

  @Test("a moment that was moved is called after what it was agreed for, whoever has the turn by now")
  func movedMoment() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.enter)
    theatre.another(.waitingSet(.init(Contact(.coa), "vervoer", until: Theatre.today + 10)))
    let id = try #require(theatre.shell.model.opened?.id)
    let given = try #require(try theatre.casebook.dossier(id)).sequence
    theatre.another(.stepMoved(.init(.turn(of: given), to: Theatre.today + 21, "ziek")))
    theatre.another(.stepMoved(.init(.turn, to: Theatre.today + 28, "nog ziek")))
    theatre.another(.waitingSet(.init(Contact(.ind), "brief")))
    let dossier = try #require(try theatre.casebook.dossier(id))
    let words = EventWords(dossier: dossier, rules: .builtIn, language: .nl, user: "")
    let said = dossier.story.filter { $0.body.kind == .stepMoved }.map(words.line)
    #expect(said.first?.hasPrefix("Datum verzet: vervoer, → ") == true, "\(said)")
    #expect(said.last?.hasPrefix("Datum verzet: Antwoord afgesproken, → ") == true, "\(said)")
  }

  @Test("what is wrong in a filter is said whole, and which filter the rows are still of")
  func mistake() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("tekle")
    theatre.shell.handle(.paste(" regio:xyzzy"))
    let said = words(theatre)
    #expect(said.contains("De rijen zijn nog die van: tekle"))
    for area in Area.all { if case .region(let name) = area { #expect(said.contains(name)) } }
    #expect(theatre.shell.model.list.lines.map(\.name) == ["TEKLE, Yonas"])
  }

  @Test("words that look like a term are searched for, with what was meant below them, and Tab takes that over")
  func hyphen() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("niet te laat")
    #expect(words(theatre).contains("'te laat' wordt als tekst gezocht. Bedoelt u te-laat? Tab neemt dat over."))
    #expect(theatre.shell.model.list.fault == nil && theatre.shell.model.list.ask.filter == "niet te laat")
    theatre.press(.enter)
    #expect(theatre.shell.model.status?.text.contains("Bedoelt u te-laat?") == true)
    theatre.press(.character("/"), .end, .tab)
    #expect(theatre.shell.model.list.typing?.text == "niet te-laat")
    #expect(theatre.shell.model.list.ask.filter == "niet te-laat" && theatre.shell.model.list.hint == nil)
  }

  @Test(
    "Tab mends a slip in the name of a term",
    arguments: [("gemeent:utrecht", "gemeente:utrecht"), ("fase:woningg", "fase:woning")])
  func mended(typed: String, meant: String) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type(typed)
    theatre.press(.tab)
    #expect(theatre.shell.model.list.typing?.text == meant)
    #expect(theatre.shell.model.list.fault == nil)
  }

  @Test("where there is no household, a key that needs one says what is missing instead")
  func empty() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("/"))
    theatre.type("nergens")
    theatre.press(.enter)
    for key in [Key.enter, .character(" "), .character("*"), .character("V"), .character("n"), .character("w")] {
      theatre.press(key)
      #expect(theatre.shell.model.status?.text.contains(Words.noneFound.nl) == true, "\(key)")
      #expect(theatre.shell.model.form == nil && theatre.shell.model.overlay == nil)
    }
  }

  @Test("the country is found by its name among the areas, and a province like it comes after")
  func country() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("M"))
    theatre.type("utrecht")
    theatre.press(.enter, .character("M"))
    guard case .palette(let palette) = theatre.shell.model.overlay else {
      Issue.record("no areas")
      return
    }
    #expect(palette.entries[palette.index].verb == .area(.country), "Enter goes back to where one was")
    theatre.type("nederland")
    guard case .palette(let typed) = theatre.shell.model.overlay else { return }
    let found = typed.found(.nl).map(\.name.nl)
    #expect(found.first == "Nederland" && found.contains("provincie Gelderland"))
    theatre.press(.enter)
    #expect(
      theatre.shell.model.area == .country && theatre.shell.model.status?.text == "Nederland, op elk scherm · M wisselt"
    )
  }

  @Test(
    "an area is found by its code, whole or begun, before what goes by those letters",
    arguments: [
      ("GM0344", Area.municipality("GM0344")), ("gm034", Area.municipality("GM0344")),
      ("PV26", Area.province("PV26")), ("pv2", Area.province("PV26")), ("NL", Area.country),
      ("AM Midden-U", Area.region("Midden-Utrecht")),
    ])
  func areaByCode(_ typed: String, _ area: Area) throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("M"))
    theatre.type(typed)
    guard case .palette(let palette) = theatre.shell.model.overlay else {
      Issue.record("no areas")
      return
    }
    let found = palette.found(.nl).compactMap { if case .area(let one) = $0.verb { one } else { nil } }
    #expect(found.contains(area) && Set(found).count == found.count)
    let isBegun = { (one: Area) in one.code.lowercased().hasPrefix(typed.lowercased()) }
    #expect(found.first.map(isBegun) == true)
  }

  @Test("an area chosen on one screen is said to go for all, an empty Vandaag says which it is, and M Enter goes back")
  func areaForAll() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("5"), .character("M"))
    theatre.type("provincie gelderland")
    theatre.press(.enter)
    #expect(theatre.shell.model.status?.text == "provincie Gelderland, op elk scherm · M wisselt")
    theatre.press(.character("1"))
    #expect(
      theatre.frame(Size(columns: 120, rows: 40)).text.contains("In provincie Gelderland zijn geen open dossiers"))
    #expect(
      theatre.shell.model.emptyText(of: theatre.shell.model.list).nl.contains("geldt op elk scherm; M wisselt het"))
    theatre.press(.character("M"), .enter)
    #expect(theatre.shell.model.area == .country && !theatre.shell.model.list.lines.isEmpty)
    theatre.press(.character("M"), .enter)
    #expect(theatre.shell.model.area == .province("PV25"))
  }

  @Test("digits in a chooser stay in it: 0 makes it automatic, and one chooses on")
  func digits() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("C"), .character(" "))
    for digit in "0123456789" {
      theatre.press(.character(digit))
      if case .chooser = theatre.shell.model.overlay {} else { Issue.record("\(digit) closed it") }
    }
    #expect(theatre.shell.model.tab == .dossiers && theatre.shell.model.allList.columns.isEmpty)
    theatre.press(.character(" "), .escape)
    #expect(theatre.shell.model.allList.columns.isEmpty, "Esc leaves it as it was")
  }

  @Test("the name is never off: not in the chooser, not by the settings, and wide columns do not push it out")
  func name() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    theatre.press(.character("2"), .character("C"))
    guard case .chooser(let chooser) = theatre.shell.model.overlay else { return }
    let place = try #require(
      chooser.items.firstIndex { if case .column(let column) = $0.value { column.column == .name } else { false } })
    for _ in 0..<place { theatre.press(.down) }
    theatre.press(.character(" "))
    #expect(theatre.shell.model.status?.text.contains("Het huishouden blijft") == true)
    theatre.press(.enter)
    let wide = [Column.due, .owner, .turn, .blocker, .name].map { ShownColumn($0, width: $0 == .due ? nil : 40) }
    let layout = ListLayout(chosen: wide, language: .nl, isNumbered: false)
    #expect(layout.columns(width: 78).contains { $0.column == .name })
    #expect(layout.leftOut(width: 78).nl == "… 3 kolommen passen niet")
    theatre.shell.change(.dossiers) { $0.columns = wide }
    #expect(theatre.frame(small).text.contains("… 3 kolommen passen niet"))
    let unnamed = ListLayout(chosen: [ShownColumn(.due)], language: .nl, isNumbered: false)
    #expect(unnamed.columns(width: 78).first?.column == .name)
  }

  @Test("a name gets what the columns beside it can spare, and a term in full what blanks there are")
  func room() {
    for width in 118...200 {
      let layout = ListLayout(chosen: [], language: .nl, isNumbered: true)
      let columns = layout.columns(width: width)
      #expect(columns.contains { $0.column == .name && $0.width >= 22 }, "\(width)")
      #expect(columns.reduce(3) { $0 + $1.width + 1 } <= width, "\(width)")
    }
    for (width, language) in (78..<118).flatMap({ [($0, Language.nl), ($0, Language.en)] }) {
      let columns = ListLayout(chosen: [], language: language, isNumbered: true).columns(width: width)
      #expect(columns.contains { $0.column == .name && $0.width >= 20 }, "\(width)")
      #expect(columns.contains { $0.column == .turn && $0.width >= 10 }, "\(width)")
      #expect(columns.reduce(3) { $0 + $1.width + 1 } <= width, "\(width)")
    }
    let narrow = ListLayout(chosen: [], language: .nl, isNumbered: false).columns(width: 98)
    #expect(narrow.contains { $0.column == .due && $0.width >= TextWidth.of("1008 d te laat") })
  }

  @Test("the arrow of an order stands on the column it is about, the way that goes")
  func arrow() throws {
    #expect(SortKey.By.waiting.column == .turn && SortKey.By.silence.column == .silence)
    #expect(SortKey(.newest).falls && !SortKey(.newest, reversed: true).falls)
    #expect(!SortKey(.name).falls && SortKey(.name, reversed: true).falls)
  }

  @Test("the pane below today's list takes what the households in view fill, and says when there is more")
  func preview() throws {
    let theatre = try Theatre()
    defer { theatre.close() }
    _ = theatre.frame(small)
    let line = try #require(theatre.shell.model.list.current)
    let model = theatre.shell.model
    let heights = model.list.lines.map { PreviewView(model: model, line: $0).height(width: 76) }
    let highest = try #require(heights.max())
    #expect(model.previewRows == min(7, highest + 1))
    var long = line
    long.blockerText = String(repeating: "wacht op de brief van de gemeente ", count: 12)
    theatre.shell.change(.today) { list in
      list.lines = [long] + list.lines.dropFirst()
    }
    #expect(theatre.shell.model.previewRows == 7)
    #expect(theatre.frame(small).text.contains("… meer: ⏎"))
  }
}
