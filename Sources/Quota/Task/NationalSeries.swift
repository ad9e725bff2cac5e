import Journey

/// The figures of the whole country, half-year by half-year, as they were published.
public struct NationalSeries: Hashable, Sendable, Codable {
  public struct Figures: Hashable, Sendable, Codable {
    public var period: HalfYear
    /// The national need, which is what the targets add up to.
    public var target: Int?
    /// With the balance of before: target minus balance, corrections included.
    public var task: Int?
    public var realised: Int?
    /// At the end: + lead, - backlog.
    public var balance: Int?
    public var source: String
    public init(
      _ period: HalfYear, target: Int? = nil, task: Int? = nil, realised: Int? = nil, balance: Int? = nil,
      source: String = ""
    ) {
      (self.period, self.target, self.task, self.realised) = (period, target, task, realised)
      (self.balance, self.source) = (balance, source)
    }
  }

  public var rows: [Figures]
  public init(_ rows: [Figures]) { self.rows = rows.sorted { $0.period < $1.period } }

  /// 2014 to 2025, from the sources that its rows name.
  public static let builtIn: NationalSeries = {
    let lines = String(decoding: PackageResources.national_series_csv, as: UTF8.self).split(separator: "\n")
    return NationalSeries(
      lines.filter { !$0.hasPrefix("#") }.dropFirst().compactMap { line in
        let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, let period = HalfYear(fields[0]) else { return nil }
        return Figures(
          period, target: Int(fields[1]), task: Int(fields[2]), realised: Int(fields[3]), balance: Int(fields[4]),
          source: fields[5])
      })
  }()
}

extension NationalSeries.Figures {
  /// What was published of the whole country besides its target, to stand beside the sum of the municipalities; nil: nothing.
  var published: LedgerNote? {
    func grouped(_ number: Int) -> Phrase { Phrase(Digits.grouped(number, .nl), Digits.grouped(number, .en)) }
    let said = [
      task.map { Phrase("opgave ", "task ") + grouped($0) },
      realised.map { Phrase("gehuisvest ", "housed ") + grouped($0) },
      balance.map {
        Phrase("saldo aan het eind ", "balance at the end ") + Phrase(Digits.signed($0, .nl), Digits.signed($0, .en))
      },
    ].compactMap(\.self)
    if said.isEmpty { return nil }
    let words = Phrase("landelijk gepubliceerd: ", "published of the country: ") + said.joined(", ")
    return LedgerNote(source.isEmpty ? words : words + Phrase(same: " (\(source))"))
  }
}
