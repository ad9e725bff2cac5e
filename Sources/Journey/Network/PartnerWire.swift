import Foundation

/// Bodies of events of the network as JSON, keys sorted: the same body gives the same bytes, which the chain needs.
public struct PartnerWire {
  private let encoder: JSONEncoder
  private let decoder = JSONDecoder()

  public init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  public func encode(_ body: PartnerEvent.Body) -> (kind: String, version: Int, json: String) {
    func json(_ payload: some Encodable) -> String {
      // Payloads hold text, whole numbers and days only: nothing JSON cannot say.
      (try? encoder.encode(payload)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
    let text: String =
      switch body {
      case .joined(let p), .changed(let p): json(p)
      case .absent(let p): json(p)
      case .back: "{}"
      case .left(let p): json(p)
      case .succeeded(let p): json(p)
      case .spoke(let p): json(p)
      case .undone(let p): json(p)
      case .unknown(let p): p.json
      }
    if case .unknown(let unknown) = body { return (unknown.kind, unknown.version, text) }
    return (body.kind?.rawValue ?? "", body.kind?.version ?? 1, text)
  }

  /// Never fails: what it cannot read is kept as unknown.
  public func decode(kind name: String, version: Int, json: String) -> PartnerEvent.Body {
    let kept = PartnerEvent.Body.unknown(.init(kind: name, version: version, json: json))
    guard let kind = PartnerEvent.Kind(rawValue: name), version <= kind.version else { return kept }
    func read<P: Decodable>(_ make: (P) -> PartnerEvent.Body) -> PartnerEvent.Body {
      (try? decoder.decode(P.self, from: Data(json.utf8))).map(make) ?? kept
    }
    return switch kind {
    case .joined: read(PartnerEvent.Body.joined)
    case .changed: read(PartnerEvent.Body.changed)
    case .absent: read(PartnerEvent.Body.absent)
    case .back: .back
    case .left: read(PartnerEvent.Body.left)
    case .succeeded: read(PartnerEvent.Body.succeeded)
    case .spoke: read(PartnerEvent.Body.spoke)
    case .undone: read(PartnerEvent.Body.undone)
    }
  }
}
