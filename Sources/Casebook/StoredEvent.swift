import Foundation
import GRDB
import Journey

/// An event as the table holds it.
struct StoredEvent: Sendable {
  var dossier: Int64
  var sequence: Int
  var id: Data
  var kind: String
  var version: Int
  var day: Int
  var recordedAt: Int64
  var actor: String
  var party: String
  var source: String
  var act: Data
  var body: String

  init(_ event: Event, of dossier: DossierID, _ wire: Wire) {
    self.dossier = dossier.value
    sequence = event.sequence
    id = event.id.data
    kind = event.body.wireName
    if case .unknown(let unknown) = event.body {
      version = unknown.version
    } else {
      version = event.body.kind?.version ?? 1
    }
    day = Int(event.day.number)
    recordedAt = event.recordedAt
    actor = event.actor.name
    party = event.actor.party.rawValue
    source = event.source.rawValue
    act = event.act.data
    body = wire.encode(event.body)
  }

  static let columns = "dossier, seq, id, kind, version, day, recorded_at, actor, party, source, act, body, hash"
  static let insert = "INSERT INTO event (\(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"

  init(_ row: GRDB.Row) {
    dossier = row[0]
    sequence = row[1]
    id = row[2]
    kind = row[3]
    version = row[4]
    day = row[5]
    recordedAt = row[6]
    actor = row[7]
    party = row[8]
    source = row[9]
    act = row[10]
    body = row[11]
  }

  func arguments(hash: Data) -> StatementArguments {
    [dossier, sequence, id, kind, version, day, recordedAt, actor, party, source, act, body, hash]
  }

  func event(_ wire: Wire) -> Event {
    Event(
      id: EventID(data: id), sequence: sequence, day: Day(number: Int32(truncatingIfNeeded: day)),
      recordedAt: recordedAt,
      actor: Actor(actor, PartyID(party)), source: Event.Source(rawValue: source) ?? .sync, act: EventID(data: act),
      body: wire.decode(kind: kind, version: version, json: body))
  }
}

extension EventID {
  var data: Data {
    var data = Data(capacity: 16)
    withUnsafeBytes(of: high.bigEndian) { data.append(contentsOf: $0) }
    withUnsafeBytes(of: low.bigEndian) { data.append(contentsOf: $0) }
    return data
  }

  init(data: Data) {
    let words = data.reduce(into: (UInt64(0), UInt64(0), 0)) { all, byte in
      if all.2 < 8 { all.0 = all.0 << 8 | UInt64(byte) } else { all.1 = all.1 << 8 | UInt64(byte) }
      all.2 += 1
    }
    self.init(high: words.0, low: words.1)
  }
}
