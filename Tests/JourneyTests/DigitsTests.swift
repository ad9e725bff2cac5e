import Journey
import Testing

@Suite("Numbers with their nouns")
struct DigitsTests {
  @Test("one is said as one, none and more as more, in both languages")
  func nouns() {
    #expect([0, 1, 2].map { Digits.persons($0).nl } == ["0 personen", "1 persoon", "2 personen"])
    #expect([0, 1, 1_234].map { Digits.households($0).en } == ["0 households", "1 household", "1,234 households"])
  }

  @Test("from a thousand on every number has its separators, before whatever noun")
  func thousands() {
    let all = [
      Digits.persons(1_234), Digits.households(1_234), Digits.dossiers(1_234), Digits.days(1_234),
      Digits.municipalities(1_234),
    ]
    #expect(all.allSatisfy { $0.nl.hasPrefix("1.234 ") && $0.en.hasPrefix("1,234 ") })
    #expect(Digits.grouped(-1_234_567, .nl) == "-1.234.567")
  }

  @Test("below nothing a decimal has one sign, in front, also where the whole is none")
  func belowNothing() {
    #expect([-53, -3, 0, 125].map(Digits.decimal(tenths:)) == ["-5.3", "-0.3", "0.0", "12.5"])
    #expect(["-5.3", "-0.3", "-1306"].map { Digits.written($0, .nl) } == ["-5,3", "-0,3", "-1.306"])
  }
}
