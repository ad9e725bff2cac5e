extension Feature {
  /// Something a home has or has not; the others are about its surroundings.
  var isOfTheHome: Bool {
    switch self {
    case .groundFloor, .lift, .wheelchair, .ownBathroom: true
    case .nearTreatment, .nearSchool, .nearFamily, .quiet: false
    }
  }
  public var name: Phrase {
    switch self {
    case .groundFloor: Phrase("begane grond", "ground floor")
    case .lift: Phrase("lift", "lift")
    case .wheelchair: Phrase("rolstoeltoegankelijk", "wheelchair access")
    case .ownBathroom: Phrase("eigen badkamer", "own bathroom")
    case .nearTreatment: Phrase("nabij behandeling", "near treatment")
    case .nearSchool: Phrase("nabij school", "near school")
    case .nearFamily: Phrase("nabij familie", "near family")
    case .quiet: Phrase("rustige omgeving", "quiet surroundings")
    }
  }
}
