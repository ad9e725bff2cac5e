import Testing

@testable import Exchange

@Suite("Writing CSV")
struct CsvWriterTests {
  @Test(
    "quotes stand only where they are needed",
    arguments: [
      (["a", "b"], "a;b\r\n"), (["a;b", "c"], "\"a;b\";c\r\n"), (["a\"b"], "\"a\"\"b\"\r\n"), ([""], "\"\"\r\n"),
      (["", ""], ";\r\n"),
      (["a\nb", "x,y"], "\"a\nb\";x,y\r\n"), (["sep=;"], "\"sep=;\"\r\n"),
    ])
  func quoting(fields: [String], line: String) {
    #expect(CsvWriter().line(fields) == line)
  }

  @Test("data is not changed unless asked; then formulas are disarmed and plain numbers left alone")
  func formulas() {
    let fields = ["=1+1", "+31 6", "-5", "+3,5", "@x", "-", "a=b", ""]
    #expect(CsvWriter().line(fields) == "=1+1;+31 6;-5;+3,5;@x;-;a=b;\r\n")
    #expect(CsvWriter(disarmsFormulas: true).line(fields) == "'=1+1;'+31 6;-5;+3,5;'@x;'-;a=b;\r\n")
    let printed = ["'=1+1", "'+31 6", "-5", "+3,5", "'@x", "'-", "a=b", ""]
    #expect(printed.map(CsvWriter.armed) == fields)
    #expect(["'t Hart", "'", "'5"].map(CsvWriter.armed) == ["'t Hart", "'", "'5"])
  }

  @Test(
    "what is written is read back the same, for every delimiter and line break", arguments: CsvWriter.LineBreak.allCases
  )
  func roundTrip(lineBreak: CsvWriter.LineBreak) throws {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("ab\";,\t\n\r é€🏠'=|م").map(String.init) + ["\r\n", "\"\"", "sep=;"]
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")] {
      let writer = CsvWriter(delimiter: delimiter, lineBreak: lineBreak)
      for _ in 0..<150 {
        let columns = Int.random(in: 1...4, using: &random)
        let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          (0..<columns).map { _ in
            (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random)! }.joined()
          }
        }
        var bytes: [UInt8] = []
        writer.append((0..<columns).map { "k\($0)" }, to: &bytes)
        for row in rows { writer.append(row, to: &bytes) }
        var reader = try CsvReader(bytes: bytes, delimiter: delimiter, piece: Int.random(in: 1...40, using: &random))
        var read: [[String]] = []
        while let record = try reader.next() { read.append(record.fields) }
        #expect(read == rows)
      }
    }
  }

  @Test("a written header is read back with the delimiter found", arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 9])
  func detection(delimiter: UInt8) throws {
    let writer = CsvWriter(delimiter: delimiter)
    let bytes = Array((writer.line(["naam, voornaam", "a;b", "c\td", "e"]) + writer.line(["1", "2", "3", "4"])).utf8)
    var reader = try CsvReader(bytes: CsvWriter.byteOrderMark + bytes)
    #expect(reader.header == ["naam, voornaam", "a;b", "c\td", "e"])
    #expect(try reader.next()?.fields == ["1", "2", "3", "4"])
  }
}
