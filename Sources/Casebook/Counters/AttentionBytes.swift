import Journey

/// How a household was looked after, as it stands at the end of a way in the table.
enum AttentionBytes {
  static func put(_ attention: Attention, _ out: inout ByteWriter) {
    var (town, day) = ("", 0)
    // A place that is the one before costs a bit, a day the distance from the one before.
    func place(_ number: Int, _ municipality: String, _ from: Day) {
      out.put(number << 1 | (municipality == town ? 0 : 1))
      if municipality != town { out.put(municipality) }
      out.put(from.index - day)
      (town, day) = (municipality, from.index)
    }
    out.put(attention.firstCalls.count)
    for one in attention.firstCalls {
      place(one.isCalled ? 1 : 0, one.municipality, one.linked)
      out.put(one.until)
    }
    out.put(attention.answers.count)
    for one in attention.answers { place(one.days, one.municipality, one.day) }
    for spans in [attention.turns, attention.silences] {
      out.put(spans.count)
      for one in spans {
        place(one.until == nil ? 0 : 1, one.municipality, one.from)
        if let until = one.until { out.put(until - one.from) }
      }
    }
    out.put(attention.handovers.count)
    for one in attention.handovers { place(one.isWarm ? 1 : 0, one.municipality, one.day) }
  }

  static func read(_ bytes: inout ByteReader) -> Attention {
    var attention = Attention()
    var (town, day) = ("", 0)
    func place(_ bytes: inout ByteReader) -> (number: Int, municipality: String, day: Day) {
      let head = bytes.number()
      if head & 1 == 1 { town = bytes.text() }
      day += bytes.number()
      return (head >> 1, town, Day(index: day))
    }
    func each(_ bytes: inout ByteReader, _ read: (inout ByteReader) -> Void) {
      var left = bytes.number()
      while left > 0, !bytes.isAtEnd {
        read(&bytes)
        left -= 1
      }
    }
    func spans(_ bytes: inout ByteReader) -> [Attention.Span] {
      var spans: [Attention.Span] = []
      each(&bytes) { bytes in
        let (ends, municipality, from) = place(&bytes)
        spans.append(.init(municipality, from: from, until: ends == 1 ? from + bytes.number() : nil))
      }
      return spans
    }
    each(&bytes) { bytes in
      let (called, municipality, linked) = place(&bytes)
      attention.firstCalls.append(
        .init(municipality, linked: linked, until: bytes.day(), isCalled: called == 1))
    }
    each(&bytes) { bytes in
      let (days, municipality, day) = place(&bytes)
      attention.answers.append(.init(municipality, on: day, after: days))
    }
    attention.turns = spans(&bytes)
    attention.silences = spans(&bytes)
    each(&bytes) { bytes in
      let (warm, municipality, day) = place(&bytes)
      attention.handovers.append(.init(municipality, on: day, isWarm: warm == 1))
    }
    return attention
  }
}
