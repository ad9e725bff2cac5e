import Journey

/// What one row says, read and checked cell by cell.
struct RowFacts {
  struct Rejection: Error, Hashable {
    var column: String
    var reason: Phrase
  }

  let record: CsvRecord
  var line: Int { record.line }
  var household = ""
  var name = NameParts(given: "", surname: "")
  var birth: PartialDate?
  var sex: Person.Sex?
  var nationality: String?
  var relation: Person.Relation?
  var vNumber: VNumber?
  var bsn: BSN?
  var phone: String?
  var permit: Event.Permit.Kind?
  var reception = ""
  var municipality: String?
  var days: [Column: Day] = [:]
  var address = ""
  var needs = Needs()
  var criteria: [Criterion] = []
  var note = ""
  var repairs: [RowResult.Repair] = []
  var rejection: Rejection?
  var skipped: Phrase?

  init(record: CsvRecord) { self.record = record }

  var fullName: String { [name.given, name.prefix, name.surname].filter { !$0.isEmpty }.joined(separator: " ") }
  var hasNumber: Bool { vNumber != nil || bsn != nil }

  /// Which file the row is of: the same bytes give the same mark.
  var file = ""

  /// What a row without numbers is known by when it comes again. Without a date of birth a name is nobody in particular:
  /// then only the same line of the same file is the same person.
  var fingerprint: String { birth == nil ? "\(file)#\(line)|\(likeness)" : likeness }

  /// What anybody of that name would have.
  var likeness: String {
    [household, Folding.key(fullName), birth?.description ?? "", sex?.rawValue ?? "", nationality ?? ""]
      .joined(separator: "|")
  }

  func person(_ id: PersonID, relation: Person.Relation) -> Person {
    Person(
      id: id, given: name.given, prefix: name.prefix, surname: name.surname, birth: birth, sex: sex,
      nationality: nationality, relation: relation, vNumber: vNumber, bsn: bsn, phone: phone)
  }
}
