import Casebook
import Journey

/// What numbers stand for: what was said of one list or story, page after page. A number keeps its meaning on every page.
enum Numbered {
  case nothing
  /// By the number with which each was said.
  case rows([Int: DossierID])
  case storyLines([Int: RiverLine.Key])
  case persons([PersonID])
  /// Of the network, by the number with which each was said.
  case people([Int: Contact])
  /// Rows of the task by their place.
  case places(Range<Int>)
  case groups([HouseholdGroup])
  /// By their place.
  case lessons(Range<Int>)
  /// So many parts of a chart.
  case parts(Int)

  /// The numbers that stand for something.
  var range: ClosedRange<Int>? {
    func upTo(_ count: Int) -> ClosedRange<Int>? { count > 0 ? 1...count : nil }
    func all(_ numbers: some Collection<Int>) -> ClosedRange<Int>? {
      numbers.min().flatMap { least in numbers.max().map { least...$0 } }
    }
    return switch self {
    case .nothing: nil
    case .rows(let rows): all(rows.keys)
    case .people(let people): all(people.keys)
    case .storyLines(let lines): all(lines.keys)
    case .persons(let persons): upTo(persons.count)
    case .places(let places), .lessons(let places): places.isEmpty ? nil : places.lowerBound + 1...places.upperBound
    case .groups(let groups): upTo(groups.count)
    case .parts(let count): upTo(count)
    }
  }

  func has(_ number: Int) -> Bool {
    switch self {
    case .rows(let rows): rows[number] != nil
    case .people(let people): people[number] != nil
    case .storyLines(let lines): lines[number] != nil
    default: range?.contains(number) == true
    }
  }

  /// `van 1 tot 10`; nil where nothing has a number.
  var numbers: Phrase? {
    range.map { Phrase("van \($0.lowerBound) tot \($0.upperBound)", "from \($0.lowerBound) to \($0.upperBound)") }
  }

  /// What was said before of the same list, and this page of it.
  func with(rows page: [Int: DossierID]) -> Numbered {
    guard case .rows(let before) = self else { return .rows(page) }
    // A household has one number: that of the page on which it was said last.
    let now = Set(page.values)
    return .rows(before.filter { !now.contains($0.value) }.merging(page) { $1 })
  }

  func with(people page: [Int: Contact]) -> Numbered {
    guard case .people(let before) = self else { return .people(page) }
    let now = Set(page.values)
    return .people(before.filter { !now.contains($0.value) }.merging(page) { $1 })
  }

  func with(storyLines page: [Int: RiverLine.Key]) -> Numbered {
    guard case .storyLines(let before) = self else { return .storyLines(page) }
    let now = Set(page.values)
    return .storyLines(before.filter { !now.contains($0.value) }.merging(page) { $1 })
  }
}
