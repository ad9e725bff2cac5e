import Foundation

/// One number of households and its companion, at an index of a row of counters.
struct CounterCell: Equatable {
  var index: Int
  var a: Int
  var b: Int

  var isEmpty: Bool { a == 0 && b == 0 }

  /// In order of index.
  static func encode(_ cells: [CounterCell]) -> Data {
    var out = ByteWriter()
    var last = 0
    for cell in cells {
      out.put(cell.index - last)
      out.put(cell.a)
      out.put(cell.b)
      last = cell.index
    }
    return out.data
  }

  static func decode(_ data: Data) -> [CounterCell] { decode(data, in: Int.min...Int.max) }

  /// Those with an index in the range.
  static func decode(_ data: Data, in range: ClosedRange<Int>) -> [CounterCell] {
    var bytes = ByteReader(data)
    var cells: [CounterCell] = []
    // A cell is three numbers of a byte each at the least.
    cells.reserveCapacity(data.count / 3)
    var last = 0
    while !bytes.isAtEnd {
      last += bytes.number()
      let cell = CounterCell(index: last, a: bytes.number(), b: bytes.number())
      if range.contains(last) { cells.append(cell) }
    }
    return cells
  }

  /// Both in order of index; what comes to nothing is left out.
  static func sum(_ x: [CounterCell], _ y: [CounterCell]) -> [CounterCell] {
    var cells: [CounterCell] = []
    cells.reserveCapacity(x.count + y.count)
    var (i, j) = (0, 0)
    while i < x.count || j < y.count {
      var cell: CounterCell
      if j == y.count || i < x.count && x[i].index < y[j].index {
        cell = x[i]
        i += 1
      } else {
        cell = y[j]
        if i < x.count, x[i].index == cell.index {
          cell.a += x[i].a
          cell.b += x[i].b
          i += 1
        }
        j += 1
      }
      if !cell.isEmpty { cells.append(cell) }
    }
    return cells
  }
}
