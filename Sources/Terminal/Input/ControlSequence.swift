/// A control sequence (`ESC [` parameters, final) that the terminal's description does not know. Most terminals
/// send some; read as loose letters they would be commands.
enum ControlSequence {
  /// The input it stands for; `nil` when it means nothing to us.
  static func meaning(parameters: String, final: Character) -> Meaning? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let modifier = numbers.count > 1 ? numbers[1] : 1
    switch final {
    case "A": return arrow([.up, .shiftUp, .altUp, .controlUp], modifier)
    case "B": return arrow([.down, .shiftDown, .altDown, .controlDown], modifier)
    case "C": return arrow([.right, .shiftRight, .altRight, .controlRight], modifier)
    case "D": return arrow([.left, .shiftLeft, .altLeft, .controlLeft], modifier)
    case "H": return arrow([.home, .shiftHome, .home, .controlHome], modifier)
    case "F": return arrow([.end, .shiftEnd, .end, .controlEnd], modifier)
    case "Z": return .input(.key(.backTab))
    case "I": return .input(.focus(true))
    case "O": return .input(.focus(false))
    case "M", "m": return mouse(parameters, pressed: final == "M").map { .input(.mouse($0)) }
    case "~": return tilde(numbers.first ?? 0, modifier)
    default: return nil
    }
  }

  enum Meaning: Hashable {
    case input(Input)
    case pasteBegins, pasteEnds
  }

  /// xterm's modifier: 1 and a bit each for shift, alt and control.
  private static func arrow(_ keys: [Key], _ modifier: Int) -> Meaning {
    switch modifier {
    case 2: .input(.key(keys[1]))
    case 3: .input(.key(keys[2]))
    case 5: .input(.key(keys[3]))
    default: .input(.key(keys[0]))
    }
  }

  private static func tilde(_ number: Int, _ modifier: Int) -> Meaning? {
    switch number {
    case 1, 7: .input(.key(.home))
    case 2: .input(.key(.insert))
    case 3: .input(.key(modifier == 5 ? .controlDelete : .delete))
    case 4, 8: .input(.key(.end))
    case 5: .input(.key(modifier == 5 ? .controlPageUp : .pageUp))
    case 6: .input(.key(modifier == 5 ? .controlPageDown : .pageDown))
    case 11...15: .input(.key(.function(number - 10)))
    case 17...21: .input(.key(.function(number - 11)))
    case 23, 24: .input(.key(.function(number - 12)))
    case 200: .pasteBegins
    case 201: .pasteEnds
    default: nil
    }
  }

  /// An SGR mouse report: "<", then button and modifiers, column and row from 1.
  static func mouse(_ parameters: String, pressed: Bool) -> MouseInput? {
    guard parameters.first == "<" else { return nil }
    let numbers = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0, numbers[1] < 1 << 20, numbers[2] < 1 << 20 else {
      return nil
    }
    let code = numbers[0]
    // The buttons at the side of a mouse: to go back and forth, of which nothing is known here.
    guard code >= 0, code & 128 == 0 else { return nil }
    var event = MouseInput(
      .press, x: numbers[1] - 1, y: numbers[2] - 1, shift: code & 4 != 0, alt: code & 8 != 0,
      control: code & 16 != 0)
    if code & 64 != 0 {
      event.button = .none
      switch code & 3 {
      case 0: event.action = .wheelUp
      case 1: event.action = .wheelDown
      default: return nil
      }
      return event
    }
    event.button = [.left, .middle, .right, .none][code & 3]
    event.action = code & 32 != 0 ? .drag : pressed ? .press : .release
    return event
  }
}
