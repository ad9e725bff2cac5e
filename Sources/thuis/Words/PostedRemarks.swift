import Journey
import Quota

/// What `thuis check` remarks of posted numbers that differ from the stories: none of them is a mistake.
struct PostedRemarks {
  let ledger: Ledger
  let language: Language

  /// More are counted.
  private static let mostLines = 40

  var lines: [String] {
    let apart = ledger.postedApart()
    var lines: [String] = []
    if !apart.isEmpty {
      let count = Digits.counted(apart.count, Phrase("keer", "time"), Phrase("keer", "times"))
      lines.append(
        Phrase(
          "Anders geboekt dan de dossiers zeggen, \(count.nl) (opmerking, geen fout; thuis quota --why zegt wat telt):",
          "Posted otherwise than the dossiers say, \(count.en) (a remark, no mistake; thuis quota --why says what counts):"
        )[language])
    }
    lines += apart.prefix(Self.mostLines).map { "  " + $0.words[language] }
    if apart.count > Self.mostLines {
      let more = Digits.grouped(apart.count - Self.mostLines, language)
      lines.append("  " + Phrase("... en nog \(more)", "... and \(more) more")[language])
    }
    let silent = ledger.postedWithoutStories().count
    if silent > 0 {
      let places = Digits.municipalities(silent)
      lines.append(
        Phrase(
          "Van \(places.nl) is iets geboekt waar geen dossiers naast staan.",
          "Of \(places.en) something is posted beside which no dossiers stand.")[language])
    }
    return lines
  }
}
