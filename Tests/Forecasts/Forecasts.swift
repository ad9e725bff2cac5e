import Journey
import Quota

/// How long a forecast takes of 6,000 households of one municipality over a whole half-year, without a cap and with homes a
/// week as the cap: a name and milliseconds on each line, the median of five. `make bench` prints them.
@main
enum Forecasts {
  private static let period = HalfYear(2026, 2)
  private static let households = 6_000

  static func main() throws {
    let town = Town(until: period.first)
    let history = History(town.spells, since: town.first)
    let hazards = history.hazards(on: period.first)
    var question = history.question(on: period.first, for: period, in: [Town.code], task: 12_000)
    guard question.waiting.count >= households else { fatalError("only \(question.waiting.count) wait") }
    question.waiting = Array(question.waiting.prefix(households))

    let free = try measured("free", question, hazards)
    question.homes = HomeSupply(inAll: 150)
    let capped = try measured("capped", question, hazards)
    guard capped.mean < 0.95 * free.mean else { fatalError("homes are not short") }
  }

  private static func measured(_ name: String, _ question: Forecast.Question, _ hazards: Hazards) throws -> Forecast {
    var (times, forecasts): ([Double], [Forecast]) = ([], [])
    for _ in 0..<5 {
      let start = ContinuousClock.now
      forecasts.append(try Forecast(question, by: hazards))
      times.append((ContinuousClock.now - start) / Duration.milliseconds(1))
    }
    print(name, (times.sorted()[2] * 10).rounded() / 10)
    return forecasts[0]
  }
}
