import Journey
import Testing

@testable import Casebook

private let today = Sample.today
private let now = Int(Sample.today.number)

private func read(_ filter: String, user: String = "anna") throws -> Query {
  try Query.parse(filter, today: today, user: user).get()
}

/// Filters that say the same, and what.
private let meanings: [([String], Filter)] = [
  (["fase:zoeken", "stage=finding", "fase:search"], .stages([.search])),
  (["fase:<gekoppeld", "stage<linked"], .stages([.reception, .permit, .profile])),
  (["fase:opvang,profiel", "stage:reception,profile"], .stages([.reception, .profile])),
  (["gemeente:\"Den Haag\",Utrecht", "municipality:GM0344,GM0518"], .municipalities(["GM0518", "GM0344"])),
  (["gemeente:geen", "municipality:none"], .municipalities([""])),
  (
    ["provincie:Flevoland", "province:PV24"],
    .municipalities(["GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"])
  ),
  (["opvang:\"Ter Apel\"", "azc:ter-apel", "reception:\"ter apel\""], .reception("ter apel")),
  (["aanzet:gemeente", "turn:municipality", "waiting:municipality", "wacht:gemeente"], .parties([.municipality])),
  (["aanzet:Mitros", "turn:mitros"], .contact("mitros")),
  (
    ["aanzet:ik", "turn:me", "aanzet:u", "aanzet:jij", "wacht:ik"],
    .all([.parties([.municipality]), .person("anna")])
  ),
  (["aanzet:niemand", "turn:nobody"], .parties([PartyID("")])),
  (["te-laat", "telaat", "overdue", "late"], .between(.due, 1...(now - 1))),
  (["te-laat:>14d", "overdue>2w", "te-laat:>=15"], .between(.due, 1...(now - 15))),
  (["wacht:>14d", "waited>14d", ">14d", "wacht:>=15d"], .between(.waitingSince, 1...(now - 15))),
  (["wacht:<2w", "waited:<14d"], .between(.waitingSince, (now - 13)...8_999_999)),
  (["stil:>14d", "silent:>14"], .between(.lastTouch, 1...(now - 15))),
  (["in-fase>30d", "in-stage:>30d"], .between(.stageSince, 1...(now - 31))),
  (["termijn:<vr", "due<fri", "termijn:<27-11", "due:<2026-11-27"], .between(.due, 1...(now + 3))),
  (["termijn:23-11..30-11", "due:\"23 nov..30 nov\"", "termijn:vandaag..+7d"], .between(.due, now...(now + 7))),
  (
    [
      "termijn:deze week", "termijn:\"deze week\"", "due:this week", "termijn:week 48",
      "termijn:ma 23 nov..zo 29 nov", "termijn:23 nov..29 nov",
    ], .between(.due, now...(now + 6))
  ),
  (
    ["termijn:<vrijdag 4 dec", "due:<fri 4 dec 2026", "termijn:<volgende week vrijdag"], .between(.due, 1...(now + 10))
  ),
  (["termijn:<=eind november", "due:<=end of november"], .between(.due, 1...(now + 7))),
  (["termijn:<10w", "due:<10 weeks", "termijn:<over 10 weken"], .between(.due, 1...(now + 69))),
  (["gewijzigd:<2w", "changed:<14 days", "gewijzigd:>2 weken geleden"], .between(.changed, (now - 13)...8_999_999)),
  (["stil:>2weken", "stil:>2 weken", "silent:>14days"], .between(.lastTouch, 1...(now - 15))),
  (
    ["gemeente:Utrecht, GM0518", "municipality:GM0344, GM0518"],
    .municipalities(["GM0518", "GM0344"])
  ),
  (["termijn:geen", "due:none"], .between(.due, 9_000_000...9_999_999)),
  (["gewijzigd:vandaag", "changed:today"], .between(.changed, now...now)),
  (["gewijzigd:>-7d", "changed>-1w", "gewijzigd:>=17-11"], .between(.changed, (now - 6)...8_999_999)),
  (["personen:>=4", "persons>3", "pers>=4"], .between(.persons, 4...1_000_000)),
  (["personen:2..4", "persons:2..4"], .between(.persons, 2...4)),
  (
    ["peildatum:1-10-2026@GM0344", "reference-date:2026-10-01@Utrecht"],
    .linked(
      by: Int(Day(2026, 10, 1)!.number), since: Int(Day(2026, 7, 1)!.number), for: ["GM0344"])
  ),
  (["dagen-bij:coa", "days-with:COA"], .spent(.coa, by: now)),
  (["dagen-bij:geen", "days-with:nobody"], .spent(PartyID(""), by: now)),
  (["nareis:ja", "relatives:yes", "nareis:>=1"], .between(.relatives, 1...1_000_000)),
  (["nareis:nee", "relatives:no", "nareis:0"], .between(.relatives, 0...0)),
  (["knelpunt:*", "blocker:*", "geblokkeerd", "blocked"], .blocker(nil)),
  (["geen-knelpunt", "no-blocker", "niet knelpunt:*", "-blocker:*", "knelpunt:geen"], .not(.blocker(nil))),
  (["niet-gebeld", "not-called"], .between(.uncalled, 1...8_999_999)),
  (["niet-gebeld:<-14d", "not-called<-2w"], .between(.uncalled, 1...(now - 15))),
  (["regie:ik", "eigenaar:ik", "lead:me", "owner:me"], .owner("anna")),
  (["regie:geen", "lead:none"], .owner("")),
  (["regie:J.Bakker", "lead:j.bakker"], .lead("j bakker")),
  (["herkomst:Syrië", "origin:Syria", "herkomst:SYR", "origin:0336", "herkomst:Syrische"], .origins(["0336"])),
  (["nummer:2026-4182", "number:2026-004182"], .between(.number, 20_260_004_182...20_260_004_182)),
  (["nummer:2026", "number:2026"], .between(.number, 20_260_000_000...20_269_999_999)),
  (["naam:Öztürk", "name:ozturk"], .name("ozturk")),
  (["open"], .not(.stages([.closed]))),
  (["orde:naam", "sort:name"], .everything),
]

