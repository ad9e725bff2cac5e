import Journey

// The plan of a household, read out in its own order.
extension PlainProgram {
  mutating func sayPlan() {
    guard let opened = model.opened else { return }
    numbered = .nothing
    say(Words.plan, Phrase(same: ":"))
    let words = PlanWords(model: model, state: opened)
    for line in opened.plan { say(words.sentence(line)) }
  }
}
