import Journey
import Quota

// A step of the province is chosen from the ladder as it was on the day that stands in the form, and a desk likewise.
extension FormState {
  /// The field with the choices of that day; nil: it does not go by the day.
  func ofItsDay(_ field: Field) -> Field? {
    guard case .taskAct = purpose, let scene, let text = lines["day"]?.text,
      let day = try? Answers(values: ["day": text], today: scene.today).when(),
      let choices = scene.choices(field.name, on: day)
    else { return nil }
    var field = field
    field.kind = .choice(choices)
    return field
  }
}
