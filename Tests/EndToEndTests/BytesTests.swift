import Foundation
import Testing

/// What goes over a slow line for each thing one does. The goal is 300 bytes for a step and 6 KB for a page at 160x50,
/// which a step in Vandaag and a page do not reach; these gates stand a little above what is sent now, so that it gets no more.
/// Those of a form and of the coordinator's screens go by the room there is: three bytes a cell to open one.
@Suite("Bytes for each action", .serialized)
struct BytesTests {
  /// Bytes at most, at 80x24, 120x40 and 160x50.
  private typealias Gates = (Int, Int, Int)

  private static let sizes = [(rows: 24, columns: 80), (rows: 40, columns: 120), (rows: 50, columns: 160)]

  @Test("no action sends more than it needs to", arguments: 0..<3)
  func actions(_ size: Int) throws {
    let place = try Workplace()
    try place.fill(300)
    let terminal = try TerminalUnderTest(place, rows: Self.sizes[size].rows, columns: Self.sizes[size].columns)
    try terminal.waitUntilIdle()

    func gate(_ what: String, _ keys: String..., at gates: Gates) throws {
      let most = try keys.map(terminal.bytes(of:)).max() ?? 0
      let gate = [gates.0, gates.1, gates.2][size]
      #expect(most <= gate, "\(what): \(most) bytes, at most \(gate) at \(Self.sizes[size])")
    }
    let (down, up, pageDown, escape) = ("\u{1B}[B", "\u{1B}[A", "\u{1B}[6~", "\u{1B}")

    try gate("a step in Vandaag", down, down, up, up, at: (510, 520, 520))
    try gate("a page in Vandaag", pageDown, pageDown, at: (1_900, 5_200, 7_900))
    try gate("going to Dossiers", "2", at: (4_100, 10_100, 15_100))
    try gate("a step in Dossiers", down, down, up, up, at: (180, 230, 230))
    try gate("a page in Dossiers", pageDown, pageDown, at: (2_400, 7_600, 10_600))
    try gate("opening", "\r", at: (4_400, 5_300, 10_400))
    try gate("a step in a dossier", down, up, at: (240, 280, 320))
    try gate("back", "q", at: (4_100, 9_700, 14_000))
    try gate("a mark", " ", " ", at: (280, 330, 540))
    try gate("the palette", ":", at: (3_500, 4_600, 4_600))
    try gate("a letter in the palette", "n", "o", at: (2_000, 2_500, 2_500))
    try terminal.press(escape)
    try gate("the filter", "/", at: (440, 490, 600))
    try gate("a letter of a filter", "a", "l", at: (2_300, 7_100, 10_100))
    try terminal.press(escape)
    try gate("a key that means nothing", "\u{1B}[2~", at: (0, 0, 0))
    try terminal.press("\r")
    try terminal.press("n")
    try gate("a letter in a form", "a", "l", " ", "b", at: (30, 30, 30))
    try gate("saving a note", "\u{13}", at: (4_700, 8_300, 10_000))
    try terminal.press("q")

    try gate("going to Doorstroom", "3", at: (6_200, 14_800, 22_200))
    try gate("another column in Doorstroom", "l", "l", "l", at: (2_800, 7_200, 1_000))
    try gate("a step in Doorstroom", down, down, up, up, at: (490, 600, 610))
    // The first time forecasts are made, which come as they are ready; then they are there.
    try terminal.press("4")
    try terminal.press("1")
    try gate("going to Opgave", "4", at: (3_300, 9_300, 12_800))
    // The course beside it is that of the row.
    try gate("a step in Opgave", down, down, up, up, at: (1_050, 4_200, 6_600))
    try gate("going to Netwerk", "5", at: (3_300, 7_700, 10_000))
    try gate("a step in Netwerk", down, down, up, up, at: (570, 540, 540))
    #expect(try terminal.leave() == 0)
  }
}
