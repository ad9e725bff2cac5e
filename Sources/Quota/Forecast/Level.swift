/// The runs of one pace: chances become thresholds once, then every draw is a comparison.
struct Level {
  private let simulation: Simulation
  private let weeks: Int
  /// Thresholds in a row, a multiple of eight; the last ones can never be reached.
  private let width: Int
  private let members: [Int32]
  private let newcomers: [Int32]
  private let streams: [UInt64]
  private let persons: [Int32]
  /// Relatives who follow: they take part in no deal, as they need no home.
  private let followers: [Int32]
  private let followerStreams: [UInt64]
  private let followerPersons: [Int32]

  init(_ simulation: Simulation, _ level: Int) {
    self.simulation = simulation
    let weeks = simulation.question.weeks
    let width = (weeks + 7) / 8 * 8
    let days = simulation.question.days
    let pace = simulation.paces[level]
    let bounds = (1...weeks).map { Double(min(7 * $0, days)) * pace / Double(Cast.grid) }
    func row(_ curve: [Double], _ table: inout [Int32]) {
      for point in bounds {
        let low = min(Int(point), curve.count - 1)
        let high = min(low + 1, curve.count - 1)
        table.append(Draws.threshold(curve[low] + (curve[high] - curve[low]) * (point - Double(low))))
      }
      for _ in weeks..<width { table.append(.max) }
    }
    var (members, newcomers) = ([Int32](), [Int32]())
    members.reserveCapacity(simulation.cast.members.count * width)
    for member in simulation.cast.members { row(member.curve, &members) }
    newcomers.reserveCapacity(simulation.cast.curves.count * weeks * width)
    for curves in simulation.cast.curves { for curve in curves { row(curve, &newcomers) } }
    var followers: [Int32] = []
    for follower in simulation.cast.followers { row(follower.curve, &followers) }
    self.followers = followers
    followerStreams = simulation.cast.followers.map(\.stream)
    followerPersons = simulation.cast.followers.map(\.persons)
    (self.weeks, self.width) = (weeks, width)
    (self.members, self.newcomers) = (members, newcomers)
    streams = simulation.cast.members.map(\.stream)
    persons = simulation.cast.members.map(\.persons)
  }

  /// Persons home by the end of each week, run after run.
  func play(_ runs: StrideTo<Int>) -> [Int32] {
    var deal = makeDeal()
    var played: [Int32] = []
    var bins = [Int32](repeating: 0, count: weeks + 1)
    for run in runs {
      for week in bins.indices { bins[week] = 0 }
      if deal == nil { count(run, into: &bins) } else { deal!.play(run, self, &bins) }
      follow(run, into: &bins)
      var sum: Int32 = 0
      for week in 0..<weeks {
        sum += bins[week]
        played.append(sum)
      }
    }
    return played
  }

  /// nil when homes are neither short nor more.
  private func makeDeal() -> Deal? {
    var question = simulation.question
    question.replaceHomes(by: simulation.scenario)
    let (homes, more) = ((0..<weeks).map(question.homes(inWeek:)), simulation.scenario.homes)
    guard homes.contains(where: \.isCapped) || more.contains(where: { $0.perWeek > 0 }) else { return nil }
    let waiting = simulation.cast.members.map { member in
      Deal.Household(
        persons: member.persons, size: Int32(member.size), searchesFrom: member.searches ? 0 : Int32(weeks),
        offered: Int32(member.kind), weeksFromOffer: Int32(simulation.cast.weeksFromOffer[member.kind]),
        offerStream: member.stream ^ Draws.golden, hasHome: !member.searches)
    }
    return Deal(homes, more, after: question.today, weeks: weeks, waiting: waiting)
  }

