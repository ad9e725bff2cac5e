/// Turns what ncurses reads into what a person did. Pure: bytes may come in any portions, and time is told to it.
struct InputDecoder {
  /// One read from ncurses.
  enum Raw: Hashable {
    case scalar(UInt32)
    /// A key code, by the name of `ct_key_name`.
    case named(String)
    /// Nothing more is there now.
    case nothing
  }

  private enum State {
    case plain
    case escape
    /// After `ESC [`: parameters so far.
    case sequence(String)
    /// After `ESC O`.
    case application
    case paste
  }

  private var state = State.plain
  private var pasted: [UInt32] = []
  /// A paste longer than this is cut: nobody types a million letters into a dossier.
  static let longestPaste = 1 << 20

  /// Whether the rest of something is awaited, and for how long in milliseconds.
  var patience: Int? {
    switch state {
    case .plain: nil
    case .escape, .application: 100
    // A report cut in two by a slow line must not end as typed letters.
    case .sequence: 1000
    case .paste: 2000
    }
  }

  mutating func read(_ raw: Raw) -> [Input] {
    switch state {
    case .plain: return readPlain(raw)
    case .escape: return readAfterEscape(raw)
    case .sequence(let parameters): return readSequence(raw, parameters)
    case .application: return readApplication(raw)
    case .paste: return readPaste(raw)
    }
  }

  /// What stands when nothing came for so long; nothing while the rest may still come.
  mutating func expire(after silence: Duration) -> [Input] {
    guard let patience, silence >= .milliseconds(patience) else { return [] }
    defer { state = .plain }
    switch state {
    case .escape: return [.key(.escape)]
    case .paste: return finishPaste()
    case .plain, .sequence, .application: return []
    }
  }

  // MARK: States

  private mutating func readPlain(_ raw: Raw) -> [Input] {
    switch raw {
    case .nothing: return []
    case .scalar(0x1B):
      state = .escape
      return []
    case .scalar(let value): return InputDecoder.key(value).map { [.key($0)] } ?? []
    case .named(let name): return readNamed(name)
    }
  }

  private mutating func readNamed(_ name: String) -> [Input] {
    state = .plain
    switch name {
    case "PASTE_BEGIN": state = .paste
    case "FOCUS_IN": return [.focus(true)]
    case "FOCUS_OUT": return [.focus(false)]
    case "MOUSE": state = .sequence("<")
    default: return KeyName.key(name).map { [.key($0)] } ?? []
    }
    return []
  }

  /// ncurses has already waited whether the escape begins a key, so nothing more means the key itself.
  private mutating func readAfterEscape(_ raw: Raw) -> [Input] {
    state = .plain
    switch raw {
    case .nothing: return [.key(.escape)]
    case .named(let name): return [.key(.escape)] + readNamed(name)
    case .scalar(0x1B):
      state = .escape
      return [.key(.escape)]
    case .scalar(0x5B):
      state = .sequence("")
      return []
    case .scalar(0x4F):
      state = .application
      return []
    case .scalar(0x09): return [.key(.backTab)]  // what the Linux console sends
    case .scalar(0x0A), .scalar(0x0D): return [.key(.altEnter)]
    case .scalar(0x7F), .scalar(0x08): return [.key(.altBackspace)]
    case .scalar(let value):
      guard value >= 0x20, let scalar = Unicode.Scalar(value) else { return [] }
      return [.key(.alt(Character(scalar)))]
    }
  }

  private mutating func readSequence(_ raw: Raw, _ parameters: String) -> [Input] {
    switch raw {
    case .nothing:
      guard parameters.isEmpty else { return [] }
      state = .plain
      return [.key(.alt("["))]
    case .named(let name): return readNamed(name)
    case .scalar(let value) where value >= 0x20 && value < 0x40 && parameters.utf8.count < 32:
      state = .sequence(parameters + String(Character(Unicode.Scalar(UInt8(value)))))
      return []
    case .scalar(0x1B):
      state = .escape
      return []
    case .scalar(let value):
      state = .plain
      guard value >= 0x40 && value < 0x7F else { return [] }
      let final = Character(Unicode.Scalar(UInt8(value)))
      switch ControlSequence.meaning(parameters: parameters, final: final) {
      case .input(let input): return [input]
      case .pasteBegins: state = .paste
      case .pasteEnds, nil: break
      }
      return []
    }
  }

  private mutating func readApplication(_ raw: Raw) -> [Input] {
    state = .plain
    switch raw {
    case .nothing: return [.key(.alt("O"))]
    case .named(let name): return [.key(.alt("O"))] + readNamed(name)
    case .scalar(let value):
      switch value {
      case 0x50...0x53: return [.key(.function(Int(value) - 0x4F))]
      case 0x4D: return [.key(.enter)]
      case 0x41...0x44, 0x46, 0x48:
        let final = Character(Unicode.Scalar(UInt8(value)))
        guard case .input(let input)? = ControlSequence.meaning(parameters: "", final: final) else { return [] }
        return [input]
      default: return [.key(.alt("O"))] + readPlain(raw)
      }
    }
  }

  private mutating func readPaste(_ raw: Raw) -> [Input] {
    switch raw {
    case .named("PASTE_END"): return finishPaste()
    case .scalar(let value):
      if pasted.count < InputDecoder.longestPaste { pasted.append(value) }
      // The end itself, cut in two by a slow line.
      guard value == 0x7E, pasted.suffix(InputDecoder.pasteEnd.count).elementsEqual(InputDecoder.pasteEnd) else {
        return []
      }
      pasted.removeLast(InputDecoder.pasteEnd.count)
      return finishPaste()
    case .named, .nothing: return []
    }
  }

  private static let pasteEnd = "\u{1B}[201~".unicodeScalars.map(\.value)

  private mutating func finishPaste() -> [Input] {
    state = .plain
    defer { pasted = [] }
    return [.paste(InputDecoder.tidy(pasted))]
  }
}

extension InputDecoder {
  /// A typed scalar as a key.
  static func key(_ value: UInt32) -> Key? {
    switch value {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(value + 0x60))))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(value + 0x40))))
    case 0x80..<0xA0: nil
    default: Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  /// Line ends as `\n`; tabs kept; no other control character.
  static func tidy(_ pasted: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    var returned = false
    for value in pasted {
      switch value {
      case 0x0D: text.append("\n")
      case 0x0A: if !returned { text.append("\n") }
      case 0x09: text.append("\t")
      case 0..<0x20, 0x7F..<0xA0: break
      default: if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      returned = value == 0x0D
    }
    return String(text)
  }
}
