import Journey
import Synchronization

/// Where the cores put the stories they told, each in its own place.
final class Shelf: Sendable {
  typealias Story = (DossierID, [Event])
  private let places: Mutex<[[Story]]>

  init(count: Int) { places = Mutex(Array(repeating: [], count: count)) }

  func put(_ stories: [Story], at place: Int) { places.withLock { $0[place] = stories } }

  var all: [Story] { places.withLock { Array($0.joined()) } }
}
