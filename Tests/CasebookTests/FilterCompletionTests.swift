import Journey
import Testing

@testable import Casebook

@Suite("Completing a filter")
struct FilterCompletionTests {
  /// `|` is the cursor.
  private func completions(_ typed: String, _ language: Language = .nl) -> FilterCompletions {
    let letters = Array(typed)
    let cursor = letters.firstIndex(of: "|")!
    return Query.completions(
      of: typed.replacing("|", with: ""), cursor: cursor, today: Sample.today, language: language
    ) { kind, text in
      let all: [String] =
        switch kind {
        case .owner: ["anna", "j.bakker"]
        case .reception: ["azc Utrecht", "azc Ter Apel"]
        case .organisation: ["Mitros", "Woonin"]
        case .municipality: ["Utrecht", "'s-Gravenhage"]
        }
      return all.filter { (" " + Folding.key($0)).contains(" " + Folding.key(text)) }
    }
  }

  /// The filter once the first choice is taken.
  private func taken(_ typed: String, _ language: Language = .nl) -> String? {
    let found = completions(typed, language)
    var letters = Array(typed.replacing("|", with: ""))
    guard let choice = found.choices.first else { return nil }
    letters.replaceSubrange(found.range, with: Array(choice.text))
    return String(letters)
  }

  @Test(
    "the likeliest continuation takes the place of what is typed, and no more",
    arguments: [
      ("gem|", "gemeente:"), ("te-laat gem|", "te-laat gemeente:"), ("stage|", "fase:"), ("te-|", "te-laat"),
      ("ge|meente:Utrecht x", "gemeente:Utrecht x"), ("-kne|", "-knelpunt:"), ("(re|)", "(regie:)"),
      ("fase:zoe| te-laat", "fase:\"woning zoeken\" te-laat"), ("fase:opvang,pro|", "fase:opvang,profiel"),
      ("fase:op|,profiel", "fase:opvang,profiel"), ("gemeente:utr|", "gemeente:Utrecht"),
      ("gemeente:zeew|", "gemeente:Zeewolde"),
      ("opvang:ter|", "opvang:\"azc Ter Apel\""), ("opvang:\"ter a|", "opvang:\"azc Ter Apel\""),
      ("aanzet:mit|", "aanzet:Mitros"), ("regie:|", "regie:ik"), ("regie:j|", "regie:j.bakker"),
      ("provincie:zee|", "provincie:Zeeland"), ("herkomst:eri|", "herkomst:Eritrea"), ("nareis:j|", "nareis:ja"),
      ("orde:fase,-pers|", "orde:fase,-personen"), ("termijn:<mor|", "termijn:<morgen"), ("wacht:>|", "wacht:>7d"),
      ("knelpunt:|", "knelpunt:*"), ("nie|", "niet"),
      ("niet-|", "niet-gebeld"),
    ])
  func first(_ typed: String, _ whole: String) { #expect(taken(typed) == whole) }

  @Test(
    "three letters that a term begins with may become it; a whole flag, a name and what stands in quotation marks do not",
    arguments: [
      ("te-l|", "te-l"), ("fase:zoeken niet gem|", "gem"), ("fase|", "fase"), ("te-laat|", nil), ("geblokkeerd|", nil),
      ("te|", nil), ("tekle|", nil), ("\"gem|", nil), ("gem|:utrecht", nil), ("gem |", nil), ("ge|m x", "gem"),
    ] as [(String, String?)])
  func unfinished(_ typed: String, _ word: String?) {
    let letters = Array(typed.replacing("|", with: ""))
    let cursor = Array(typed).firstIndex(of: "|")!
    let found = Query.unfinishedTerm(in: String(letters), cursor: cursor)
    #expect(found.map { String(letters[$0]) } == word)
  }

  @Test("the words come in the language of the screen, and what is typed is understood in both")
  func languages() {
    #expect(taken("gem|", .en) == "municipality:")
    #expect(taken("fase:zoek|", .en) == "fase:\"finding a home\"")
    #expect(completions("regie:|", .en).choices.first?.text == "me")
  }

  @Test("what is found by another word says that word, what begins so itself does not")
  func otherWord() {
    #expect(completions("fase:zoek|", .en).choices.first?.about.en == "Woning zoeken")
    #expect(completions("aanzet:corp|").choices.first { $0.text == "Corporatie" }?.about == Phrase(same: ""))
    #expect(completions("aanzet:housing|").choices.first { $0.text == "Corporatie" }?.about.nl == "Housing corporation")
  }

  @Test("a day says which one it is")
  func days() {
    let today = completions("termijn:<|").choices.first
    #expect(today?.text == "vandaag" && today?.about.nl == "ma 23 nov")
  }

  @Test("every choice of every term is a filter that can be read")
  func readable() throws {
    for language in Language.allCases {
      for term in FilterTerm.allCases where term.takesValue {
        for choice in completions(term.name(language) + ":|", language).choices {
          let filter = term.name(language) + ":" + choice.text
          #expect(throws: Never.self, "\(filter)") {
            try Query.parse(filter, today: Sample.today, user: "anna").get()
          }
        }
      }
    }
  }

  @Test("nothing is offered within a text, after an unknown term, or for a number")
  func nothing() {
    for typed in ["\"gem|", "kleur:r|", "nummer:20|"] { #expect(completions(typed).choices.isEmpty, "\(typed)") }
  }

  @Test("the casebook knows the names in use, by the beginning of any word")
  func names() throws {
    let sample = try Sample()
    defer { sample.remove() }
    try sample.fill(16)
    #expect(try sample.casebook.values(of: .owner, startingWith: "an", limit: 9) == ["anna"])
    #expect(try sample.casebook.values(of: .reception, startingWith: "UTR", limit: 9) == ["azc Utrecht"])
    #expect(try sample.casebook.values(of: .municipality, startingWith: "", limit: 2) == ["Amsterdam", "Rotterdam"])
    #expect(try sample.casebook.values(of: .organisation, startingWith: "niemand", limit: 9).isEmpty)
  }
}
