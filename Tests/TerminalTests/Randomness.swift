import Chance

/// Pieces of text that have broken screens: names in many scripts, joined emoji, escape sequences.
let difficult = [
  "فاطمة الحداد", "ገብረመድህን", "王小明", "e\u{301}milie", "👨‍👩‍👧‍👦", "👋🏽", "🇳🇱", "a\u{1B}[31mb", "x\ny\tz", "\u{7F}\u{9B}", "Łukasz",
  "\u{301}",
  "\u{202E}evil\u{202C}", "ﷺ", "한국어", "\u{1112}\u{1161}\u{11AB}", "❤️‍🔥", "क्षत्रिय", "ab", " ", "", "\u{200B}\u{FEFF}", "1️⃣",
  "…",
  "\u{10FFFF}", "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
]

func randomText(_ random: inout Chance) -> String {
  (0..<Int.random(in: 0...6, using: &random)).map { _ in difficult.randomElement(using: &random)! }.joined()
}
