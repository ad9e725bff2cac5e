import Journey

/// Whether the rows of a household can be true together.
extension HouseholdPlan {
  /// The rows of one household do not contradict each other.
  func agree() throws(Refused) {
    for column in [Column.screeningDate, .linkDate, .offerDate, .leaseDate, .moveDate] {
      guard let first = rows.first(where: { $0.days[column] != nil }), let day = first.days[column] else { continue }
      if let other = rows.first(where: { $0.days[column] != nil && $0.days[column] != day }) {
        throw differs(other, column, from: first.line)
      }
    }
    if let first = rows.first(where: { $0.municipality != nil }),
      let other = rows.first(where: { $0.municipality != nil && $0.municipality != first.municipality })
    {
      throw differs(other, .municipality, from: first.line)
    }
    for (index, row) in rows.enumerated() {
      for earlier in rows[..<index] {
        if row.vNumber != nil, row.vNumber == earlier.vNumber { throw differs(row, .vNumber, same: earlier.line) }
        if row.bsn != nil, row.bsn == earlier.bsn { throw differs(row, .bsn, same: earlier.line) }
      }
    }
  }

  private func differs(_ row: RowFacts, _ column: Column, from line: Int) -> Refused {
    Refused(
      line: row.line, column: column,
      reason: Phrase(
        "Verschilt van regel \(line) van hetzelfde huishouden.", "Differs from line \(line) of the same household."))
  }
  private func differs(_ row: RowFacts, _ column: Column, same line: Int) -> Refused {
    Refused(
      line: row.line, column: column,
      reason: Phrase("Hetzelfde nummer als op regel \(line).", "The same number as on line \(line)."))
  }
}
