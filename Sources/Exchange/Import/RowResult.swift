import Journey

/// What became of one row of the file.
public struct RowResult: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case created
    /// Known already, nothing new; why it is the same person.
    case matched(Phrase)
    /// Known already, and the file knew something new: what.
    case updated([Phrase])
    /// Not imported: the column (as the file names it) and the reason.
    case rejected(column: String, Phrase)
    /// Left out by the map, with its reason.
    case skipped(Phrase)
    /// Perhaps known already: not imported, to be looked at by a person.
    case doubtful(Phrase, candidates: [DossierID])

    /// `created`, `matched`, `updated`, `rejected`, `skipped`, `doubtful`: the name in JSON.
    public var code: String {
      switch self {
      case .created: "created"
      case .matched: "matched"
      case .updated: "updated"
      case .rejected: "rejected"
      case .skipped: "skipped"
      case .doubtful: "doubtful"
      }
    }
  }

  /// A value that was read with a change.
  public struct Repair: Hashable, Sendable {
    public let column: String
    public let note: Phrase
  }

  /// The physical line on which the row starts.
  public let line: Int
  public let name: String
  public let outcome: Outcome
  /// nil where nothing was stored: rejected, skipped, doubtful, or a trial run that would create one.
  public let dossier: DossierID?
  public let repairs: [Repair]

  /// One line of text, as the terminal prints it.
  public func text(_ language: Language) -> String {
    let place = Phrase("regel \(line)", "line \(line)")[language]
    let who = name.isEmpty ? "" : " \(name)"
    let number = dossier.map { " \($0)" } ?? ""
    return "\(place)\(who): \(outcome.name[language])\(number)\(outcome.detail(language))"
  }
}

extension RowResult.Outcome {
  var name: Phrase {
    switch self {
    case .created: Phrase("nieuw", "created")
    case .matched: Phrase("bekend", "matched")
    case .updated: Phrase("bijgewerkt", "updated")
    case .rejected: Phrase("afgewezen", "rejected")
    case .skipped: Phrase("overgeslagen", "skipped")
    case .doubtful: Phrase("twijfel", "doubtful")
    }
  }

  func detail(_ language: Language) -> String {
    switch self {
    case .created: return ""
    case .matched(let why): return " (\(why[language]))"
    case .updated(let what): return " (\(what.map { $0[language] }.joined(separator: ", ")))"
    case .rejected(let column, let why):
      let place = column.isEmpty ? "" : Phrase(", kolom \(column)", ", column \(column)")[language]
      return "\(place): \(why[language])"
    case .skipped(let why): return ": \(why[language])"
    case .doubtful(let why, let candidates):
      let numbers = candidates.map(\.description).joined(separator: ", ")
      return ": \(why[language])" + (numbers.isEmpty ? "" : " (\(numbers))")
    }
  }
}
