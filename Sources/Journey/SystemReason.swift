import Foundation

extension Phrase {
  package static let noPermission = Phrase("geen rechten", "no permission")

  /// Why the system did not do something with a file, by its number (`errno`), to go in a sentence. What is seldom met stays
  /// in the system's own words.
  package init(errno code: Int32) {
    switch code {
    case EACCES, EPERM: self = .noPermission
    case EROFS: self.init("de schijf is alleen om te lezen", "the disk is for reading only")
    case ENOENT: self.init("dat is er niet", "it does not exist")
    case ENOTDIR: self.init("een deel van het pad is geen map", "a part of the path is no folder")
    case EISDIR: self.init("dat is een map", "it is a folder")
    case EEXIST: self.init("er is al iets met die naam", "there is something of that name already")
    case ENOSPC, EDQUOT: self.init("de schijf is vol", "the disk is full")
    case ENAMETOOLONG: self.init("de naam is te lang", "the name is too long")
    default: self.init(same: String(cString: strerror(code)))
    }
  }
}
