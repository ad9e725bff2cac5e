// Indexes 16 to 255 are xterm's colour cube and greys; 0 to 15 are what the person's terminal makes of them.
// The selected row is not bold: it is sent again at every step, and each attribute costs bytes on a slow line.

extension Theme {
  static func dark(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(246)
    case .strong: Look(bold: true)
    case .title: Look(117, bold: true)
    case .accent: Look(117)
    case .good: Look(114)
    case .warning: Look(221)
    case .bad: Look(210, bold: true)
    case .selected: Look(15, on: 24)
    case .selectedDim: Look(252, on: 238)
    case .marked: Look(222, on: 236)
    case .keyName: Look(117, bold: true)
    case .keyText: Look(248)
    case .border: Look(243)
    case .borderFocused: Look(117)
    case .field: Look(252, on: 236)
    case .fieldFocused: Look(15, on: 24, underline: true)
    case .error: Look(210, underline: true)
    case .statusLine: Look(250, on: 235)
    case .tabActive: Look(15, on: 24, bold: true)
    case .tabIdle: Look(250, on: 235)
    case .today: Look(229, bold: true, underline: true)
    }
  }

  static func light(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(241)
    case .strong: Look(bold: true)
    case .title: Look(24, bold: true)
    case .accent: Look(25)
    case .good: Look(22)
    case .warning: Look(94)
    case .bad: Look(124, bold: true)
    case .selected: Look(16, on: 153)
    case .selectedDim: Look(235, on: 252)
    case .marked: Look(94, on: 230)
    case .keyName: Look(25, bold: true)
    case .keyText: Look(239)
    case .border: Look(244)
    case .borderFocused: Look(25)
    case .field: Look(235, on: 254)
    case .fieldFocused: Look(16, on: 153, underline: true)
    case .error: Look(124, underline: true)
    case .statusLine: Look(238, on: 254)
    case .tabActive: Look(231, on: 25, bold: true)
    case .tabIdle: Look(238, on: 254)
    case .today: Look(90, bold: true, underline: true)
    }
  }

  static func ansi(_ role: Role) -> Look {
    switch role {
    case .normal, .keyText, .border, .tabIdle: Look()
    case .dim: Look(dim: true)
    case .strong: Look(bold: true)
    case .title: Look(6, bold: true)
    case .accent, .borderFocused: Look(6)
    case .good: Look(2)
    case .warning: Look(3)
    case .bad: Look(1, bold: true)
    case .selected: Look(bold: true, reverse: true)
    case .selectedDim: Look(reverse: true)
    case .marked: Look(3, bold: true)
    case .keyName: Look(6, bold: true)
    case .field: Look(underline: true)
    case .fieldFocused: Look(bold: true, underline: true)
    case .error: Look(1, underline: true)
    case .statusLine: Look(dim: true)
    case .tabActive: Look(bold: true, reverse: true)
    case .today: Look(5, bold: true, underline: true)
    }
  }

  static func mono(_ role: Role) -> Look {
    switch role {
    case .normal, .accent, .keyText, .border, .tabIdle: Look()
    case .dim, .statusLine: Look(dim: true)
    case .strong, .title, .keyName, .borderFocused, .marked, .warning: Look(bold: true)
    case .good: Look()
    case .bad: Look(bold: true)
    case .selected, .tabActive: Look(bold: true, reverse: true)
    case .selectedDim: Look(reverse: true)
    case .field: Look(underline: true)
    case .fieldFocused: Look(underline: true, reverse: true)
    case .error, .today: Look(bold: true, underline: true)
    }
  }
}
