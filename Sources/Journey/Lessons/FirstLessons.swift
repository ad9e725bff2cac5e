import Yams

extension Lesson {
  /// Those that come with the program. The tests read them whole, so they always parse.
  public static let first: [Lesson] = {
    let text = String(decoding: PackageResources.lessons_yaml, as: UTF8.self)
    guard case .success(let lessons) = readFirst(text, .builtIn) else {
      preconditionFailure("the lessons of the program do not parse")
    }
    return lessons
  }()

  /// Reads lessons from a text; all its mistakes at once, by line.
  ///
  /// - Parameter rules: the list of blockers they may name.
  public static func readFirst(_ text: String, _ rules: Rulebook) -> Result<[Lesson], Rulebook.Mistakes> {
    var reader = FirstLessonsReader(rules: rules)
    let lessons = reader.lessons(text)
    let mistakes = reader.reader.mistakes.sorted { $0.line < $1.line }
    return mistakes.isEmpty ? .success(lessons) : .failure(Rulebook.Mistakes(list: mistakes))
  }
}

struct FirstLessonsReader {
  let rules: Rulebook
  var reader = RulebookReader()

  init(rules: Rulebook) { self.rules = rules }

  mutating func lessons(_ text: String) -> [Lesson] {
    let document = YamlDocument(text)
    reader.mistakes += document.mistakes
    guard let node = document.root?.mapping?["lessons"] else {
      if reader.mistakes.isEmpty {
        reader.miss(1, Phrase("verwacht: een lijst met de naam lessons", "expected: a list named lessons"))
      }
      return []
    }
    let lessons = reader.entries(node).compactMap { lesson($0) }
    reader.checkLists()
    return lessons
  }

  private mutating func lesson(_ e: RulebookReader.Entry) -> Lesson? {
    guard let id = reader.word(e, "id"), let text = reader.name(e), let source = reader.word(e, "source") else {
      return nil
    }
    let known = rules.blockers.map(\.code)
    let situation = Situation(
      blockers: codes(e, "blockers", among: known) { known.contains($0) ? $0 : nil },
      stages: codes(e, "stages", among: Stage.allCases.map(\.code), Stage.init(code:)),
      needs: codes(e, "needs", among: Feature.allCases.map(\.rawValue), Feature.init(rawValue:)), persons: persons(e),
      children: children(e),
      awaitsRelatives: e.text("relatives") == "true")
    return Lesson(id: LessonID(first: id), text: text, situation: situation, source: source)
  }

  private mutating func codes<Value>(
    _ e: RulebookReader.Entry, _ key: String, among all: [String], _ read: (String) -> Value?
  ) -> [Value] {
    var found: [Value] = []
    for node in reader.list(e.map[key]) {
      if let value = read(node.string ?? "") {
        found.append(value)
      } else {
        let expected = all.joined(separator: ", ")
        reader.miss(node, Phrase("\(key): verwacht een van \(expected)", "\(key): expected one of \(expected)"))
      }
    }
    return found
  }

  private mutating func children(_ e: RulebookReader.Entry) -> Int? {
    if e.text("children").isEmpty { return nil }
    if let count = Int(e.text("children")), (0...Situation.anySize.upperBound).contains(count) { return count }
    return reader.miss(e.line, Phrase("children: verwacht een aantal", "children: expected a number"))
  }

  /// `3`, `2-4` or `6+`.
  private mutating func persons(_ e: RulebookReader.Entry) -> ClosedRange<Int> {
    let text = e.text("persons")
    if text.isEmpty { return Situation.anySize }
    let any = Situation.anySize
    if text.hasSuffix("+"), let least = Int(text.dropLast()), any.contains(least) { return least...any.upperBound }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    if let least = parts.first, let most = parts.last, parts.count <= 2, least <= most, any.contains(least),
      any.contains(most)
    {
      return least...most
    }
    reader.miss(e.line, Phrase("persons: verwacht 3, 2-4 of 6+", "persons: expected 3, 2-4 or 6+"))
    return any
  }
}
