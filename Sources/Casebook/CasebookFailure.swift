import GRDB
import Journey

/// Why the casebook could not do what was asked, in words for whoever sits before the screen.
public enum CasebookFailure: Error, Sendable {
  /// The rules do not allow it now.
  case refused(Refusal)
  /// Somebody else wrote in between, and on the dossier as it now is the rules do not allow it.
  case moved(Refusal, Dossier)
  /// The file is something else.
  case notACasebook(String)
  /// Written by a newer version of the program: formats found and known.
  case newer(found: Int, known: Int)
  case readOnly(String)
  case full
  case locked
  /// Another file was put at the path since it was opened.
  case replaced(String)
  case notFound(String)
  case damaged(String)
  case io(Phrase)

  public var phrase: Phrase {
    switch self {
    case .refused(let refusal): refusal.phrase
    case .moved(let refusal, let dossier): CasebookFailure.change(dossier) + refusal.phrase
    case .notACasebook(let path):
      Phrase("\(path) is geen werkboek van Thuis.", "\(path) is not a casebook of Thuis.")
    case .newer(let found, let known):
      Phrase(
        "Dit werkboek is van een nieuwere versie van Thuis (formaat \(found); deze versie kent \(known)). Werk Thuis bij.",
        "This casebook was written by a newer Thuis (format \(found); this version knows \(known)). Update Thuis.")
    case .readOnly(let path):
      Phrase(
        "\(path) kan niet worden beschreven: controleer de rechten.",
        "\(path) cannot be written: check its permissions.")
    case .full:
      Phrase(
        "De schijf is vol. Er is niets vastgelegd; maak ruimte en probeer het opnieuw.",
        "The disk is full. Nothing was recorded; make room and try again.")
    case .locked:
      Phrase(
        "Een ander programma houdt het werkboek bezet. Er is niets vastgelegd; probeer het opnieuw.",
        "Another program keeps the casebook busy. Nothing was recorded; try again.")
    case .replaced(let path):
      Phrase(
        "\(path) is vervangen terwijl het open was (restore). Er is niets vastgelegd: sluit Thuis en open het opnieuw.",
        "\(path) was replaced while it was open (restore). Nothing was recorded: close Thuis and open it again.")
    case .notFound(let what): Phrase("\(what) is er niet.", "\(what) does not exist.")
    case .damaged(let what):
      Phrase(
        "Het werkboek is beschadigd (\(what)). Zet een reservekopie terug met 'thuis restore'.",
        "The casebook is damaged (\(what)). Put a backup back with 'thuis restore'.")
    case .io(let what):
      Phrase("Lezen of schrijven mislukte: \(what.nl).", "Reading or writing failed: \(what.en).")
    }
  }

  /// That it changed, what happened last and by whom.
  private static func change(_ dossier: Dossier) -> Phrase {
    let last = dossier.story.last.map { Phrase(same: " (") + $0.body.name + Phrase(same: ", \($0.actor.name))") }
    return Phrase("Dossier \(dossier.id) is intussen gewijzigd", "Dossier \(dossier.id) was changed meanwhile")
      + (last ?? Phrase(same: "")) + Phrase(same: ". ")
  }

  /// What the command ends with: sysexits(3), so scripts can tell them apart.
  public var exitCode: Int32 {
    switch self {
    case .refused, .moved: 1
    case .notACasebook, .newer, .damaged: 65
    case .notFound: 66
    case .full, .io: 74
    case .locked, .replaced: 75
    case .readOnly: 77
    }
  }
}

extension Refusal {
  var phrase: Phrase { Phrase(text(.nl), text(.en)) }
}

extension CasebookFailure {
  /// What SQLite said, in the house's words.
  init(_ error: any Error, path: String) {
    switch error {
    case let failure as CasebookFailure: self = failure
    case let refusal as Refusal: self = .refused(refusal)
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_FULL: self = .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path)
      case .SQLITE_NOTADB: self = .notACasebook(path)
      case .SQLITE_CORRUPT: self = .damaged(error.message ?? "SQLITE_CORRUPT")
      default: self = .io(Phrase(same: error.message ?? "\(error.resultCode)"))
      }
    default: self = .io(Phrase(same: "\(error)"))
    }
  }
}
