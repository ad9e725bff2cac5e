import Foundation
import Journey
import Quota
import Testing

@testable import Exchange

/// The page as its readers get it: complete in itself, readable by eye and by ear, in both languages.
@Suite("The page of a report")
struct ReportPageTests {
  static let pages: [(String, Language)] = [
    ("NL", .nl), ("PV26", .nl), ("PV26", .en), ("GM0060", .nl), ("GM0344", .en),
  ]

  private static let made = pages.map { Report(ReportSample.of($0.0), $0.1).page }

  static func page(_ area: String, _ language: Language) -> String {
    made[pages.firstIndex { $0 == (area, language) }!]
  }

  @Test("every tag is closed, in order", arguments: pages)
  func wellFormed(area: String, language: Language) throws {
    let page = Self.page(area, language)
    let void: Set<String> = ["meta", "link", "br"]
    var open: [String] = []
    for match in page.matches(of: /<(\/?)([a-zA-Z0-9]+)((?:[^<>"]|"[^"<>]*")*)>/) {
      let name = String(match.2)
      if match.1 == "/" {
        try #require(open.popLast() == name, "</\(name)> closes another")
      } else if !match.3.hasSuffix("/"), !void.contains(name) {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
    // Whatever is no tag is escaped.
    let rest = page.replacing(
      /<!doctype html>|<style>[\s\S]*<\/style>|<\/?[a-zA-Z0-9]+(?:[^<>"]|"[^"<>]*")*>/, with: "")
    #expect(!rest.contains("<") && !rest.contains(">"))
  }

  @Test("a chance below a half has a sign for the eye and words for the ear, as on the screen and in a command")
  func unlikely() {
    func cell(_ chance: Double) -> String { ReportTable.Cell.chance(chance).html(.nl).text }
    #expect(cell(0.49).contains(">!</span>") && cell(0.49).contains("onder de helft: "))
    #expect(cell(0.49).contains("49\u{A0}%") && cell(0.5) == "50\u{A0}%")
    #expect(Forecast.marked(0.49, .nl) == "! 49 %" && Forecast.marked(0.5, .nl) == "50 %")
  }

  @Test("nothing is fetched from elsewhere and nothing runs", arguments: pages)
  func selfContained(area: String, language: Language) {
    let page = Self.page(area, language)
    for word in ["http:", "https:", "<script", "<link", "<img", "<iframe", "@import", "javascript:"] {
      #expect(!page.contains(word), "the page has \(word)")
    }
    // Only the fills of charts, by their name in the page.
    #expect(page.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.1 == "#hatch" || $0.1 == "#dots" })
  }

  @Test("a shared report says in which two cases it tells more beside another one")
  func besideAnother() {
    let dutch = Self.page("PV26", .nl)
    let halves = "het eerste halfjaar van 2026 en het eerste halfjaar van 2027"
    #expect(dutch.contains("dat van een ander halfjaar (vooral \(halves): "))
    #expect(dutch.contains("een deel van dit gebied of van een andere dag"))
    let english = Self.page("PV26", .en)
    let parts = "the first half of 2026 and the first half of 2027"
    #expect(english.contains("that of another half-year (above all \(parts): "))
    #expect(english.contains("a part of this area or of another day"))
  }

  @Test("headings go down one level at a time, from one title", arguments: pages)
  func headings(area: String, language: Language) {
    let levels = Self.page(area, language).matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.count { $0 == 1 } == 1)
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test("every heading of a table says of what it is, every drawing has a name and a description", arguments: pages)
  func heard(area: String, language: Language) {
    let page = Self.page(area, language)
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(page.matches(of: /<th[\s>]/).count == page.matches(of: /<th scope="(?:row|col)"/).count)
    #expect(page.matches(of: /<table>/).count == page.matches(of: /<caption>[^<]/).count)
    for svg in page.matches(of: /<svg([^>]*)>/) where !svg.1.contains("aria-hidden=\"true\"") {
      #expect(svg.1.contains("role=\"img\"") && svg.1.contains("aria-labelledby="))
    }
    #expect(page.matches(of: /role="img"/).count == page.matches(of: /<desc\ /).count)
  }

  @Test("every name in the page is there once, and every reference leads to one", arguments: pages)
  func names(area: String, language: Language) {
    let page = Self.page(area, language)
    // Patterns are the same wherever they are drawn.
    let names = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }.filter { $0 != "hatch" && $0 != "dots" }
    #expect(Set(names).count == names.count)
    for link in page.matches(of: /href="#([^"]+)"/) { #expect(names.contains(String(link.1))) }
    for label in page.matches(of: /aria-labelledby="([^ "]+) ([^"]+)"/) {
      #expect(names.contains(String(label.1)) && names.contains(String(label.2)))
    }
  }

  @Test("under each chart stand its numbers", arguments: pages)
  func tables(area: String, language: Language) {
    let page = Self.page(area, language)
    let figures = page.matches(of: /<figure>[\s\S]*?<\/figure>/)
    // Of few people there is no table by day, and no picture of one.
    #expect(figures.count >= (page.contains("geen tabel per dag") || page.contains("no table by day") ? 2 : 3))
    for figure in figures {
      #expect(figure.0.contains("<svg") && figure.0.contains("<table>") || !figure.0.contains("<svg"))
    }
  }

  @Test("the page of the country has the provinces first, and every municipality")
  func country() throws {
    let page = Self.page("NL", .nl)
    let provinces = try #require(page.range(of: "De opgave per provincie"))
    let appendix = try #require(page.range(of: "Bijlage: alle gemeenten"))
    #expect(provinces.lowerBound < appendix.lowerBound)
    for municipality in Reference.municipalities {
      #expect(
        page.contains("<th scope=\"row\">\(Html.escaped(Reference.name(ofMunicipality: municipality.code)))</th>"))
    }
  }

  @Test("the same figures give the same bytes")
  func deterministic() {
    let (one, other) = (Report(ReportSample.of("PV26"), .nl).files, Report(ReportSample.of("PV26"), .nl).files)
    #expect(one.map(\.name) == other.map(\.name))
    #expect(one.map(\.bytes) == other.map(\.bytes))
  }

  @Test("the page names each file beside it, and each file opens as a table in a spreadsheet")
  func files() throws {
    let files = Report(ReportSample.of("PV26"), .en).files
    let page = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(files.count > 8)
    for file in files.dropFirst() {
      #expect(page.contains("href=\"\(file.name)\""))
      #expect(Array(file.bytes.prefix(3)) == CsvWriter.byteOrderMark)
      let lines = String(decoding: file.bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
      let width = lines[0].split(separator: ";", omittingEmptySubsequences: false).count
      #expect(width > 1)
      #expect(
        lines.allSatisfy {
          $0.contains("\"") || $0.split(separator: ";", omittingEmptySubsequences: false).count == width
        })
    }
    let task = try #require(files.first { $0.name == "task.csv" })
    #expect(
      String(decoding: task.bytes.dropFirst(3), as: UTF8.self).hasPrefix(
        "municipality;name;target;balanceBefore;correction;shift;task;housed;onTheWayHouseholds;onTheWay;balance;enforceableBacklog;pace;p15;p50;p85;chancePercent\r\nGM"
      ))
  }

  @Test("words stand out from the paper by 4.5 to 1, by day, by night and in print")
  func contrast() throws {
    let sheet = ReportStyle.sheet.text
    let palettes = sheet.matches(of: /:root\{([^}]*)\}/).map { String($0.1) }
    #expect(palettes.count == 3)
    for palette in palettes {
      func light(_ name: String) throws -> Double {
        let found = try #require(try Regex("--\(name):#([0-9a-f]+)").firstMatch(in: palette)?[1].substring)
        let digits = found.count == 3 ? found.map { "\($0)\($0)" }.joined() : String(found)
        let number = try #require(Int(digits, radix: 16))
        let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
          let share = Double(part) / 255
          return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
      }
      for paper in ["paper", "sheet"] {
        for word in ["ink", "quiet", "accent", "warn"] {
          let (a, b) = (try light(word), try light(paper))
          #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5, "\(word) on \(paper)")
        }
      }
    }
  }

  @Test("a window smaller than the page sets tables closer, on paper they stand as they are")
  func narrow() throws {
    let sheet = ReportStyle.sheet.text
    func place(_ rule: String) throws -> String.Index { try #require(sheet.firstRange(of: rule)).lowerBound }
    // What comes later wins.
    let usual = try place("th,td{padding:.35rem")
    let small = try place("@media screen and (max-width:80rem)")
    let paper = try place("@media print")
    #expect(usual < small && small < paper)
  }

  @Test("a report that nobody by name made names nobody")
  func nobody() {
    var content = ReportSample.of("GM0344")
    #expect(Report(content, .nl).page.contains("Gemaakt door"))
    content.author = ""
    #expect(!Report(content, .nl).page.contains("Gemaakt door"))
  }

  @Test("text that looks like markup stays text")
  func escaped() {
    var content = ReportSample.of("GM0344")
    content.author = "<script>alert(1)</script> & \"zoon\""
    content.groups[0].rows[0].approach[0].gaps = [Phrase(same: "<b>geen</b> \u{1}")]
    let page = Report(content, .nl).page
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;zoon&quot;"))
    #expect(page.contains("&lt;b&gt;geen&lt;/b&gt; \u{FFFD}"))
    #expect(!page.contains("<script"))
  }
}
