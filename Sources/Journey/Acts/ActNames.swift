extension Act {
  /// What it is called on a command line, by its name in each language: `notitie` and `note`, `weer-gevonden` and
  /// `found-again`.
  public var slug: Phrase { name.slug }

  /// By its code, or by its name in either language, with blanks or hyphens and whatever the capitals and accents.
  public init?(called text: String) {
    if let act = Act(rawValue: text) {
      self = act
      return
    }
    let wanted = Phrase.slug(text)
    guard let act = Self.allCases.first(where: { [$0.slug.nl, $0.slug.en].contains(wanted) }) else { return nil }
    self = act
  }
}
