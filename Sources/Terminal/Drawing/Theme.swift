/// The four looks a person can choose.
public enum ThemeName: String, CaseIterable, Sendable {
  case dark, light
  /// The sixteen colours every terminal has, as the person set them.
  case ansi
  /// No colour at all: bold, reverse, underline and dim only.
  case mono

  /// The look to start with when nobody chose one.
  ///
  /// `NO_COLOR` with any text in it, or a terminal without colours, gives `mono`; fewer than 256 colours `ansi`;
  /// a light background named by `COLORFGBG` ("0;15") gives `light`.
  public static func suited(colors: Int, environment: (String) -> String?) -> ThemeName {
    if let refused = environment("NO_COLOR"), !refused.isEmpty { return .mono }
    if colors < 8 { return .mono }
    if colors < 256 { return .ansi }
    let background = environment("COLORFGBG")?.split(separator: ";").last
    return background == "7" || background == "15" ? .light : .dark
  }
}

/// How a role looks: palette indexes, `nil` for the terminal's own colour, and attributes.
public struct Look: Hashable, Sendable {
  public var foreground: Int?
  public var background: Int?
  public var bold = false
  public var dim = false
  public var underline = false
  public var reverse = false

  public init(
    _ foreground: Int? = nil, on background: Int? = nil, bold: Bool = false, dim: Bool = false,
    underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }

  /// For a terminal of eight colours: a bright colour becomes its plain one, in bold.
  func reduced(to colors: Int) -> Look {
    guard colors < 16 else { return self }
    var look = self
    if let bright = foreground, bright >= 8 {
      look.foreground = bright - 8
      look.bold = true
    }
    if let bright = background, bright >= 8 { look.background = bright - 8 }
    // Nor may two that differed become one; the terminal's own colours are neither.
    if let foreground = look.foreground, foreground == look.background { look.foreground = foreground == 0 ? 7 : 0 }
    return look
  }
}

/// The table from roles to looks. The terminal's own foreground and background stay wherever the role does not
/// need another, so that a person's palette remains theirs.
public struct Theme: Sendable {
  public let name: ThemeName

  public init(_ name: ThemeName) { self.name = name }

  public subscript(role: Role) -> Look {
    switch name {
    case .dark: Theme.dark(role)
    case .light: Theme.light(role)
    case .ansi: Theme.ansi(role)
    case .mono: Theme.mono(role)
    }
  }
}
