import Journey

extension NetworkFilter {
  /// The continuations of what is typed up to the cursor: terms, or parties. In the words of `language`; what is typed is
  /// understood in both.
  public static func completions(
    of filter: String, cursor: Int, rules: Rulebook, language: Language
  ) -> FilterCompletions {
    let place = TypedPlace(Array(filter), cursor)
    let choices: [FilterCompletions.Choice]
    switch place.term {
    case nil:
      let party = FilterCompletions.Choice(partyTerm[language] + ":", also: [partyTerm.nl, partyTerm.en])
      let town = FilterCompletions.Choice(townTerm[language] + ":", also: [townTerm.nl, townTerm.en])
      choices = [party, town] + Mark.allCases.map { FilterCompletions.Choice($0.name[language], also: $0.words) }
    case partyTerm.nl, partyTerm.en:
      choices = rules.parties.filter { $0.id != .household }.map { party in
        .init(rules.typed(party, language), also: [party.id.rawValue, party.name.nl, party.name.en])
      }
    case townTerm.nl, townTerm.en:
      let towns = Reference.completions(municipality: place.typed, limit: 20).map { town in
        FilterCompletions.Choice(town.name.contains(" ") ? "\"\(town.name)\"" : town.name, also: [town.name])
      }
      choices = towns + [FilterCompletions.Choice(unlinked[language], also: [unlinked.nl, unlinked.en])]
    default: choices = []
    }
    let found = choices.filter { $0.begins(place.typed) }.map { $0.found(by: place.typed) }
    return FilterCompletions(range: place.range, choices: found)
  }

  private static let partyTerm = Phrase("partij", "party")
  private static let townTerm = Phrase("gemeente", "municipality")
  private static let unlinked = Phrase("geen", "none")
}

extension ConnectionQuery {
  /// The same of the filter of connections.
  public static func completions(of filter: String, cursor: Int, language: Language) -> FilterCompletions {
    let place = TypedPlace(Array(filter), cursor)
    let choice = FilterCompletions.Choice(brokenOnly[language], also: [brokenOnly.nl, brokenOnly.en])
    return FilterCompletions(range: place.range, choices: choice.begins(place.typed) ? [choice] : [])
  }
}

extension Rulebook {
  /// A party as it can stand in a filter of people, where a blank ends a term.
  fileprivate func typed(_ party: PartyRule, _ language: Language) -> String {
    let name = party.name[language].lowercased()
    let short = name.split(separator: " ").first.map(String.init) ?? name
    return [name, short].first { !$0.contains(" ") && self.party(named: $0) == party.id } ?? party.id.rawValue
  }
}
