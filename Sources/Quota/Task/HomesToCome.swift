import Journey

extension TaskEvent {
  /// Homes that will come free for permit holders of a municipality, week after week, until somebody says otherwise.
  public struct HomesToCome: Hashable, Sendable, Codable {
    /// CBS code.
    public var municipality: String
    /// To the hundredth; none: it is not known (any more).
    public var rate: Rate
    /// nil: all sizes together.
    public var size: HouseholdSize?
    /// The first day on which they come; nil: that of the posting.
    public var from: Day?
    /// Who says so: `brief corporatie 12 november`.
    public var source: String
    public var evidence: String

    public init(
      _ municipality: String, _ rate: Rate, of size: HouseholdSize? = nil, from: Day? = nil, source: String,
      evidence: String = ""
    ) {
      self.municipality = municipality
      // As it will be read again.
      self.rate = Self.held.contains(rate.number) ? Rate(rate.typed(.en)) ?? rate : rate
      (self.size, self.from) = (size, from)
      (self.source, self.evidence) = (source, evidence)
    }

    /// Numbers that a ``Rate`` reads.
    private static let held = 0.0...10_000.0

    enum CodingKeys: String, CodingKey { case municipality, homes, size, from, source, evidence }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let text = try container.decode(String.self, forKey: .homes)
      guard let rate = Rate(text) else {
        throw DecodingError.dataCorruptedError(
          forKey: .homes, in: container, debugDescription: "expected homes such as 5 or 20/month, got \(text)")
      }
      self.init(
        try container.decode(String.self, forKey: .municipality), rate,
        of: try container.decodeIfPresent(HouseholdSize.self, forKey: .size),
        from: try container.decodeIfPresent(Day.self, forKey: .from),
        source: try container.decode(String.self, forKey: .source),
        evidence: try container.decode(String.self, forKey: .evidence))
    }

    /// The rate as it was said: `20/month`.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(municipality, forKey: .municipality)
      try container.encode(rate.typed(.en), forKey: .homes)
      try container.encodeIfPresent(size, forKey: .size)
      try container.encodeIfPresent(from, forKey: .from)
      try container.encode(source, forKey: .source)
      try container.encode(evidence, forKey: .evidence)
    }

    /// `2 per week voor 2–4 personen, vanaf 1 dec 2026 (brief corporatie)`
    public var words: Phrase {
      let many =
        rate.number > 0
        ? Phrase(Rate.text(rate.number, .nl), Rate.text(rate.number, .en)) + Phrase(same: " ") + rate.period
        : Phrase("niet bekend", "not known")
      let whom = size.map { Phrase(" voor \($0.name.nl)", " for \($0.name.en)") } ?? Phrase(same: "")
      let start = from.map { Phrase(", vanaf \(DayText.dated($0, .nl))", ", from \(DayText.dated($0, .en))") }
      return many + whom + (start ?? Phrase(same: "")) + Phrase(same: " (\(source))")
    }
  }
}
