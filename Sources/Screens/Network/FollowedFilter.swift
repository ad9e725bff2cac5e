import Casebook
import Journey

/// A filter by the name of somebody who was followed by another: it goes along to whoever follows.
struct FollowedFilter: Sendable {
  /// As one typed it, and as it is now.
  var was: String
  var now: String
  /// The act of the succession.
  var act: EventID
}

extension NetworkState {
  /// The filter with the name of whoever follows; nil where it is not by the name of who went.
  func filterAfter(_ succession: Event.Succession) -> String? {
    let (old, new) = (Folding.key(succession.from.name), Folding.key(succession.to.name))
    let words = filter.split(separator: " ").map(String.init)
    func isOld(_ word: String) -> Bool {
      let key = Folding.key(word.replacing("\"", with: ""))
      let isMark = NetworkFilter.Mark.allCases.contains { [$0.name.nl, $0.name.en].contains(key) }
      return !key.isEmpty && !isMark && old.split(separator: " ").contains { $0.hasPrefix(key) } && !new.contains(key)
    }
    let isWithout = words.contains { $0.hasPrefix("-") || ["niet", "not"].contains($0.lowercased()) }
    guard !isWithout, words.contains(where: { $0.count > 1 && isOld($0) }) else { return nil }
    return (words.filter { !isOld($0) } + [succession.to.name]).joined(separator: " ")
  }
}

extension Shell {
  /// After one followed another whoever follows is in the list; once that is taken back it is as it was.
  func followSuccession(_ deed: ManyDeed?, _ act: EventID, takingBack: EventID?) {
    if case .succession(let succession, _)? = deed, let filter = model.network.filterAfter(succession) {
      model.network.followed = FollowedFilter(was: model.network.filter, now: filter, act: act)
      model.network.filter = filter
    } else if let followed = model.network.followed, followed.act == takingBack {
      if model.network.filter == followed.now { model.network.filter = followed.was }
      model.network.followed = nil
    }
  }
}
