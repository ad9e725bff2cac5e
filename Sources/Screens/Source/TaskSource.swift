import Casebook
import Journey
import Quota

/// Where the screen of the task gets its figures and posts to. Called from a worker's thread.
protocol TaskSource: Sendable {
  func page(_ ask: TaskAsk, today: Day) throws -> TaskPage
  func look(_ key: TaskLook.Key, today: Day) throws -> TaskLook
  /// What a figure is made of; their persons add up to it.
  func postings(behind figure: LedgerFigure, _ key: TaskLook.Key, today: Day) throws -> [SourcedPosting]
  /// Everything that was posted for an area, the latest first; lists of the whole country included.
  func account(_ area: Area) throws -> [TaskEvent]

  /// Computes the forecast anew and keeps it.
  func forecast(_ key: TaskLook.Key, today: Day) throws -> KeptForecast
  /// - Parameter goesOn: is told how many origins were tried of how many; false ends it.
  func backTest(_ area: Area, today: Day, goesOn: (Int, Int) -> Bool) throws -> BackTestReport
  func whatIf(_ key: TaskLook.Key, _ scenario: Scenario, today: Day) throws -> WhatIfAnswer
  /// What was saved, by name.
  func scenarios() throws -> [Scenario]

  /// Where one stands when posting about an area in a half-year.
  func scene(_ key: TaskLook.Key, today: Day) throws -> TaskScene
  /// What the account says of the municipality, half-year and day of a step that were answered; empty: nobody knows.
  func then(_ answers: [String: String], _ scene: TaskScene) throws -> [String: String]
  /// - Parameter draft: the key of what was typed for it, which is gone once it is posted.
  func post(_ body: TaskEvent.Body, on day: Day, ending draft: String?, today: Day) -> TaskAnswer
  /// Takes back the latest act on the task, or what was taken back last.
  func takeBack(again: Bool, today: Day) -> TaskAnswer
}

/// How posting ended.
enum TaskAnswer: Sendable {
  /// With the number of the posting and its name.
  case done(Phrase)
  case refused(Refusal)
  case failed(Phrase)
}

/// A part of a figure, with who posted it and from where; nil for what is computed.
struct SourcedPosting: Sendable {
  var posting: Posting
  var event: TaskEvent?
}

/// How well forecasts of an area would have done, and what they were held against.
struct BackTestReport: Sendable {
  var area: Area
  var scores: [(name: Phrase, score: Backtest.Score)]
  /// Origins on which there was too little to go by.
  var tooLittle: [(origin: Day, why: Phrase)]
  /// Not all households were tried; nil: they were.
  var sample: SampleSize?
  var duration: Duration
  /// It was ended before all were tried.
  var wasEnded = false

  /// Whether the forecast was better than the line through today; nil where there is nothing to compare.
  var verdict: Phrase? { scores.count > 1 ? scores[0].score.verdict(beside: scores[1].score) : nil }
  /// That, and why the scores say little where they do.
  var said: [Phrase] { [verdict, scores.first?.score.words].compactMap(\.self) }

  /// `Toets: dekking 72 % (70 % is juist), Brier 0,112, n 18; tempolijn 38 %, 0,241, n 18; …`; nil where there is too little
  /// to test on.
  var figures: Phrase? {
    guard let own = scores.first?.score, own.coverage != nil else { return nil }
    func text(_ l: Language) -> String {
      let first = Phrase(
        "dekking \(own.coverageText(.nl)) (70 % is juist)", "coverage \(own.coverageText(.en)) (70% is right)")
      let others = scores.dropFirst().map { name, score in
        "; \(name[l]) \(score.coverageText(l)), \(score.brierText(l)), n \(score.n)"
      }
      return "\(first[l]), Brier \(own.brierText(l)), n \(own.n)" + others.joined() + "."
    }
    return Phrase("Toets: " + text(.nl), "Back-test: " + text(.en))
  }
}
