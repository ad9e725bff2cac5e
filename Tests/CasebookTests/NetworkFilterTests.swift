import Demo
import Foundation
import GRDB
import Journey
import Testing

@testable import Casebook

// What a filter of people means, and how it is completed.
extension NetworkTests {
  @Test(
    "a filter finds whom it says",
    arguments: [
      ("mitros", 2), ("wit partij:corporatie", 1), ("party:coa", 1), ("stil", 1), ("onbekend", 2), ("afwezig", 1),
      ("vertrokken", 0), ("naamloos", 1), ("aan-zet", 3), ("consulent", 1), ("niemand-hier", 0),
      ("mitros -afwezig", 1), ("niet partij:corporatie", 1), ("-wit", 2), ("!naamloos not bos", 1),
      ("mitros niet afwezig wit", 0), ("stil:>14d", 1), ("silent:>=30", 1), ("stil:>5w", 0), ("stil:>1d", 3),
      ("mitros -stil:>14d", 1), ("gemeente:utrecht", 3), ("gemeente:\"Den Haag\"", 0), ("-gemeente:utrecht", 0),
      ("municipality:utrecht,zeist party:coa", 1),
    ])
  func filters(text: String, count: Int) throws {
    defer { sample.remove() }
    try waits(for: Self.wit, days: 30)
    try waits(for: Self.bos, days: 2)
    try waits(for: Contact(.coa), days: 2)
    let one = try record(
      PartnerEntry(nil, on: Sample.today - 9, .joined(PartnerCard(Self.wit, function: "woonconsulent", area: "GM0344")))
    )
    try record(PartnerEntry(one[0].id, on: Sample.today, .absent(.init())))
    let found = try people(.country, text).filter { $0.contact.party != .municipality }
    #expect(found.count == count, "\(found.map(\.contact))")
  }

  @Test("niemand finds the gaps, as the list calls them", arguments: ["niemand", "nobody", "naamloos"])
  func gaps(word: String) throws {
    #expect(try NetworkFilter.parse(word, Sample.rules).get().wanted.marks == [.unnamed])
    sample.remove()
  }

  @Test(
    "what is typed of a term or a party is completed in the language at hand, whatever language it is typed in",
    arguments: [
      ("", 0, "partij:"), ("gem", 0, "gemeente:"), ("gemeente:ameland", 9, "Ameland"),
      ("gemeente:gee", 9, "geen"), ("gemeente:utrecht,no", 17, "geen"),
      ("afw", 0, "afwezig"), ("abs", 0, "afwezig"), ("nie", 0, "naamloos"),
      ("wit par", 4, "partij:"),
      ("partij:", 7, "coa"), ("partij:corp", 7, "corporatie"), ("party:corporation,mun", 18, "gemeente"),
    ])
  func completes(typed: String, from: Int, text: String) throws {
    defer { sample.remove() }
    let found = NetworkFilter.completions(of: typed, cursor: typed.count, rules: Sample.rules, language: .nl)
    #expect(found.range == from..<typed.count && found.choices.contains { $0.text == text }, "\(found)")
    for party in NetworkFilter.completions(of: "partij:", cursor: 7, rules: Sample.rules, language: .nl).choices {
      #expect(throws: Never.self) { try NetworkFilter.parse("partij:" + party.text, Sample.rules).get() }
    }
    #expect(NetworkFilter.completions(of: "zz", cursor: 2, rules: Sample.rules, language: .nl).choices.isEmpty)
  }

  @Test(
    "an initial is one with the name behind it, so that P. Kok is nobody else",
    arguments: [("P. Kok", ["p kok"]), ("M. de Wit mitros", ["m de", "wit", "mitros"]), ("J.P. Bos", ["j p bos"])])
  func initials(typed: String, words: [String]) throws {
    defer { sample.remove() }
    #expect(try NetworkFilter.parse(typed, Sample.rules).get().wanted.words == words)
  }

  @Test("a term that is none says what was expected, and where")
  func mistakes() {
    guard case .failure(let mistake) = NetworkFilter.parse("de wit partij:bank", Sample.rules) else {
      Issue.record("was taken for a filter")
      return
    }
    #expect(mistake.range == 7..<18 && mistake.phrase.en.contains("corporation"))
    for (text, words) in [("gemeente:xqzw", "gemeente"), ("stil:14x", "stil:>14d"), ("stil:<3d", "stil:>14d")] {
      guard case .failure(let mistake) = NetworkFilter.parse(text, Sample.rules) else {
        Issue.record("\(text) was taken for a filter")
        continue
      }
      #expect(mistake.phrase.nl.contains(words))
    }
  }
}
