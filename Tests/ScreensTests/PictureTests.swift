import Foundation
import FoundationXML
import Journey
import Terminal
import Testing

@testable import Screens

@Suite("Pictures of frames")
struct PictureTests {
  /// What an XML reader makes of a picture.
  private final class Reader: NSObject, XMLParserDelegate {
    var text = ""
    var elements: [String] = []
    var fills: [String] = []
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append(name)
      if let fill = attributes["fill"] { fills.append(fill) }
    }
  }

  private func read(_ svg: String) -> Reader? {
    let (parser, reader) = (XMLParser(data: Data(svg.utf8)), Reader())
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  @Test("a picture is well-formed XML with the text of the frame in it, and nothing from elsewhere")
  func whole() throws {
    var canvas = Canvas(size: Size(columns: 30, rows: 4))
    canvas.put("Öztürk & <zonen>", x: 2, y: 1, style: .bad)
    canvas.box(Rect(x: 24, y: 0, width: 6, height: 4))
    canvas.put("gekozen", x: 0, y: 2, width: 30, style: .selected)
    let svg = FramePicture(canvas: canvas, theme: Theme(.dark)).svg
    let reader = try #require(read(svg))
    #expect(reader.text.contains("Öztürk & <zonen>"))
    #expect(reader.text.contains("gekozen"))
    #expect(Set(reader.elements) == ["svg", "rect", "text", "path"])
    let look = Theme(.dark)[.selected]
    #expect(reader.fills.contains(XtermColor.hex(try #require(look.background))))
    #expect(!svg.contains("href") && !svg.contains("url("))
  }

  @Test("reverse changes ink and paper")
  func reverse() throws {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.put("abc", x: 0, y: 0, style: Style(.accent, reverse: true))
    let reader = try #require(read(FramePicture(canvas: canvas, theme: Theme(.dark)).svg))
    let accent = XtermColor.hex(try #require(Theme(.dark)[.accent].foreground))
    // The svg, its paper, the run's paper, the run's ink.
    #expect(reader.fills[2] == accent)
    #expect(reader.fills[3] == reader.fills[1])
  }

  @Test(
    "palette indexes are xterm's", arguments: [(16, "#000000"), (117, "#87d7ff"), (231, "#ffffff"), (245, "#8a8a8a")])
  func palette(index: Int, colour: String) { #expect(XtermColor.hex(index) == colour) }

  @Test("every screen in both languages can be drawn as a picture, each time the same", arguments: [Language.nl, .en])
  func screens(language: Language) throws {
    let theatre = try Theatre(language)
    defer { theatre.close() }
    let setting = Setting(
      casebook: theatre.casebook, rules: .builtIn, language: language, user: "j.bakker", today: { Theatre.today })
    for keys in ["", "2", "⏎", "⏎n"] {
      let svg = TerminalProgram.picture(setting, keys: keys, columns: 100, rows: 30)
      #expect(try #require(read(svg)).text.contains("AL-HASSAN, Rima"))
      #expect(TerminalProgram.picture(setting, keys: keys, columns: 100, rows: 30) == svg)
    }
  }
}
