import Journey

/// What became of one cell of a file from outside.
public enum FieldReading<Value: Hashable & Sendable>: Hashable, Sendable {
  /// `repair` tells what was changed to read it, for the person who checks the import.
  case value(Value, repair: Phrase? = nil)
  /// Nothing was filled in, or a word that says it is not known.
  case empty
  /// Why it cannot be read, and what was expected.
  case rejected(Phrase)

  public var value: Value? { if case .value(let value, _) = self { value } else { nil } }
  public var repair: Phrase? { if case .value(_, let repair) = self { repair } else { nil } }
  public var rejection: Phrase? { if case .rejected(let reason) = self { reason } else { nil } }
}

/// Readers for what Dutch offices write in their lists. Pure; a value is repaired only where it can mean one thing.
public enum Fields {
  /// Words and signs for "not known".
  static func saysNothing(_ key: String) -> Bool {
    key.isEmpty || ["onbekend", "unknown", "n v t", "nvt", "n a", "na", "null", "niet bekend", "nnb"].contains(key)
  }
}
