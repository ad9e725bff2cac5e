import Journey

/// What the worker brings back to the screens.
enum Message: Sendable {
  case page(Model.Tab, Ask, ListState.Direction, [Line], limit: Int)
  case count(Model.Tab, Ask, Count)
  case totals(Ask, Totals)
  case scope(ownsAny: Bool)
  case preview(DossierID, Dossier?)
  case opened(DossierID, Dossier?)
  /// Read again, for a dossier that is open.
  case refreshed(DossierID, Dossier?)
  case draft(String, [String: String])
  case answered(Deed, Answer)
  case found([Line], String)
  case failed(Phrase)
  case nothing
}

/// A change that was asked for, to say afterwards what became of it.
struct Deed: Sendable {
  enum Kind: Hashable, Sendable { case act(Act), undo(String), redo(String), showNumber(PersonID) }
  var kind: Kind
  var dossier: DossierID
}
