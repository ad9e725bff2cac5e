import Journey
import Quota

/// What the account says of a municipality, half-year and day, as they were asked by their fields.
struct ToldBalance: Sendable {
  var asked: [String: String]
  /// Empty: nobody knows.
  var then: [String: String] = [:]
  /// Why it could not be read.
  var failure: Phrase?
}

// A step of the province keeps the balance of its own day: the form fills in what the account says of it.
extension FormState {
  /// Of what the balance is, as it stands in the form; nil where it keeps none.
  var askOfBalance: [String: String]? {
    guard case .taskAct(.supervision) = purpose, scene != nil else { return nil }
    return values(language).filter { TaskScene.fieldsOfThen.contains($0.key) }
  }

  /// Whether one is typing what it is asked by.
  var isAskingBalance: Bool { field.map { TaskScene.fieldsOfThen.contains($0.name) } ?? false }

  /// Takes in what the account says, where nobody typed another number.
  mutating func take(_ told: ToldBalance) {
    for name in TaskScene.thenFields where suggested.contains(name) { lines[name] = TextLine(told.then[name] ?? "") }
    isBalanceUnknown = told.failure == nil && told.then.isEmpty && told.asked["municipality"] != nil
    balanceToldOf = told.failure == nil ? told.asked : nil
  }

  /// That nobody knows it, where it is empty.
  var noteOfBalance: Phrase? { isBalanceUnknown && lines["balance"]?.isEmpty == true ? TaskScene.unknownThen : nil }
}

// The account may have to read the casebook, so the terminal does not wait for it.
extension Shell {
  /// Asks what was not asked yet, once the field at that place was left: not with every letter.
  func lookUpBalance(from focus: Int) {
    guard let form = model.form, form.focus != focus || !form.isAskingBalance, let asked = form.askOfBalance,
      asked != form.balanceAskedOf
    else { return }
    askBalance(asked, form)
  }

  /// Whether the balance still has to be read before the form is saved.
  func asksBalance(_ form: FormState) -> Bool {
    guard let asked = form.askOfBalance, asked != form.balanceToldOf else { return false }
    askBalance(asked, form)
    return true
  }

  /// Not aside: forecasts are computed there, and nobody saves before the answer.
  private func askBalance(_ asked: [String: String], _ form: FormState) {
    guard let scene = form.scene else { return }
    model.form?.balanceAskedOf = asked
    work { source in
      let answer = Shell.read { .balance(ToldBalance(asked: asked, then: try source.task.then(asked, scene))) }
      if case .failed(let phrase) = answer { return .balance(ToldBalance(asked: asked, failure: phrase)) }
      return answer
    }
  }

  func accept(_ told: ToldBalance) {
    guard var form = model.form, form.askOfBalance != nil, form.balanceToldOf != told.asked else { return }
    guard form.askOfBalance == told.asked else {
      // Another day was typed meanwhile.
      model.form?.balanceAskedOf = nil
      return
    }
    let wasSaving = form.isSaving
    form.isSaving = false
    form.take(told)
    if let failure = told.failure { form.error = failure[model.language] }
    model.form = form
    if wasSaving, told.failure == nil { save() }
  }
}
