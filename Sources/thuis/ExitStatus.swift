import Casebook
import Exchange
import Journey

/// What a run ends with: sysexits(3) where it has a word for it, so that scripts can tell the cases apart. The table for
/// people is in docs/operations.md.
struct ExitStatus: RawRepresentable, Hashable, Sendable {
  let rawValue: Int32

  static let done = ExitStatus(rawValue: 0)
  /// The rules do not allow it now, a check found something, or rows were rejected.
  static let refused = ExitStatus(rawValue: 1)
  static let usage = ExitStatus(rawValue: 64)
  /// The file is no casebook, damaged, from a newer version; or a rulebook, map or table with mistakes.
  static let data = ExitStatus(rawValue: 65)
  /// What one names is not there, or is no file that can be read.
  static let notFound = ExitStatus(rawValue: 66)
  /// There is no terminal that can show the program.
  static let unavailable = ExitStatus(rawValue: 69)
  static let software = ExitStatus(rawValue: 70)
  static let io = ExitStatus(rawValue: 74)
  static let noPermission = ExitStatus(rawValue: 77)
  static let interrupted = ExitStatus(rawValue: 130)
}

/// Anything that ends a subcommand, as a sentence and an exit code.
struct CommandFailure: Error {
  let phrase: Phrase
  let status: ExitStatus

  init(_ phrase: Phrase, _ status: ExitStatus) { (self.phrase, self.status) = (phrase, status) }

  /// - Parameter inFields: what a refusal is about goes by a name in each language, as the fields of an action do.
  init(_ error: any Error, inFields: Bool = false) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let failure as CasebookFailure: self.init(failure.phrase, ExitStatus(rawValue: failure.exitCode))
    case let failure as CsvFailure: self.init(failure.message, CommandFailure.status(failure))
    case let refusal as Refusal: self.init(CommandFailure.words(refusal, inFields: inFields), .refused)
    default: self.init(Phrase("Fout in het programma: \(error)", "A fault in the program: \(error)"), .software)
    }
  }

  private static func status(_ failure: CsvFailure) -> ExitStatus {
    switch failure {
    case .unreadable(_, let reason): reason == .noPermission ? .noPermission : .notFound
    case .unwritable(_, let reason): reason == .noPermission ? .noPermission : .io
    case .empty, .notText, .unterminatedQuote, .recordTooLong, .missingColumn: .data
    }
  }

  /// A refusal with the option it is about.
  private static func words(_ refusal: Refusal, inFields: Bool) -> Phrase {
    guard let field = refusal.field else { return refusal.phrase }
    let option = inFields ? Field.option(field) : Phrase(same: field)
    return Phrase(same: "--") + option + Phrase(same: ": ") + refusal.phrase
  }

  static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure(Phrase("\(path) kan niet worden gelezen.", "\(path) cannot be read."), .notFound)
  }

  static func usage(_ nl: String, _ en: String) -> CommandFailure { CommandFailure(Phrase(nl, en), .usage) }

  static func rulebook(_ path: String, _ mistakes: Rulebook.Mistakes) -> CommandFailure {
    func lines(_ language: Language) -> String {
      mistakes.list.map { "\(path):\($0.line): \($0.reason[language])" }.joined(separator: "\n")
    }
    return CommandFailure(Phrase(lines(.nl), lines(.en)), .data)
  }
}
