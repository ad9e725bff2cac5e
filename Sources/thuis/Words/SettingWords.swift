import Casebook
import Foundation
import Journey
import Preferences
import Screens

/// Every setting as it holds in this run, and who said so.
struct SettingWords {
  let place: Surroundings
  let language: Language

  struct Line {
    var name: String
    /// nil: nobody said, and the program chooses.
    var value: String?
    /// What the program does without it, in words.
    var standard: Phrase
    var origin: SettingOrigin
  }

  init(_ place: Surroundings) { (self.place, language) = (place, place.language) }

  var lines: [Line] {
    let all = place.preferences
    var lines = [
      line("language", all.language, Phrase(same: "nl")) { $0.rawValue },
      line("theme", all.theme, Phrase("naar de terminal", "by the terminal")) { $0.rawValue },
      line("name", all.name, Phrase("het account", "the account")) { $0 },
      line("editor", all.editor ?? editor, Phrase(same: "vi")) { $0 },
      line("mouse", all.mouse, Self.switched(true)) { Self.switched($0).en },
      line("copy", all.copy, Self.switched(true)) { Self.switched($0).en },
      line("view", all.view, Phrase("geen", "none")) { $0 },
    ]
    for (party, days) in all.silence.sorted(by: { $0.key < $1.key }) {
      lines.append(line("silence.\(party.rawValue)", days, Phrase(same: "")) { "\($0)" })
    }
    for list in Preferences.List.allCases {
      lines.append(
        line("columns.\(list.rawValue)", all.columns[list], Phrase("naar de breedte", "by the width")) {
          $0.map(\.text).joined(separator: ", ")
        })
    }
    // What the screens refuse does not hold; `config check` says why.
    let refused = KeyChoice(all.keys).mistakes
    for wish in all.keys where !refused.contains(where: { $0.path == wish.place.path && $0.line == wish.place.line }) {
      let keys = Chosen(wish.keys, .file(wish.place))
      lines.append(line("keys.\(wish.action)", keys, Phrase(same: "")) { $0.joined(separator: ", ") })
    }
    return lines + [
      line("account", place.account, Phrase(same: "")) { $0 }, line("casebook", place.file, Phrase(same: "")) { $0 },
    ]
  }

  private func line<Value>(
    _ name: String, _ chosen: Chosen<Value>?, _ standard: Phrase, _ text: (Value) -> String
  ) -> Line {
    Line(name: name, value: chosen.map { text($0.value) }, standard: standard, origin: chosen?.origin ?? .builtIn)
  }

  private var editor: Chosen<String>? {
    ["VISUAL", "EDITOR"].lazy.compactMap { name in
      ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : Chosen($0, .environment(name)) }
    }.first
  }

  private static func switched(_ isOn: Bool) -> Phrase { Phrase(same: isOn ? "on" : "off") }

  // MARK: - As text

  func text(_ line: Line) -> String {
    let value = line.value ?? line.standard[language]
    return Plain.fit(line.name, 20) + " " + Plain.fit(value, max(24, Plain.width(value))) + "  "
      + said(line.origin)[language]
  }

  /// `eigen bestand: /home/j/.config/thuis/config.yaml:3`.
  private func said(_ origin: SettingOrigin) -> Phrase {
    switch origin {
    case .builtIn: Phrase("standaard", "default")
    case .file(let line):
      (line.isOwn ? Phrase("eigen bestand", "own file") : Phrase("bestand van de computer", "machine file"))
        + Phrase(same: ": \(line.path):\(line.line)")
    case .environment(let name): Phrase("omgeving: ", "environment: ") + Phrase(same: name)
    case .option(let name): Phrase("optie: ", "option: ") + Phrase(same: name)
    }
  }

  func text(_ file: File) -> String {
    let there = file.isThere ? Phrase("is er", "is there") : Phrase("is er niet", "is not there")
    return Plain.fit(file.name, 20) + " " + file.path + "  " + there[language]
  }

  // MARK: - Files

  struct File {
    var name: String
    var path: String
    var isThere: Bool { FileManager.default.fileExists(atPath: path) }
  }

  var files: [File] {
    place.folders.machineConfigs.map { File(name: "machine-config", path: $0) } + [
      File(name: "config", path: place.folders.config), File(name: "views", path: place.folders.views),
      File(name: "rulebook", path: place.folders.rulebook), File(name: "casebook", path: place.path),
    ]
  }

  // MARK: - As JSON

  var json: JSON {
    .object([
      "settings": .list(lines.map(json)),
      "files": .list(
        files.map { .object(["name": .text($0.name), "path": .text($0.path), "exists": .flag($0.isThere)]) }),
    ])
  }

  private func json(_ line: Line) -> JSON {
    var (source, path, number, by) = ("default", String?.none, Int?.none, String?.none)
    switch line.origin {
    case .builtIn: break
    case .file(let file): (source, path, number) = (file.isOwn ? "own file" : "machine file", file.path, file.line)
    case .environment(let name): (source, by) = ("environment", name)
    case .option(let name): (source, by) = ("option", name)
    }
    return .object([
      "name": .text(line.name), "value": JSON(line.value), "source": .text(source), "path": JSON(path),
      "line": JSON(number), "by": JSON(by),
    ])
  }
}
