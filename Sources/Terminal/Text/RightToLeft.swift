/// Right-to-left names on a screen that draws from left to right.
///
/// Terminals that reorder text reorder whole lines, columns included, so they are asked not to, and each run of
/// Arabic or Hebrew is turned around here: within its own piece of text, never across a column or a line drawing.
/// This is Unicode's rule (UAX #9) for a left-to-right line, without explicit controls, which are never drawn.
/// What is stored, measured and searched stays in reading order.
enum RightToLeft {
  /// The cells of a row in the order in which they are shown, and for each column where it went; `nil` when
  /// nothing moves.
  static func reordered(_ row: ArraySlice<Cell>) -> (cells: [Cell], columns: [Int])? {
    guard row.contains(where: { Direction($0.symbol.base) == .right }) else { return nil }
    let logical = clusters(row)
    var shown = logical
    var start = 0
    while start < logical.count {
      guard logical[start].direction == .right else {
        start += 1
        continue
      }
      let end = endOfRun(logical, from: start)
      shown.replaceSubrange(start..<end, with: turned(Array(logical[start..<end])))
      start = end
    }
    return laidOut(shown)
  }

  /// A glyph with its right half, and the column it stood in.
  private struct Cluster {
    var cells: [Cell]
    let column: Int
    let direction: Direction
    var startsText: Bool { cells[0].startsText }
  }

  private static func clusters(_ row: ArraySlice<Cell>) -> [Cluster] {
    var clusters: [Cluster] = []
    for (column, cell) in row.enumerated() {
      if cell.symbol.width == 0, !clusters.isEmpty {
        clusters[clusters.count - 1].cells.append(cell)
      } else {
        clusters.append(Cluster(cells: [cell], column: column, direction: Direction(cell.symbol.base)))
      }
    }
    return clusters
  }

  /// The run ends with its last right-to-left letter or number before a left-to-right letter, a line drawing or
  /// the next piece of text.
  private static func endOfRun(_ clusters: [Cluster], from start: Int) -> Int {
    var end = start + 1
    var at = end
    var blanks = 0
    while at < clusters.count, !clusters[at].startsText {
      blanks = clusters[at].cells[0].symbol == .blank ? blanks + 1 : 0
      if blanks > 1 { break }  // padding of a column
      switch clusters[at].direction {
      case .left, .barrier: return end
      case .right, .number: end = at + 1
      case .neutral: break
      }
      at += 1
    }
    return end
  }

  /// Turned around, but numbers keep their own order.
  private static func turned(_ run: [Cluster]) -> [Cluster] {
    var result: [Cluster] = []
    var at = run.count
    while at > 0 {
      var first = at - 1
      if run[first].direction == .number {
        while let before = numberStart(run, before: first) { first = before }
      }
      result += run[first..<at].map(mirrored)
      at = first
    }
    return result
  }

  /// The part of a number left of `index`: a digit, or a separator between two digits.
  private static func numberStart(_ run: [Cluster], before index: Int) -> Int? {
    guard index > 0 else { return nil }
    if run[index - 1].direction == .number { return index - 1 }
    let separators: Set<UInt32> = [0x2E, 0x2C, 0x2D, 0x2F, 0x3A]
    guard index > 1, separators.contains(run[index - 1].cells[0].symbol.base), run[index - 2].direction == .number
    else { return nil }
    return index - 2
  }

  private static let mirrors: [UInt32: UInt32] = [
    0x28: 0x29, 0x29: 0x28, 0x5B: 0x5D, 0x5D: 0x5B, 0x7B: 0x7D, 0x7D: 0x7B, 0x3C: 0x3E, 0x3E: 0x3C,
    0xAB: 0xBB, 0xBB: 0xAB,
  ]

  private static func mirrored(_ cluster: Cluster) -> Cluster {
    guard let other = mirrors[cluster.cells[0].symbol.base] else { return cluster }
    var cluster = cluster
    cluster.cells[0].symbol.base = other
    return cluster
  }

  private static func laidOut(_ clusters: [Cluster]) -> (cells: [Cell], columns: [Int]) {
    var cells: [Cell] = []
    var columns = Array(repeating: 0, count: clusters.reduce(0) { $0 + $1.cells.count })
    for cluster in clusters {
      for offset in cluster.cells.indices { columns[cluster.column + offset] = cells.count + offset }
      cells += cluster.cells
    }
    return (cells, columns)
  }
}

/// The bidirectional class of a scalar, as coarsely as names and numbers need it.
enum Direction {
  case left, right, number, neutral
  /// Line drawing: the edge of a column.
  case barrier

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: self = .number
    case 0x41...0x5A, 0x61...0x7A: self = .left
    case 0...0xA9: self = .neutral
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .right
    case 0x2500...0x259F: self = .barrier
    case 0x2000...0x2BFF, 0x3000...0x3004, 0xFFFD, 0x1F000...0x1FFFF: self = .neutral
    default: self = .left
    }
  }
}
