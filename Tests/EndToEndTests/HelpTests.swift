import Foundation
import Testing

@Suite("Help in both languages")
struct HelpTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
    struct Argument: Decodable { var abstract: String? }
  }
  private struct Tree: Decodable { var command: Command }

  private func tree(_ language: String) throws -> Command {
    let text = try place.thuis("--lang", language, "--experimental-dump-help").output
    return try JSONDecoder().decode(Tree.self, from: Data(text.utf8)).command
  }

  /// Every text, in the order of declaration, with the command it is of.
  private func texts(_ command: Command, _ path: [String] = []) -> [(path: [String], text: String)] {
    if command.commandName == "help" { return [] }
    let own = [command.abstract, command.discussion] + (command.arguments ?? []).map(\.abstract)
    let here = path + [command.commandName]
    return own.compactMap { $0 }.filter { !$0.isEmpty }.map { (here, $0) }
      + (command.subcommands ?? []).flatMap { texts($0, here) }
  }

  @Test("every explanation there is in English is there in Dutch, in other words")
  func both() throws {
    let (nl, en) = (texts(try tree("nl")), texts(try tree("en")))
    try #require(nl.count == en.count && nl.count > 150)
    // What the parser says of itself is turned into Dutch when it is shown.
    let parsers: Set = ["Show the version.", "Show help information."]
    for (a, b) in zip(nl, en) where !parsers.contains(b.text) {
      #expect(a.path == b.path && a.text != b.text, "\(b.path.joined(separator: " ")): \(b.text)")
    }
  }

  private func paths(_ command: Command, _ path: [String] = []) -> [[String]] {
    if command.commandName == "help" { return [] }
    return [path] + (command.subcommands ?? []).flatMap { paths($0, path + [$0.commandName]) }
  }

  private func help(_ language: String) throws -> [(path: [String], text: String)] {
    try paths(try tree("en")).map { path in
      let result = place.result(of: try place.start(path + ["--help", "--lang", language]))
      #expect(result.status == 0 && result.complaint.isEmpty)
      return (path, result.output)
    }
  }

  @Test("English help is what it was, word for word")
  func english() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help/help.en.txt")
    let now = try help("en").map { "$ \((["thuis"] + $0.path + ["--help"]).joined(separator: " "))\n\($0.text)" }
      .joined(separator: "\n")
    #expect(now == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("Dutch help has no title or phrase of the parser in English")
  func dutch() throws {
    for (path, text) in try help("nl") {
      for english in [
        "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Show ", "(values", "default", "See '", "(anders",
      ] {
        #expect(!text.contains(english), "\(path.joined(separator: " ")): \(english)")
      }
      #expect(text.contains("GEBRUIK: thuis") && text.contains("OPTIES:"))
    }
    #expect(try place.thuis("demo", "--help", "--lang", "nl").output.contains("(standaard: 2500)"))
  }

  @Test("the documentation is made in English, also where an option stands before it")
  func manual() throws {
    let page = try place.thuis("manual", "page").output
    #expect(page.contains("households, one dossier") || page.contains("Without a subcommand"))
    #expect(try place.thuis("--user", "anna", "manual", "page").output == page)
  }

  @Test("without --lang it is the language of the locale, Dutch where that is neither")
  func locale() throws {
    #expect(try place.thuis("list", "--help").output.hasPrefix("OVERZICHT: Huishoudens"))
    let english = place.result(
      of: try place.start(["list", "--help"], through: ["/usr/bin/env", "LC_ALL=en_GB.UTF-8"]))
    #expect(english.output.hasPrefix("OVERVIEW: Households"))
  }

  @Test(
    "what is wrong with a command line is said in the language of the person",
    arguments: [
      (["list", "--nonsense"], "Fout: Onbekende optie '--nonsense'", "Error: Unknown option '--nonsense'"),
      (["list", "--limt", "3"], ". Bedoelt u '--limit'?", ". Did you mean '--limit'?"),
      (["list", "--limit"], "Fout: Er ontbreekt een waarde bij '--limit", "Error: Missing value for '--limit"),
      (["list", "--limit", "-1"], "Fout: ", "Error: "),
      (["show"], "Fout: Er ontbreekt een argument: '<ref>'", "Error: Missing expected argument '<ref>'"),
      (["list", "--format", "xml"], "Fout: De waarde 'xml' kan niet bij", "Error: The value 'xml' is invalid for"),
      (["lessons", "--limit", "-1"], "Fout: ", "Error: "),
      (["show", "a", "b"], "Fout: Onverwacht woord 'b'", "Error: Unexpected argument 'b'"),
    ])
  func mistakes(words: [String], nl: String, en: String) throws {
    for (language, expected) in [("nl", nl), ("en", en)] {
      let result = place.result(of: try place.start(words + ["--lang=" + language]))
      #expect(result.status == 64 && result.output.isEmpty)
      #expect(result.complaint.contains(expected), "\(result.complaint)")
    }
  }
}
