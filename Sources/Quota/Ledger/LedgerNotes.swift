import Journey

// What one should know of a line.
extension Ledger {
  /// - Parameter carried: the balance that the half-year before ended with; nil: its account is not kept here.
  func notes(_ line: LedgerLine, _ posted: PostedFigures, _ carried: Int?) -> [Phrase] {
    var notes: [Phrase] = []
    if case .abolished = line.target.basis {
      notes.append(
        line.target.words
          + Phrase(
            "; het saldo van \(Digits.signed(line.balance, .nl)) blijft als geschiedenis staan",
            "; the balance of \(Digits.signed(line.balance, .en)) stays as history"))
    } else if line.target.persons == nil {
      notes.append(Phrase("geen doel: ", "no target: ") + line.target.words)
    }
    let counted = counted(line.area.code, line.period)
    if let published = posted.realised, published.persons != counted {
      notes.append(
        Phrase(
          "gepubliceerd gehuisvest \(Digits.grouped(published.persons, .nl)) (stand \(published.day)), volgens de dossiers \(Digits.grouped(counted, .nl))",
          "published as housed \(Digits.grouped(published.persons, .en)) (as of \(published.day)), by the dossiers \(Digits.grouped(counted, .en))"
        ))
    }
    if let before = posted.balanceBefore, let carried, before.persons != carried {
      func signed(_ number: Int) -> (nl: String, en: String) {
        (Digits.signed(number, .nl), Digits.signed(number, .en))
      }
      let (posted, ended, gap) = (signed(before.persons), signed(carried), signed(before.persons - carried))
      notes.append(
        Phrase(
          "beginsaldo \(posted.nl) geboekt; het vorige halfjaar eindigde op \(ended.nl): verschil \(gap.nl)",
          "balance before posted as \(posted.en); the half-year before ended at \(ended.en): difference \(gap.en)"
        ))
    }
    if line.balancesMissing > 0, rules.task.carries(on: line.period.first), line.target.persons != nil {
      notes.append(
        Phrase("beginsaldo niet bekend, gerekend met 0", "balance before not known, taken as 0"))
    }
    if case .computed = line.target.basis, let late = lateness(line.period) { notes.append(late) }
    return notes
  }

  /// That the need of a half-year was published later than the rules ask.
  func lateness(_ period: HalfYear) -> Phrase? {
    book.latePublication(of: period, rules).map { due, published in
      Phrase(
        "behoefte gepubliceerd op \(published), dat moest uiterlijk \(due)",
        "need published on \(published), due by \(due)")
    }
  }
}
