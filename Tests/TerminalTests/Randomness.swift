/// Random numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Pieces of text that have broken screens: names in many scripts, joined emoji, escape sequences.
let difficult = [
  "فاطمة الحداد", "ገብረመድህን", "王小明", "e\u{301}milie", "👨‍👩‍👧‍👦", "👋🏽", "🇳🇱", "a\u{1B}[31mb", "x\ny\tz", "\u{7F}\u{9B}", "Łukasz",
  "\u{301}",
  "\u{202E}evil\u{202C}", "ﷺ", "한국어", "\u{1112}\u{1161}\u{11AB}", "❤️‍🔥", "क्षत्रिय", "ab", " ", "", "\u{200B}\u{FEFF}", "1️⃣",
  "…",
  "\u{10FFFF}", "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
]

func randomText(_ random: inout Seeded) -> String {
  (0..<Int.random(in: 0...6, using: &random)).map { _ in difficult.randomElement(using: &random)! }.joined()
}
