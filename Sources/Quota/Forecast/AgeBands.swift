/// Days in a stage, cut in bands in which the daily hazard is taken as constant: fine where much happens (the day itself,
/// half weeks, weeks), by four weeks up to a year, and one band for all that is longer.
///
/// Hazards are daily and not weekly because offer and move take days: in weekly steps a household would pass one stage a
/// week at most, and each stage would round its way home up.
enum AgeBands {
  static let starts: [Int] = [0, 1, 4] + stride(from: 7, to: 84, by: 7) + stride(from: 84, through: 364, by: 28)
  static let count = starts.count
  static let longest = starts.last!

  static let ofAge: [UInt8] = (0...longest).map { age in UInt8(starts.lastIndex { $0 <= age }!) }

  static func band(_ age: Int) -> Int { Int(ofAge[min(age, longest)]) }
}
