import Glibc

/// What a large job needed goes back to the system afterwards; else the program would hold on to it until it ends.
enum SpareMemory {
  static func giveBack() { _ = trim?(0) }

  /// It is in the C library, but not in its Swift module.
  private static let trim = dlsym(nil, "malloc_trim").map {
    unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
  }
}
