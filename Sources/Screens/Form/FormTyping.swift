import Journey
import Terminal

// Where one types in a form, what the next letter takes the place of, and the line that saves.
extension FormState {
  /// What is known already needs no typing: one begins at the first field that is still empty.
  static func firstFocus(_ purpose: Purpose, _ fields: [Field], _ defaults: [String: String]) -> Int {
    func isEmpty(_ field: Field) -> Bool { (defaults[field.name] ?? "").isEmpty }
    switch purpose {
    // Whom it waits for, and who leads, is what the form is for.
    case .act(.wait), .act(.assign): return 0
    // What was said comes first in a contact, also where nobody is known by name yet.
    case .act(.contact) where !(defaults["party"] ?? "").isEmpty:
      return fields.firstIndex { $0.name == "text" } ?? 0
    // Who takes over is what makes it warm.
    case .act(.handOver): return fields.firstIndex(where: isEmpty) ?? 0
    case .act, .taskAct, .partner:
      return fields.firstIndex { isEmpty($0) && $0.required } ?? fields.firstIndex(where: isEmpty) ?? 0
    default: return 0
    }
  }

  /// Whether what stands in a field is guessed: to a list one adds, a long text is worked on, and what a correction says is
  /// gone on with.
  static func canSuggest(_ field: Field, _ purpose: Purpose) -> Bool {
    switch (purpose, field.kind) {
    case (.correct, _), (_, .longText), (_, .choices): false
    default: true
    }
  }

  /// Whether the next letter takes the place of what stands in the field.
  func isReplaced(_ field: Field, _ language: Language) -> Bool {
    guard let text = lines[field.name]?.text, !text.isEmpty else { return false }
    if suggested.contains(field.name) { return true }
    guard case .choice = field.kind else { return false }
    // A choice that is made is replaced by what is typed, not lengthened.
    return Self.choices(narrowed(field), matching: text).contains { $0.name[language] == text }
  }

  /// Takes a key into the field at hand.
  /// - Returns: false when it means nothing to a text.
  mutating func take(_ key: Key, _ language: Language) -> Bool {
    guard let field, var line = lines[field.name] else { return false }
    let removes = [.backspace, .delete].contains(key) && suggested.contains(field.name)
    if key == .character(" "), field.kind != .text, isReplaced(field, language) {
      // A blank behind a choice that is made takes nothing away; it goes on with a longer name that begins so.
      guard goesOn(line.text, in: field) else { return false }
      line.insert(" ")
      put(line, in: field)
      return true
    }
    // A comma adds to what stands there.
    if case .character(let letter) = key, letter != ",", isReplaced(field, language) { line = TextLine() }
    guard line.take(key) else { return false }
    put(removes ? TextLine() : line, in: field)
    return true
  }

  /// Goes to a field, and points at the choice that stands in it.
  mutating func go(to place: Int) {
    focus = place
    choice = 0
    pointAtNamed()
    (isPointing, isTyped) = (false, false)
  }

  mutating func put(_ line: TextLine, in field: Field) {
    lines[field.name] = line
    suggested.remove(field.name)
    (choice, isPointing, isTyped) = (0, false, true)
    pointAtNamed()
    errors[field.name] = nil
    error = nil
  }

  /// Who is entered, as it is typed: what one said yes to is of this name, day of birth and these numbers.
  var newcomerTyped: String {
    ["given", "prefix", "surname", "birth", "vnumber", "bsn"].map { lines[$0]?.text.trimmed ?? "" }
      .joined(separator: "|")
  }

  /// On the line below the last field, which saves.
  var isOnSave: Bool { focus == fields.count }

  /// What that line says it does.
  var saveName: Phrase {
    if !many.isEmpty { return Phrase("Bekijk wat het wordt", "See what it comes to") }
    return switch purpose {
    case .act(.share): Phrase("Bekijk het deelblad", "See the share sheet")
    case .whatIf: Phrase("Reken", "Compute")
    case .asOf: Phrase("Toon het bord", "Show the board")
    case .review: Phrase("Begin", "Begin")
    default: Phrase("Bewaren", "Save")
    }
  }

  /// The same in a word, for the key bar.
  var saveKeyName: Phrase {
    let look = Phrase("bekijk", "see")
    if !many.isEmpty { return look }
    return switch purpose {
    case .act(.share): look
    case .whatIf: Phrase("reken", "compute")
    case .asOf: Phrase("toon", "show")
    case .review: Phrase("begin", "begin")
    default: Phrase("bewaar", "save")
    }
  }
}
