/// Who stands in, as it is typed and kept: a name alone is a colleague at the same organisation; whoever works elsewhere has
/// their organisation behind it: `K. Bos · Portaal`.
public struct DeputyName: Hashable, Sendable {
  public var name: String
  /// Empty: that of whom they stand in for.
  public var organisation: String

  private static let dot = " · "

  public init(_ text: String) {
    let parts = text.split(separator: "·", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    (name, organisation) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }

  /// - Parameter contact: whom they stand in for.
  public init(_ deputy: Contact, for contact: Contact) {
    let isColleague = deputy.party == contact.party && deputy.organisation == contact.organisation
    (name, organisation) = (deputy.name, isColleague ? "" : deputy.organisation)
  }

  /// An organisation alone names nobody.
  public var refusal: Refusal? {
    guard name.isEmpty, !organisation.isEmpty else { return nil }
    return Refusal(Phrase("Naam ontbreekt.", "Name is missing."), field: "deputy")
  }

  public var text: String { organisation.isEmpty ? name : name + Self.dot + organisation }

  /// Whether this is whom it means, as far as that is known.
  /// - Parameter contact: whom they stand in for.
  public func means(_ other: Contact, for contact: Contact) -> Bool {
    guard Folding.key(other.name) == Folding.key(name) else { return false }
    if !organisation.isEmpty, Folding.key(organisation) != Folding.key(contact.organisation) {
      return Folding.key(other.organisation) == Folding.key(organisation)
    }
    return other.party == contact.party
      && (other.organisation == contact.organisation || other.organisation.isEmpty || contact.organisation.isEmpty)
  }
}
