import Journey

/// How another office's columns come to be the house's own: a YAML file.
public struct ColumnMap: Hashable, Sendable {
  /// Where a column of the house comes from.
  public struct Origin: Hashable, Sendable {
    /// As the other file names it.
    public var column: String
    /// Several values in one cell are joined by this; the first is taken.
    public var separator: String?
  }

  /// Rows that do not pass are skipped with a reason.
  public struct Filter: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// Names the residence title by RvIG table 56.
      case residenceTitle
      /// `{value}` stands for what the row has.
      case words(Phrase)
    }
    public var column: String
    public var separator: String?
    public var accept: Set<String>
    public var reason: Reason
  }

  public var columns: [Column: Origin] = [:]
  /// The same for every row that has nothing there itself.
  public var constants: [Column: String] = [:]
  /// What values of the other office mean, by search key.
  public var values: [Column: [String: String]] = [:]
  public var filters: [Filter] = []
  /// Columns of the file that are known and left out on purpose, by search key.
  public var ignored: Set<String> = []

  public init() {}

  /// A mistake in a map file; lines count from 1.
  public struct Mistake: Error, Hashable, Sendable {
    public let line: Int
    public let reason: Phrase
    public var text: Phrase { Phrase("regel \(line): ", "line \(line): ") + reason }
  }
  public struct Mistakes: Error, Hashable, Sendable { public let list: [Mistake] }

  /// Reads a map; all its mistakes at once, by line.
  public static func read(_ text: String) -> Result<ColumnMap, Mistakes> {
    var reader = ColumnMapReader()
    let map = reader.map(text)
    return reader.mistakes.isEmpty
      ? .success(map) : .failure(Mistakes(list: reader.mistakes.sorted { $0.line < $1.line }))
  }
}

extension ColumnMap.Filter {
  /// nil when the row passes; else why it is skipped.
  func refusal(of cell: String) -> Phrase? {
    let values =
      separator.map { cell.split(separator: $0, omittingEmptySubsequences: false).map(String.init) } ?? [cell]
    let first = (values.first ?? "").trimmingSpaces()
    if accept.contains(Folding.key(first)) { return nil }
    switch reason {
    case .words(let words):
      return Phrase(
        words.nl.replacing("{value}", with: first), words.en.replacing("{value}", with: first))
    case .residenceTitle:
      if first.isEmpty { return Phrase("geen verblijfstitel", "no residence title") }
      guard let title = Reference.residenceTitle(code: first) else {
        return Phrase("onbekende verblijfstitel \(first)", "unknown residence title \(first)")
      }
      let earlier = values.dropFirst().map { $0.trimmingSpaces() }.filter { accept.contains(Folding.key($0)) }
      let nl = earlier.isEmpty ? "" : "; eerder \(earlier.joined(separator: ", "))"
      let en = earlier.isEmpty ? "" : "; earlier \(earlier.joined(separator: ", "))"
      return Phrase(
        "verblijfstitel \(title.code) is geen asielvergunning: \(title.name)\(nl)",
        "residence title \(title.code) is no asylum permit: \(title.name)\(en)")
    }
  }
}
