/// The Algemene termijnenwet (BWBR0002448): when a statutory term really ends.
public enum GeneralTermsAct {
  /// Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
  public static func easter(_ year: Int) -> Day {
    let a = year % 19, b = year / 100, c = year % 100
    let d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let i = c / 4, k = c % 4
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return Day(year, month, (h + l - 7 * m + 114) % 31 + 1)!
  }

  /// The day the King's birthday is celebrated: 27 April, or the 26th when that is a Sunday
  /// (30 April, or the 29th, before 2014).
  public static func kingsDay(_ year: Int) -> Day {
    let day = year < 2014 ? Day(year, 4, 30)! : Day(year, 4, 27)!
    return day.weekday == 7 ? day - 1 : day
  }

  /// A general holiday (art. 3): New Year, Good Friday (treated alike), Easter Monday, Ascension, Whit Monday,
  /// Christmas, the King's birthday and 5 May; or a Saturday or Sunday (art. 1).
  public static func isDayOff(_ day: Day) -> Bool { day.weekday >= 6 || isHoliday(day) }

  public static func isHoliday(_ day: Day) -> Bool {
    let (year, month, date) = day.parts
    // A term may end beyond the calendar; no holiday is known there.
    guard (1...9999).contains(year) else { return false }
    switch (month, date) {
    case (1, 1), (5, 5), (12, 25), (12, 26): return true
    default: break
    }
    if day == kingsDay(year) { return true }
    let offset = day - easter(year)
    return offset == -2 || offset == 1 || offset == 39 || offset == 50
  }

  /// The last day of a statutory term that would end on `end` (art. 1-1): the first following working day.
  public static func extended(_ end: Day) -> Day {
    var day = end
    while isDayOff(day) { day = day + 1 }
    return day
  }

  /// The end of a term of `days` that starts the day after `start`. Terms of at least three days hold at least two
  /// working days (art. 2).
  public static func end(after start: Day, days: Int) -> Day {
    var end = start + days
    if days >= 3 {
      var working = 0
      var day = start
      while day < end {
        day = day + 1
        if !isDayOff(day) { working += 1 }
      }
      while working < 2 {
        end = end + 1
        if !isDayOff(end) { working += 1 }
      }
    }
    return extended(end)
  }

  /// `days` working days after `start`.
  public static func workingDays(_ days: Int, after start: Day) -> Day {
    var day = start
    var left = days
    while left > 0 {
      day = day + 1
      if !isDayOff(day) { left -= 1 }
    }
    return day
  }
}
