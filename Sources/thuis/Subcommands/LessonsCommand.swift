import ArgumentParser
import Casebook
import Journey
import Screens

struct LessonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: told(
      "Wat eerder hielp, het meest gelijkende eerst, elk met waarom.",
      "What helped before, the closest first, each with why."),
    discussion: told(
      """
      Elk woord moet in de les staan of in de naam van haar knelpunt, woonbehoefte, fase of gemeente. Met \
      --like komen de lessen en opgeloste huishoudens die het meest op een huishouden lijken; die van de \
      eigen gemeente met hun dossiernummer, van andere ziet men wat hielp. Zonder komen de meest gebruikte \
      eerst.
      """,
      """
      Every word must be in the lesson or in the name of its blocker, needs, stage or municipality. With --like come the \
      lessons and the solved households that are closest to a household; those of its own municipality are named by their \
      case number, of others one sees what helped. Without, the most used come first.
      """))

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @OptionGroup var common: CommonOptions

  @Argument(help: told("Woorden om te zoeken.", "Words to look for."))
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      told(
        "Een huishouden om mee te vergelijken: dossiernummer, V-nummer, BSN of naam.",
        "A household to compare with: its case number, V-number, BSN or name."), valueName: "ref"))
  var like: String?

  @Option(help: told("Hoeveel ten hoogste; 0 voor alle.", "How many at most; 0 for all."))
  var limit: Int = 20

  @Option(help: told("text, json of csv.", "text, json or csv."))
  var format: Format = .text

  func validate() throws {
    guard limit >= 0 else {
      throw ValidationError(told("--limit mag niet negatief zijn.", "--limit must not be negative."))
    }
  }

  func run() throws {
    try common.reporting { place in
      let (casebook, rules) = (try place.casebook(), try place.rules())
      let dossier = try like.map { try DossierReference(text: $0).resolve(in: casebook) }
      let seed = dossier.map { Situation(of: $0, on: place.today) }
      let text = query.joined(separator: " ")
      // As on the screen, what is looked for is looked for in all lessons, those of the household itself included.
      let asked = LessonQuery(
        text: text, like: seed, besides: text.isEmpty ? dossier?.id : nil, limit: limit == 0 ? .max : limit)
      let found = try casebook.lessons(asked)
      let page = LessonsPage(
        found: found, dossier: dossier, seed: seed, isSearch: !text.isEmpty,
        words: LessonWords(rules: rules, language: place.language), language: place.language)
      switch format {
      case .json: Output.line(try page.json.rendered())
      case .csv: try TableText(format: .csv).print(page)
      case .text: for line in page.lines { Output.line(Plain.clean(line)) }
      }
      tellCut(found, place.language)
      return .done
    }
  }

  /// Says on standard error that more lessons fit than the limit let through; one told in the same words more often counts once.
  private func tellCut(_ found: LessonsFound, _ language: Language) {
    guard limit > 0, found.fitting > limit else { return }
    let of = found.fittingIsAll ? Phrase(" van ", " of ") : Phrase(" van ten minste ", " of at least ")
    let different = Phrase("verschillende lessen", "different lessons")
    RowLimit.tell(printed: limit, of + Digits.counted(found.fitting, different, different), language)
  }
}
