/// Why the full-screen program cannot start here, in words for the person.
public struct TerminalFailure: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Neither a controlling terminal nor one on the streams.
    case noTerminal
    /// `TERM` is not set.
    case noName
    /// The system has no description for this `TERM`.
    case unknown(String)
    /// The description says the cursor cannot be moved.
    case tooPlain(String)
    case refused
  }

  public let reason: Reason

  public init(_ reason: Reason) { self.reason = reason }

  public var dutch: String {
    switch reason {
    case .noTerminal: "Er is geen terminal: het scherm werkt alleen in een terminalvenster of over ssh -t."
    case .noName: "TERM is niet gezet, dus is onbekend wat deze terminal kan. Probeer: TERM=xterm-256color"
    case .unknown(let name):
      "Deze terminal (TERM=\(name)) is hier niet bekend. Probeer: TERM=xterm-256color"
    case .tooPlain(let name):
      "Deze terminal (TERM=\(name)) kan de cursor niet verplaatsen; het volledige scherm gaat hier niet."
    case .refused: "De terminal kon niet in schermstand worden gezet."
    }
  }

  public var english: String {
    switch reason {
    case .noTerminal: "There is no terminal: the screen works only in a terminal window or over ssh -t."
    case .noName: "TERM is not set, so what this terminal can do is unknown. Try: TERM=xterm-256color"
    case .unknown(let name): "This terminal (TERM=\(name)) is not known here. Try: TERM=xterm-256color"
    case .tooPlain(let name):
      "This terminal (TERM=\(name)) cannot move its cursor; the full screen does not work here."
    case .refused: "The terminal could not be put into screen mode."
    }
  }
}
