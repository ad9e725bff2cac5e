import Foundation

/// `Benchmarks PROGRAM FOLDER REPORT.md SIZE...`: measures the release binary and its peers. `make bench` runs it. It asserts
/// nothing: it ends with 1 only when something could not be measured.
@main
enum Benchmarks {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    let sizes = words.dropFirst(3).compactMap { Int($0) }
    guard words.count > 3, sizes.count == words.count - 3, sizes.allSatisfy({ $0 >= 5_000 }) else {
      FileHandle.standardError.write(Data("usage: Benchmarks PROGRAM FOLDER REPORT.md SIZE... (5,000 or more)\n".utf8))
      exit(64)
    }
    let paths = Array(words.prefix(3))
    do {
      let bench = try Bench(program: paths[0], folder: paths[1])
      let columns = try sizes.map { try bench.figures($0) }
      var peers = Peers(bench, dossiers: sizes[sizes.count - 1])
      peers.measure()
      let report = Report(sizes: sizes, columns: columns, peers: peers.figures)
      print(report.plain)
      try report.markdown.write(toFile: paths[2], atomically: true, encoding: .utf8)
    } catch {
      FileHandle.standardError.write(Data("not measured: \(error)\n".utf8))
      exit(1)
    }
  }
}
