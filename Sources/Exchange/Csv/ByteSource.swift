#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Journey

/// Where the bytes of a file come from, a piece at a time.
final class ByteSource {
  private enum Origin {
    case descriptor(Int32, path: String, closes: Bool)
    case memory([UInt8], piece: Int)
  }

  private let origin: Origin
  /// Bytes handed out so far.
  private(set) var position = 0
  /// nil where the size is not known beforehand: a pipe.
  let size: Int?

  init(path: String) throws(CsvFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: Phrase(errno: errno)) }
    origin = .descriptor(descriptor, path: path, closes: true)
    size = Self.size(of: descriptor)
  }

  init(descriptor: Int32) {
    origin = .descriptor(descriptor, path: "-", closes: false)
    size = Self.size(of: descriptor)
  }

  /// - Parameter piece: the most that one read gives.
  init(bytes: [UInt8], piece: Int) {
    origin = .memory(bytes, piece: max(1, piece))
    size = bytes.count
  }

  /// Goes on from this byte. Only for files, not for a pipe.
  func seek(to offset: Int) {
    position = offset
    if case .descriptor(let descriptor, _, _) = origin { lseek(descriptor, off_t(offset), SEEK_SET) }
  }

  deinit {
    if case .descriptor(let descriptor, _, closes: true) = origin { close(descriptor) }
  }

  /// The number of bytes read; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(CsvFailure) -> Int {
    switch origin {
    case .memory(let bytes, let piece):
      let count = min(piece, target.count, bytes.count - position)
      bytes.withUnsafeBytes {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
      }
      position += count
      return count
    case .descriptor(let descriptor, let path, _):
      while true {
        #if canImport(Glibc)
          let count = Glibc.read(descriptor, target.baseAddress, target.count)
        #elseif canImport(Musl)
          let count = Musl.read(descriptor, target.baseAddress, target.count)
        #else
          let count = Darwin.read(descriptor, target.baseAddress, target.count)
        #endif
        if count >= 0 {
          position += count
          return count
        }
        guard errno == EINTR else { throw .unreadable(path: path, reason: Phrase(errno: errno)) }
      }
    }
  }

  private static func size(of descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
