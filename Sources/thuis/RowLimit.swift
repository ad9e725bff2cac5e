import ArgumentParser
import Journey

/// How many rows a list has at most; what is left out is said beside them.
struct RowLimit: ParsableArguments {
  @Option(help: told("Hoeveel ten hoogste; 0 voor alle.", "How many at most; 0 for all."))
  var limit: Int = 100

  func validate() throws {
    guard limit >= 0 else {
      throw ValidationError(told("--limit mag niet negatief zijn.", "--limit must not be negative."))
    }
  }

  var most: Int { limit == 0 ? .max : limit }

  /// Counting goes no further.
  static let countedTo = 100_000

  /// Says on standard error that there are more rows than were printed, where there are. Nothing is counted where fewer were
  /// printed than were asked for.
  ///
  /// - Parameters:
  ///   - ceiling: counting goes no further than one beyond it.
  ///   - noun: a number of such rows, in words.
  ///   - count: how many there are, counted no further than its argument.
  func tell(
    printed: Int, countedTo ceiling: Int = RowLimit.countedTo, _ noun: (Int) -> Phrase, _ language: Language,
    count: (Int) throws -> Int
  ) throws {
    guard limit > 0, printed == limit else { return }
    let ceiling = max(ceiling, printed)
    let total = try count(ceiling + 1)
    guard total > printed else { return }
    let of = total > ceiling ? Phrase(" van meer dan ", " of more than ") : Phrase(" van ", " of ")
    Self.tell(printed: printed, of + noun(min(total, ceiling)), language)
  }

  /// `20 van 57 lessen; --limit 0 geeft alle.`
  static func tell(printed: Int, _ ofHowMany: Phrase, _ language: Language) {
    let shown = Phrase(Digits.grouped(printed, .nl), Digits.grouped(printed, .en))
    Output.complain((shown + ofHowMany + Phrase("; --limit 0 geeft alle.", "; --limit 0 gives all."))[language])
  }
}
