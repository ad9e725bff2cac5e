import ArgumentParser

/// Prompts and lines. A group of its own: whichever command it is typed behind, the one that runs has it.
struct PlainOption: ParsableArguments {
  @Flag(
    help: told(
      "Vragen en regels in plaats van een vol scherm, voor schermlezers en pijpen. Ook met ACCESSIBLE=1.",
      "Prompts and lines instead of a full screen, for screen readers and pipes. Also with ACCESSIBLE=1."))
  var plain = false
}
