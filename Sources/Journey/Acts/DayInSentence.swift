extension Day {
  /// `23 nov 2026`, as a sentence has it.
  var said: Phrase { Phrase(DayText.dated(self, .nl), DayText.dated(self, .en)) }
}
