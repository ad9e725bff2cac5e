/// What a piece of text means; the theme says how it looks.
public enum Role: UInt8, CaseIterable, Sendable {
  case normal, dim, strong, title, accent
  case good, warning, bad
  case selected, selectedDim, marked
  case keyName, keyText
  case border, borderFocused
  case field, fieldFocused, error
  case statusLine, tabActive, tabIdle, today
}

/// A role, and what is laid over it here and now.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var bold: Bool
  public var underline: Bool
  public var reverse: Bool

  public init(_ role: Role, bold: Bool = false, underline: Bool = false, reverse: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }

  public static let normal = Style(.normal)
  public static let dim = Style(.dim)
  public static let strong = Style(.strong)
  public static let title = Style(.title)
  public static let accent = Style(.accent)
  public static let good = Style(.good)
  public static let warning = Style(.warning)
  public static let bad = Style(.bad)
  public static let selected = Style(.selected)
  public static let selectedDim = Style(.selectedDim)
  public static let marked = Style(.marked)
  public static let keyName = Style(.keyName)
  public static let keyText = Style(.keyText)
  public static let border = Style(.border)
  public static let borderFocused = Style(.borderFocused)
  public static let field = Style(.field)
  public static let fieldFocused = Style(.fieldFocused)
  public static let error = Style(.error)
  public static let statusLine = Style(.statusLine)
  public static let tabActive = Style(.tabActive)
  public static let tabIdle = Style(.tabIdle)
  public static let today = Style(.today)
}
