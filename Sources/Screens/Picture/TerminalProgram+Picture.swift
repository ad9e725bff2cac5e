import Journey
import Terminal

extension TerminalProgram {
  /// The screen after some keys, drawn without a terminal.
  /// - Parameters:
  ///   - keys: characters as typed; `⏎`, `⇥`, `↓` and `↑` for the keys with those signs.
  ///   - columns: the size of the terminal there might have been.
  /// - Returns: an SVG picture.
  public static func picture(_ setting: Setting, keys: String, columns: Int, rows: Int) -> String {
    let model = Model(setting)
    let shell = Shell(model, source: CasebookSource(setting), worker: nil, clock: setting.today)
    let size = Size(columns: columns, rows: rows)
    _ = shell.draw(size: size)
    shell.start()
    for sign in keys { shell.handle(.key(signs[sign] ?? .character(sign))) }
    return FramePicture(canvas: shell.draw(size: size).canvas, theme: Theme(setting.theme ?? .dark)).svg
  }

  private static let signs: [Character: Key] = ["⏎": .enter, "⇥": .tab, "↓": .down, "↑": .up]
}
