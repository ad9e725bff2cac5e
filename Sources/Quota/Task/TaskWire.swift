import Foundation
import Journey

/// Bodies of postings as JSON, keys sorted: the same body gives the same bytes, which the chain of hashes needs.
public struct TaskWire {
  private let encoder: JSONEncoder
  private let decoder = JSONDecoder()

  public init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  public func encode(_ body: TaskEvent.Body) -> (kind: String, version: Int, json: String) {
    func json(_ payload: some Encodable) -> String {
      // Payloads hold text, whole numbers and days only: nothing JSON cannot say.
      (try? encoder.encode(payload)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
    let text: String =
      switch body {
      case .population(let p): json(p)
      case .nationalNeed(let p): json(p)
      case .nationalSeries(let p): json(p)
      case .targets(let p): json(p)
      case .opening(let p): json(p)
      case .correction(let p): json(p)
      case .shift(let p): json(p)
      case .homes(let p): json(p)
      case .links(let p): json(p)
      case .realised(let p): json(p)
      case .supervision(let p): json(p)
      case .structure(let p): json(p)
      case .steeringMet(let p): json(p)
      case .goal(let p): json(p)
      case .action(let p): json(p)
      case .actionDone(let p), .actionDropped(let p): json(p)
      case .actionMoved(let p): json(p)
      case .commitment(let p): json(p)
      case .scenario(let p): json(p)
      case .undone(let p): json(p)
      case .unknown(let p): p.json
      }
    if case .unknown(let unknown) = body { return (unknown.kind, unknown.version, text) }
    return (body.kind?.rawValue ?? "", body.kind?.version ?? 1, text)
  }

  /// Never fails: what it cannot read is kept as unknown.
  public func decode(kind name: String, version: Int, json: String) -> TaskEvent.Body {
    let kept = TaskEvent.Body.unknown(.init(kind: name, version: version, json: json))
    guard let kind = TaskEvent.Kind(rawValue: name), version <= kind.version else { return kept }
    func read<P: Decodable>(_ make: (P) -> TaskEvent.Body) -> TaskEvent.Body {
      (try? decoder.decode(P.self, from: Data(json.utf8))).map(make) ?? kept
    }
    return switch kind {
    case .population: read(TaskEvent.Body.population)
    case .nationalNeed: read(TaskEvent.Body.nationalNeed)
    case .nationalSeries: read(TaskEvent.Body.nationalSeries)
    case .targets: read(TaskEvent.Body.targets)
    case .opening: read(TaskEvent.Body.opening)
    case .correction: read(TaskEvent.Body.correction)
    case .shift: read(TaskEvent.Body.shift)
    case .homes: read(TaskEvent.Body.homes)
    case .links: read(TaskEvent.Body.links)
    case .realised: read(TaskEvent.Body.realised)
    case .supervision: read(TaskEvent.Body.supervision)
    case .structure: read(TaskEvent.Body.structure)
    case .steeringMet: read(TaskEvent.Body.steeringMet)
    case .goal: read(TaskEvent.Body.goal)
    case .action: read(TaskEvent.Body.action)
    case .actionDone: read(TaskEvent.Body.actionDone)
    case .actionMoved: read(TaskEvent.Body.actionMoved)
    case .actionDropped: read(TaskEvent.Body.actionDropped)
    case .commitment: read(TaskEvent.Body.commitment)
    case .scenario: read(TaskEvent.Body.scenario)
    case .undone: read(TaskEvent.Body.undone)
    }
  }
}
