import Journey
import Quota

/// The fields of an act on the task, for whoever did not fill any in.
enum TaskFieldWords {
  static func list(_ act: TaskAct, _ fields: [Field], _ language: Language) -> [String] {
    [act.help[language]]
      + fields.map { field -> String in
        let name = "--" + field.option[language]
        let option = field.required ? name : "[\(name)]"
        var words = field.label[language]
        if !field.hint[language].isEmpty { words += " (\(field.hint[language]))" }
        if case .choice(let choices) = field.kind {
          words += ": " + choices.map { "\($0.code) (\($0.name[language]))" }.joined(separator: ", ")
        }
        return "  \(Plain.fit(option, 18))\(words)"
      }
  }
}
