import Testing

@testable import Journey

@Suite("Municipalities")
struct ReferenceMunicipalityTests {
  @Test("there are 342 municipalities in 12 provinces, adding up to the CBS total of 1 January 2022")
  func whole() {
    #expect(Reference.municipalities.count == 342)
    #expect(Reference.provinces.count == 12)
    #expect(Set(Reference.municipalities.map(\.code)).count == 342)
    #expect(Reference.municipalities.reduce(0) { $0 + $1.inhabitants2022 } == 17_590_672)
    #expect(Reference.municipalities.reduce(0) { $0 + $1.inhabitantsRecent } == 18_130_231)
    #expect(Set(Reference.municipalities.map(\.province)) == Set(Reference.provinces.map(\.code)))
    #expect(Reference.municipalities.allSatisfy { !$0.labourRegion.isEmpty && !$0.safetyRegion.isEmpty })
    #expect(Set(Reference.municipalities.map(\.labourRegion)).count == 35)
    #expect(Set(Reference.municipalities.map(\.safetyRegion)).count == 25)
  }

  @Test("the list is sorted by name as people look for it")
  func sorted() {
    let keys = Reference.municipalities.map { Folding.key($0.name) }
    #expect(keys == keys.sorted())
  }

  @Test("a code is found with and without GM and zeros", arguments: ["GM0344", "0344", "344", "gm0344"])
  func codes(code: String) {
    #expect(Reference.municipality(code: code)?.name == "Utrecht")
  }

  @Test("a wrong code finds nothing", arguments: ["", "GM", "GM9999", "03440", "+344", "Utrecht", "٣٤٤", "GM-344"])
  func wrongCodes(code: String) {
    #expect(Reference.municipality(code: code) == nil)
  }

  @Test(
    "a name is found as people write it",
    arguments: [
      ("Utrecht", "GM0344"), ("  UTRECHT ", "GM0344"), ("gemeente Utrecht", "GM0344"),
      ("Municipality of Utrecht", "GM0344"),
      ("Den Haag", "GM0518"), ("'s-Gravenhage", "GM0518"), ("’s Gravenhage", "GM0518"), ("s gravenhage", "GM0518"),
      ("The Hague", "GM0518"), ("den bosch", "GM0796"), ("'s Hertogenbosch", "GM0796"), ("Sudwest Fryslan", "GM1900"),
      ("Súdwest-Fryslân", "GM1900"), ("Alphen a/d Rijn", "GM0484"), ("Alphen ad Rijn", "GM0484"),
      ("Capelle a/d IJssel", "GM0502"),
      ("Bilt, De", "GM0310"), ("hendrik ido ambacht", "GM0531"), ("Nuenen", "GM0820"), ("Hengelo", "GM0164"),
      ("Hengelo (O.)", "GM0164"), ("Hengelo (O)", "GM0164"), ("Bergen (L)", "GM0893"), ("Bergen NH", "GM0373"),
      ("Bergen (Noord-Holland)", "GM0373"), ("Rijswijk", "GM0603"), ("Beek", "GM0888"), ("Voorne aan Zee", "GM1992"),
      ("GM0363", "GM0363"), ("363", "GM0363"), ("St. Michielsgestel", "GM0845"), ("Noardeast-Fryslân", "GM1970"),
    ])
  func names(text: String, code: String) {
    #expect(Reference.findMunicipality(text) == .exact(Reference.municipality(code: code)!))
  }

  @Test("every name, daily name and code of today finds its own municipality")
  func everyName() {
    for municipality in Reference.municipalities {
      for text in [municipality.name, municipality.code] + municipality.alsoKnownAs {
        #expect(Reference.findMunicipality(text) == .exact(municipality), "\(text)")
      }
    }
  }

  @Test(
    "a name of the past gives the present successor and the day it ended",
    arguments: [
      ("Brielle", "Voorne aan Zee", "Brielle", "2023-01-01"),
      ("0530", "Voorne aan Zee", "Hellevoetsluis", "2023-01-01"),
      ("Westvoorne", "Voorne aan Zee", "Westvoorne", "2023-01-01"), ("Adorp", "Het Hogeland", "Adorp", "1990-01-01"),
      ("Rockanje", "Voorne aan Zee", "Rockanje", "1980-01-01"), ("GM0003", "Eemsdelta", "Appingedam", "2021-01-01"),
      ("Hengelo (Gld)", "Bronckhorst", "Hengelo (Gld)", "2005-01-01"), ("haren", "Groningen", "Haren", "2019-01-01"),
    ])
  func successors(text: String, now: String, former: String, since: String) {
    guard case .successor(let municipality, let name, let date) = Reference.findMunicipality(text) else {
      Issue.record("\(text) gave \(Reference.findMunicipality(text))")
      return
    }
    #expect(municipality.name == now)
    #expect(name == former)
    #expect(date == since)
  }

