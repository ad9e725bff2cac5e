import Foundation
import Testing

@Suite("Many at one dossier", .serialized)
struct TogetherTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill(20)
  }

  @Test("notes written at the same moment are all there, and the chain holds")
  func notes() throws {
    let id = try #require(try place.list().first?.id)
    let before = try place.events(id).count
    let texts = (0..<24).map { "notitie \($0)" }
    let writers = try texts.map { try place.start(["do", id, "note", "--text", $0]) }
    for writer in writers { #expect(place.result(of: writer).status == 0) }
    let events = try place.events(id)
    #expect(events.count == before + texts.count)
    #expect(Set(events.compactMap { $0["text"] as? String }).isSuperset(of: texts))
    #expect(try place.thuis("check").status == 0)
  }

  @Test("what only one can do, one does; the others hear why it no longer holds")
  func once() throws {
    let id = try reception()
    let writers = try (0..<8).map { _ in try place.start(["do", id, "permit", "--permit", "asylum-temporary"]) }
    let results = writers.map { place.result(of: $0) }
    #expect(results.filter { $0.status == 0 }.count == 1)
    for refused in results where refused.status != 0 {
      #expect(refused.status == 1)
      #expect(refused.complaint.contains("ergunning"))
    }
    #expect(try place.thuis("check").status == 0)
  }

  /// A household in reception, without a permit yet.
  private func reception() throws -> String {
    let file = place.folder.appending(path: "een.csv")
    try "achternaam;v_nummer\nNieuw;2901234567\n".write(to: file, atomically: true, encoding: .utf8)
    #expect(try place.thuis("import", file.path).status == 0)
    return "2901234567"
  }
}
