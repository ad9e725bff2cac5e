import Casebook
import Journey

/// That whoever is waited for left or is away, in a few words.
public enum AbsenceWords {
  /// nil: not that anybody knows.
  public static func of(_ contact: Contact, among absent: [PartnerRow], today: Day) -> Phrase? {
    guard !contact.name.isEmpty else { return nil }
    let one = absent.last {
      $0.contact.party == contact.party && $0.contact.name == contact.name
        && (contact.organisation.isEmpty || $0.contact.organisation.isEmpty
          || $0.contact.organisation == contact.organisation)
    }
    return one.flatMap { FormState.note($0, DayWords(language: .nl, today: today)) }
  }
}
