import Yams

// The lists of a rulebook, and what is wrong in any of them alike: a field that nobody reads, and what is said twice.
extension RulebookReader {
  final class Entry {
    let map: Fields
    let line: Int
    /// nil: nobody read it.
    var validity: Rulebook.Validity?

    fileprivate init(_ mapping: Node.Mapping, line: Int, _ asked: Asked) {
      self.line = line
      var nodes: [String: (line: Int, value: Node)] = [:]
      for (key, value) in mapping { nodes[key.string ?? ""] = (key.mark?.line ?? line, value) }
      map = Fields(nodes: nodes, asked: asked)
    }

    func text(_ key: String) -> String { map[key]?.string ?? "" }
  }

  /// The fields of an entry: what is asked of them is kept. The library's own mapping compares node by node.
  struct Fields {
    fileprivate let nodes: [String: (line: Int, value: Node)]
    fileprivate let asked: Asked

    subscript(key: String) -> Node? {
      asked.keys.insert(key)
      return nodes[key]?.value
    }
  }

  /// What the entries of one list were asked for.
  final class Asked {
    /// Every entry may say where it is from.
    fileprivate var keys: Set<String> = ["source"]
    /// One of them gave a rule: then all was asked that there is to ask.
    fileprivate var isComplete = false
  }

  struct Entries {
    fileprivate var items: [Entry] = []
    fileprivate let asked = Asked()
    fileprivate let alike: [String]
    fileprivate let isDated: Bool

    fileprivate init(alike: [String], isDated: Bool) { (self.alike, self.isDated) = (alike, isDated) }

    func compactMap<Rule>(_ read: (Entry) -> Rule?) -> [Rule] {
      var rules: [Rule] = []
      for entry in items {
        guard let rule = read(entry) else { continue }
        asked.isComplete = true
        rules.append(rule)
      }
      return rules
    }
  }

  /// - Parameters:
  ///   - alike: the fields that two entries may not have all alike; none: any two are.
  ///   - isDated: where a validity is read, one may follow the other: only while both hold they may not.
  mutating func entries(_ node: Node, alike: [String] = ["id"], isDated: Bool = true) -> Entries {
    var list = Entries(alike: alike, isDated: isDated)
    guard let sequence = node.sequence else {
      miss(node, Phrase("verwacht een lijst", "expected a list"))
      return list
    }
    for item in sequence {
      if let map = item.mapping {
        list.items.append(Entry(map, line: item.mark?.line ?? 1, list.asked))
      } else {
        miss(item, Phrase("verwacht velden zoals id: en nl:", "expected fields such as id: and nl:"))
      }
    }
    lists.append(list)
    return list
  }

  /// What is wrong in the lists, once all of them were read.
  mutating func checkLists() {
    for list in lists {
      checkFields(list)
      checkTwice(list)
    }
  }

  /// What nobody asks for does nothing.
  private mutating func checkFields(_ list: Entries) {
    let asked = list.asked.keys
    for entry in list.items {
      let fields = entry.map.nodes
      for key in fields.keys.filter({ !asked.contains($0) }).sorted() {
        let meant = Nearest.word(key, among: asked.filter { fields[$0] == nil }.sorted())
        // Where no entry was read to its end, nobody knows what else would have been asked.
        guard list.asked.isComplete || meant != nil else { continue }
        unknownField(key, fields[key]?.line ?? entry.line, meant: meant)
      }
    }
  }

  mutating func unknownField(_ key: String, _ line: Int, meant: String? = nil) {
    let hint = meant.map { Phrase(": bedoelde u \($0)?", ": did you mean \($0)?") } ?? Phrase(same: "")
    miss(line, Phrase("onbekend veld \"\(key)\"", "unknown field \"\(key)\"") + hint)
  }

  /// Of two that say the same on one day the first would silently win.
  private mutating func checkTwice(_ list: Entries) {
    let isDated = list.isDated && (list.asked.keys.contains("valid-from") || !list.asked.isComplete)
    var seen: [String: [Entry]] = [:]
    for entry in list.items {
      let texts = list.alike.compactMap { entry.map.nodes[$0]?.value.string }
      guard texts.count == list.alike.count else { continue }
      let name = texts.joined(separator: " ")
      let id = entry.map.nodes["id"]?.value.string ?? name
      let other = seen[name, default: []].first { other in
        guard isDated else { return true }
        guard let earlier = other.validity, let later = entry.validity else { return false }
        return overlap(earlier, later)
      }
      seen[name, default: []].append(entry)
      guard let line = other?.line else { continue }
      miss(
        entry.line,
        isDated
          ? Phrase("\(id): geldigheid overlapt die van regel \(line)", "\(id): validity overlaps that of line \(line)")
          : Phrase("\(id) staat er al (regel \(line))", "\(id) is there already (line \(line))"))
    }
  }
}
