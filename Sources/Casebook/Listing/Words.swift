import Journey

/// The words of a search: those of three letters and more are looked up anywhere, shorter ones at the start of names.
struct Words {
  /// For FTS5; nil when there is no word long enough.
  var match: String?
  /// Short words beside long ones.
  var short: [String] = []
  /// When all is short: how the name starts.
  var prefix: String?
  /// Case numbers that begin so (`2024-0`): as keys in the casebook.
  var numbers: ClosedRange<Int>?
  /// All of them, folded, in the order of typing.
  var all: [String] = []
  /// When they are a full case number.
  var number: DossierID?

  init(_ text: String) {
    let key = Folding.key(text)
    guard !key.isEmpty else { return }
    // A V-number may be read out with its letter.
    let words = key.split(separator: " ").map { word in
      word.count > 6 && word.first == "v" && word.dropFirst().allSatisfy(\.isNumber)
        ? String(word.dropFirst()) : String(word)
    }
    let typed = text.split(whereSeparator: \.isWhitespace)
    (all, number) = (words, typed.count == 1 ? DossierID(String(typed[0])) : nil)
    if typed.count == 1, let begun = Self.numbers(beginning: typed[0]) {
      numbers = begun
      return
    }
    let long = words.filter { $0.count >= 3 }
    guard !long.isEmpty || key.count >= 3 else {
      prefix = key
      return
    }
    if long.isEmpty {
      // `al ha`: three letters together, looked up as one.
      match = Self.quoted(key)
    } else if number != nil {
      match = Self.quoted(key)
    } else {
      match = long.map(Self.quoted).joined(separator: " AND ")
      short = words.filter { $0.count < 3 }
    }
  }

  /// Of a year and the zeros that a serial number begins with. With another digit it is a number of its own.
  private static func numbers(beginning text: Substring) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...5).contains(parts[1].count), parts[1].allSatisfy({ $0 == "0" }),
      let first = DossierID("\(parts[0])-1")
    else { return nil }
    let next = (parts[1].count..<6).reduce(1) { tens, _ in tens * 10 }
    return Int(first.value)...Int(DossierID(year: first.year, serial: next - 1).value)
  }

  static func quoted(_ word: String) -> String { "\"" + word.replacing("\"", with: "\"\"") + "\"" }
}
