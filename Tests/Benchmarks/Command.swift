import Foundation
import Glibc

/// A program that runs to its end, timed.
struct Command {
  let program: String
  var environment: [String: String]

  struct Outcome {
    var milliseconds: Double
    var status: Int32
    var output: String
  }

  /// - Parameters:
  ///   - input: a file for standard input.
  ///   - minutes: after which it is killed and counts as unmeasured.
  func run(_ arguments: [String], input: String? = nil, minutes: Int = 2) throws -> Outcome {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = try input.map { try FileHandle(forReadingFrom: URL(filePath: $0)) } ?? .nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    let start = ContinuousClock.now
    try process.run()
    let pid = process.processIdentifier
    let watchdog = DispatchWorkItem { kill(pid, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(minutes * 60), execute: watchdog)
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let spent = ContinuousClock.now - start
    watchdog.cancel()
    return Outcome(
      milliseconds: spent.milliseconds, status: process.terminationStatus,
      output: String(decoding: output, as: UTF8.self))
  }

  /// As `run`, where another end than 0 is no measurement.
  @discardableResult
  func done(_ arguments: [String], input: String? = nil, minutes: Int = 2) throws -> Outcome {
    try checked(try run(arguments, input: input, minutes: minutes), arguments)
  }

  /// As `done`, for what may take longer than anybody waits: nil when it was not done in ten minutes.
  func finished(_ arguments: [String]) throws -> Outcome? {
    let outcome = try run(arguments, minutes: 10)
    return try outcome.milliseconds >= 600_000 ? nil : checked(outcome, arguments)
  }

  static let unfinished = "not done in 10 min"

  private func checked(_ outcome: Outcome, _ arguments: [String]) throws -> Outcome {
    guard outcome.status == 0 else {
      let last = outcome.output.split(separator: "\n").suffix(3).joined(separator: " ")
      throw Unmeasured("\(program) \(arguments.joined(separator: " ")) ended with \(outcome.status): \(last)")
    }
    return outcome
  }

  /// An installed program by its name; nil when it is not installed.
  static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
