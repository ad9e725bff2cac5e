import Terminal

extension Theme {
  /// The role's look with what is laid over it.
  func look(of style: Style) -> Look {
    var look = self[style.role]
    look.bold = look.bold || style.bold
    look.underline = look.underline || style.underline
    look.reverse = look.reverse != style.reverse
    return look
  }
}
