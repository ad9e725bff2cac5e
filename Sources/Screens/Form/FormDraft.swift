// What a form keeps of itself when it is left half-way, and takes back.
extension FormState {
  /// As it stands in the fields, and what of it only the cursor had put there.
  var draft: [String: String] {
    texts.merging(atHand.map { (Self.pointed($0), $1) }) { typed, _ in typed }
  }

  /// Whom or what the cursor points at now goes before what it pointed at then, unless that was typed over.
  mutating func restore(_ draft: [String: String]) {
    let isAsPointed = atHand.keys.allSatisfy { draft[$0] != nil && draft[$0] == draft[Self.pointed($0)] }
    for (name, text) in draft where lines[name] != nil && !(isAsPointed && atHand[name] != nil) {
      if lines[name]?.text != text { suggested.remove(name) }
      lines[name] = TextLine(text)
    }
    if atHand.isEmpty { atHand = lines.keys.reduce(into: [:]) { $0[$1] = draft[Self.pointed($1)] } }
  }

  /// Beside the field itself in a draft.
  private static func pointed(_ name: String) -> String { name + ".pointed" }
}
