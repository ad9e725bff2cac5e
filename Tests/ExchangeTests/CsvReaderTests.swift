import Foundation
import Testing

@testable import Exchange

/// Everything a reader gives: header, rows and the line each starts on.
private struct Reading: Equatable {
  var header: [String] = []
  var rows: [[String]] = []
  var lines: [Int] = []

  init(_ bytes: [UInt8], delimiter: UInt8? = nil, piece: Int = 64 * 1024) throws {
    var reader = try CsvReader(bytes: bytes, delimiter: delimiter, piece: piece)
    header = reader.header
    while let record = try reader.next() {
      rows.append(record.fields)
      lines.append(record.line)
    }
  }

  init(_ text: String) throws { try self.init(Array(text.utf8)) }
}

@Suite("Reading CSV")
struct CsvReaderTests {
  @Test(
    "the delimiter is the one the header uses outside quotes",
    arguments: [
      ("a,b,c\n1,2,3", UInt8(ascii: ",")), ("a;b;c\n1;2;3", UInt8(ascii: ";")), ("a\tb\tc\n1\t2\t3", UInt8(9)),
      ("\"a;x;y\",b,c\n1,2,3", UInt8(ascii: ",")), ("\"a\n;;;\",b,c\n1,2,3", UInt8(ascii: ",")),
      ("a\n1", UInt8(ascii: ";")),
      ("sep=,\na;b,c;d\n", UInt8(ascii: ",")), ("SEP=|\r\na|b\r\n1|2", UInt8(ascii: "|")),
      ("naam, voornaam;geboren\n", UInt8(ascii: ";")),
    ])
  func delimiters(text: String, delimiter: UInt8) throws {
    #expect(try CsvReader(bytes: Array(text.utf8)).delimiter == delimiter)
  }

  @Test("the line sep=; is not the header, and lines are still counted from the top")
  func separatorLine() throws {
    let reading = try Reading("sep=;\r\na;b\r\n1;2\r\n")
    #expect(reading.header == ["a", "b"])
    #expect(reading.lines == [3])
  }

  @Test("a line sep= that names a quote or the end of the line names no delimiter", arguments: ["\"", "\r", "\n"])
  func noSeparator(named: String) throws {
    var reader = try CsvReader(bytes: Array("sep=\(named)\na;b\n1;2\n".utf8))
    #expect(reader.delimiter == UInt8(ascii: ";"))
    while try reader.next() != nil {}
  }

  @Test("line breaks of every kind end a row, and the last may be missing", arguments: ["\n", "\r\n", "\r"])
  func lineBreaks(lineBreak: String) throws {
    for ending in ["", lineBreak] {
      let reading = try Reading(["a;b", "1;2", "", "3;4"].joined(separator: lineBreak) + ending)
      #expect(reading.rows == [["1", "2"], ["3", "4"]])
      #expect(reading.lines == [2, 4])
    }
  }

  @Test(
    "quotes protect delimiters, line breaks and doubled quotes; a stray quote is a character",
    arguments: [
      ("\"a;b\";c", ["a;b", "c"]), ("\"a\"\"b\";c", ["a\"b", "c"]), ("\"a\nb\r\nc\rd\";e", ["a\nb\r\nc\rd", "e"]),
      ("5\" buis;c", ["5\" buis", "c"]), ("\"\";\"\"", ["", ""]), (";", ["", ""]), ("\"abc\"def;x", ["abcdef", "x"]),
      ("\"abc \"quoted\" end\";x", ["abc quoted\" end\"", "x"]), ("\"\"\"\";x", ["\"", "x"]),
      (" \"a\";b", [" \"a\"", "b"]),
      ("x;\"last\"", ["x", "last"]), ("x;\"last\"\n", ["x", "last"]),
    ])
  func quotes(row: String, fields: [String]) throws {
    #expect(try Reading("k;l\n" + row).rows == [fields])
  }

  @Test("a stray quote is noted, a proper one is not")
  func strayQuotes() throws {
    var reader = try CsvReader(bytes: Array("k;l\n5\" buis;c\n\"a\";\"b\"\n\"a\"b;c\n".utf8))
    #expect(try reader.next()?.hasStrayQuote == true)
    #expect(try reader.next()?.hasStrayQuote == false)
    #expect(try reader.next()?.hasStrayQuote == true)
  }

  @Test("each row knows the physical line it starts on, quoted line breaks counted")
  func physicalLines() throws {
    let reading = try Reading("a;b\n\"1\n2\r\n3\";x\n\n\n4;y\r\"\r\";z\n5;w")
    #expect(reading.rows.map(\.[1]) == ["x", "y", "z", "w"])
    #expect(reading.lines == [2, 7, 8, 10])
  }

