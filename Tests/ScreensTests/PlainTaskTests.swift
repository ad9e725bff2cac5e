import Journey
import Quota
import Testing

@testable import Screens

@Suite("Lines on the task")
struct PlainTaskTests {
  /// What was said, line by line, after each of these lines was read; the first is of the start.
  private func heard(_ lines: String..., of task: StagedTask = StagedTask()) throws -> [[String]] {
    let theatre = try Theatre(task: task)
    defer { theatre.close() }
    let reading = Reading(lines)
    var ends: [Int] = []
    for place in lines.indices { reading.meanwhile[place] = { ends.append(reading.said.count) } }
    var program = PlainProgram(theatre.shell, reading.console)
    _ = program.run(resumes: false)
    let starts = [0] + ends
    return zip(starts, ends + [reading.said.count]).map { Array(reading.said[$0..<$1]) }
  }

  @Test("what if of a row by its number begins with its name, then both sides, then what one more does by number")
  func whatIf() throws {
    let answers = try heard("opgave", "wissel gebied provincie utrecht", "wat als 3", "1")
    let third = try #require(answers[2].first { $0.hasPrefix("3 ") })
    #expect(third.hasPrefix("3 Bunnik."))
    let said = answers[3]
    #expect(said.first == "Wat als: Bunnik, 2026-II.", "\(said)")
    #expect(said.contains { $0.hasPrefix("Personen gehuisvest aan het eind, opgave 12") })
    #expect(said.contains { $0.hasPrefix("nu") } && said.contains { $0.hasPrefix("met dit") })
    #expect(said.contains { $0.hasPrefix("1 +4,6 ") || $0.hasPrefix("1 +4,6") })
    #expect(said.contains("Wat één erbij doet, het meeste bovenaan:"))
    let with = answers[4]
    #expect(with.contains("Wat één erbij doet, het meeste bovenaan (zonder deze veranderingen):"), "\(with)")
  }

  @Test("what if of the sum goes by its number too, and going back reads the rows again")
  func sum() throws {
    let answers = try heard("opgave", "wissel gebied provincie utrecht", "regels 50", "wat als 27", "q")
    #expect(answers[4].first == "Wat als: provincie Utrecht, 2026-II.", "\(answers[4])")
    #expect(answers[5].first?.hasPrefix("Opgave 2026-II, provincie Utrecht.") == true, "\(answers[5])")
  }

  @Test("without a number what if is of the row at hand; a number that is not there is said and asked for again")
  func asked() throws {
    let answers = try heard("opgave", "wissel gebied provincie utrecht", "wat als 99", "2", "q", "wat als")
    #expect(answers[3].contains { $0.contains("99 is er niet; verwacht een nummer van 1 tot") }, "\(answers[3])")
    #expect(answers[4].first == "Wat als: Baarn, 2026-II.", "\(answers[4])")
    #expect(answers[6].first == "Wat als: Baarn, 2026-II.", "\(answers[6])")
  }

  @Test("the back-test of a row by its number says whose it is, then each method with its scores")
  func backTest() throws {
    let said = try heard("opgave", "wissel gebied provincie utrecht", "toets prognose 4")[3]
    #expect(said.first == "Toets van de prognose, Bunschoten.", "\(said)")
    #expect(said.contains("prognose: dekking 72 %, Brier 0,112, n 18"), "\(said)")
    #expect(said.contains { $0.contains("dekking 38 %") } && said.contains { $0.contains("Het duurde") })
  }

  @Test("a number alone goes down into the row; the sum, where one is already, is read out")
  func numberAlone() throws {
    let answers = try heard("opgave", "wissel gebied provincie utrecht", "2", "q", "regels 50", "27")
    #expect(answers[3].first == "Opgave 2026-II, Baarn.", "\(answers[3])")
    #expect(answers[6].first?.hasPrefix("Samen. Doel") == true, "\(answers[6])")
  }

  @Test("the course of a row says of how many persons were housed where the task is known, and else how many alone")
  func course() throws {
    let known = try heard("opgave", "volgend vak")[2]
    #expect(known.contains { $0.hasPrefix("Drenthe. Personen: 92 van ") }, "\(known)")
    let unknown = try heard("opgave", "volgend vak", of: StagedTask(isEmpty: true))[2]
    #expect(unknown.contains("Drenthe. Personen: 92 gehuisvest."), "\(unknown)")
  }

  @Test("a number in what if takes one more of that thing, and the scenario is said in words without its sign")
  func valueTaken() throws {
    let said = try heard("opgave", "wissel gebied provincie utrecht", "wat als 1", "1")[4]
    #expect(said.first == "Wat als: Amersfoort, 2026-II.", "\(said)")
    #expect(said.dropFirst().first == "1 woning erbij voor 5 of meer", "\(said)")
    #expect(said.contains { $0.hasPrefix("verschil") && $0.contains("+9,4") })
  }
}
