import Journey
import Terminal

/// The household under the cursor: where it is on its way, whom it waits for, what comes next.
struct PreviewView {
  let model: Model
  let line: Line

  static func head(_ line: Line, _ model: Model) -> String {
    let l = model.language
    let lessons = model.fitting(line.id).map { Words.lessons($0)[l] } ?? ""
    let step = stepOwner(line, model).map { Phrase("volgende stap: ", "next step: ")[l] + $0 }
    let parts = [line.name, line.personsInWords[l], line.origin, line.reception, step ?? "", lessons]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// Whose the next step is, where that is neither whose turn it is nor who looks.
  private static func stepOwner(_ line: Line, _ model: Model) -> String? {
    guard let owner = line.stepOwner, owner != line.waitingOn else { return nil }
    let name = model.rules.whoInSentence(owner, user: model.user, model.language)
    return name == Words.you[model.language] ? nil : name
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let way = line.wayStart.flatMap { start in line.wayDue.map { (start, $0) } }
    TrackBar(stage: line.stage, since: line.stageSince, way: way, model: model).draw(in: area, on: &canvas)
    let head = area.height >= 8 ? 3 : 2
    let lines = lines(width: area.width)
    let room = max(0, area.height - head)
    for (index, (text, style)) in lines.prefix(room).enumerated() {
      canvas.put(text, x: area.x, y: area.y + head + index, width: area.width, style: style)
    }
    guard lines.count > room else { return }
    let more = " " + Phrase("… meer: ⏎", "… more: ⏎")[model.language]
    let width = TextWidth.of(more)
    canvas.put(more, x: area.endX - width, y: area.endY - 1, width: width, style: .dim)
  }

  /// How many rows it fills: two of the way, and the sentences.
  func height(width: Int) -> Int { 2 + lines(width: width).count }

  private func lines(width: Int) -> [(String, Style)] {
    sentences.flatMap { text, style in TextWidth.wrap(text, width: max(8, width)).map { ($0, style) } }
  }

  private var sentences: [(String, Style)] {
    var all: [(String, Style)] = []
    if let text = WaitWords.sentence(line, model) {
      let isSilent = line.isSilent(model.today, model.rules)
      let tooLong = isSilent ? Phrase(" Te lang stil.", " Silent too long.")[model.language] : ""
      all.append((text + tooLong, isSilent ? .warning : .normal))
    }
    let words = LineWords(line: line, model: model)
    if let text = words.due { all.append((text, line.due.map { $0 < model.today } == true ? .bad : .normal)) }
    if let text = words.blocker { all.append((text, .warning)) }
    return all
  }
}

/// `Wacht 24 dagen op Mitros (M. de Wit)`.
enum WaitWords {
  static func sentence(_ line: Line, _ model: Model) -> String? {
    guard let contact = line.waitingOn else { return nil }
    return sentence(contact, since: line.waitingSince ?? line.stageSince, text: "", model)
  }

  static func sentence(_ contact: Contact, since: Day, text: String, _ model: Model) -> String {
    let l = model.language
    let name = model.rules.whoInSentence(contact, user: model.user, l)
    let who = model.absence(contact).map { "\(name), \($0[l])" } ?? name
    let count = max(0, model.today - since)
    let waited = model.days.days(count)
    let tail = text.isEmpty ? "." : ": " + text + (text.last.map { ".!?".contains($0) } == true ? "" : ".")
    if who == Words.you[l], count == 0 { return Phrase("U bent aan zet", "It is your turn")[l] + tail }
    if who == Words.you[l] { return Phrase("U bent aan zet, al \(waited)", "It is your turn, for \(waited)")[l] + tail }
    if count == 0 { return Phrase("Wacht vanaf vandaag op \(who)", "Waiting from today for \(who)")[l] + tail }
    return Phrase("Wacht \(waited) op \(who)", "Waiting \(waited) for \(who)")[l] + tail
  }
}

/// The eight stations from reception to a home, and which day of how many this is.
struct TrackBar {
  let stage: Stage
  let since: Day
  /// Permit to home, where it runs: when it started and should be done.
  let way: (start: Day, due: Day)?
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    let stations = Stage.track
    let pitch = max(3, min(9, (min(area.width, 90) - 10) / stations.count))
    let at = stage == .closed ? -1 : min(stations.firstIndex(of: stage) ?? stations.count - 1, stations.count - 1)
    var x = area.x + 1
    for (index, station) in stations.enumerated() {
      let isPast = index < at || stage > .housed && stage != .closed
      let sign = index == at && !isPast ? "◉" : isPast ? "●" : "○"
      let style: Style = index == at ? .accent : isPast ? .good : .dim
      canvas.put(sign, x: x, y: area.y, style: style)
      if index < stations.count - 1 {
        let rail = String(repeating: index < at ? "━" : "─", count: pitch - 1)
        canvas.put(rail, x: x + 1, y: area.y, style: index < at ? .good : .dim)
      }
      if pitch >= 8 {
        canvas.put(
          station.shortName[model.language], x: x - 1, y: area.y + 1, width: pitch - 1,
          style: index == at ? .strong : .dim)
      } else if index == at {
        canvas.put(station.name[model.language], x: max(area.x, x - 1), y: area.y + 1, style: .strong)
      }
      x += pitch
    }
    let end = x - pitch + 2
    let room = area.endX - end - 2
    let whole = [dayOfWay, sinceText].filter { !$0.isEmpty }.joined(separator: " · ")
    let text = [whole, dayOfWay.ifEmpty(sinceText)].first { TextWidth.of($0) <= room } ?? shortDayOfWay
    if room > 6 { canvas.put(text, x: end + 2, y: area.y, width: room, style: .normal) }
  }

  /// `dag 87 van 98`; once that is past `dag 304, termijn 98`.
  var dayOfWay: String {
    guard let way else { return "" }
    let (day, all) = (model.today - way.start, way.due - way.start)
    if day <= all { return Phrase("dag \(day) van \(all)", "day \(day) of \(all)")[model.language] }
    return Phrase("dag \(day), termijn \(all)", "day \(day), term \(all)")[model.language]
  }

  /// Where there is no room for that: `dag 304 van 98`. Late is a word for what is due by now, which this need not be.
  private var shortDayOfWay: String {
    guard let way, model.today > way.due else { return dayOfWay.ifEmpty(sinceText) }
    let (day, all) = (model.today - way.start, way.due - way.start)
    return Phrase("dag \(day) van \(all)", "day \(day) of \(all)")[model.language]
  }

  var sinceText: String {
    let name = stage.name[model.language].lowercasedFirst
    return "\(name) " + Phrase("sinds", "since")[model.language] + " " + model.days.plain(since).trimmed
  }
}

extension String {
  var lowercasedFirst: String {
    // BSN, PIP and DigiD stay as they are.
    let word = prefix { !$0.isWhitespace }
    guard word.count > 1, word.dropFirst().allSatisfy({ !$0.isUppercase }) else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