  @Test("every code ever ends in a present municipality or is marked as none")
  func chains() {
    #expect(Reference.formerMunicipalities.count == 1137)
    for former in Reference.formerMunicipalities {
      #expect(Reference.municipality(code: former.code) == nil)
      #expect(
        (Reference.successor(ofCode: former.code) == nil) == (former.kind != .merged), "\(former.code) \(former.name)")
      #expect(former.kind == .none || former.ended != nil)
    }
    #expect(
      Reference.formerMunicipalities.filter { $0.kind != .merged }.map(\.name).sorted() == [
        "Buitenland (Niet GBA)", "Centraal Persoonsregister (Niet GBA)", "Elten", "Onbekend", "Onbekend (Niet GBA)",
        "Registratie Niet Ingezetenen (RNI)", "Tudderen",
      ])
  }

  @Test("every former name leads somewhere: to one successor, a choice, or a present namesake")
  func everyFormerName() {
    for former in Reference.formerMunicipalities where former.kind == .merged {
      if case .none = Reference.findMunicipality(former.name) { Issue.record("\(former.name) leads nowhere") }
      #expect(Reference.findMunicipality(former.code).municipality == Reference.successor(ofCode: former.code))
    }
  }

  @Test(
    "a name that two municipalities share asks which",
    arguments: [
      ("Bergen", ["GM0373", "GM0893"]), ("Valkenburg", ["GM0537", "GM0994"]),
    ])
  func several(text: String, codes: [String]) {
    guard case .several(let found) = Reference.findMunicipality(text) else {
      Issue.record("\(text) gave \(Reference.findMunicipality(text))")
      return
    }
    #expect(found.map(\.code).sorted() == codes)
  }

  @Test(
    "a slip of the hand gets the right suggestion first",
    arguments: [
      ("Utrehct", "Utrecht"), ("Amsterdm", "Amsterdam"), ("Nijmegn", "Nijmegen"), ("Hellevoetsluus", "Voorne aan Zee"),
      ("Gronigen", "Groningen"), ("Leeuwaden", "Leeuwarden"), ("Den Hag", "'s-Gravenhage"), ("Rotterdan", "Rotterdam"),
    ])
  func closest(text: String, name: String) {
    guard case .none(let closest) = Reference.findMunicipality(text) else {
      Issue.record("\(text) gave \(Reference.findMunicipality(text))")
      return
    }
    #expect(closest.first?.name == name)
    #expect(closest.count <= 5)
  }

  @Test(
    "nonsense and codes that are no municipality suggest nothing",
    arguments: ["", "  ", "?!", "gemeente", "qqqqqqqqqq", "1999", "0000", "9999"])
  func nothing(text: String) {
    #expect(Reference.findMunicipality(text) == .none(closest: []))
  }

  @Test("completion puts names that start so before names with a word that starts so")
  func completion() {
    #expect(Reference.completions(municipality: "utr", limit: 5).map(\.name) == ["Utrecht", "Utrechtse Heuvelrug"])
    #expect(Reference.completions(municipality: "den h", limit: 5).map(\.dailyName) == ["Den Helder", "Den Haag"])
    #expect(Reference.completions(municipality: "rijn", limit: 9).map(\.name).contains("Alphen aan den Rijn"))
    #expect(Reference.completions(municipality: "SÚD", limit: 5).map(\.code) == ["GM1900"])
    #expect(Reference.completions(municipality: "", limit: 3).count == 3)
    #expect(Reference.completions(municipality: "x", limit: 3).isEmpty)
  }

  @Test("a code is named, also a former one; an unknown code stays a code")
  func naming() {
    #expect(Reference.name(ofMunicipality: "GM0518") == "Den Haag")
    #expect(Reference.name(ofMunicipality: "GM0373") == "Bergen (NH)")
    #expect(Reference.name(ofMunicipality: "GM0501") == "Brielle")
    #expect(Reference.name(ofMunicipality: "GM9999") == "GM9999")
  }
}
