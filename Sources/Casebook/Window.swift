import Foundation
import Glibc

/// A program that runs: whose typing a draft is as long as it does. A casebook lies on one machine, so the process table
/// tells which are still there, also after a kill.
public struct Window: Hashable, Sendable {
  /// `3f2a91c0.4711.98213.0`: the start of the machine, the process, when it began, and which of its windows.
  public let name: String

  private static let machine =
    (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)).map { String($0.prefix(8)) }
    ?? "0"

  /// Of this process.
  /// - Parameter number: tells windows of one process apart.
  public init(number: Int = 0) {
    let process = getpid()
    name = "\(Self.machine).\(process).\(Self.began(process) ?? "0").\(number)"
  }

  /// As a draft names it; it may be gone by now.
  public init(name: String) { self.name = name }

  public var isOpen: Bool {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count == 4, parts[0] == Self.machine, let process = Int32(parts[1]) else { return false }
    return Self.began(process) == parts[2]
  }

  /// In ticks of the machine since its start (proc(5), `stat`, field 22); nil where there is no such process, or it has
  /// ended and only its parent does not know yet.
  private static func began(_ process: Int32) -> String? {
    guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      // A name may hold blanks and brackets; the last one closes it.
      let end = line.lastIndex(of: ")")
    else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    return fields.count > 19 && fields[0] != "Z" ? String(fields[19]) : nil
  }
}
