import Foundation

/// `Benchmarks PROGRAM FORECASTS FOLDER REPORT.md SIZE...`: measures the release binary and its peers. `make bench` runs it. It asserts
/// nothing: it ends with 1 only when something could not be measured.
@main
enum Benchmarks {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    let sizes = words.dropFirst(4).compactMap { Int($0) }
    guard words.count > 4, sizes.count == words.count - 4, sizes.allSatisfy({ $0 >= 5_000 }) else {
      let usage = "usage: Benchmarks PROGRAM FORECASTS FOLDER REPORT.md SIZE... (5,000 or more)\n"
      FileHandle.standardError.write(Data(usage.utf8))
      exit(64)
    }
    let paths = Array(words.prefix(4))
    do {
      let bench = try Bench(program: paths[0], folder: paths[2])
      let forecasts = try bench.forecasts(by: paths[1])
      var columns = try sizes.map { try bench.figures($0) }
      columns[0].merge(forecasts) { $1 }
      var peers = Peers(bench, dossiers: sizes[sizes.count - 1])
      peers.measure()
      let report = Report(sizes: sizes, columns: columns, peers: peers.figures)
      print(report.plain)
      try report.markdown.write(toFile: paths[3], atomically: true, encoding: .utf8)
    } catch {
      FileHandle.standardError.write(Data("not measured: \(error)\n".utf8))
      exit(1)
    }
  }
}
