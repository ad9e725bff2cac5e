import ArgumentParser
import Casebook
import Foundation
import Journey
import Preferences
import Screens

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: told(
      "Wat u voor uzelf instelt: controleer de bestanden, of toon wat geldt en waarom.",
      "What you set for yourself: check the files, or show what holds and why."),
    subcommands: [Check.self, Show.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: told(
        "Controleer instellingen, toetsen en eigen weergaven; elke fout als pad:regel: reden.",
        "Check settings, keys and own views; each mistake as path:line: reason."),
      discussion:
        told(
          "Leest config.yaml van de machine en van uzelf, en views.yaml. Eindigt met 65 als er een fout in staat.",
          "Reads config.yaml of the machine and of your own, and views.yaml. Ends with 65 when one has a mistake."))

    @OptionGroup var common: CommonOptions

    func run() throws {
      try common.reporting { place in
        let (preferences, language) = (place.preferences, place.language)
        let views = OwnViews(place.folders)
        let (saved, wrong) = views.load()
        let files = preferences.files + [views.path]
        func order(_ mistake: ConfigMistake) -> (Int, Int) {
          (files.firstIndex(of: mistake.path) ?? files.count, mistake.line)
        }
        let found = preferences.mistakes + KeyChoice(preferences.keys).mistakes + unknownView(saved, place) + wrong
        let mistakes = found.sorted { order($0) < order($1) }
        for mistake in mistakes { Output.line(Plain.clean(mistake.text(language))) }
        guard mistakes.isEmpty else { return .data }
        for path in preferences.files { Output.line("\(path): " + Phrase("in orde", "in order")[language]) }
        if !saved.isEmpty {
          let count = Digits.counted(saved.count, Phrase("weergave", "view"), Phrase("weergaven", "views"))
          Output.line("\(views.path): " + (count + Phrase(", in orde", ", in order"))[language])
        }
        if preferences.files.isEmpty, saved.isEmpty {
          let path = place.folders.config
          Output.line(
            Phrase("In orde: er is niets ingesteld (\(path)).", "In order: nothing is set (\(path)).")[language])
        }
        return .done
      }
    }

    /// A view that Dossiers should open with and that nobody has: neither this person, the casebook nor the program.
    private func unknownView(_ own: [SavedView], _ place: Surroundings) -> [ConfigMistake] {
      guard let view = place.preferences.view, case .file(let line) = view.origin else { return [] }
      var shared: [SavedView] = []
      do { shared = try place.unsettled().savedViews() } catch {
        // A casebook that is there and cannot be read may have it.
        if FileManager.default.fileExists(atPath: place.path) { return [] }
      }
      let brought = Language.allCases.flatMap(SavedView.builtIn)
      guard !(own + shared + brought).contains(where: { $0.isNamed(view.value) }) else { return [] }
      let names = (own + shared + SavedView.builtIn(place.language)).map(\.name)
      let (near, all) = (Nearest.word(view.value, among: names), names.joined(separator: ", "))
      let others =
        near.map { Phrase("; bedoelde u \($0)?", "; did you mean \($0)?") }
        ?? Phrase("; wel: \(all)", "; there are: \(all)")
      return [
        ConfigMistake(
          at: line,
          Phrase("view: er is geen weergave \"\(view.value)\"", "view: there is no view \"\(view.value)\"") + others)
      ]
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: told(
        "Elke instelling met haar waarde en wie het zei, en waar de bestanden staan.",
        "Every setting with its value and who said so, and where the files are."))

    @OptionGroup var common: CommonOptions

    @Option(help: told("text of json.", "text or json."))
    var format: TextFormat = .text

    func run() throws {
      try common.reporting { place in
        let words = SettingWords(place)
        switch format {
        case .json: Output.line(try words.json.rendered())
        case .text:
          for line in words.lines { Output.line(Plain.clean(words.text(line))) }
          Output.line()
          for file in words.files { Output.line(Plain.clean(words.text(file))) }
        }
        return .done
      }
    }
  }
}
