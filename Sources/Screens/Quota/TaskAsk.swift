import Journey
import Quota

/// What the task screen is about: an area, a half-year, and into which parts the country falls.
struct TaskAsk: Hashable, Sendable {
  var area: Area
  var period: HalfYear
  /// The country by its municipalities instead of its provinces.
  var isFine = false

  /// The areas in the rows; empty for a municipality, whose rows are its half-years.
  var parts: [Area] {
    switch area {
    case .country where !isFine: Reference.provinces.map { .province($0.code) }
    case .country, .province, .region: area.municipalities.map { .municipality($0) }
    case .municipality: []
    }
  }
}
