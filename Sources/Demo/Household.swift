import Journey

/// Who belongs together: ages, names and numbers that fit.
struct Household {
  let origin: OriginFigures
  var persons: [Person] = []
  /// A minor who came without parents.
  var isMinorAlone = false
  private let index: Int
  private let start: Day
  private var ordinal: Int
  private var next = 1

  init(field: DemoField, index: Int, start: Day, dice: inout Dice) {
    let (size, ordinal) = Sizes.size(story: index, seed: field.seed)
    isMinorAlone = size == 1 && dice.chance(0.06)
    origin = isMinorAlone ? field.mix.pickMinor(&dice) : field.mix.pick(year: start.year, alone: size == 1, &dice)
    self.index = index
    self.start = start
    self.ordinal = ordinal
    compose(size, &dice)
  }

  private mutating func compose(_ size: Int, _ dice: inout Dice) {
    if size == 1 {
      let isMan = dice.chance(isMinorAlone ? 0.8 : origin.menShare)
      let age = isMinorAlone ? dice.int(15...17) : adultAge(isMan, &dice)
      persons.append(person(isMan, age: age, .head, &dice))
      return
    }
    let isCouple = dice.chance(size == 2 ? 0.5 : 0.82)
    let headIsMan = isCouple ? dice.chance(0.8) : dice.chance(0.25)
    let headAge = 24 + size + dice.int(0...18)
    let head = person(headIsMan, age: headAge, .head, &dice)
    persons.append(head)
    var father = headIsMan ? head : nil
    var motherAge = headAge
    if isCouple {
      let age = max(19, headAge + dice.int(-6...4))
      if headIsMan { motherAge = age }
      var partner = person(!headIsMan, age: age, .partner, &dice)
      if origin.code == "TUR" || origin.code == "RUS" { partner.surname = head.surname }
      persons.append(partner)
      if !headIsMan { father = partner }
    }
    var rest = size - persons.count
    if rest > 1, dice.chance(0.1) {
      persons.append(person(dice.chance(0.3), age: headAge + dice.int(20...28), .parent, &dice))
      rest -= 1
    }
    guard rest > 0 else { return }
    let oldest = max(0, min(17, motherAge - 20))
    // A single person with one other is sometimes a brother or sister.
    if size == 2, !isCouple, dice.chance(0.3) {
      var sibling = person(dice.chance(0.6), age: max(18, headAge - dice.int(1...9)), .sibling, &dice)
      sibling.surname = head.surname
      persons.append(sibling)
      return
    }
    let ages = (0..<rest).map { _ in dice.int(0...oldest) }.sorted(by: >)
    for age in ages { persons.append(child(age: age, of: father, like: head, &dice)) }
  }

  private func adultAge(_ isMan: Bool, _ dice: inout Dice) -> Int {
    if dice.chance(origin.share60(isMan)) { return dice.int(60...74) }
    return 18 + Int(41 * dice.unit() * (0.25 + 0.75 * dice.unit()))
  }

  private mutating func child(age: Int, of father: Person?, like head: Person, _ dice: inout Dice) -> Person {
    var child = person(dice.chance(0.51), age: age, .child, &dice)
    child.surname =
      origin.names.arePatronyms ? father?.given ?? dice.pick(origin.names.men) : father?.surname ?? head.surname
    return child
  }

  private mutating func person(_ isMan: Bool, age: Int, _ relation: Person.Relation, _ dice: inout Dice) -> Person {
    let number = next
    next += 1
    let names = origin.names
    let given = dice.pick(isMan ? names.men : names.women)
    var surname = dice.pick(names.arePatronyms ? names.men : names.surnames)
    if names.arePatronyms {
      while surname == given { surname = dice.pick(names.men) }
      // Some bear the grandfather's name too.
      if dice.chance(0.15) { surname += " " + dice.pick(names.men) }
    }
    defer { ordinal += 1 }
    return Person(
      id: PersonID(number), given: given, surname: surname, birth: birth(age: age, &dice), sex: isMan ? .male : .female,
      nationality: origin.nationality, relation: relation, vNumber: Numbers.vNumber(story: index, person: number),
      bsn: Numbers.bsn(ordinal), phone: relation == .head ? "06-0000\(dice.int(1000...9999))" : nil)
  }

  /// Many have the first of January, some a year only.
  private func birth(age: Int, _ dice: inout Dice) -> PartialDate? {
    let day = start - (age * 36525 / 100 + 2 + dice.int(0...360))
    if age >= 18, dice.chance(0.02) { return PartialDate(year: day.year) }
    if age >= 15, dice.chance(0.07) { return PartialDate(year: day.year, month: 1, day: 1) }
    return PartialDate(day)
  }

  /// A partner and children who are still to follow.
  mutating func relatives(_ dice: inout Dice) -> [Person] {
    guard let head = persons.first, let birth = head.birth else { return [] }
    let isMan = head.sex == .male
    let age = birth.age(on: start)
    var relatives: [Person] = []
    if isMinorAlone {
      relatives.append(person(true, age: age + dice.int(20...30), .parent, &dice))
      relatives.append(person(false, age: age + dice.int(18...26), .parent, &dice))
      for _ in 0..<dice.int(0...3) {
        var sibling = person(dice.chance(0.5), age: dice.int(1...max(2, age)), .sibling, &dice)
        sibling.surname = head.surname
        relatives.append(sibling)
      }
    } else {
      relatives.append(person(!isMan, age: max(18, age + dice.int(-5...3)), .partner, &dice))
      let oldest = max(0, min(16, age - 20))
      for _ in 0..<dice.int(0...4) {
        relatives.append(child(age: dice.int(0...oldest), of: isMan ? head : nil, like: head, &dice))
      }
    }
    return relatives.map {
      var relative = $0
      relative.bsn = nil
      relative.phone = nil
      relative.place = .abroad
      return relative
    }
  }

  /// A child born here: no numbers yet.
  mutating func baby(born day: Day, _ dice: inout Dice) -> Person {
    let father = persons.first { $0.sex == .male && ($0.relation == .head || $0.relation == .partner) }
    var baby = child(age: 0, of: father, like: persons[0], &dice)
    baby.birth = PartialDate(day)
    baby.vNumber = nil
    baby.bsn = nil
    return baby
  }
}
