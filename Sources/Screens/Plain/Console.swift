import Journey

/// Where lines come from and go to.
public struct Console {
  /// The next line without its end; nil when there will be no more.
  let read: () -> String?
  /// Takes one line without its end.
  let write: (String) -> Void

  public init(read: @escaping () -> String?, write: @escaping (String) -> Void) {
    (self.read, self.write) = (read, write)
  }
}
