import Crypto
import Foundation
import Journey

/// The chain that makes tampering show: each event's hash covers its fields and the hash before it.
enum Chain {
  static let start = Data(count: 32)

  static func hash(after previous: Data, _ event: StoredEvent) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(event.body.utf8.count + 200)
    func add(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
    // Lengths before texts: no two events give the same bytes.
    func add(_ text: String) {
      add(Int64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    func add(_ id: EventID) {
      withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: previous)
    add(event.dossier)
    add(Int64(event.sequence))
    add(event.id)
    add(event.kind)
    add(Int64(event.version))
    add(Int64(event.day))
    add(event.recordedAt)
    add(event.actor)
    add(event.party)
    add(event.source)
    add(event.act)
    add(event.body)
    return Data(SHA256.hash(data: bytes))
  }
}
