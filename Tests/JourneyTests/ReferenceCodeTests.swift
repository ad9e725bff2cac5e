import Testing

@testable import Journey

@Suite("Nationalities, countries and residence titles")
struct ReferenceCodeTests {
  @Test(
    "a nationality is found by what people write",
    arguments: [
      ("Syrische", "0336"), ("syrisch", "0336"), ("Syrië", "0336"), ("SYRIE", "0336"), ("SYR", "0336"),
      ("Syrian", "0336"),
      ("0336", "0336"), ("336", "0336"), ("Eritrees", "0084"), ("Eritrean", "0084"), ("Soedanees", "0148"),
      ("iraaks", "0314"),
      ("Afghaans", "0300"), ("Staatloos", "0499"), ("stateless", "0499"), ("Türkiye", "0339"), ("Onbekend", "0000"),
      ("Democratische Republiek Congo", "0451"), ("Congo", "0110"), ("Macedonische", "0088"), ("Wit-Russische", "0038"),
      ("Jemenitische", "0058"), ("Russian Federation", "0041"), ("Turks", "0339"), ("Oekraïens", "0034"),
    ])
  func nationality(text: String, code: String) {
    #expect(Reference.findNationality(text)?.code == code)
  }

  @Test("an unknown nationality is not guessed", arguments: ["", "Narnia", "9999", "syr1", "03360"])
  func unknownNationality(text: String) {
    #expect(Reference.findNationality(text) == nil)
  }

  @Test("every nationality is found by its own code and name")
  func everyNationality() {
    #expect(Reference.nationalities.count == 217)
    for nationality in Reference.nationalities {
      #expect(Reference.nationality(code: nationality.code) == nationality)
      let found = Reference.findNationality(nationality.name)
      #expect(found == nationality || nationality.ended != nil && found != nil && found?.ended == nil)
    }
  }

  @Test("every origin points to a country and a nationality that exist")
  func origins() {
    #expect(Reference.origins.count == 21)
    for origin in Reference.origins {
      #expect(Reference.country(code: origin.countryCode) != nil)
      #expect(Reference.nationality(code: origin.nationalityCode) != nil)
      if let iso = origin.iso3 { #expect(Reference.findNationality(iso)?.code == origin.nationalityCode) }
    }
  }

  @Test("a country is found by its code; some have ended")
  func countries() {
    #expect(Reference.countries.count == 390)
    #expect(Reference.country(code: "7009")?.name == "Syrië")
    #expect(Reference.country(code: "9049")?.ended == "1991-12-31")
    #expect(Reference.country(code: "1234") == nil)
  }

  @Test("only 26 and 27 are asylum permits")
  func residenceTitles() {
    #expect(Reference.residenceTitles.count == 43)
    #expect(Reference.residenceTitles.filter(\.isAsylumPermit).map(\.code) == ["26", "27"])
    #expect(Reference.residenceTitle(code: "26")?.name.contains("asiel bepaalde tijd") == true)
    #expect(Reference.residenceTitle(code: "9")?.code == "09")
    #expect(Reference.residenceTitle(code: "99") == nil)
  }

  @Test("every named reception place lies in a present municipality")
  func receptionPlaces() {
    #expect(Reference.receptionPlaces.count == 14)
    for place in Reference.receptionPlaces { #expect(Reference.municipality(code: place.municipality) != nil) }
    #expect(Reference.receptionPlaces.first { $0.place == "Ter Apel" }?.capacity == 2000)
  }
}
