import Journey

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A path that can be read more than once and entered half way. A pipe or a UTF-16 file is first written out as UTF-8
/// to a nameless temporary file that only this process can reach, and that is gone when it ends.
final class PlainFile {
  let path: String
  private let descriptor: Int32?

  init(_ original: String) throws(CsvFailure) {
    let source = try ByteSource(path: original)
    let buffer = try CsvBuffer(source)
    if source.size != nil, buffer.offset != nil {
      path = original
      descriptor = nil
      return
    }
    var template = Array((Self.temporaryFolder + "/thuis-import-XXXXXX").utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw .unwritable(path: Self.temporaryFolder, reason: Phrase(errno: errno)) }
    unlink(template)
    path = "/proc/self/fd/\(copy)"
    descriptor = copy
    try Self.write(buffer, to: copy)
  }

  /// Tells files apart by what is in them (FNV-1a, 64 bits): no secret, only whether it is the same list again.
  func mark() -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var mark: UInt64 = 0xcbf2_9ce4_8422_2325
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return String(mark, radix: 16) }
      for byte in piece[..<count] { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
  }

  deinit { if let descriptor { close(descriptor) } }

  private static func write(_ buffer: CsvBuffer, to descriptor: Int32) throws(CsvFailure) {
    while true {
      while buffer.start < buffer.end {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, buffer.bytes.baseAddress! + buffer.start, buffer.end - buffer.start)
        #elseif canImport(Musl)
          let count = Musl.write(descriptor, buffer.bytes.baseAddress! + buffer.start, buffer.end - buffer.start)
        #else
          let count = Darwin.write(descriptor, buffer.bytes.baseAddress! + buffer.start, buffer.end - buffer.start)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          throw .unwritable(path: temporaryFolder, reason: Phrase(errno: errno))
        }
        buffer.start += count
      }
      if buffer.atEnd { return }
      try buffer.fill()
    }
  }

  private static var temporaryFolder: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Both names lead to the same file.
  static func same(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
