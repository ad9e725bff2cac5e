/// What a large job needed goes back to the system afterwards; else the program would hold on to it until it ends.
enum SpareMemory {
  static func giveBack() { _ = trim(keeping: 0) }
}

/// It is in the C library, but not in its Swift module. Looked up when linking: the program as it ships has no libraries
/// beside it to look in.
@_silgen_name("malloc_trim")
private func trim(keeping: Int) -> CInt
