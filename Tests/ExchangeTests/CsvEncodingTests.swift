import Foundation
import Testing

@testable import Exchange

@Suite("Encodings of CSV")
struct CsvEncodingTests {
  private func rows(_ bytes: [UInt8], piece: Int = 64 * 1024) throws -> [[String]] {
    var reader = try CsvReader(bytes: bytes, piece: piece)
    var rows = [reader.header]
    while let record = try reader.next() { rows.append(record.fields) }
    return rows
  }

  private let table = [["naam", "café"], ["Öztürk €", "Łukasz 🏠 محمد"], ["𝒳", "IJ"]]

  @Test("UTF-8 is read with and without a byte order mark", arguments: [true, false])
  func utf8(mark: Bool) throws {
    let text = table.map { $0.joined(separator: ";") }.joined(separator: "\r\n")
    #expect(try rows((mark ? CsvWriter.byteOrderMark : []) + Array(text.utf8)) == table)
  }

  @Test("UTF-16 of both byte orders is read, wherever it is cut", arguments: [true, false])
  func utf16(bigEndian: Bool) throws {
    let text = table.map { $0.joined(separator: "\t") }.joined(separator: "\r\n")
    let units: [UInt16] = [0xFEFF] + Array(text.utf16)
    let encoded = units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    for piece in 1...encoded.count { #expect(try rows(encoded, piece: piece) == table, "pieces of \(piece)") }
  }

  @Test("UTF-16 of many pieces is read whole")
  func utf16Long() throws {
    let text = "a;b\n" + String(repeating: "Öztürk €;🏠\n", count: 30_000)
    let units: [UInt16] = [0xFEFF] + Array(text.utf16)
    let encoded = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let read = try rows(encoded)
    #expect(read.count == 30_001)
    #expect(read.dropFirst().allSatisfy { $0 == ["Öztürk €", "🏠"] })
  }

  @Test("half a pair of UTF-16 becomes a replacement character")
  func loneSurrogates() throws {
    let units: [UInt16] = [0xFEFF, 0x61, 0x0A, 0xD83C, 0x62, 0x0A, 0xDFE0, 0x0A, 0xD83C]
    let encoded = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try rows(encoded) == [["a"], ["\u{FFFD}b"], ["\u{FFFD}"], ["\u{FFFD}"]])
  }

  @Test("every assigned byte of Windows-1252 is read as its character")
  func windows1252() throws {
    for byte in UInt8(0x80)...0xFF {
      let data = Data([byte])
      guard ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) else { continue }
      let expected = try #require(String(data: data, encoding: .windowsCP1252))
      #expect(try rows(Array("a;b\n".utf8) + [byte] + Array(";x".utf8)) == [["a", "b"], [expected, "x"]])
    }
  }

  @Test("the first Windows-1252 byte may come late and changes nothing before it")
  func late() throws {
    let early = Array(String(repeating: "Gewoon;café\n", count: 20_000).utf8)
    let latin = Array("M".utf8) + [0xFC] + Array("ller;".utf8) + [0x80] + Array(" 5\n".utf8)
    let read = try rows(Array("a;b\n".utf8) + early + latin)
    #expect(read[1] == ["Gewoon", "café"])
    #expect(read.last == ["Müller", "€ 5"])
  }

  @Test("a row that mixes both encodings is read field by field")
  func mixed() throws {
    var reader = try CsvReader(bytes: Array("a;b\nM".utf8) + [0xFC] + Array("ller;Müller\n".utf8))
    let record = try #require(try reader.next())
    #expect(record.fields == ["Müller", "Müller"])
  }
}
