import Casebook
import Journey

// Names as the world writes them: from right to left, without spaces, with marks of their own, wider than a column.
extension Theatre {
  /// Accents as characters of their own, as some systems hand them over.
  private static let decomposed = "Cafe\u{301}\u{323} O\u{308}ztu\u{308}rk"

  static let names: [(given: String, surname: String)] = [
    ("ريما", "الحسن"), ("أحمد", "عبد الرّحمٰن"), ("יוסף", "בֶּן־דָּוִד"), ("ዮናስ", "ተኽለ"), ("ሰላም", "ገብረመድህን"),
    ("小龙", "欧阳"), ("さくら", "髙橋"), ("Zoe\u{308}", decomposed), ("😀 Sami", "Al-Hassan 👨‍👩‍👧"), ("Ａｙşｅ", "Ｄｅｍｉｒ"),
    ("नरेन्द्र", "शर्मा"), ("Jan", "Jansen"),
  ]

  static func fillWithNames(_ casebook: Casebook) throws {
    for (number, name) in names.enumerated() {
      let person = Person(
        id: PersonID(1), given: name.given, surname: name.surname, birth: PartialDate("1988-03-21"),
        nationality: "0336", relation: .head)
      try register(
        [
          (Day(2026, 8, 1 + number)!, .registered(.init(persons: [person], reception: "azc Utrecht"))),
          (Day(2026, 8, 28)!, .permitGranted(.init(.temporary))),
          (Day(2026, 8, 28)!, .assigned(.init("j.bakker"))),
        ], casebook)
    }
  }
}
