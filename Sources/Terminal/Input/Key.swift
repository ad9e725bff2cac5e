/// A key as a person pressed it.
public enum Key: Hashable, Sendable {
  /// What the key types. A combining mark typed by itself comes as a character of its own.
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// `F1` is 1.
  case function(Int)
  /// Control with a lower-case letter: `"r"` is Ctrl-R.
  case control(Character)
  case alt(Character)
  case shiftUp, shiftDown, shiftLeft, shiftRight, shiftHome, shiftEnd
  case controlUp, controlDown, controlLeft, controlRight, controlHome, controlEnd, controlPageUp, controlPageDown
  case controlDelete
  case altUp, altDown, altLeft, altRight
  case altEnter, altBackspace
}
