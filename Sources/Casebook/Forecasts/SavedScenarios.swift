import Foundation
import Journey
import Quota

extension TaskBook {
  /// What-if scenarios that were saved, by name; what cannot be read any more is left out.
  public var savedScenarios: [Scenario] {
    scenarios.values.compactMap { filed in
      guard var scenario = try? JSONDecoder().decode(Scenario.self, from: Data(filed.value.json.utf8)) else {
        return nil
      }
      scenario.name = filed.value.name
      return scenario
    }.sorted { Folding.key($0.name) < Folding.key($1.name) }
  }
}

extension TaskEvent.Body {
  /// The posting that saves a scenario under its name, in place of one of that name.
  public static func saved(_ scenario: Scenario) -> TaskEvent.Body {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // Numbers, words and sets of words: nothing that JSON cannot say.
    let data = (try? encoder.encode(scenario)) ?? Data("{}".utf8)
    return .scenario(.init(scenario.name, json: String(decoding: data, as: UTF8.self)))
  }
}
