import Journey

extension Figure {
  /// The filter that lists exactly the households of the figure, as somebody might have typed it.
  ///
  /// - Parameter today: the day the figure was asked for.
  public func text(in area: Area, on today: Day, _ language: Language) -> String {
    func term(_ term: FilterTerm, _ value: String) -> String {
      let isQuoted = value.contains { $0.isWhitespace || ",()|".contains($0) }
      return term.name(language) + ":" + (isQuoted ? "\"\(value)\"" : value)
    }
    func stage(_ stage: Stage) -> String { term(.stage, stage.name[language].lowercased()) }
    let none = FilterWords.none[language == .nl ? 0 : 1]
    let place: String? =
      switch area {
      case .country: nil
      case .province(let code): term(.province, code)
      case .region(let name): term(.region, name)
      case .municipality(let code): term(.municipality, code)
      }
    var parts = [place].compactMap(\.self)
    switch self {
    case .station(let at): parts.append(stage(at))
    case .overdue(let at): parts += [stage(at), FilterTerm.overdue.name(language)]
    case .longest(let at, let days): parts += [stage(at), FilterTerm.inStage.name(language) + ":>=\(max(0, days))d"]
    case .group(let at, let group):
      let key = group.key.isEmpty ? none : group.key
      parts.append(stage(at))
      switch group.grouping {
      case .party: parts.append(term(.turn, key))
      case .blocker: parts.append(term(.blocker, key))
      case .size: parts.append(term(.persons, key == String(Grouping.largest) ? ">=" + key : key))
      case .need: parts.append(term(.need, group.name(.builtIn)[language]))
      case .municipality: parts.append(term(.municipality, key))
      }
    case .home(let days): parts.append(term(.movedIn, "\(days.lowerBound)..\(days.upperBound)"))
    case .realised(let days):
      parts = [term(.housed, "\(days.lowerBound)..\(days.upperBound)" + (area == .country ? "" : "@" + area.code))]
    case .onTheWay:
      let names = Stage.onTheWay.map { $0.name[language].lowercased() }
      let values = names.map { $0.contains(" ") ? "\"\($0)\"" : $0 }
      parts.append(FilterTerm.stage.name(language) + ":" + values.joined(separator: ","))
    case .turnOf(let contact): parts.append(term(.turn, contact.name.isEmpty ? contact.organisation : contact.name))
    }
    return parts.joined(separator: " ")
  }
}
