/// How a household was looked after on its way: who called first and when, how long answers took, on which days somebody
/// was silent for too long, and how it was handed over. Each with the municipality whose task it was (CBS code; empty before
/// the link).
public struct Attention: Hashable, Sendable {
  /// The wait for the first call of the municipality a household was linked to.
  public struct FirstCall: Hashable, Sendable {
    public var municipality: String
    public var linked: Day
    /// The day of the call, or the day from which nobody had to call any more; nil: it is waited for.
    public var until: Day?
    public var isCalled: Bool
    public init(_ municipality: String, linked: Day, until: Day? = nil, isCalled: Bool = false) {
      (self.municipality, self.linked, self.until, self.isCalled) = (municipality, linked, until, isCalled)
    }
  }

  /// Days from getting the turn to the next sign of whoever got it.
  public struct Answer: Hashable, Sendable {
    public var municipality: String
    public var day: Day
    public var days: Int
    public init(_ municipality: String, on day: Day, after days: Int) {
      (self.municipality, self.day, self.days) = (municipality, day, days)
    }
  }

  public struct Span: Hashable, Sendable {
    public var municipality: String
    public var from: Day
    /// The first day it no longer was so; nil: it goes on.
    public var until: Day?
    public init(_ municipality: String, from: Day, until: Day? = nil) {
      (self.municipality, self.from, self.until) = (municipality, from, until)
    }
  }

  /// A handover that is over.
  public struct Passing: Hashable, Sendable {
    public var municipality: String
    public var day: Day
    public var isWarm: Bool
    public init(_ municipality: String, on day: Day, isWarm: Bool) {
      (self.municipality, self.day, self.isWarm) = (municipality, day, isWarm)
    }
  }

  public var firstCalls: [FirstCall] = []
  public var answers: [Answer] = []
  /// Days on which somebody had the turn whose silence has a limit in the rulebook.
  public var turns: [Span] = []
  /// Those of them on which the silence was past the limit. The last may begin on a day that is still to come: when nothing
  /// is heard by then.
  public var silences: [Span] = []
  public var handovers: [Passing] = []

  /// The first call that is waited for: of the present link.
  public var uncalled: FirstCall? { firstCalls.last.flatMap { $0.until == nil ? $0 : nil } }

  public init() {}
}

/// Goes along with a story and notes how the household was looked after.
struct AttentionCount {
  private(set) var attention = Attention()
  private let rules: Rulebook
  private var held: Held?
  private var last = Day(number: .min)

  /// Whose turn it is, in a stage of a municipality, as far as it was so without a change.
  private struct Held {
    var party: PartyID
    var stage: Stage
    var municipality: String
    var from: Day
    /// The last sign of life of the party, or the day it got the turn where that is later.
    var quiet: Day
    var limit: Int?
  }

  init(_ rules: Rulebook) { self.rules = rules }

  /// - Parameters:
  ///   - turn: the party that has it after the event.
  ///   - answer: days that whoever had it took to answer, where the event is the answer.
  ///   - dossier: after the event.
  mutating func add(_ event: Event, turn: PartyID?, answer: Int?, _ dossier: Dossier) {
    let day = max(last, event.day)
    last = day
    let municipality = dossier.municipality ?? ""
    // Of the municipality in which it was waited for: the answer may be the link to another.
    if let answer { attention.answers.append(.init(held?.municipality ?? "", on: event.day, after: answer)) }
    wait(for: event, dossier)
    end(day)
    held = turn.map { hold($0, day, municipality, dossier) }
  }

  private func hold(_ party: PartyID, _ day: Day, _ municipality: String, _ dossier: Dossier) -> Held {
    var quiet = day
    // Who got the turn with the stage got it anew.
    if let held, held.party == party, held.stage == dossier.stage || dossier.turn != nil {
      let heard = [dossier.lastSign(of: Contact(party)), dossier.turn?.since].compactMap(\.self).max()
      quiet = min(day, max(held.quiet, heard ?? held.quiet))
    }
    return Held(
      party: party, stage: dossier.stage, municipality: municipality, from: day, quiet: quiet,
      limit: rules.silenceLimit(party, dossier.stage))
  }

  /// What is so until a day; nil: it goes on.
  private mutating func end(_ day: Day?) {
    guard let held, let limit = held.limit else { return }
    func put(_ from: Day, _ spans: inout [Attention.Span]) {
      if let day, from >= day { return }
      if spans.last?.municipality == held.municipality, spans.last?.until == from {
        spans[spans.count - 1].until = day
      } else {
        spans.append(.init(held.municipality, from: from, until: day))
      }
    }
    put(held.from, &attention.turns)
    put(max(held.from, held.quiet + limit + 1), &attention.silences)
  }

  private mutating func wait(for event: Event, _ dossier: Dossier) {
    let waiting = attention.uncalled
    func end(_ day: Day, isCalled: Bool) {
      let index = attention.firstCalls.count - 1
      attention.firstCalls[index].until = max(day, attention.firstCalls[index].linked)
      attention.firstCalls[index].isCalled = isCalled
    }
    let isOnTheWay = dossier.outcome == nil && dossier.housing == nil
    if let waiting, !isOnTheWay || !waiting.isOf(dossier.link) { end(event.day, isCalled: false) }
    if isOnTheWay, let link = dossier.link, !(attention.firstCalls.last?.isOf(link) ?? false) {
      attention.firstCalls.append(.init(link.municipality, linked: link.since))
    }
    guard let waiting = attention.uncalled, case .contactMade(let made) = event.body,
      made.contact.party == .household, event.actor.party == .municipality, event.day >= waiting.linked
    else { return }
    end(event.day, isCalled: true)
  }

  /// Puts down what goes on, and the handovers with the municipality of their day.
  mutating func finish(_ dossier: Dossier, _ way: Way) {
    guard dossier.outcome != .enteredInError else { return attention = Attention() }
    end(nil)
    for handover in dossier.handovers {
      guard let day = handover.changed ?? handover.given?.day else { continue }
      let warmth = handover.warmth(rules)
      guard warmth != .open else { continue }
      attention.handovers.append(
        .init(way.leg(on: day)?.municipality ?? "", on: day, isWarm: warmth == .warm))
    }
  }
}

extension Attention.FirstCall {
  /// Still of this link; a municipality that ended up in another passed its links on.
  fileprivate func isOf(_ link: Dossier.Link?) -> Bool {
    link.map { $0.since == linked && !Reference.isElsewhere($0.municipality, from: municipality) } ?? false
  }
}
