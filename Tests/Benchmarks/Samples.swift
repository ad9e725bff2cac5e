/// Many measurements of one thing.
struct Samples {
  /// From the key to the last byte that came of it, in milliseconds.
  private(set) var times: [Double] = []
  private(set) var bytes: [Int] = []

  mutating func add(_ answer: TerminalRun.Answer) {
    times.append(answer.milliseconds)
    bytes.append(answer.bytes)
  }

  mutating func add(milliseconds: Double, bytes count: Int = 0) {
    times.append(milliseconds)
    bytes.append(count)
  }

  /// The least value that so many hundredths of all do not exceed.
  func time(_ percentile: Int) -> Double { Samples.value(times, percentile) }
  func size(_ percentile: Int) -> Int { Int(Samples.value(bytes.map(Double.init), percentile)) }

  private static func value(_ list: [Double], _ percentile: Int) -> Double {
    guard !list.isEmpty else { return .nan }
    let rank = (list.count * percentile + 99) / 100
    return list.sorted()[min(max(rank, 1), list.count) - 1]
  }
}

/// Milliseconds as people read them: three figures are all that repeats.
func said(_ milliseconds: Double) -> String {
  switch milliseconds {
  case ..<9.95: tenths(milliseconds) + " ms"
  case ..<9_950: "\(Int(milliseconds.rounded())) ms"
  default: tenths(milliseconds / 1000) + " s"
  }
}

/// To tenths however long: of two that are compared.
func finely(_ milliseconds: Double) -> String { tenths(milliseconds) + " ms" }

func tenths(_ value: Double) -> String {
  let whole = Int((value * 10).rounded())
  return "\(whole / 10).\(whole % 10)"
}

/// Long numbers in groups of three.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return digits.enumerated().map { index, digit in
    (index > 0 && (digits.count - index) % 3 == 0 ? "," : "") + String(digit)
  }.joined()
}

extension Duration {
  var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}

/// Something could not be measured.
struct Unmeasured: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
