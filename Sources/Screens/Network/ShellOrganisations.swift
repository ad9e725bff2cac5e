import Casebook
import Journey
import Terminal

// What people have together by organisation, and from one of them to its people.
extension Shell {
  private static let mostOrganisations = 2000

  /// Of the people that the filter has, in the order of the list.
  func chooseOrganisation() {
    let (query, today) = (model.networkQuery(networkFilter), model.today)
    holdKeys()
    work { source in
      Shell.read {
        .toOrganisations(try source.network.organisations(query, limit: Self.mostOrganisations, today: today))
      }
    }
  }

  func choose(from rows: [OrganisationRow]) {
    let entries = rows.map { row in
      let words = OrganisationWords(row: row, rules: model.rules, today: model.today)
      return Binding(
        verb: .network(.organisation(row)), keys: [], name: words.name, help: words.figures, group: Model.networkGroup)
    }
    model.overlay = .palette(PaletteState(entries: entries, kind: .organisations))
    releaseKeys()
  }

  func showPeople(of row: OrganisationRow) {
    let party = model.rules.parties.first { $0.id == row.party }?.id.rawValue ?? row.party.rawValue
    let term = Phrase("partij:", "party:")[model.language] + party
    // What means something in a filter is a blank in a name.
    let name = Folding.key(row.organisation)
    setNetworkFilter([term, name].filter { !$0.isEmpty }.joined(separator: " "))
  }
}

/// One organisation in a line: how many people, what waits for them, how they answer.
struct OrganisationWords {
  let row: OrganisationRow
  let rules: Rulebook
  let today: Day

  var name: Phrase { row.organisation.isEmpty ? rules.party(row.party) : Phrase(same: row.organisation) }

  /// `Corporatie · 4 mensen · 120 aan zet, oudste 88 d, stil 40 d, 12 te lang stil · reactie 6 d · 80 % nagekomen`
  var figures: Phrase { Phrase(figures(.nl), figures(.en)) }

  private func figures(_ l: Language) -> String {
    func days(_ day: Day?, _ nl: String, _ en: String) -> String? {
      day.map { Phrase(nl, en)[l] + " \(max(0, today - $0)) d" }
    }
    let people = Digits.counted(row.people, Phrase("mens", "person"), Phrase("mensen", "people"))
    let turns = [
      row.turns == 0
        ? Phrase("niemand wacht", "nobody waits")[l]
        : row.turns.grouped(l) + " " + Phrase("aan zet", "to act")[l],
      days(row.oldest, "oudste", "oldest"), days(row.quiet, "stil", "silent"),
      row.silent == 0 ? nil : row.silent.grouped(l) + " " + Phrase("te lang stil", "silent too long")[l],
    ]
    return [
      row.organisation.isEmpty ? nil : rules.party(row.party)[l],
      row.people == 0 ? Phrase("niemand bij naam", "nobody by name")[l] : people[l],
      turns.compactMap(\.self).joined(separator: ", "),
      row.answers.median.map { Phrase("reactie", "answers")[l] + " \($0) d" },
      row.keptShare.map { Phrase("\($0) % nagekomen", "\($0)% kept")[l] },
    ].compactMap(\.self).joined(separator: " · ")
  }
}
