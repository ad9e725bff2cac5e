import Foundation
import Quota

// Reads observations as CSV (set,entry,end,cause) from standard input and writes the curves of each set as CSV
// (set,curve,time,value,variance): `survival`, and `incidence1` and so on for each cause.

func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(65)
}

var sets: [String: [Observation]] = [:]
var line = 0
while let text = readLine() {
  line += 1
  if line == 1 {
    guard text == "set,entry,end,cause" else { fail("line 1: expected set,entry,end,cause") }
    continue
  }
  let cells = text.split(separator: ",", omittingEmptySubsequences: false)
  guard cells.count == 4, let entry = Double(cells[1]), let end = Double(cells[2]), let cause = Int(cells[3]) else {
    fail("line \(line): expected a set, two numbers and a whole number")
  }
  sets[String(cells[0]), default: []].append(Observation(entry: entry, end: end, cause: cause))
}
print("set,curve,time,value,variance")
for (set, observations) in sets.sorted(by: { $0.key < $1.key }) {
  for point in SurvivalCurve(observations).points {
    print("\(set),survival,\(point.time),\(point.survival),\(point.variance)")
  }
  let causes = observations.map(\.cause).max() ?? 0
  for point in IncidenceCurves(observations, causes: causes).points {
    for cause in 1...causes { print("\(set),incidence\(cause),\(point.time),\(point.incidence[cause - 1]),") }
  }
}
