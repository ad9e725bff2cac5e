import Casebook
import Foundation
import Journey

/// A person's own saved views, in `views.yaml`: written by the program, and edited by hand by whoever likes.
public struct OwnViews: Sendable {
  public let path: String

  public init(_ folders: ConfigFolders) { path = folders.views }

  /// Those that can be read, in the order of the file, and what is wrong with the others.
  public func load() -> (views: [SavedView], mistakes: [ConfigMistake]) {
    do throws(ConfigMistake) {
      guard let text = try ConfigFile.read(path) else { return ([], []) }
      return ViewsText.read(text, path: path)
    } catch {
      return ([], [error])
    }
  }

  /// Adds it, or puts it in the place of the one with that name.
  /// - Throws: `OwnViewsFailure`, with the file as it was: also when it has a mistake, which saving would wipe out.
  public func save(_ view: SavedView) throws(OwnViewsFailure) {
    try change { views in
      if let index = views.firstIndex(where: { $0.isNamed(view.name) }) {
        views[index] = view
      } else {
        views.append(view)
      }
    }
  }

  /// Nothing happens when there is none of that name.
  public func remove(_ name: String) throws(OwnViewsFailure) {
    try change { $0.removeAll { $0.isNamed(name) } }
  }

  private func change(_ change: (inout [SavedView]) -> Void) throws(OwnViewsFailure) {
    do {
      // Dotfiles are often links to somewhere else: the file itself is replaced, not the link.
      let file = WholeFile(URL(filePath: path).resolvingSymlinksInPath().path)
      try file.makeFolder()
      try file.alone {
        let text = try ConfigFile.read(path)
        var (views, mistakes) = text.map { ViewsText.read($0, path: path) } ?? ([], [])
        if let mistake = mistakes.first { throw mistake }
        let former = views
        change(&views)
        guard views != former else { return }
        // What a person wrote into it, such as comments, is not in the views.
        if let text, try text != ViewsText.write(former) { try WholeFile(file.path + ".bak").write(text) }
        try file.write(try ViewsText.write(views))
      }
    } catch let mistake as ConfigMistake {
      let hint = Phrase("; eerst verbeteren, dan bewaren", "; mend it first, then save")
      throw OwnViewsFailure(phrase: Phrase(mistake.short(.nl), mistake.short(.en)) + hint)
    } catch {
      let why = (error as? WholeFile.Failure)?.reason ?? "\(error)"
      throw OwnViewsFailure(phrase: Phrase("\(path) is niet bewaard: \(why)", "\(path) was not saved: \(why)"))
    }
  }
}

/// Why a view was not saved or removed. The file is as it was.
public struct OwnViewsFailure: Error, Hashable, Sendable { public let phrase: Phrase }
