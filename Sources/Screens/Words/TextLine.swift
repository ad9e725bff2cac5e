import Terminal

/// A line of text being typed, with its cursor.
struct TextLine: Hashable, Sendable {
  private(set) var letters: [Character]
  private(set) var cursor: Int
  /// All of it is replaced by the first letter typed; any other key edits it.
  private(set) var isSelected = false

  init(_ text: String = "") {
    letters = Array(text)
    cursor = letters.count
  }

  /// A text that is there already, as a suggestion: the first letter takes its place.
  init(selected text: String) {
    self.init(text)
    isSelected = !text.isEmpty
  }

  var text: String { String(letters) }
  var isEmpty: Bool { letters.isEmpty }
  /// Columns before the cursor.
  var lead: Int { TextWidth.of(String(letters[..<cursor])) }

  /// The text over rows of so many columns, broken at blanks where possible: each row as a range of letters. The last
  /// row may be empty, for the cursor.
  func rows(width: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var (start, columns, blank) = (0, 0, -1)
    var at = 0
    while at < letters.count {
      let letter = letters[at]
      if letter.isNewline {
        rows.append(start..<at)
        (start, columns, blank) = (at + 1, 0, -1)
      } else {
        columns += TextWidth.of(String(letter))
        if letter == " " { blank = at }
        if columns >= max(2, width), at > start {
          // Back to the last blank, or in the middle of a word that is too long for a row.
          let end = blank > start && (blank < at || columns <= width) ? blank + 1 : at
          rows.append(start..<end)
          (start, columns, blank, at) = (end, 0, -1, end - 1)
        }
      }
      at += 1
    }
    rows.append(start..<letters.count)
    return rows
  }

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
    isSelected = false
    return true
  }

  mutating func insert(_ text: String) {
    if isSelected { (letters, cursor, isSelected) = ([], 0, false) }
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

  /// Puts a text in the place of these letters; the cursor stands after it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<letters.count)
    isSelected = false
    letters.removeSubrange(range)
    cursor = range.lowerBound
    insert(text)
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
