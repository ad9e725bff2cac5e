import Casebook
import Foundation
import Journey
import Preferences
import Quota

/// Where somebody was when they left: kept in the casebook, so that the next time begins there.
struct Place: Codable {
  struct List: Codable {
    var filter: String
    var mine: Bool
    var sort: [SortKey]?
    var cursor: Int64?
    var columns: [ShownColumn]?
    var view: String?
  }
  var tab: Int
  var today: List
  var all: List
  var area: String?
  var stage: String?
  var opened: Int64?
  var lastActed: Model.LastAct?
  var earlierActs: [Model.LastAct]?
  var undoneActs: [Model.LastAct]?
  var uses: [String: Int]?
  var hasMouse: Bool?
  var views: [String]?
  var task: Task?
  var network: Network?

  /// Where one was on the screen of the task.
  struct Task: Codable {
    var path: [String]
    var isFine: Bool
    var cursor: String?
  }

  /// How one looked at the people of the network.
  struct Network: Codable {
    var filter: String
    var sort: [SortKey]
    var view: String?
  }

  init(_ model: Model) {
    func kept(_ list: ListState, _ name: Preferences.List) -> List {
      // Those of the settings are read there again.
      let isOwn = list.columns != model.preferences.columns[name]?.value ?? []
      return List(
        filter: list.ask.filter, mine: list.ask.owner != nil, sort: list.ask.sort,
        cursor: list.cursor?.value, columns: isOwn ? list.columns : nil, view: list.view)
    }
    tab = model.tab.rawValue
    today = kept(model.todayList, .today)
    all = kept(model.allList, .dossiers)
    area = model.area.code
    stage = model.pipeline.stage.code
    opened = model.opened?.id.value
    (lastActed, earlierActs, undoneActs) = (model.lastActed, model.earlierActs, model.undoneActs)
    (uses, hasMouse, views) = (model.uses, model.hasMouse, model.viewSeats)
    let cursor = model.task.cursors[model.taskAsk.area]
    task = Task(
      path: model.task.path.map(\.code), isFine: model.task.isFine,
      cursor: cursor.flatMap { if case .area(let area) = $0 { area.code } else { nil } })
    let people = model.network
    network = Network(filter: people.filter, sort: people.order.sort, view: people.view)
  }
}

extension Place {
  /// As it was kept; nil where nothing was, or a program wrote it that this one does not understand.
  init?(_ source: any Source) {
    guard let place = source.place().flatMap(Place.init(text:)) else { return nil }
    self = place
  }

  fileprivate init?(text: String) {
    guard let place = try? JSONDecoder().decode(Place.self, from: Data(text.utf8)) else { return nil }
    self = place
  }

  fileprivate var text: String? { (try? Self.encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } }

  /// The same place is the same text.
  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}

extension Shell {
  /// Keeps where one is. Called when the screen is gone: it may take its time.
  func keepPlace() {
    finishWork()
    if let text = placeText { source.savePlace(text) }
  }

  /// How long nothing is pressed before one's place is kept: a kill then loses no more than that.
  static let pause = Duration.seconds(2)

  /// Keeps where one is when nothing else is under way; nothing is written where nothing changed.
  func keepPlaceMeanwhile() {
    guard model.pending == 0 else { return nextKeep = .now + Self.pause }
    nextKeep = nil
    guard model.tour == nil, let text = placeText, text != keptPlace else { return }
    keptPlace = text
    workAside { source in
      source.savePlace(text)
      return .nothing
    }
  }

  /// Keeps at once what was done last: it must be found again however the program ends. Where one is can wait for the end.
  func keepLastAct() {
    keep { place, here in
      (place.lastActed, place.earlierActs, place.undoneActs) = (here.lastActed, here.earlierActs, here.undoneActs)
    }
  }

  /// Keeps at once which digit means which view.
  func keepSeats() { keep { place, here in place.views = here.views } }

  /// Keeps this of here, and else the place that was kept last.
  private func keep(_ change: @escaping @Sendable (inout Place, Place) -> Void) {
    var here = Place(model)
    here.opened = nil
    work { [here] source in
      var place = Place(source) ?? here
      change(&place, here)
      if let text = place.text { source.savePlace(text) }
      return .nothing
    }
  }

  /// Of a visit that begins the same every time: only what was done last is known again.
  func resumeLastAct() {
    guard let place = Place(source) else { return }
    model.resume(place.lastActed, after: place.earlierActs ?? [], undone: place.undoneActs ?? [])
    model.viewSeats = place.views ?? []
    model.seat(model.views)
  }

  /// nil before anything was read.
  private var placeText: String? {
    model.todayList.isLoaded || model.allList.isLoaded || model.task.page != nil || model.tab == .pipeline
      || model.network.loaded != nil
      ? Place(model).text : nil
  }

  /// Begins where one was; whatever no longer fits is left out.
  func resume(_ text: String) {
    guard let place = Place(text: text) else { return reload(model.listName) }
    model.tab = Model.Tab(rawValue: place.tab) ?? .today
    model.area = place.area.flatMap(Area.init(code:)) ?? .country
    if let task = place.task {
      (model.task.path, model.task.isFine) = (task.path.compactMap(Area.init(code:)), task.isFine)
      if let cursor = task.cursor.flatMap(Area.init(code:)) { model.task.cursors[model.taskAsk.area] = .area(cursor) }
    }
    for (name, kept) in [(ListName.today, place.today), (.dossiers, place.all)] {
      change(name) {
        $0.ask.filter = source.fault(kept.filter, today: model.today) == nil ? kept.filter : ""
        $0.ask.owner = kept.mine && !model.user.isEmpty ? model.user : nil
        $0.ask.sort = kept.sort ?? []
        $0.ask.area = model.area
        if let columns = kept.columns { $0.columns = columns }
        $0.view = kept.view
      }
    }
    if let network = place.network {
      // A filter that no longer reads is left out.
      let isRead = if case .success = NetworkFilter.parse(network.filter, model.rules) { true } else { false }
      model.network.filter = isRead ? network.filter : ""
      (model.network.order, model.network.view) = (NetworkQuery.Order(network.sort) ?? .silence, network.view)
    }
    model.resume(place.lastActed, after: place.earlierActs ?? [], undone: place.undoneActs ?? [])
    (model.uses, model.viewSeats) = (place.uses ?? [:], place.views ?? [])
    if model.preferences.mouse == nil { model.hasMouse = place.hasMouse ?? model.hasMouse }
    model.pipeline.stage = place.stage.flatMap(Stage.init(code:)) ?? model.pipeline.stage
    if model.tab == .pipeline {
      showPipeline()
      if let opened = place.opened { open(DossierID(value: opened)) }
      return
    }
    let kept = model.tab == .today ? place.today : place.all
    if model.tab == .quota {
      readTask()
    } else if model.tab == .network {
      readNetwork()
    } else {
      reload(model.listName, around: kept.cursor.map(DossierID.init(value:)))
    }
    if let opened = place.opened { open(DossierID(value: opened)) }
  }
}