  @Test("a quote that never closes is an error that names the line it opened on")
  func unterminated() throws {
    #expect(throws: CsvFailure.unterminatedQuote(line: 3)) { try Reading("a;b\n1;2\nx;\"open\n3;4\n5;6\n") }
    #expect(throws: CsvFailure.unterminatedQuote(line: 1)) { try Reading("\"a;b\n1;2\n") }
    #expect(CsvFailure.unterminatedQuote(line: 3).message.nl.contains("Regel 3"))
  }

  @Test("an open quote in a large file is found without reading it all")
  func unterminatedLarge() throws {
    let bytes = Array("a;b\n1;\"open\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: CsvReader.longestRecord * 2)
    var reader = try CsvReader(bytes: bytes)
    #expect(throws: CsvFailure.unterminatedQuote(line: 2)) { try reader.next() }
    #expect(reader.bytesRead < bytes.count)
  }

  @Test("a row without end is refused")
  func endless() throws {
    let bytes = Array("a;b\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: CsvReader.longestRecord * 2)
    #expect(throws: CsvFailure.recordTooLong(line: 2, limit: CsvReader.longestRecord)) { try Reading(bytes) }
  }

  @Test("rows that are too short or too long are reported; empty fields at the end are not")
  func ragged() throws {
    var reader = try CsvReader(bytes: Array("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n;;\n".utf8))
    #expect(try reader.next()?.raggedness == nil)
    let short = try #require(try reader.next())
    #expect(short.raggedness == .tooFew(2, expected: 3))
    #expect(short[2] == "")
    #expect(try reader.next()?.raggedness == .tooMany(4, expected: 3))
    #expect(try reader.next()?.raggedness == nil)
    #expect(try reader.next()?.isBlank == true)
    #expect(try reader.next() == nil)
  }

  @Test("an empty file, a workbook, a PDF and a binary file are refused by name")
  func refusals() throws {
    #expect(throws: CsvFailure.empty) { try Reading("") }
    #expect(throws: CsvFailure.empty) { try Reading("\u{FEFF}\n\n") }
    #expect(throws: CsvFailure.notText(format: "xlsx")) { try Reading([0x50, 0x4B, 3, 4, 0, 0, 0, 0]) }
    #expect(throws: CsvFailure.notText(format: "xls")) { try Reading([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0, 0]) }
    #expect(throws: CsvFailure.notText(format: "pdf")) { try Reading("%PDF-1.7 ...") }
    #expect(throws: CsvFailure.notText(format: "binary")) { try Reading([97, 0, 98, 0, 99, 0, 100, 0]) }
  }

  @Test("a file that is not there says so, with its name")
  func missing() throws {
    let path = NSTemporaryDirectory() + "thuis-\(UUID().uuidString).csv"
    #expect {
      _ = try CsvReader(path: path)
    } throws: {
      guard case CsvFailure.unreadable(path, _) = $0 else { return false }
      return true
    }
  }

  @Test("a file on disk tells its size and how far it was read")
  func progress() throws {
    let path = NSTemporaryDirectory() + "thuis-\(UUID().uuidString).csv"
    let text = "a;b\n" + String(repeating: "waarde;nog een\n", count: 20_000)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var reader = try CsvReader(path: path)
    #expect(reader.totalBytes == text.utf8.count)
    #expect(reader.bytesRead <= CsvBuffer.piece)
    var rows = 0
    while let record = try reader.next() {
      rows += 1
      #expect(record.count == 2)
    }
    #expect(rows == 20_000)
    #expect(reader.bytesRead == text.utf8.count)
  }

  @Test("columns are found by name in any case, accent and punctuation")
  func columns() throws {
    let reader = try CsvReader(bytes: Array("V-nummer; Geboortedatum ;Straße\n".utf8))
    #expect(reader.header == ["V-nummer", "Geboortedatum", "Straße"])
    #expect(reader.column("v nummer") == 0)
    #expect(reader.column("geboren", "GEBOORTEDATUM") == 1)
    #expect(reader.column("strasse") == 2)
    #expect(reader.column("bsn") == nil)
  }

  @Test("the same rows come out wherever the pieces of the file are cut")
  func seams() throws {
    let text =
      "\u{FEFF}naam;\"op\r\nmerking\";é\r\n\"Öz\"\"türk\";\"a;b\nc\";1\r\n\r\nمحمد;5\" buis;\r\r\n\"\";\"x\"y;\"\"\"\"\n🏠;;\"slot\r\""
    let bytes = Array(text.utf8)
    let whole = try Reading(bytes)
    #expect(whole.rows.count == 4)
    for piece in 1...bytes.count { #expect(try Reading(bytes, piece: piece) == whole, "pieces of \(piece)") }
  }

  @Test("a record longer than a piece comes out whole")
  func longRecord() throws {
    let long = String(repeating: "een twee\n", count: 40_000)
    #expect(try Reading("a;b\nx;\"\(long)\"\ny;z\n").rows == [["x", long], ["y", "z"]])
  }
}
