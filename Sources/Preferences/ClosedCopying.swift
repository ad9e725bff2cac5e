import Journey

// What the machine says of copying is about what leaves the office: where it cannot be read, it forbids.
extension Preferences {
  mutating func forbidCopying(by path: String, _ line: Int) {
    copy = Chosen(false, .file(FileLine(path, line, isOwn: false)))
  }
}

extension Phrase {
  static let copyingIsOff = Phrase("; kopiëren staat daarom uit", "; copying is therefore off")
}

extension ConfigMistake {
  var closingCopying: ConfigMistake { ConfigMistake(path: path, line: line, reason + .copyingIsOff) }
}

extension LineMistake {
  var closingCopying: LineMistake { LineMistake(line: line, reason + .copyingIsOff) }
}
