import Foundation
import Glibc
import Testing

@Suite("A power cut", .serialized)
struct KillTests {
  /// How far a writer gets before it is killed.
  enum Moment: CaseIterable { case atOnce, whenItWrites, never }

  @Test("killed in the middle of a row of writes, the casebook is whole and holds every confirmed note")
  func killed() throws {
    let place = try Workplace()
    try place.fill(10)
    let id = try #require(try place.list().first?.id)
    var confirmed: Set<String> = []
    for number in 0..<200 {
      let text = "notitie \(number)"
      let journal = size(place.casebook + "-wal")
      let (process, output, complaint) = try place.start(["do", id, "note", "--text", text])
      switch Moment.allCases[number % 3] {
      case .atOnce: kill(process.processIdentifier, SIGKILL)
      case .whenItWrites:
        while process.isRunning, size(place.casebook + "-wal") == journal {}
        kill(process.processIdentifier, SIGKILL)
      case .never: break
      }
      _ = output.fileHandleForReading.readDataToEndOfFile()
      _ = complaint.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      if process.terminationReason == .exit, process.terminationStatus == 0 { confirmed.insert(text) }
    }
    #expect(try place.thuis("check").status == 0)
    let kept = Set(try place.events(id).compactMap { $0["text"] as? String })
    #expect(confirmed.count >= 60)
    #expect(confirmed.isSubset(of: kept))
  }

  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : -1
  }
}
