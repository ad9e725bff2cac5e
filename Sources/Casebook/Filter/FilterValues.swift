import Journey
import Quota

/// The values a term can have, for completion.
struct FilterValues {
  typealias Choice = FilterCompletions.Choice
  let today: Day
  let rules: Rulebook
  let language: Language
  /// A sign such as `>` is there already.
  let compares: Bool
  /// What the casebook has of a kind that starts so.
  let names: (ListedValue, String) -> [String]

  private static let most = 50

  func choices(_ term: FilterTerm, _ typed: String) -> [Choice] {
    let none = Choice(say("geen", "none"))
    let all: [Choice] =
      switch term {
      case .stage:
        Stage.allCases.map { Choice($0.name[language].lowercased(), also: [$0.code, $0.name.nl, $0.name.en]) }
      case .municipality: (municipalities(typed)).map { Choice($0) } + [none]
      case .region: Area.all.compactMap { if case .region(let name) = $0 { Choice(name) } else { nil } }
      case .province: Reference.provinces.map { Choice($0.name) }
      case .reception: names(.reception, typed).map { Choice($0) } + [none]
      case .daysWith: parties + [none]
      case .turn:
        parties + [none, Choice(say("ik", "me"))] + names(.organisation, typed).map { Choice($0) }
      case .organisation: names(.organisation, typed).map { Choice($0) } + [none]
      case .contactPerson: [none]
      case .owner: [Choice(say("ik", "me")), none] + names(.owner, typed).map { Choice($0) }
      case .blocker:
        [Choice("*", about: Phrase("welk ook", "any"))]
          + rules.blockers.map { Choice($0.name[language].lowercased(), also: [$0.code, $0.name.nl, $0.name.en]) } + [
            none
          ]
      case .origin:
        Reference.origins.filter { $0.iso3 != nil }.map { origin($0) }
      case .relatives: [Choice(say("ja", "yes")), Choice(say("nee", "no"))]
      case .persons: numbers([">=4", "1", "<=2"])
      case .need:
        [Choice("*", about: Phrase("welke ook", "any"))]
          + Feature.allCases.map { Choice($0.name[language], also: [$0.rawValue, $0.name.nl, $0.name.en]) } + [none]
      case .left:
        Stage.allCases.filter { $0 != .closed }.map {
          Choice(
            $0.name[language].lowercased() + "@-8w.." + say("vandaag", "today"),
            also: [$0.code, $0.name.nl, $0.name.en])
        }
      case .linkedBy: referenceDates
      case .housed, .movedIn: halves + days(["-30d", "-8w"])
      case .leadTime: numbers([">98d", ">26w", "<=98d"])
      case .overdue, .waited, .silent, .inStage: numbers([">7d", ">14d", ">30d"])
      case .due:
        days([
          say("vandaag", "today"), say("morgen", "tomorrow"), say("vr", "fri"), say("deze week", "this week"),
          say("volgende week", "next week"), "+1w", "+4w",
        ]) + [none]
      case .uncalled: days([say("vandaag", "today"), "-7d", "-14d", "-30d"])
      case .changed:
        days([say("vandaag", "today"), say("gisteren", "yesterday"), say("deze week", "this week"), "-7d", "-30d"])
      case .sort:
        SortKey.By.ofDossiers.map(\.name).flatMap {
          [Choice($0[language]), Choice("-" + $0[language], about: Phrase("andersom: ", "the other way round: ") + $0)]
        }
        .filter { $0.text.hasPrefix("-") == typed.hasPrefix("-") }
      case .noBlocker, .number, .name, .open, .closed, .all: []
      }
    var seen: Set<String> = []
    return all.filter { !$0.text.isEmpty && $0.begins(typed) && seen.insert($0.text).inserted }.prefix(Self.most).map {
      // Two choices are the same when they say the same.
      Choice(quoted($0.text), about: $0.found(by: typed).about)
    }
  }

  /// This half-year and the one before it.
  private var halves: [Choice] {
    let half = HalfYear(holding: today)
    return [half, half.previous].map { Choice($0.description) }
  }

  private var parties: [Choice] {
    rules.parties.map { Choice($0.name[language], also: [$0.id.rawValue, $0.name.nl, $0.name.en]) }
  }

  /// Of this half-year and the one before it.
  private var referenceDates: [Choice] {
    let half = HalfYear(holding: today)
    return [half, half.previous].compactMap { rules.task.referenceDate(half: $0.half, from: $0.first) }.map {
      Choice($0.description)
    }
  }

  private func origin(_ origin: Origin) -> Choice {
    let name = Reference.originName(nationality: origin.nationalityCode)
    return Choice(name[language], also: [name.nl, name.en, origin.iso3 ?? ""])
  }

  private func say(_ nl: String, _ en: String) -> String { Phrase(nl, en)[language] }

  private func municipalities(_ typed: String) -> [String] {
    let inUse = names(.municipality, typed)
    return inUse
      + (typed.isEmpty && !inUse.isEmpty ? [] : Reference.completions(municipality: typed, limit: 20).map(\.name))
  }

  private func numbers(_ texts: [String]) -> [Choice] {
    texts.map { Choice(compares ? String($0.drop { "<>=".contains($0) }) : $0) }
  }

  private func days(_ texts: [String]) -> [Choice] {
    texts.map { text in
      let days = PeriodText.read(text, today: today)
      func say(_ language: Language) -> String {
        guard let days else { return "" }
        let (first, last) = (days.lowerBound, days.upperBound)
        return DayText.short(first, today: today, language)
          + (first == last ? "" : " - " + DayText.short(last, today: today, language))
      }
      return Choice(text, about: Phrase(say(.nl), say(.en)))
    }
  }

  /// As it has to be written: a blank or a comma takes quotation marks.
  private func quoted(_ text: String) -> String {
    text.contains { $0.isWhitespace || ",()|".contains($0) } ? "\"\(text)\"" : text
  }
}
