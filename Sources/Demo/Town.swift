import Journey

/// The households of Utrecht out of a field of the whole country, as its caseworkers have them before them: a casebook of
/// some hundreds that is there at once.
public struct Town: Sendable {
  /// One of its caseworkers, with enough dossiers for a morning.
  public static let caseworker = "c.willems"
  /// Utrecht, by its CBS code.
  public static let municipality = "GM0344"

  let field: DemoField

  public init(today: Day, rules: Rulebook) {
    field = DemoField(seed: 1, dossiers: 20_000, today: today, rules: rules)
  }

  /// Number and events of each, as `DemoField.story` gives them, in order of number.
  public var stories: [(DossierID, [Event])] {
    (0..<field.dossiers).filter { number in
      field.places.all[field.places.place(ofStory: number)].code == Self.municipality
    }.map(field.story)
  }
}
