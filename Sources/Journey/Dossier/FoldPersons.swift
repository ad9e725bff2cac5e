extension Dossier {
  /// Events about who belongs to the household and where they are.
  mutating func foldPersons(_ event: Event) {
    switch event.body {
    case .registered(let registered):
      for person in registered.persons { put(person) }
      if !registered.reception.isEmpty { reception = registered.reception }
    case .receptionMoved(let place): reception = place.place
    case .born(let added), .memberAdded(let added):
      var newcomer = added.person
      // Who comes after the move lives where the household lives.
      if let housing { newcomer.place = housing.isTemporary ? .temporary : .home }
      put(newcomer)
    case .personChanged(let changed):
      var person = changed.person
      person.spoken = self.person(person.id)?.spoken
      put(person)
    case .languageSet(let languages):
      for id in languages.persons { change(id) { $0.spoken = languages.spoken } }
    case .bsnReceived(let received): change(received.person) { $0.bsn = received.bsn }
    case .relativesAnnounced(let relatives):
      for var person in relatives.persons {
        person.place = .abroad
        put(person)
      }
    case .relativesArrived(let arrival):
      let home: Person.Place = housing == nil ? .reception : housing!.isTemporary ? .temporary : .home
      for id in arrival.persons { change(id) { $0.place = arrival.toHome ? home : .reception } }
    case .deceased(let named):
      change(named.person) { $0.place = .gone }
    case .permitWithdrawn(let withdrawn):
      if let person = withdrawn.person {
        change(person) { $0.place = .gone }
      } else {
        for index in persons.indices { persons[index].place = .gone }
      }
    case .guardianshipSet(let guarded):
      change(guarded.person) {
        $0.guardianship = guarded.guardianship
        $0.place = .guardian
      }
    case .cameOfAge(let named):
      change(named.person) {
        $0.guardianship = nil
        if $0.place == .guardian { $0.place = .reception }
      }
    case .householdSplit(let split):
      persons.removeAll { split.persons.contains($0.id) }
    case .householdJoined(let join):
      for person in join.persons { put(person) }
    default: break
    }
  }

  private mutating func put(_ person: Person) {
    if let index = persons.firstIndex(where: { $0.id == person.id }) {
      persons[index] = person
    } else {
      persons.append(person)
    }
  }

  private mutating func change(_ id: PersonID, _ body: (inout Person) -> Void) {
    if let index = persons.firstIndex(where: { $0.id == id }) { body(&persons[index]) }
  }
}