@Suite("Typed filters")
struct FilterTests {
  @Test("Dutch and English words say the same")
  func bothLanguages() throws {
    let dutch = try read("fase:\"woning zoeken\" gemeente:Utrecht aanzet:coa te-laat personen>=4 yilmaz")
    let english = try read("stage:search municipality:GM0344 waiting:COA overdue persons>=4 yilmaz")
    #expect(dutch == english)
    let said: [Filter] = [
      .stages([.search]), .municipalities(["GM0344"]), .parties([.coa]), .overdue(today),
      .between(.persons, 4...1_000_000), .text("yilmaz"),
    ]
    #expect(dutch.filter == .all(said))
  }

  @Test(
    "each term means the same in Dutch, in English and with any of its signs",
    arguments: meanings)
  func terms(_ filters: [String], _ meaning: Filter) throws {
    for filter in filters { #expect(try read(filter).filter == meaning, "\(filter)") }
  }

  @Test("silence without a number of days is longer than the rulebook allows the party in the stage")
  func silent() throws {
    guard case .any(let parts) = try read("stil").filter else {
      Issue.record("no choice of parties")
      return
    }
    #expect(try read("silent") == read("stil"))
    for rule in Sample.rules.silence {
      for stage in rule.stages.isEmpty ? Set(Stage.allCases) : rule.stages {
        let limit = try #require(Sample.rules.silenceLimit(rule.party, stage))
        let fits = parts.contains {
          guard case .all(let all) = $0, all.count == 3, all[0] == .parties([rule.party]),
            case .stages(let stages) = all[1]
          else { return false }
          return stages.contains(stage) && all[2] == .between(.lastTouch, 1...(now - limit - 1))
        }
        #expect(fits, "\(rule.party.rawValue) \(stage)")
      }
    }
  }

  @Test("terms beside each other must all hold, 'of' binds less, parentheses and negation as one expects")
  func grammar() throws {
    let (search, linked, blocked) = (Filter.stages([.search]), Filter.stages([.linked]), Filter.blocker(nil))
    let same: [(String, String, Filter)] = [
      ("fase:zoeken knelpunt:*", "stage:search blocker:*", .all([search, blocked])),
      ("fase:zoeken of knelpunt:*", "stage:search | blocker:*", .any([search, blocked])),
      (
        "fase:zoeken knelpunt:* of fase:gekoppeld", "stage:search blocker:* or stage:linked",
        .any([.all([search, blocked]), linked])
      ),
      (
        "(fase:zoeken of fase:gekoppeld) knelpunt:*", "(stage:search|stage:linked)blocker:*",
        .all([.any([search, linked]), blocked])
      ),
      ("niet (fase:zoeken of knelpunt:*)", "!(stage:search or blocker:*)", .not(.any([search, blocked]))),
      ("niet niet knelpunt:*", "--blocker:*", blocked),
      ("al fase:zoeken hassan", "al stage:search hassan", .all([search, .text("al hassan")])),
      ("\"of\"", "\"of\"", .text("of")),
      ("-yilmaz", "not yilmaz", .not(.text("yilmaz"))),
    ]
    for (dutch, english, meaning) in same {
      #expect(try read(dutch).filter == meaning, "\(dutch)")
      #expect(try read(english).filter == meaning, "\(english)")
    }
  }

  @Test("a length may have a blank before its unit, and `en` between terms says what stands there already")
  func asPeopleWrite() throws {
    #expect(try read("wacht:>14 dagen fase:zoeken").filter == read("wacht:>14d fase:zoeken").filter)
    #expect(try read("waited>2 weeks").filter == read("wacht:>14d").filter)
    #expect(try read("gemeente:Utrecht en personen:>=4").filter == read("gemeente:Utrecht personen:>=4").filter)
    #expect(throws: FilterMistake.self) { try read("aanzet:corporatei") }
    #expect(throws: FilterMistake.self) { try read("opvang:-") }
    #expect(throws: FilterMistake.self) { try read("naam:--") }
  }

  @Test("only what must be in a place that is named leaves the area of the screen behind")
  func places() throws {
    for filter in [
      "gemeente:utrecht", "te-laat provincie:zeeland", "gemeente:utrecht of gemeente:zeist",
      "(gemeente:utrecht te-laat) of regio:amersfoort", "verliet:zoeken@-8w..vandaag@GM0344",
      "peildatum:2026-10-01@GM0344",
    ] {
      #expect(try read(filter).namesMunicipality, "\(filter)")
    }
    for filter in [
      "", "te-laat", "niet gemeente:utrecht", "gemeente:utrecht of te-laat", "niet (gemeente:utrecht of te-laat)",
      "te-laat -provincie:zeeland", "gehuisvest:2026H2",
    ] {
      #expect(try !read(filter).namesMunicipality, "\(filter)")
    }
  }

  @Test("closed dossiers are left out until a term speaks of them")
  func closed() throws {
    for filter in ["", "open", "te-laat", "niet fase:zoeken", "fase:>=thuis"] {
      #expect(try read(filter).open, "\(filter)")
    }
    for filter in ["alle", "all", "gesloten", "fase:gesloten", "te-laat of closed", "niet gesloten"] {
      #expect(try !read(filter).open, "\(filter)")
    }
  }

  @Test("an order has several keys, each turned round by a dash")
  func order() throws {
    #expect(try read("orde:fase,-personen te-laat").sort == [SortKey(.stage), SortKey(.persons, reversed: true)])
    #expect(try read("sort:name order:-newest").sort == [SortKey(.name), SortKey(.newest, reversed: true)])
  }

  @Test(
    "a mistake points at the wrong letters and says what was expected there",
    arguments: [
      ("yilmaz fase:slapen", "slapen", "woning zoeken"), ("fase:zoekne", "zoekne", "Bedoelt u zoeken?"),
      ("gemeente:Utrecht,Utregt x", "Utregt", "Utrecht"), ("gemeete:Utrecht", "gemeete", "Bedoelt u gemeente?"),
      ("personen>=veel", "veel", "personen:>=4"), ("kleur:rood", "kleur", "gemeente"),
      ("provincie:Fryslan,Drente", "Drente", "Bedoelt u Drenthe?"), ("fase:", "fase:", "fase:zoeken"),
      ("gemeente>Utrecht", "gemeente>Utrecht", "gemeente:Utrecht"), ("termijn:<ooit", "ooit", "23-11"),
      ("termijn:30-11..23-11", "30-11..23-11", "dag"), ("wacht:>lang", "lang", "14d"), ("stil:<0d", "0d", "14d"),
      ("nareis:soms", "soms", "ja, nee"), ("knelpunt:geluk", "geluk", "*"), ("herkomst:Atlantis", "Atlantis", "Syrië"),
      ("nummer:12", "12", "2026-004182"), ("orde:fase,kleur", "kleur", "personen"), ("open:ja", "open:ja", "open"),
      ("naam:\"al hassan", "\"al hassan", "aanhalingsteken"), ("te-laat (fase:zoeken", "(", "geen sluitende )"),
      ("te-laat)", ")", "geen ("), ("te-laat of", "of", "Aan beide kanten"), ("of te-laat", "of", "aanhalingstekens"),
      ("niet", "niet", "een term"), ("- of x", "-", "een term"), ("()", "()", "een term"), (">=", ">=", "wacht:>14d"),
      ("niet orde:naam", "niet", "een term"), ("te-laat of orde:naam", "of", "een term"),
    ])
  func mistakes(_ filter: String, _ letters: String, _ hint: String) throws {
    guard case .failure(let mistake) = Query.parse(filter, today: today) else {
      Issue.record("\(filter) was taken")
      return
    }
    #expect(filter[mistake.range] == letters)
    #expect(mistake.phrase.nl.contains(hint), "\(mistake.phrase.nl)")
  }

  @Test(
    "words that are a value only together are said to need quotation marks, with what belongs there",
    arguments: [
      ("gemeente:den haag", "den haag", "\"den haag\""),
      ("te-laat gemeente:den  haag tekle", "den  haag", "\"den haag\""),
      ("gemeente:Utrecht,den haag", "den haag", "\"den haag\""),
      ("gemeente:bergen op zoom fase:zoeken", "bergen op zoom", "\"bergen op zoom\""),
      ("(gemeente:den haag of te-laat)", "den haag", "\"den haag\""),
    ])
  func quotes(_ filter: String, _ letters: String, _ correction: String) throws {
    guard case .failure(let mistake) = Query.parse(filter, today: today) else {
      Issue.record("\(filter) was taken")
      return
    }
    #expect(filter[mistake.range] == letters && mistake.correction == correction)
    #expect(mistake.phrase.nl.contains("aanhalingstekens") && mistake.phrase.nl.contains(correction))
    var corrected = filter
    corrected.replaceSubrange(mistake.range, with: correction)
    #expect(throws: Never.self) { try read(corrected) }
  }

  @Test(
    "words that make no value together either leave the mistake as it is",
    arguments: ["gemeente:den xyz", "fase:zoekne x"])
  func noQuotes(_ filter: String) {
    guard case .failure(let mistake) = Query.parse(filter, today: today) else {
      Issue.record("\(filter) was taken")
      return
    }
    #expect(mistake.correction?.contains("\"") != true)
  }

  @Test(
    "what is said of a slip is in the language it is said in, and mends what was typed",
    arguments: [
      ("aanzet:corporatei", "Corporatie", "corporation"), ("knelpunt:no-suply", "aanbod", "supply"),
      ("gemeent:Utrecht", "gemeente", "gemeente"), ("gemeente:\"Den Hag\"", "Bedoelt u Den Haag?", "den haag?"),
    ])
  func slips(_ filter: String, _ dutch: String, _ english: String) throws {
    guard case .failure(let mistake) = Query.parse(filter, today: today) else {
      Issue.record("\(filter) was taken")
      return
    }
    #expect(mistake.phrase.nl.lowercased().contains(dutch.lowercased()), "\(mistake.phrase.nl)")
    #expect(mistake.phrase.en.lowercased().contains(english), "\(mistake.phrase.en)")
    var corrected = filter
    corrected.replaceSubrange(mistake.range, with: try #require(mistake.correction))
    #expect(throws: Never.self) { try read(corrected) }
  }

  @Test(
    "words that are only searched for and look like a term, or like more of a value, are said to, with what was meant",
    arguments: [
      ("niet te laat", "te laat", "te-laat"), ("niet gebeld", "niet gebeld", "niet-gebeld"),
      ("not called", "not called", "not-called"), ("fase:zoeken geen knelpunt", "geen knelpunt", "geen-knelpunt"),
      ("no blocker of te-laat", "no blocker", "no-blocker"), ("geen knelpunt:*", "geen knelpunt:*", "geen-knelpunt"),
      ("in fase", "in fase", "in-fase:"), ("lead  time", "lead  time", "lead-time:"),
      ("behoefte:begane grond", "begane grond", "\"begane grond\""),
      ("need:lift,ground floor yilmaz", "ground floor", "\"ground floor\""),
      ("nazorg", "nazorg", "fase:nazorg"), ("te-laat Eritrea", "Eritrea", "herkomst:Eritrea"),
      ("syria yilmaz", "syria", "herkomst:syria"), ("te_laat", "te_laat", "te-laat"),
      ("yilmaz overdeu", "overdeu", "overdue"),
      ("niet geblokeerd", "geblokeerd", "geblokkeerd"),
      ("fase:woning zoeken te-laat", "woning zoeken", "\"woning zoeken\""),
    ])
  func hints(_ filter: String, _ letters: String, _ correction: String) throws {
    #expect(throws: Never.self) { try read(filter) }
    let hint = try #require(Query.hint(in: filter, today: today))
    #expect(filter[hint.range] == letters && hint.correction == correction)
    #expect(hint.phrase.nl.contains("Bedoelt u ") && hint.phrase.en.contains("Do you mean "))
    var corrected = filter
    corrected.replaceSubrange(hint.range, with: correction)
    #expect(Query.hint(in: corrected, today: today) == nil)
  }

  @Test(
    "a term as it is written, a text in quotation marks and the name of somebody are no slip",
    arguments: [
      "niet te-laat", "\"te laat\"", "te en laat", "te of laat", "naam:hassan jansen", "opvang:ter apel",
      "in fase:zoeken", "aanzet:de wit", "gemeente:utrecht yilmaz", "fase:zoeken tekle", "", "osmani", "al-hassan",
      "later", "stille", "termijn:eind november yilmaz",
    ])
  func noHints(_ filter: String) { #expect(Query.hint(in: filter, today: today) == nil) }

  @Test(
    "what is wrong alone and is a term with the word before it is said to want a hyphen",
    arguments: [
      ("in fase:>30d", "in-fase:>30d"), ("tekle te laat:>14d", "te-laat:>14d"), ("lead time:>98d", "lead-time:>98d"),
    ])
  func hyphens(_ filter: String, _ correction: String) throws {
    guard case .failure(let mistake) = Query.parse(filter, today: today) else {
      Issue.record("\(filter) was taken")
      return
    }
    #expect(mistake.correction == correction && mistake.phrase.nl.contains("streepje"), "\(mistake.phrase.nl)")
    var corrected = filter
    corrected.replaceSubrange(mistake.range, with: correction)
    #expect(throws: Never.self) { try read(corrected) }
  }

  @Test("values in one pair of quotation marks that are values each are said to be")
  func apart() throws {
    let filter = "te-laat gemeente:\"venlo, den haag\""
    guard case .failure(let mistake) = Query.parse(filter, today: today) else {
      Issue.record("taken")
      return
    }
    #expect(mistake.correction == "venlo,\"den haag\"" && mistake.phrase.nl.contains("komma"))
    var corrected = filter
    corrected.replaceSubrange(mistake.range, with: try #require(mistake.correction))
    #expect(throws: Never.self) { try read(corrected) }
  }

  @Test(
    "a filter says which days its words stand for, unless they say it themselves",
    arguments: [
      ("termijn:<=vr yilmaz", "termijn t/m vr 27 nov 2026"), ("due:this week", "due ma 23 nov 2026 t/m zo 29 nov 2026"),
      ("gewijzigd:>30-11", "gewijzigd vanaf di 1 dec 2026"), ("niet termijn:4 dec", "termijn vr 4 dec 2026"),
      ("termijn:vr of gewijzigd:gisteren", "termijn vr 27 nov 2026; gewijzigd zo 22 nov 2026"),
      ("verliet:zoeken@-8w..vandaag", "verliet ma 28 sep 2026 t/m ma 23 nov 2026"),
    ])
  func daysRead(_ filter: String, _ said: String) {
    #expect(Query.daysRead(in: filter, today: today)?.nl == said)
  }

  @Test(
    "nothing is said of days that stand there, and of what is no day",
    arguments: [
      "termijn:vandaag", "termijn:<2026-12-01", "gehuisvest:2026H2", "termijn:geen", "stil:>14d", "yilmaz", "",
    ])
  func daysSaid(_ filter: String) { #expect(Query.daysRead(in: filter, today: today) == nil) }

  @Test("a filter that is deep or long beyond all use is refused, not a crash")
  func absurd() {
    for filter in [
      String(repeating: "(", count: 100_000), String(repeating: "a ", count: 100_000),
      String(repeating: "-", count: 100) + "a", String(repeating: "niet (", count: 90) + "a",
    ] {
      #expect(throws: FilterMistake.self) { try read(filter) }
    }
  }

  @Test("'ik' without an account is said to be nobody")
  func nobody() {
    guard case .failure(let mistake) = Query.parse("lead:me", today: today) else {
      Issue.record("it was taken")
      return
    }
    #expect(mistake.phrase.en.contains("--user"))
  }
}
