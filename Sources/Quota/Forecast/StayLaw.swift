/// How long a household stays in a stage and by which exit it leaves: hazards by age band for each cause that occurs.
struct StayLaw {
  var causes: [Int]
  /// One row for each of `causes`, one number for each age band.
  var hazards: [[Double]]

  /// P(leaves by this cause after exactly u days), u = 0 up to `days`; one row for each of `causes`.
  ///
  /// With an age the household is that many days in the stage already and has not left: u counts from now, and 0 is no
  /// longer possible. `shorten` says what becomes of a (remaining) stay of u days; stays it takes beyond `days` are left out.
  func leaving(waited age: Int?, within days: Int, shorten: Shortening = .none) -> [[Double]] {
    var rows = causes.map { _ in [Double](repeating: 0, count: days + 1) }
    let earliest = age == nil ? 0 : 1
    var there = 1.0
    var stay = earliest
    while stay <= shorten.longest(within: days), there > 1e-12 {
      let band = AgeBands.band((age ?? 0) + stay)
      let after = max(earliest, shorten(stay))
      var leave = 0.0
      for (row, hazard) in hazards.enumerated() {
        if after <= days { rows[row][after] += there * hazard[band] }
        leave += hazard[band]
      }
      there *= max(0, 1 - leave)
      stay += 1
    }
    return rows
  }
}

/// What a scenario makes of a stay: so many times as fast, and so many days less.
struct Shortening: Hashable {
  var factor = 1.0
  var days = 0

  static let none = Shortening()

  func callAsFunction(_ stay: Int) -> Int { max(0, Int((Double(stay) / factor).rounded(.down)) - days) }

  /// No longer stay comes to `days` or less.
  func longest(within days: Int) -> Int {
    self == .none ? days : max(0, Int((Double(days + self.days + 1) * factor).rounded(.up)))
  }
}
