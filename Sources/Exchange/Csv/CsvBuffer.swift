/// The window of a file that is being parsed: UTF-8 or Windows-1252 bytes, UTF-16 already turned into UTF-8.
///
/// As large as the longest record so far, at least one piece; what is parsed makes room for what follows.
final class CsvBuffer {
  static let piece = 64 * 1024

  let source: ByteSource
  private(set) var bytes: UnsafeMutableRawBufferPointer
  /// The unparsed part of `bytes`.
  var start = 0
  private(set) var end = 0
  private(set) var atEnd = false
  private(set) var mark = ByteOrderMark.none
  private var transcoder: Utf16Transcoder?

  enum ByteOrderMark { case none, utf8, utf16 }

  init(_ source: ByteSource) throws(CsvFailure) {
    self.source = source
    bytes = .allocate(byteCount: Self.piece, alignment: 16)
    while end < 8, !atEnd { try readPlain() }
    try recognise()
  }

  /// Goes on in the middle of a file of which the beginning was recognised before.
  init(_ source: ByteSource, from offset: Int) throws(CsvFailure) {
    self.source = source
    bytes = .allocate(byteCount: Self.piece, alignment: 16)
    source.seek(to: offset)
  }

  /// Where in the file the unparsed part begins; nil where the bytes are not those of the file: UTF-16.
  var offset: Int? { transcoder == nil ? source.position - (end - start) : nil }

  deinit { bytes.deallocate() }

  /// Makes more unparsed bytes visible, keeping those there are.
  func fill() throws(CsvFailure) {
    if start > 0 {
      bytes.baseAddress!.copyMemory(from: bytes.baseAddress! + start, byteCount: end - start)
      end -= start
      start = 0
    }
    if bytes.count - end < Self.piece / 2 {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<end]))
      bytes.deallocate()
      bytes = larger
    }
    if transcoder == nil { try readPlain() } else { try readUtf16() }
  }

  private func readPlain() throws(CsvFailure) {
    let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
    end += count
    atEnd = count == 0
  }

  private func readUtf16() throws(CsvFailure) {
    let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece / 4, alignment: 2)
    defer { raw.deallocate() }
    let count = try source.read(into: raw)
    atEnd = count == 0
    transcode(UnsafeRawBufferPointer(rebasing: raw[..<count]))
  }

  /// One piece of UTF-16 becomes at most one and a half times as many bytes, which `fill` made room for.
  private func transcode(_ raw: UnsafeRawBufferPointer) {
    end += transcoder!.transcode(raw, last: atEnd, into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
  }

  private func recognise() throws(CsvFailure) {
    let first = Array(bytes[..<min(end, 8)])
    if let format = Self.binaryFormat(first) { throw .notText(format: format) }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) {
      mark = .utf8
      start = 3
    } else if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      mark = .utf16
      transcoder = Utf16Transcoder(bigEndian: first[0] == 0xFE)
      let raw = [UInt8](bytes[2..<end])
      end = 0
      let needed = raw.count * 2 + 16
      if bytes.count < needed {
        bytes.deallocate()
        bytes = .allocate(byteCount: needed, alignment: 16)
      }
      raw.withUnsafeBytes { transcode($0) }
    } else if bytes[..<min(end, 512)].contains(0) {
      throw .notText(format: "binary")
    }
  }

  private static func binaryFormat(_ first: [UInt8]) -> String? {
    if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "xlsx" }
    if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "xls" }
    if first.starts(with: Array("%PDF".utf8)) { return "pdf" }
    return nil
  }
}
