import ArgumentParser
import Foundation
import Glibc
import Journey

/// What the reader of command lines says by itself, which has English only: titles of a help text, and what is wrong with a
/// command line. A sentence it does not know stays as it is.
enum ParserWords {
  /// Ends the program as the parser would, in the language of the person.
  static func exit(_ error: any Error) -> Never {
    let (own, code) = (Thuis.fullMessage(for: error), Thuis.exitCode(for: error))
    let text = withWayOut(own)
    guard HelpLanguage.current == .nl || text != own else { Thuis.exit(withError: error) }
    let isHelp = text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ")
    if code == .success {
      if !text.isEmpty { Output.line(isHelp ? help(text) : text) }
      _ = Output.flush()
    } else if !text.isEmpty {
      FileHandle.standardError.write(Data(((HelpLanguage.current == .nl ? mistake(text) : text) + "\n").utf8))
    }
    Glibc.exit(code.rawValue)
  }

  // MARK: - Help

  private static let titles = [
    ("OVERVIEW: ", "OVERZICHT: "), ("USAGE: ", "GEBRUIK: "), ("ARGUMENTS:", "ARGUMENTEN:"), ("OPTIONS:", "OPTIES:"),
    ("SUBCOMMANDS:", "OPDRACHTEN:"),
  ]

  /// Whole explanations, which end a line.
  private static let explanations = [
    ("Show the version.", "Toon de versie."), ("Show help information.", "Toon deze hulp."),
    ("Show subcommand help information.", "Toon de hulp van een opdracht."),
  ]

  static func help(_ text: String) -> String {
    marks(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { dutch(String($0)) }
        .joined(separator: "\n"))
  }

  private static func dutch(_ line: String) -> String {
    for (en, nl) in explanations where line.hasSuffix(" " + en) {
      return titled("\(line.dropLast(en.count))\(nl)")
    }
    let each = "<subcommand>' for detailed help."
    if line.hasPrefix("  See '"), line.hasSuffix(each) {
      return "  Zie '\(line.dropFirst(7).dropLast(each.count))<opdracht>' voor de hulp van elk."
    }
    if line.hasPrefix("USAGE: "), line.hasSuffix(" <subcommand>") {
      return titled("\(line.dropLast(12))<opdracht>")
    }
    return titled(line)
  }

  private static func titled(_ line: String) -> String {
    for (en, nl) in titles where line.hasPrefix(en) { return "\(nl)\(line.dropFirst(en.count))" }
    return line
  }

  /// What stands in parentheses behind an explanation, and may be broken over lines; and behind a subcommand.
  private static func marks(_ text: String) -> String {
    var text = text.replacing(/\(values:(\s[^()]*?);(\s+)default:(\s)/) { match in
      "(keuze:\(match.1);\(match.2)standaard:\(match.3)"
    }
    text = text.replacing(/\(values:(\s)/) { match in "(keuze:\(match.1)" }
    text = text.replacing(/\(default:(\s)/) { match in "(standaard:\(match.1)" }
    return text.replacing(/\n( +[a-z\-]+) \(default\) {2}/) { match in "\n\(match.1) (standaard)" }
  }

  // MARK: - Mistakes

  /// A term of a filter with a dash before it looks like an option: what to write instead, below what is wrong.
  private static func withWayOut(_ text: String) -> String {
    guard text.contains("<filter>"), let found = text.firstMatch(of: /Unknown option '-([^\-'][^']+)'/) else {
      return text
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let term = found.1
    let hint = Phrase(
      "Voor een filter: schrijf \"niet \(term)\", of zet -- voor het filter.",
      "For a filter: write \"not \(term)\", or put -- before the filter.")
    lines.insert("  " + hint[HelpLanguage.current], at: 1)
    return lines.joined(separator: "\n")
  }

  /// The beginning of a sentence, and what stands within it.
  private static let sentences: [(begins: String, within: [(String, String)], nl: String)] = [
    ("Unknown option ", [(". Did you mean ", ". Bedoelt u ")], "Onbekende optie "),
    ("Missing value for ", [], "Er ontbreekt een waarde bij "),
    ("Unexpected argument ", [], "Onverwacht woord "),
    ("Missing expected argument ", [], "Er ontbreekt een argument: "),
    ("Missing one of: ", [], "Er ontbreekt een van: "),
    ("Missing required subcommand.", [], "Er ontbreekt een opdracht."),
    (
      "The value ",
      [
        (" is invalid for ", " kan niet bij "), (" is invalid.", " kan niet."),
        (". Please provide one of the following:", ". Kies uit:"), (". Please provide one of ", ". Kies uit "),
        ("' and '", "' en '"), ("' or '", "' of '"),
      ], "De waarde "
    ),
    (
      "The option ",
      [(" does not take any value, but ", " heeft geen waarde, maar kreeg "), (" was specified.", ".")], "De optie "
    ),
    ("Invalid option: ", [], "Ongeldige optie: "),
    ("Value to be set with ", [(" had already been set with ", " stond al vast door ")], "Wat wordt gezegd met "),
  ]

  static func mistake(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for (en, nl) in [("Error: ", "Fout: "), ("Help:  ", "Hulp:  "), ("Usage: ", "Gebruik: ")]
      where line.hasPrefix(en) {
        return nl + sentence(String(line.dropFirst(en.count)))
      }
      if line.hasPrefix("  See '") {
        line = "  Zie '" + line.dropFirst(7).replacing(" for more information.", with: " voor meer.")
      }
      return line
    }.joined(separator: "\n")
  }

  private static func sentence(_ text: String) -> String {
    let count = text.prefix { $0.isNumber }
    if !count.isEmpty, text.dropFirst(count.count).hasPrefix(" unexpected arguments: ") {
      return "\(count) onverwachte woorden: " + text.dropFirst(count.count + " unexpected arguments: ".count)
    }
    guard let known = sentences.first(where: { text.hasPrefix($0.begins) }) else { return text }
    return known.within.reduce(known.nl + text.dropFirst(known.begins.count)) { $0.replacing($1.0, with: $1.1) }
  }
}
