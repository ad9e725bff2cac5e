import Journey

/// What a file tells of a household's way home.
extension HouseholdPlan {
  /// Only what the dossier does not tell yet, in order of date; what was taken back there stays out.
  mutating func way() throws(Refused) {
    let d = scratch
    var steps: [Step] = []
    func known(_ kind: Event.Kind) -> Bool { d.story.contains { $0.body.kind == kind } }
    if let permit = rows.compactMap(\.permit).first {
      if !known(.permitGranted) {
        guard let day = day(.permitDate) else { throw missing(.permitDate, .permit) }
        steps.append(Step(day: day, body: .permitGranted(.init(permit)), column: .permitDate))
      }
    } else if day(.permitDate) != nil, !known(.permitGranted) {
      throw missing(.permit, .permitDate)
    }
    profile(d, &steps)
    try link(d, &steps)
    if let day = day(.moveDate), !known(.moved), !known(.secondMove), d.housing == nil {
      steps.append(Step(day: day, body: .moved(.init()), column: .moveDate))
    }
    for step in steps.sorted(by: { $0.day < $1.day }) { try take(step) }
    let texts = Set(
      d.story.compactMap { event -> String? in if case .noteAdded(let p) = event.body { p.text } else { nil } })
    var said: Set<String> = texts
    for row in rows where !row.note.isEmpty && said.insert(row.note).inserted {
      try take(Step(day: today, body: .noteAdded(.init(row.note)), column: .note), row)
    }
  }

  private mutating func profile(_ d: Dossier, _ steps: inout [Step]) {
    let all = rows.map(\.needs)
    let needs = Needs(
      rooms: all.compactMap(\.rooms).max(), maxRent: all.compactMap(\.maxRent).min(), features: all.flatMap(\.features))
    var criteria: [Criterion] = []
    for criterion in rows.flatMap(\.criteria) where !criteria.contains(criterion) { criteria.append(criterion) }
    let profile = Event.Profile(needs: needs, criteria: criteria)
    let told = d.story.compactMap { event -> Event.Profile? in
      switch event.body {
      case .screeningHeld(let p), .needsSet(let p): p
      default: nil
      }
    }
    let screened = d.story.contains { $0.body.kind == .screeningHeld }
    if let day = day(.screeningDate), !screened {
      steps.append(Step(day: day, body: .screeningHeld(profile), column: .screeningDate))
    } else if !needs.isEmpty || !criteria.isEmpty, !told.contains(profile) {
      // In time for the offer, which has to fit the needs.
      let first = d.story.isEmpty ? (rows.flatMap { $0.days.values }.min() ?? today) : today
      steps.append(Step(day: min(first, today), body: .needsSet(profile), column: .needs))
    }
  }

  private mutating func link(_ d: Dossier, _ steps: inout [Step]) throws(Refused) {
    let offerDay = day(.offerDate)
    let offered = d.story.contains { $0.body.kind == .homeAssigned }
    var accepted = d.link?.accepted != nil
    if let code = rows.compactMap(\.municipality).first {
      guard let day = day(.linkDate) else { throw missing(.linkDate, .municipality) }
      let told = d.story.contains { event in
        switch event.body {
        case .linked(let p), .relinked(let p): p.municipality == code && event.day == day
        case .municipalityMerged(let p): p.to == code
        default: false
        }
      }
      if !told, d.link?.municipality != code {
        let hard = rows.contains { !$0.criteria.isEmpty }
        let body: Event.Body =
          d.link == nil ? .linked(.init(code, hard: hard)) : .relinked(.init(code, hard: hard, reason: "other"))
        steps.append(Step(day: day, body: body, column: .municipality))
        accepted = false
      }
    } else if day(.linkDate) != nil, d.link == nil {
      throw missing(.municipality, .linkDate)
    }
    if let offerDay, !offered {
      if !accepted {
        // The file does not tell when; the municipality had it in hand from the link on.
        let since = day(.linkDate) ?? d.link?.since ?? offerDay
        steps.append(Step(day: min(since, offerDay), body: .linkAccepted, column: .linkDate))
      }
      let address = rows.first { !$0.address.isEmpty }?.address
      if address == nil {
        notes.append(
          (.offerDate, Phrase("Adres van het aanbod niet in het bestand.", "Address of the offer not in the file.")))
      }
      let features = Set(rows.flatMap(\.needs.features)).union(d.needs.features)
      if !features.isEmpty {
        notes.append(
          (
            .offerDate,
            Phrase(
              "Aangenomen dat de woning aan de woonbehoefte voldoet.",
              "Taken for granted that the home meets the needs.")
          ))
      }
      let home = Event.Home(address: address ?? "adres onbekend", features: Array(features))
      steps.append(Step(day: offerDay, body: .homeAssigned(home), column: .offerDate))
    }
    if let day = day(.leaseDate), !d.story.contains(where: { $0.body.kind == .leaseSigned }) {
      let move = self.day(.moveDate)
      let start = move.map { $0 >= day - 31 && $0 <= day + 365 ? $0 : day } ?? day
      steps.append(Step(day: day, body: .leaseSigned(.init(start: start)), column: .leaseDate))
    }
  }
}
