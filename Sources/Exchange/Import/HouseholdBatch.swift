import Dispatch
import Journey
import Synchronization

/// The next households of a file, as many as are brought in together.
struct HouseholdBatch {
  enum End {
    case ofFile, cancelled
    /// The file cannot be read any further.
    case broken(CsvFailure)
  }

  private(set) var households: [[CsvRecord]] = []
  /// nil: there may be more.
  private(set) var end: End?

  init() {}

  /// - Parameter goOn: asked between households, with the bytes and rows read; false ends it.
  init(_ file: inout HouseholdFile, atMost limit: Int, _ goOn: (Int, Int) -> Bool) {
    var rows = 0
    while rows < limit {
      if households.count % 16 == 0, !goOn(file.reader.bytesRead, rows) {
        end = .cancelled
        return
      }
      do throws(CsvFailure) {
        guard let household = try file.next() else {
          end = .ofFile
          return
        }
        rows += household.count
        households.append(household)
      } catch {
        end = .broken(error)
        return
      }
    }
  }

  /// What the households come to as far as the file alone can tell, worked out on all cores.
  func read(_ settling: Settling) -> [Settling.Household] {
    let share = 64
    let shares = (households.count + share - 1) / share
    let read = Mutex([[Settling.Household]](repeating: [], count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { index in
      let part = households[index * share..<min(households.count, (index + 1) * share)].map(settling.read)
      read.withLock { $0[index] = part }
    }
    return read.withLock { Array($0.joined()) }
  }
}
