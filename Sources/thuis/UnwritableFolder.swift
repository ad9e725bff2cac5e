import Foundation
import Journey

extension CommandFailure {
  /// Nothing can be written in a folder; `error` is what Foundation says of it.
  static func unwritable(_ folder: String, _ error: any Error) -> CommandFailure {
    let reason = reason(error)
    return CommandFailure(
      Phrase(
        "In \(folder) kan niet worden geschreven: \(reason.nl).", "Cannot write in \(folder): \(reason.en)."),
      reason == .noPermission ? .noPermission : .io)
  }

  /// By the number of the system, which Foundation keeps below its own error.
  private static func reason(_ error: any Error) -> Phrase {
    let whole = error as NSError
    let below = whole.userInfo[NSUnderlyingErrorKey]
    if let system = below as? POSIXError { return Phrase(errno: system.code.rawValue) }
    let found = below as? NSError ?? whole
    return found.domain == NSPOSIXErrorDomain
      ? Phrase(errno: Int32(found.code)) : Phrase(same: found.localizedDescription)
  }
}
