import Casebook
import Journey
import Quota

/// What the worker brings back to the screens.
enum Message: Sendable {
  /// What a long job came to: nothing is under way any more.
  indirect case ended(Message)
  case page(ListName, Ask, ListState.Direction, [Line], limit: Int)
  /// Nobody waits for that page any more.
  case unneeded(ListName, ListState.Direction)
  case count(ListName, Ask, Count)
  case totals(Ask, Totals)
  case scope(ownsAny: Bool, place: String?, drafts: [Draft])
  /// Where somebody was: the list around that household.
  case around(ListName, Ask, DossierID, before: [Line], from: [Line])
  /// Read to do this with it, from a list.
  case toAct(Act, Dossier?)
  /// A form, with what was typed into it before.
  case toForm(FormState, draft: TakenDraft)
  case toPalette(Dossier?)
  case toHelp(Dossier?)
  case opened(DossierID, Dossier?)
  /// Read again, for a dossier that is open.
  case refreshed(DossierID, Dossier?)
  case answered(Deed, Answer)
  /// All that a filter shows, to be marked.
  case toMark([DossierID])
  case markedRange([DossierID])
  /// An act on all marked ones was tried.
  case triedMany(ManyState)
  /// It was done, or taken back: then there is no act.
  case didMany(ManyAnswer, ManyDeed?, isUndo: Bool, of: EventID? = nil, name: Phrase)
  /// All of a name that is typed in a form.
  case namesakes(Namesaked)
  /// An account that is typed, where nobody is known by it; before it is saved.
  case account(String, unknown: UnknownAccount?), sureOfAccount(String, unknown: UnknownAccount?)
  /// Whoever is entered may be in these dossiers already.
  case already(String, [DossierID])
  /// How far a long job is; more will come.
  case progress(Int)
  case views([KnownView], Shell.ViewsWish)
  case drafts([Draft], Shell.DraftsWish)
  /// The household that a draft is about.
  case toDraft(Draft, Dossier?)
  case keptView(KnownView, [KnownView])
  /// There is another view of that name, which saving would replace.
  case viewExists(KnownView)
  /// A household left the list while the cursor was on it: how it is now.
  case vanished(Line, now: Line?)
  /// What one did took these out of the list: as they were, and as they are now.
  case sent([(was: Line, now: Line?)])
  /// A household that was just entered is not in the list one looks at.
  case unlisted(Dossier, Ask)
  /// What was taken back is in the list again, farther on than what was read of it.
  case cameBack(ListName, DossierID)
  /// Households for what was typed in the palette.
  case suggested(String, [Line])
  /// What may come at the cursor of what is typed.
  case completions(ListName, TextLine, FilterCompletions)
  case found([Line], String)
  case taskPage(TaskPage)
  case taskLook(TaskLook)
  case taskPostings(LedgerFigure, TaskLook.Key, [SourcedPosting])
  case taskAccount(Area, [TaskEvent])
  case toTaskActs(TaskScene)
  case toTaskForm(TaskAct, FormState)
  /// What the account says for a form.
  case balance(ToldBalance)
  case posted(name: Phrase, TaskAnswer)
  /// What makes one ask again before a form of the task is saved.
  case doubted([TaskDoubt])
  case tookBackTask(TaskAnswer, again: Bool)
  /// One of many that are computed anew; more will come.
  case forecast(KeptForecast, done: Int)
  case renewedForecasts(Phrase?)
  case backTested(BackTestReport)
  case playedWhatIf(Scenario, WhatIfAnswer)
  case scenarios([Scenario])
  case looked(changed: Bool)
  case networkPage(NetworkQuery, NetworkState.Page, [NetworkRow], limit: Int)
  /// The list as it was read again, or with the one under the cursor.
  case networkWindow(NetworkQuery, NetworkWindow)
  case networkCount(NetworkQuery, Count)
  /// People to be marked: a range, or all that the filter shows.
  case toMarkPeople([NetworkRow], isAll: Bool)
  case connections(Area, [Connection])
  case toOrganisations([OrganisationRow])
  case toPartnerForm(PartnerAct, PartnerScene)
  /// What was left half-way of a form about somebody is gone on with.
  case toPersonDraft(PartnerAct, PartnerScene)
  case recordedPerson(TaskAnswer)
  case absent([PartnerRow])
  /// Somebody around a household, as the network has them, and who stands in for them.
  case aroundDetails(DossierID, Around, PartnerRow?, deputy: PartnerRow?)
  case tookBackPerson(TaskAnswer, again: Bool)
  /// The latest act on the network is to be taken back, or done again, in these households too.
  case toTakeBackMany(Model.LastAct)
  /// An act that shared something is to be taken back.
  case toTakeBackShared(DossierID, EventID)
  /// A contact about all that waits for somebody.
  case toContactMany([DossierID])
  case pipeline(PipelineMessage)
  /// A review can begin; its minutes so far.
  case review(ReviewState)
  case minutes([String])
  case lessons(LessonQuery, LessonsFound)
  /// How many lessons fit a household.
  case fittingLessons(FittingLessons)
  /// What a form of that purpose puts in a file is in this one.
  case savedFile(FormState.Purpose, String)
  case failed(Phrase)
  /// A page of a list could not be read.
  case unread(ListName, ListState.Direction, Phrase)
  /// Nothing came of it, for this reason.
  case said(Phrase)
  case nothing
}

/// A change that was asked for, to say afterwards what became of it.
struct Deed: Sendable {
  enum Kind: Hashable, Sendable { case form(String), undo(String), redo(String), showNumber(PersonID), register }
  var kind: Kind
  /// nil for a household that is yet to get its number.
  var dossier: DossierID?
  /// The act that is taken back, or done again by taking its taking back back.
  var of: EventID?

  /// Takes something back, or does it again.
  var takesBack: Bool {
    switch kind {
    case .undo, .redo: true
    case .form, .register, .showNumber: false
    }
  }

  /// Asked for by a form, which waits for the answer.
  var isOfForm: Bool {
    switch kind {
    case .form, .register: true
    case .undo, .redo, .showNumber: false
    }
  }
}
