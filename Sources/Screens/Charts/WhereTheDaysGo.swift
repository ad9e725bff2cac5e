import Journey
import Terminal

/// Whose turn it was, day by day: every day of every household at exactly one party, together the whole lead time.
struct WhereTheDaysGo: Chart {
  struct Part: Sendable, Hashable {
    /// The party, or nobody.
    var name: Phrase
    /// Days of all households together.
    var days: Int
  }

  /// In any order; the longest is shown first.
  var parts: [Part]
  /// How many households the days are of.
  var households: Int
  /// They moved in since this day; nil: they are on their way.
  var homeSince: Day?

  var title: Phrase {
    homeSince == nil
      ? Phrase("Waar de dagen blijven", "Where the days go") : Phrase("Waar de dagen bleven", "Where the days went")
  }

  var nothing: Phrase? {
    guard total == 0 else { return nil }
    return homeSince == nil
      ? Phrase("Nog geen dagen verstreken.", "No days have passed yet.")
      : Phrase("Nog niemand gehuisvest in deze tijd.", "Nobody housed in this time yet.")
  }

  /// Whose days they are.
  private var whose: Phrase {
    guard let homeSince else { return Phrase("onderweg", "on their way") }
    return Phrase("thuis sinds \(DayText.long(homeSince, .nl))", "home since \(DayText.long(homeSince, .en))")
  }

  private var total: Double { parts.reduce(0) { $0 + Double(max(0, $1.days)) } }

  private var sorted: [Part] {
    parts.enumerated().sorted { ($1.element.days, $0.offset) < ($0.element.days, $1.offset) }.map(\.element)
  }

  private func each(_ days: Double) -> Double { households > 0 ? days / Double(households) : 0 }

  /// Per hundred, each rounded by itself.
  private var shares: [Int] { sorted.map { Digits.share(Double(max(0, $0.days)), of: total) } }

  func summary(_ l: Language) -> String {
    sentence(Phrase(same: " ") + whose, l)
  }

  /// Without whose they are, where there is no room for that.
  private func sentence(_ whose: Phrase, _ l: Language) -> String {
    guard let most = sorted.first, let share = shares.first else { return "" }
    let count = Digits.households(households)[l]
    let days = total == 1 ? Phrase("dag", "day") : Phrase("dagen", "days")
    return Phrase(
      "\(total.whole(l)) \(days.nl) van \(count)\(whose.nl): \(share) van de 100 bij \(most.name.nl)",
      "\(total.whole(l)) \(days.en) of \(count)\(whose.en): \(share) in 100 with \(most.name.en)")[l]
  }

  // MARK: - Picture

  func picture(_ l: Language, on canvas: inout Canvas) {
    let size = canvas.size
    let all = cells(l)
    // Without room for all the header goes first.
    let rows = size.rows < all.count ? Array(all.dropFirst()) : all
    let header = all.count - rows.count
    var y = 0
    if size.rows >= rows.count + 2 {
      let whole = summary(l)
      let fits = TextWidth.of(whole) <= size.columns
      canvas.put(fits ? whole : sentence(Phrase(same: ""), l), x: 0, y: 0, width: size.columns)
      y = 2
      if size.rows < rows.count + 3 { y = 1 }
    }
    // The columns there is room for beside a bar: name, days, days each, share.
    let widths = rows[0].indices.map { column in rows.map { TextWidth.of($0[column]) }.max() ?? 0 }
    let choices = households > 1 ? [[0, 1, 2, 3], [0, 1, 3], [0, 3]] : [[0, 1, 3], [0, 3]]
    func taken(_ columns: [Int]) -> Int { columns.reduce(0) { $0 + widths[$1] + 2 } }
    let shown =
      choices.first { taken($0) + 8 <= size.columns } ?? (taken([0, 3]) - 2 <= size.columns ? [0, 3] : [0])
    let start = taken(shown)
    let most = sorted.map(\.days).max() ?? 0
    for (index, row) in rows.enumerated() {
      let part = index + header - 1
      let isPart = sorted.indices.contains(part)
      var x = 0
      for column in shown {
        canvas.put(
          row[column], x: x, y: y + index, width: min(widths[column], size.columns - x),
          style: isPart ? .normal : part < 0 ? .dim : .strong, align: column == 0 ? .left : .right)
        x += widths[column] + 2
      }
      guard isPart, start < size.columns else { continue }
      let share = Double(max(0, sorted[part].days)) / Double(max(1, most))
      let eighths = Int((share * Double((size.columns - start) * 8)).rounded())
      canvas.putBar(x: start, y: y + index, eighths: sorted[part].days > 0 ? max(1, eighths) : 0, style: .accent)
    }
  }

  /// Header, a row a part, the sum.
  private func cells(_ l: Language) -> [[String]] {
    [
      [
        Phrase("Aan zet", "Whose turn")[l], Phrase("Dagen", "Days")[l], Phrase("Per huishouden", "Per household")[l],
        "%",
      ]
    ]
      + zip(sorted, shares).map { part, share in
        [part.name[l], max(0, part.days).grouped(l), each(Double(max(0, part.days))).tenths(l), "\(share) %"]
      } + [[Phrase("Samen", "Together")[l], total.whole(l), each(total).tenths(l), "100 %"]]
  }

  // MARK: - Numbers

  func table(_ l: Language) -> [[String]] {
    [
      [
        Phrase("Aan zet", "Whose turn")[l], Phrase("Dagen", "Days")[l],
        Phrase("Dagen per huishouden", "Days per household")[l],
        Phrase("Aandeel %", "Share %")[l],
      ]
    ]
      + zip(sorted, shares).map { part, share in
        [part.name[l], String(max(0, part.days)), each(Double(max(0, part.days))).tenths(l), String(share)]
      } + [[Phrase("Samen", "Together")[l], total.plain, each(total).tenths(l), total > 0 ? "100" : "0"]]
  }
}
