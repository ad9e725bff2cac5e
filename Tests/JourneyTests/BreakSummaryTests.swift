import Journey
import Testing

@Suite("What is broken, in rows of a list")
struct BreakSummaryTests {
  private let mute: Connection.Break = .never(.ministry, .coa)
  private let alone: Connection.Break = .nobody(.province)

  @Test("a row begins with what differs: the longest silence, then who is missing in few places, what all share last")
  func differs() {
    let rows: [[Connection.Break]] = [
      [mute, .silent(.municipality, .corporation, days: 616)], [mute, .silent(.municipality, .corporation, days: 40)],
      [alone, mute],
    ]
    let summary = BreakSummary(rows)
    #expect(
      rows.map { summary.parts($0).map(\.nl) } == [
        ["616 dagen stil: gemeente–corporatie", "nog niet gesproken: ministerie–COA-regievoerder"],
        ["40 dagen stil: gemeente–corporatie", "nog niet gesproken: ministerie–COA-regievoerder"],
        ["niemand bij: provincie", "nog niet gesproken: ministerie–COA-regievoerder"],
      ])
    #expect(summary.parts(rows[0]).map(\.en)[0] == "616 days silent: municipality–corporation")
  }

  @Test("alike breaks stand together, the rarest first")
  func together() {
    let summary = BreakSummary([[.nobody(.coa), .nobody(.region)], [.nobody(.coa)]])
    #expect(
      summary.parts([.nobody(.coa), .nobody(.region)]).map(\.nl) == ["niemand bij: regiocoördinator, COA-regievoerder"])
    #expect(summary.parts([]).isEmpty)
  }
}
