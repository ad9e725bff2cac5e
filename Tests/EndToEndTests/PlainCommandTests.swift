import Foundation
import Testing

@Suite("thuis --plain", .serialized)
struct PlainCommandTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.fill()
  }

  private func speak(
    _ lines: String, _ arguments: [String] = ["--plain"], setting: [String: String] = [:]
  ) throws -> Binary.Result {
    let process = Process()
    let (input, output, complaint) = (Pipe(), Pipe(), Pipe())
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = arguments
    process.environment = place.environment.merging(setting) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, complaint)
    try process.run()
    input.fileHandleForWriting.write(Data(lines.utf8))
    try input.fileHandleForWriting.close()
    return place.result(of: (process, output, complaint))
  }

  private func first() throws -> (id: String, name: String) {
    try #require(try place.list("regie:j.bakker").first ?? place.list().first)
  }

  @Test("a note is written through a pipe, and is in the story when the program has ended with 0")
  func pipe() throws {
    let id = try first().id
    let said = try speak("ga naar \(id)\nnotitie\nMet de hand geschreven\n.\n\n\n")
    #expect(said.status == 0 && said.complaint.isEmpty)
    #expect(said.output.contains("Notitie bewaard"))
    #expect(try place.events(id).last?["text"] as? String == "Met de hand geschreven")
  }

  @Test("ACCESSIBLE asks for it as well", arguments: ["1", "true"])
  func environment(value: String) throws {
    let said = try speak("q\n", [], setting: ["ACCESSIBLE": value])
    #expect(said.status == 0)
    #expect(said.output.hasPrefix("Thuis, ma 23 nov 2026."))
  }

  @Test("it needs no terminal of any kind, and sends no escape sequence")
  func noTerminal() throws {
    let said = try speak("?\nmijn\nv\nt\n1\nq\n", ["--plain", "--lang", "en"], setting: ["TERM": "dumb"])
    #expect(said.status == 0)
    #expect(said.output.contains("What now?"))
    #expect(!said.output.unicodeScalars.contains { $0.value == 27 || $0.value == 13 || $0.value == 8 })
  }

  @Test("the same lines give the same answer: a pipe begins at today's list")
  func again() throws {
    let once = try speak("1\nq\ndossiers\nzoek te-laat\n").output
    #expect(try speak("1\nq\ndossiers\nzoek te-laat\n").output == once)
  }

  @Test("Windows line ends and a last line without an end are lines too")
  func lineEnds() throws {
    let id = try first().id
    #expect(try speak("ga naar \(id)\r\nn\r\nRegel\r\n.\r\n\r\n\r\nq\r\nq").status == 0)
    #expect(try place.events(id).last?["text"] as? String == "Regel")
  }

  @Test("Ctrl-C in a form ends it with 130 and what was typed is there the next time")
  func interrupted() throws {
    let id = try first().id
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["--plain"]
    process.environment = place.environment
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, Pipe())
    try process.run()
    input.fileHandleForWriting.write(Data("ga naar \(id)\nnotitie\nhalf af\n.\n".utf8))
    var said = ""
    while !said.contains("2 van 2."), let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
      said += String(decoding: more, as: UTF8.self)
    }
    process.interrupt()
    // Without the signal it would end here, and with 0.
    try input.fileHandleForWriting.close()
    _ = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try speak("ga naar \(id)\nnotitie\n").output.contains("Nu: half af"))
  }

  @Test("where the full screen cannot be shown the message names --plain")
  func named() throws {
    let result = try place.thuis("--lang", "nl")
    #expect(result.status == 69)
    #expect(result.complaint.contains("thuis --plain"))
  }
}
