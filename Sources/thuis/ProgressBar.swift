import Glibc
import Journey

/// A line on the terminal that says how far a long import is: bar, share, rows, rows a second and the time left.
final class ProgressBar {
  private let language: Language
  private let begun = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  /// In words, now and then, instead of a bar.
  private let isPlain: Bool

  init(language: Language, isPlain: Bool = false) { (self.language, self.isPlain) = (language, isPlain) }

  func show(done: Int, of total: Int, rows: Int) {
    let now = ContinuousClock.now
    if isPlain {
      let share = total > 0 ? min(100, done * 100 / total) : 0
      let part = Phrase("\(share) procent, ", "\(share) percent, ")
      return Output.progressLine((part + Self.rows(rows))[language])
    }
    // Ten times a second: more nobody sees.
    if let shown, now - shown < .milliseconds(100) { return }
    shown = now
    Output.progress(text(done: done, of: total, rows: rows, after: now - begun, columns: Self.columns))
  }

  private static func rows(_ number: Int) -> Phrase {
    Digits.counted(number, Phrase("rij", "row"), Phrase("rijen", "rows"))
  }

  /// What fits in `columns`, the bar first to give way.
  func text(done: Int, of total: Int, rows: Int, after time: Duration, columns: Int) -> String {
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    var words = "\(Int(share * 100)) %"
    words += "  " + Self.rows(rows)[language]
    if rows > 0, seconds >= 1 {
      words += Phrase("  \(Int(Double(rows) / seconds))/s", "  \(Int(Double(rows) / seconds))/s")[language]
      if share > 0 {
        let left = Int((seconds / share - seconds).rounded(.up))
        let clock = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
        words += Phrase("  nog \(clock)", "  \(clock) left")[language]
      }
    }
    words += Phrase("  Esc stopt", "  Esc stops")[language]
    let width = min(30, columns - words.count - 2)
    guard width >= 5 else { return String(words.prefix(max(0, columns - 1))) }
    let filled = Int(share * Double(width))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled) + " " + words
  }

  private static var columns: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
