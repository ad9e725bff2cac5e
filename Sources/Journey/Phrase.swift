/// The interface languages; Dutch is the house's own.
public enum Language: String, Sendable, CaseIterable, Codable { case nl, en }

/// Words in both languages. A missing translation does not compile.
public struct Phrase: Hashable, Sendable {
  public let nl: String
  public let en: String

  public init(_ nl: String, _ en: String) { (self.nl, self.en) = (nl, en) }

  /// The same in both languages: names, numbers, signs.
  public init(same text: String) { (nl, en) = (text, text) }

  public subscript(_ language: Language) -> String { language == .nl ? nl : en }

  public static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.nl + b.nl, a.en + b.en) }
}

/// Why an action cannot be done now, and what would make it possible: both in words a caseworker can act on.
public struct Refusal: Error, Hashable, Sendable {
  public let why: Phrase
  public let remedy: Phrase?
  /// The field of the form the refusal is about, where it is about one.
  public let field: String?

  public init(_ why: Phrase, remedy: Phrase? = nil, field: String? = nil) {
    (self.why, self.remedy, self.field) = (why, remedy, field)
  }

  /// Why, and what would help.
  public var phrase: Phrase { Phrase(text(.nl), text(.en)) }

  public func text(_ language: Language) -> String {
    remedy.map { why[language] + " " + $0[language] } ?? why[language]
  }
}
