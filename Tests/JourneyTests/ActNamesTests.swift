import Testing

@testable import Journey

@Suite("What an action is called on a command line")
struct ActNamesTests {
  @Test("every action answers to its code and to its name in both languages, and to nothing of another")
  func names() {
    for act in Act.allCases {
      #expect(Act(called: act.rawValue) == act)
      for name in [act.slug.nl, act.slug.en, act.name.nl, act.name.en.uppercased()] {
        let other = Act(rawValue: name)
        #expect(Act(called: name) == act || other != nil && other != act, "\(name)")
      }
    }
    #expect(Act(called: "weer-gevonden") == .found && Act(called: "knelpunt opgelost") == .unblock)
    #expect(Act(called: "dansen") == nil)
  }

  @Test("a name in one language is a code of another action nowhere")
  func clashes() {
    for act in Act.allCases {
      for name in [act.slug.nl, act.slug.en] {
        if let other = Act(rawValue: name) { #expect(other == act, "\(name)") }
      }
    }
  }

  @Test("every field answers to its name in both languages, and to nothing of another in its form")
  func fields() throws {
    let story = try Telling.searching()
    let forms = Act.allCases.map { $0.fields(story.dossier, story.rules, today: story.today) }
    for form in forms + [NewHousehold.fields()] {
      for field in form {
        #expect(Field.dutch[field.name] != nil, "\(field.name)")
        for name in [field.option.nl, field.option.en] { #expect(form.called(name) == field, "\(name)") }
      }
    }
  }

  @Test("a field answers to its label as the screens have it, unless another of its form goes by that word")
  func labels() throws {
    let story = try Telling.searching()
    let forms = Act.allCases.map { $0.fields(story.dossier, story.rules, today: story.today) }
    for form in forms + [NewHousehold.fields()] {
      for field in form {
        let others = form.filter { $0 != field }.flatMap { other in
          [other.name, other.option.nl, other.label.slug.nl, other.label.slug.en]
        }
        for label in [field.label.slug.nl, field.label.slug.en] where !others.contains(label) {
          #expect(form.called(label) == field, "\(label)")
        }
      }
    }
    let contact = Act.contact.fields(story.dossier, story.rules, today: story.today)
    #expect(contact.called("volgend-moment")?.name == "next" && contact.called("next-moment")?.name == "next")
    #expect(contact.called("moment") == nil)
  }

  @Test("a label that two fields of a form share is the name of neither")
  func sharedLabel() {
    let form = [Field("until", Phrase("Laatste dag", "Last day")), Field("day", Phrase("Laatste dag", "On"))]
    #expect(form.called("laatste-dag") == nil)
    #expect(form.called("last-day")?.name == "until" && form.called("on")?.name == "day")
  }
}
