import Journey

/// A list from outside as it was posted: what it is of, and its figures by the municipalities of today.
private struct PostedList {
  var facts: [Phrase]
  var figures: [(name: Phrase, isSigned: Bool)]
  var rows: [String: [Int?]]

  init(_ facts: [String], asOf day: Day?, _ figures: [(Phrase, Bool)], _ rows: [String: [Int?]]) {
    let state = day.map { [Phrase("stand \($0)", "as of \($0)")] } ?? []
    self.facts = facts.map { Phrase(same: $0) } + state
    self.figures = figures.map { (name: $0.0, isSigned: $0.1) }
    self.rows = rows
  }
}

extension TaskEvent.Body {
  /// Municipalities it is about, by the codes of today; nil: it is of the whole country.
  public var places: Set<String>? {
    if case .shift(let p) = self { return [Reference.present(p.from), Reference.present(p.to)] }
    if let municipality { return [municipality] }
    return list.map { Set($0.rows.keys) }
  }

  /// What a list says: `Zeist: Gepubliceerde realisatie: 2026H2, stand 2026-10-01, gehuisvest 20`; of more municipalities how
  /// many they are, and the sum: `26 gemeenten, doel 412, saldo -31`. nil: it is no list.
  ///
  /// - Parameter code: of this municipality alone, where it is in the list.
  func listed(of code: String?) -> Phrase? {
    guard let list else { return nil }
    var only = list.rows.count == 1 ? list.rows.keys.first : nil
    if let code, list.rows.keys.contains(code) { only = code }
    let rows: [[Int?]] = list.rows.filter { only == nil || $0.key == only }.map(\.value)
    let numbers = list.figures.enumerated().compactMap { place, figure -> Phrase? in
      let known = rows.compactMap { $0[place] }
      if known.isEmpty { return nil }
      let sum = known.reduce(0, +)
      return figure.isSigned
        ? figure.name + Phrase(" \(Digits.signed(sum, .nl))", " \(Digits.signed(sum, .en))")
        : figure.name + Phrase(" \(Digits.grouped(sum, .nl))", " \(Digits.grouped(sum, .en))")
    }
    let many = Digits.counted(
      rows.count, Phrase("gemeente", "municipality"), Phrase("gemeenten", "municipalities"))
    let all = list.facts + (only == nil ? [many] : []) + numbers
    let place = only.map { Reference.name(ofMunicipality: $0) + ": " } ?? ""
    let said = Phrase(same: place) + name + Phrase(same: ": ") + all.joined(", ")
    return source.isEmpty ? said : said + Phrase(same: ", \(source)")
  }

  private var list: PostedList? {
    let balance = (Phrase("saldo", "balance"), true)
    let (housed, linked) = ((Phrase("gehuisvest", "housed"), false), (Phrase("gekoppeld", "linked"), false))
    return switch self {
    case .population(let p):
      PostedList(
        ["\(p.year)"], asOf: nil, [(Phrase("inwoners", "inhabitants"), false)],
        p.inhabitants.present.mapValues { $0.figures })
    case .targets(let p):
      PostedList(
        ["\(p.period)"], asOf: p.referenceDate,
        [(Phrase("doel", "target"), false), balance, housed, (Phrase("onderweg", "on the way"), false)],
        p.rows.present.mapValues { $0.figures })
    case .opening(let p):
      PostedList(["\(p.period)"], asOf: p.asOf, [balance], p.rows.present.mapValues { $0.figures })
    case .links(let p):
      PostedList(["\(p.period)"], asOf: p.referenceDate, [linked], p.rows.present.mapValues { $0.figures })
    case .realised(let p):
      PostedList(["\(p.period)"], asOf: p.referenceDate, [housed], p.rows.present.mapValues { $0.figures })
    default: nil
    }
  }

  /// Who published a list; empty: nobody was said.
  private var source: String {
    switch self {
    case .population(let p): p.source
    case .targets(let p): p.source
    case .opening(let p): p.source
    case .links(let p): p.source
    case .realised(let p): p.source
    default: ""
    }
  }
}
