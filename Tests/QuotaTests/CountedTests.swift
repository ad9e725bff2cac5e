import Journey
import Testing

@testable import Quota

@Suite("What a forecast says of how many")
struct CountedTests {
  @Test("what a forecast rests on, leaves out and lacks agrees with one")
  func forecast() {
    #expect(
      Forecast.basis(1, 1).nl
        == "Op grond van 1 huishouden onderweg; het tempo komt uit 1 verblijf in fasen van het hele land.")
    #expect(
      Forecast.basis(3, 5_120).en
        == "Based on 3 households on their way; the pace is taken from 5,120 stays in stages of the whole country.")
    #expect(
      Forecast.Relatives(awaited: 1, areLeftOut: false).words?.nl
        == "In de prognose: de kans dat 1 aangemeld gezinslid op tijd komt.")
    #expect(
      Forecast.Relatives(awaited: 1, areLeftOut: true).words?.en
        == "Not in the forecast: 1 relative announced, as too few came to know their chance.")
    #expect(
      TooLittle(what: .exits(.contract), n: 1, needed: 20).words.en.hasPrefix(
        "too little data: 1 household was seen leaving "))
    #expect(
      TooLittle(what: .weeks, n: 1, needed: 4).words.nl
        == "te weinig gegevens: 1 week met koppelingen bekend, 4 zijn nodig")
  }
}
