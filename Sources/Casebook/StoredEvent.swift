import Foundation
import GRDB
import Journey

/// An event as the table holds it.
struct StoredEvent: Sendable {
  var dossier: Int64
  var sequence: Int
  var id: EventID
  var kind: String
  var version: Int
  var day: Int
  var recordedAt: Int64
  var actor: String
  var party: String
  var source: String
  var act: EventID
  var body: String

  init(
    dossier: Int64, sequence: Int, id: EventID, kind: String, version: Int, day: Int, recordedAt: Int64, actor: String,
    party: String, source: String, act: EventID, body: String
  ) {
    (self.dossier, self.sequence, self.id, self.kind, self.version) = (dossier, sequence, id, kind, version)
    (self.day, self.recordedAt, self.actor, self.party) = (day, recordedAt, actor, party)
    (self.source, self.act, self.body) = (source, act, body)
  }

  init(_ event: Event, of dossier: DossierID, _ wire: Wire) {
    self.dossier = dossier.value
    sequence = event.sequence
    id = event.id
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
    act = event.act
    body = wire.encode(event.body)
  }

  static let columns = "dossier, seq, id, kind, version, day, recorded_at, actor, party, source, act, body, hash"
  static let insert = "INSERT INTO event (\(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"

  init(_ row: GRDB.Row) {
    dossier = row[0]
    sequence = row[1]
    id = EventID(data: row[2])
    kind = row[3]
    version = row[4]
    day = row[5]
    recordedAt = row[6]
    actor = row[7]
    party = row[8]
    source = row[9]
    act = EventID(data: row[10])
    body = row[11]
  }

  func arguments(hash: Data) -> StatementArguments {
    [dossier, sequence, id.data, kind, version, day, recordedAt, actor, party, source, act.data, body, hash]
  }

  func event(_ wire: Wire) -> Event {
    Event(
      id: id, sequence: sequence, day: Day(number: Int32(truncatingIfNeeded: day)),
      recordedAt: recordedAt,
      actor: Actor(actor, PartyID(party)), source: Event.Source(rawValue: source) ?? .sync, act: act,
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

  /// What is shorter than it should be counts as zeros before it.
  init(data: Data) {
    var words = (high: UInt64(0), low: UInt64(0))
    data.withUnsafeBytes { bytes in
      for byte in bytes.prefix(16) {
        words.high = words.high << 8 | words.low >> 56
        words.low = words.low << 8 | UInt64(byte)
      }
    }
    self.init(high: words.high, low: words.low)
  }
}
