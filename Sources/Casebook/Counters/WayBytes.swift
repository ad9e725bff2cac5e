import Foundation
import Journey

/// A way as the table keeps it: some seventy bytes for a household that is home.
enum WayBytes {
  static func encode(_ way: Way) -> Data {
    var out = ByteWriter()
    out.put(way.permit)
    out.put(way.home)
    out.put(way.legs.count)
    var last = Leg(stage: .reception, party: PartyID(""), from: Day(number: 0), persons: 0)
    for leg in way.legs {
      // What is as it was before costs nothing; a party goes by its place in the list of well-known ones.
      let party = known.firstIndex(of: leg.party.rawValue) ?? known.count
      let isElsewhere = leg.municipality != last.municipality
      out.put(leg.stage.rawValue << 6 | party << 1 | (isElsewhere ? 1 : 0))
      if party == known.count { out.put(leg.party.rawValue) }
      if isElsewhere { out.put(leg.municipality) }
      out.put(leg.from - last.from)
      out.put(leg.persons - last.persons)
      out.put(leg.relatives - last.relatives)
      last = leg
    }
    out.put(way.realisations.count)
    for one in way.realisations {
      out.put(Int(one.day.number))
      out.put(one.municipality)
      out.put(one.persons)
      out.put(one.rule)
    }
    out.put(way.blockers.count)
    for one in way.blockers {
      out.put(one.code)
      out.put(Int(one.from.number))
      out.put(one.until)
    }
    AttentionBytes.put(way.attention, &out)
    // Few ways have any: behind all else they cost the others nothing.
    for (index, leg) in way.legs.enumerated() where leg.settled != 0 {
      out.put(index)
      out.put(leg.settled)
    }
    return out.data
  }

  static func decode(_ data: Data, of id: DossierID) -> Way {
    var bytes = ByteReader(data)
    var way = Way(id: id)
    way.permit = bytes.day()
    way.home = bytes.day()
    let count = bytes.number()
    var last = Leg(stage: .reception, party: PartyID(""), from: Day(number: 0), persons: 0)
    while way.legs.count < count, !bytes.isAtEnd {
      let head = bytes.number()
      last.stage = Stage(rawValue: head >> 6) ?? .reception
      let party = head >> 1 & 31
      last.party = PartyID(party < known.count ? known[party] : bytes.text())
      if head & 1 == 1 { last.municipality = bytes.text() }
      last.from = last.from + bytes.number()
      last.persons += bytes.number()
      last.relatives += bytes.number()
      if !way.legs.isEmpty { way.legs[way.legs.count - 1].until = last.from }
      way.legs.append(last)
    }
    let realised = bytes.number()
    while way.realisations.count < realised, !bytes.isAtEnd {
      let day = Day(number: Int32(truncatingIfNeeded: bytes.number()))
      way.realisations.append(
        Realisation(day: day, municipality: bytes.text(), persons: bytes.number(), rule: bytes.text()))
    }
    let blockers = bytes.number()
    while way.blockers.count < blockers, !bytes.isAtEnd {
      let code = bytes.text()
      let from = Day(number: Int32(truncatingIfNeeded: bytes.number()))
      way.blockers.append(Blockage(code, from: from, until: bytes.day()))
    }
    way.attention = AttentionBytes.read(&bytes)
    while !bytes.isAtEnd {
      let (index, settled) = (bytes.number(), bytes.number())
      if way.legs.indices.contains(index) { way.legs[index].settled = settled }
    }
    return way
  }

  /// Part of the format: only ever added to, up to 31.
  private static let known = [
    "", "household", "coa", "ind", "municipality", "corporation", "guidance", "nidos", "duo", "school", "health",
    "host",
    "region", "province", "ministry", "employer", "other",
  ]
}

extension ByteWriter {
  mutating func put(_ day: Day?) {
    put(day == nil ? 0 : 1)
    if let day { put(Int(day.number)) }
  }
}

extension ByteReader {
  mutating func day() -> Day? {
    number() == 0 ? nil : Day(number: Int32(truncatingIfNeeded: number()))
  }
}
