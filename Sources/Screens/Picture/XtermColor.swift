/// The colours behind the palette indexes of a theme, as xterm has them from 16 on. The first sixteen are the person's own
/// in a terminal; a picture needs some.
enum XtermColor {
  static func hex(_ index: Int) -> String {
    switch index {
    case 0..<16: "#" + first[index]
    case 16..<232:
      "#"
        + [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { hex(byte: $0 == 0 ? 0 : 55 + 40 * $0) }
        .joined()
    case 232..<256: "#" + String(repeating: hex(byte: 8 + 10 * (index - 232)), count: 3)
    default: "#000000"
    }
  }

  private static func hex(byte: Int) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

  private static let first = [
    "1d1f21", "cc6666", "8abe5e", "d8a657", "6f9fd8", "b294bb", "6fb8ad", "c5c8c6", "707880", "e08a8a", "a9d18e",
    "f0c674", "92b9e6", "cdaed6", "92d3c8", "ffffff",
  ]
}