  /// Open households and newcomers straight into the weeks in which they move.
  private func count(_ run: Int, into bins: inout [Int32]) {
    bins.withUnsafeMutableBufferPointer { bins in
      members.withUnsafeBufferPointer { table in
        streams.withUnsafeBufferPointer { streams in
          persons.withUnsafeBufferPointer { persons in
            for index in 0..<streams.count {
              bins[week(table.baseAddress! + index * width, Draws.draw(streams[index], run))] += persons[index]
            }
          }
        }
      }
      newcomers.withUnsafeBufferPointer { table in
        eachNewcomer(run) { newcomer, begins, stream in
          let row = table.baseAddress! + (newcomer.kind * weeks + begins) * width
          bins[week(row, Draws.draw(stream, run))] += newcomer.persons
        }
      }
    }
  }

  private func follow(_ run: Int, into bins: inout [Int32]) {
    followers.withUnsafeBufferPointer { table in
      guard let rows = table.baseAddress else { return }
      for index in followerStreams.indices {
        bins[week(rows + index * width, Draws.draw(followerStreams[index], run))] += followerPersons[index]
      }
    }
  }

  func weekOfMember(_ index: Int, _ run: Int) -> Int {
    members.withUnsafeBufferPointer { week($0.baseAddress! + index * width, Draws.draw(streams[index], run)) }
  }

  /// Of somebody of a kind that begins in a coming week.
  func week(of kind: Int, from begins: Int, _ stream: UInt64, _ run: Int) -> Int {
    newcomers.withUnsafeBufferPointer {
      week($0.baseAddress! + (kind * weeks + begins) * width, Draws.draw(stream, run))
    }
  }

  /// What weeks from an offer to a home are usual for a kind.
  func weeksFromOffer(_ kind: Int) -> Int { simulation.cast.weeksFromOffer[kind] }

  /// The coming weeks: each is one of the recent ones again, and the links a scenario adds.
  @inline(__always)
  func eachNewcomer(_ run: Int, _ body: (Cast.Newcomer, Int, UInt64) -> Void) {
    let (recent, streams) = (simulation.cast.recentWeeks, simulation.streams)
    for begins in 0..<weeks {
      recent[Draws.pick(streams.weeks[begins], run, below: recent.count)].withUnsafeBufferPointer { week in
        streams.links[begins].withUnsafeBufferPointer { links in
          for place in 0..<week.count { body(week[place], begins, links[place]) }
        }
      }
      for place in streams.extraPicks[begins].indices {
        let pick = Draws.pick(streams.extraPicks[begins][place], run, below: streams.pool.count)
        body(streams.pool[pick], begins, streams.extraLinks[begins][place])
      }
    }
  }

  /// The week in which a draw falls, from 0; `weeks` when it is after the last.
  @inline(__always)
  private func week(_ row: UnsafePointer<Int32>, _ draw: Int32) -> Int {
    let drawn = SIMD8<Int32>(repeating: draw)
    var passed = SIMD8<Int32>.zero
    var place = 0
    while place < width {
      let thresholds = UnsafeRawPointer(row + place).loadUnaligned(as: SIMD8<Int32>.self)
      // A lane of a mask that holds is -1.
      passed &-= unsafeBitCast(drawn .>= thresholds, to: SIMD8<Int32>.self)
      place += 8
    }
    return min(Int(passed.wrappedSum()), weeks)
  }
}

extension Deal {
  /// One run of a level, dealt out.
  mutating func play(_ run: Int, _ level: Level, _ bins: inout [Int32]) {
    begin { level.weekOfMember($0, run) }
    level.eachNewcomer(run) { newcomer, begins, stream in
      let ready = level.week(of: newcomer.kind, from: begins, stream, run)
      guard takes(ready: ready) else { return }
      add(
        Household(
          persons: newcomer.persons, size: Int32(newcomer.size), searchesFrom: Int32(begins + 1),
          offered: Int32(newcomer.offered), weeksFromOffer: Int32(level.weeksFromOffer(newcomer.offered)),
          offerStream: stream ^ Draws.golden), ready: ready)
    }
    finish(into: &bins) { household, week in
      level.week(of: Int(household.offered), from: week, household.offerStream, run)
    }
  }
}
