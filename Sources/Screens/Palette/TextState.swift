/// Lines of text in a frame: an explanation, the details of an event.
struct TextState: Sendable {
  var title: String
  /// A label left, and what it says.
  var lines: [(label: String, text: String)]
  var top = 0
  /// What `y` copies, where it says how to call somebody.
  var phone: String?
}
