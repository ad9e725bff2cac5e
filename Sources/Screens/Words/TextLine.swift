import Terminal

/// A line of text being typed, with its cursor.
struct TextLine: Hashable, Sendable {
  private(set) var letters: [Character]
  private(set) var cursor: Int

  init(_ text: String = "") {
    letters = Array(text)
    cursor = letters.count
  }

  var text: String { String(letters) }
  var isEmpty: Bool { letters.isEmpty }
  /// Columns before the cursor.
  var lead: Int { TextWidth.of(String(letters[..<cursor])) }

  /// Takes the key in; false when it means nothing to a line.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let letter): insert(String(letter))
    case .backspace:
      if cursor > 0 {
        cursor -= 1
        letters.remove(at: cursor)
      }
    case .delete: if cursor < letters.count { letters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(letters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = letters.count
    case .control("u"):
      letters.removeFirst(cursor)
      cursor = 0
    case .control("w"), .altBackspace: removeWord()
    case .controlLeft: cursor = wordStart
    case .controlRight:
      while cursor < letters.count, letters[cursor] == " " { cursor += 1 }
      while cursor < letters.count, letters[cursor] != " " { cursor += 1 }
    default: return false
    }
    return true
  }

  mutating func insert(_ text: String) {
    let new = Array(text)
    letters.insert(contentsOf: new, at: cursor)
    cursor += new.count
    // A combining mark joins the letter before it, so the count may be less than the sum.
    let whole = Array(String(letters))
    if whole.count != letters.count {
      cursor = Array(String(letters[..<cursor])).count
      letters = whole
    }
  }

  private var wordStart: Int {
    var at = cursor
    while at > 0, letters[at - 1] == " " { at -= 1 }
    while at > 0, letters[at - 1] != " " { at -= 1 }
    return at
  }

  private mutating func removeWord() {
    let start = wordStart
    letters.removeSubrange(start..<cursor)
    cursor = start
  }
}
