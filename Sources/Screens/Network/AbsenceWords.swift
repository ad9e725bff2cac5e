import Casebook
import Journey

/// That somebody left or is away, and who does it instead, in a few words.
public enum AbsenceWords {
  /// - Parameter people: of the network, among whom the contact may be.
  /// - Returns: nil where they are there and stay, or nobody knows.
  public static func of(_ contact: Contact, among people: [PartnerRow], today: Day) -> Phrase? {
    guard !contact.name.isEmpty else { return nil }
    let one = people.last { $0.contact.name == contact.name && $0.contact.isAt(contact) }
    return one.flatMap { FormState.note($0, DayWords(language: .nl, today: today)) }
  }
}
