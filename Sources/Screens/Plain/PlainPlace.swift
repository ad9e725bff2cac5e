import Casebook
import Journey

/// What decides whether a screen must be read out again.
struct PlainPlace {
  let tab: Model.Tab
  let task: PlainTaskPlace
  let network: PlainNetworkPlace
  let taskPane: TaskState.Pane
  let asNumbers: Bool
  let ask: Ask
  let dossier: DossierID?
  let version: Int?
  let pane: DossierState.Pane?
  let person: PersonID?
  let shown: Set<PersonID>
  let showsPlan: Bool
  /// What one looks at on Doorstroom.
  let board: [String]
  /// Whose lessons, and what is looked for among them.
  let lessons: [String]?

  init(_ model: Model) {
    (tab, ask, task) = (model.tab, model.list.ask, PlainTaskPlace(model))
    network = PlainNetworkPlace(model)
    (taskPane, asNumbers) = (model.task.pane, model.task.asNumbers)
    let pipeline = model.pipeline
    board = [
      pipeline.stage.code, "\(pipeline.view)", pipeline.grouping?.rawValue ?? "", pipeline.entered?.key ?? "-",
      pipeline.past?.day.description ?? "",
    ]
    lessons = model.lessons.map { [$0.dossier?.id.description ?? "", $0.text] }
    showsPlan = model.opened?.showsPlan ?? false
    (dossier, version) = (model.opened?.id, model.opened?.dossier.sequence)
    (pane, person, shown) = (model.opened?.pane, model.opened?.filter, model.opened?.shown ?? [])
  }
}
