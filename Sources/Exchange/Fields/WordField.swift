import Journey

extension Fields {
  /// From Dutch or English words.
  public static func sex(_ text: String) -> FieldReading<Person.Sex> {
    switch Folding.key(text) {
    case "m", "man", "male", "mannelijk", "jongen", "boy", "dhr", "de heer", "heer": .value(.male)
    case "v", "vrouw", "f", "female", "vrouwelijk", "meisje", "girl", "woman", "mevr", "mevrouw", "mw": .value(.female)
    case "x", "o", "anders", "other", "non binair", "nonbinair", "non binary", "divers": .value(.other)
    case let key where saysNothing(key): .empty
    default:
      .rejected(Phrase("Verwacht m, v of x (man, vrouw, anders).", "Expected m, v or x (male, female, other)."))
    }
  }

  /// To the head of the household.
  public static func relation(_ text: String) -> FieldReading<Person.Relation> {
    let key = Folding.key(text)
    if saysNothing(key) { return .empty }
    for (relation, words) in relations where words.contains(key) { return .value(relation) }
    switch key {
    case "nareiziger", "nareis", "gezinshereniger", "joining relative", "family reunion":
      return .value(
        .other,
        repair: Phrase(
          "Nareiziger zegt niet welke relatie het is: overig gekozen.",
          "A joining relative can be anyone in the family: other was chosen."))
    case "alleenstaande minderjarige", "alleenstaande minderjarige vreemdeling", "amv", "ama", "unaccompanied minor",
      "alleenreizend kind", "umc":
      return .value(
        .head,
        repair: Phrase(
          "Alleenstaande minderjarige: hoofd van een eigen huishouden.",
          "Unaccompanied minor: head of a household of their own."))
    default:
      return .rejected(
        Phrase(
          "Verwacht hoofdpersoon, partner, kind, ouder, broer/zus of overig.",
          "Expected head, partner, child, parent, sibling or other."))
    }
  }

  private static let relations: [(Person.Relation, Set<String>)] = [
    (
      .head,
      [
        "head", "hoofd", "hoofdpersoon", "hoofd van het gezin", "gezinshoofd", "hoofdaanvrager", "aanvrager",
        "referent", "zelf",
        "self", "alleenstaand", "alleenstaande", "single", "head of household", "principal", "sponsor", "hp",
      ]
    ),
    (
      .partner,
      [
        "partner", "echtgenoot", "echtgenote", "echtgenoot e", "man", "vrouw", "spouse", "husband", "wife",
        "huwelijkspartner",
        "geregistreerd partner", "levenspartner", "p",
      ]
    ),
    (
      .child,
      [
        "kind", "kinderen", "zoon", "dochter", "child", "son", "daughter", "stiefkind", "stiefzoon", "stiefdochter",
        "pleegkind", "adoptiekind", "stepchild", "foster child", "minderjarig kind", "meerderjarig kind", "k", "baby",
      ]
    ),
    (.parent, ["ouder", "ouders", "vader", "moeder", "parent", "father", "mother", "stiefouder"]),
    (
      .sibling,
      [
        "broer", "zus", "zuster", "broer zus", "broer of zus", "sibling", "brother", "sister", "halfbroer", "halfzus",
        "broertje",
        "zusje", "brother sister",
      ]
    ),
    (
      .other,
      [
        "overig", "overige", "anders", "other", "oom", "tante", "neef", "nicht", "uncle", "aunt", "cousin", "nephew",
        "niece",
        "grootouder", "oma", "opa", "grootmoeder", "grootvader", "grandparent", "grandmother", "grandfather",
        "kleinkind",
        "grandchild", "schoonmoeder", "schoonvader", "schoonouder", "schoonzoon", "schoondochter", "zwager",
        "schoonzus",
        "familielid", "relative", "huisgenoot",
      ]
    ),
  ]
}
