import ArgumentParser
import Journey

/// Which part of the country.
struct ScopeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("NL, a province PV26, a region \"AM Amersfoort\" or a municipality GM0344.", valueName: "code"))
  var scope: String = "NL"

  /// - Throws: what was expected, when there is no such area.
  var area: Area {
    get throws {
      if let area = Area(code: scope) { return area }
      if case .exact(let town) = Reference.findMunicipality(scope) { return .municipality(town.code) }
      throw CommandFailure.usage(
        "--scope \"\(scope)\" is geen gebied. Verwacht NL, PV26, \"AM Amersfoort\" of GM0344.",
        "--scope \"\(scope)\" is no area. Expected NL, PV26, \"AM Amersfoort\" or GM0344.")
    }
  }
}
