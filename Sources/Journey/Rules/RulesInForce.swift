/// The rules that hold in a run: known by their fingerprint at once, read when somebody first looks into them.
///
/// Reading them takes as long as opening a casebook does, so the two go side by side.
public struct RulesInForce: Sendable {
  public let fingerprint: String
  private let read: @Sendable () -> Rulebook

  /// Waits until they are read.
  public var book: Rulebook { read() }

  public init(_ book: Rulebook) {
    fingerprint = book.fingerprint
    read = { book }
  }

  private init(fingerprint: String, read: @escaping @Sendable () -> Rulebook) {
    (self.fingerprint, self.read) = (fingerprint, read)
  }

  /// Those that are in the program.
  public static let builtIn = RulesInForce(fingerprint: Rulebook.fingerprint(of: Rulebook.builtInText)) { .builtIn }

  /// The same rules, with other limits of silence for some parties.
  public func silent(after days: [PartyID: Int]) -> RulesInForce {
    days.isEmpty ? self : RulesInForce(book.silent(after: days))
  }
}
