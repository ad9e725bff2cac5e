/// From the names ncurses gives its key codes to keys. Names, because the numbers of the keys with a modifier
/// differ from one terminal description to the next.
enum KeyName {
  static func key(_ name: String) -> Key? {
    if let key = table[name] { return key }
    if name.hasPrefix("KEY_F("), name.hasSuffix(")"), let number = Int(name.dropFirst(6).dropLast()) {
      return .function(number)
    }
    return nil
  }

  private static let table: [String: Key] = [
    "KEY_UP": .up, "KEY_DOWN": .down, "KEY_LEFT": .left, "KEY_RIGHT": .right,
    "KEY_HOME": .home, "KEY_FIND": .home, "KEY_END": .end, "KEY_SELECT": .end, "KEY_LL": .end,
    "KEY_A1": .home, "KEY_A3": .pageUp, "KEY_C1": .end, "KEY_C3": .pageDown,
    "KEY_PPAGE": .pageUp, "KEY_NPAGE": .pageDown,
    "KEY_BACKSPACE": .backspace, "KEY_DC": .delete, "KEY_IC": .insert,
    "KEY_ENTER": .enter, "KEY_BTAB": .backTab, "kcbt2": .backTab,
    "KEY_SR": .shiftUp, "KEY_SF": .shiftDown, "kUP": .shiftUp, "kDN": .shiftDown,
    "KEY_SLEFT": .shiftLeft, "KEY_SRIGHT": .shiftRight, "KEY_SHOME": .shiftHome, "KEY_SEND": .shiftEnd,
    "kUP5": .controlUp, "kDN5": .controlDown, "kLFT5": .controlLeft, "kRIT5": .controlRight,
    "kHOM5": .controlHome, "kEND5": .controlEnd, "kPRV5": .controlPageUp, "kNXT5": .controlPageDown,
    "kDC5": .controlDelete,
    "kUP3": .altUp, "kDN3": .altDown, "kLFT3": .altLeft, "kRIT3": .altRight,
  ]
}
