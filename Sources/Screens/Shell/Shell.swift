import Dispatch
import Journey
import Terminal

/// The program on the terminal: takes keys in, asks the worker for what must be read or written, shows the model.
final class Shell: Program {
  var model: Model
  let source: any Source
  let mailbox: Mailbox<Message>
  /// Reads and writes happen here, one after the other; nil does them at once, where no screen waits.
  private let worker: DispatchQueue?
  /// What takes seconds and nobody waits for happens here, beside the worker.
  let aside: DispatchQueue?
  /// What takes seconds and somebody waits for, while the screens are read.
  private let beside: DispatchQueue?
  /// What was typed last and is not yet written.
  let latestDraft = LatestDraft()
  /// What each list is about now.
  let wanted = WantedList()
  let wantedTask = WantedTask()
  /// Keys that came while a form was being opened: they are meant for it. nil: none is.
  var held: [Input]?
  /// What they wait for, where nobody says so when it is there.
  private var waitsFor: WaitsFor?
  private enum WaitsFor {
    /// The rows of a list that was asked for: what one types next is about those.
    case rows
    /// The answer to a form: what one types next is about the screen below it.
    case answer
  }
  private var answers: [Message] = []
  /// Parts of jobs that were done at once.
  private let parts = Parts()
  private let clock: @Sendable () -> Day

  private(set) var wantsExit: Int32?
  /// The last key led back from somewhere.
  var wentBack = false
  /// What can be pointed at on the screen as it was drawn last.
  private(set) var zones: [Zone] = []
  /// Of the long job under way.
  var goesOn: GoesOn?
  /// Of forecasts that are computed anew.
  var renewing: GoesOn?
  /// The keys of the actions in the key bar.
  private(set) var barActions: [Key] = []
  /// When to look for what others wrote once more; nil when nobody seems to write.
  private var nextLook: ContinuousClock.Instant?
  private var looks = 0
  /// When to keep where one is: once nobody has pressed a key for a moment.
  var nextKeep: ContinuousClock.Instant?
  /// When to count what fits the household at hand: once nobody has pressed a key for a moment.
  var nextRest: ContinuousClock.Instant?
  /// As it was kept last.
  var keptPlace: String?
  /// Since when jobs are under way.
  private var busySince: ContinuousClock.Instant?

  /// How long at least from one state of a job's bar to the next.
  var pace = Duration.milliseconds(100)

  /// How long a job may take before the screen says so.
  private static let patience = Duration.milliseconds(100)

  init(
    _ model: Model, source: any Source, mailbox: Mailbox<Message> = Mailbox(), worker: DispatchQueue?,
    clock: @escaping @Sendable () -> Day
  ) {
    (self.model, self.source, self.mailbox, self.worker, self.clock) = (model, source, mailbox, worker, clock)
    aside = worker.map { DispatchQueue(label: $0.label + ".aside", qos: .utility) }
    beside = worker.map { DispatchQueue(label: $0.label + ".beside") }
  }

  /// Asks for the first page; the first frame does not wait for it.
  /// - Parameter resumes: where one was; else at today's list.
  func start(resumes: Bool = true) {
    let (user, today) = (model.user, model.today)
    work { source in
      .scope(
        ownsAny: !user.isEmpty && ((try? source.owns(user, today: today)) ?? false),
        place: resumes ? source.place() : nil,
        drafts: Draft.all(source))
    }
    settle()
  }

  var isIdle: Bool { model.pending == 0 }

  func draw(size: Size) -> Frame {
    model.size = size
    let view = FrameView(model: model)
    let canvas = view.draw()
    (zones, barActions) = (canvas.zones, view.barActions)
    return Frame(canvas: canvas, modes: Frame.Modes(mouse: model.hasMouse), title: title)
  }

  private var title: String {
    model.opened.map { "Thuis · \($0.id)" } ?? "Thuis · \(model.tab.name[model.language])"
  }

  var hasWorker: Bool { worker != nil }

  /// What is under way for many and not yet confirmed is ended: it then was not done.
  func exit(_ status: Int32) {
    goesOn?.end()
    renewing?.end()
    wantsExit = status
  }

  var deadline: ContinuousClock.Instant? {
    [nextLook, nextKeep, nextRest, model.isBusy ? nil : busySince.map { $0 + Self.patience }].compactMap(\.self).min()
  }

  func work(_ job: @escaping @Sendable (any Source) -> Message) {
    model.pending += 1
    busySince = busySince ?? .now
    guard let worker else {
      answers.append(job(source))
      return
    }
    let (source, mailbox) = (source, mailbox)
    worker.async { mailbox.post(job(source)) }
  }

  /// A job that does not hold up what is read for the screen.
  func workAside(_ job: @escaping @Sendable (any Source) -> Message) {
    guard let aside else { return work(job) }
    model.pending += 1
    let (source, mailbox) = (source, mailbox)
    aside.async { mailbox.post(job(source)) }
  }

  /// A job that was asked for and only reads: it says that it is under way and holds up nothing else.
  func workBeside(_ job: @escaping @Sendable (any Source) -> Message) {
    guard let beside else { return work(job) }
    model.pending += 1
    busySince = busySince ?? .now
    let (source, mailbox) = (source, mailbox)
    beside.async { mailbox.post(job(source)) }
  }

  /// Takes in a part of what a job brings before it is done.
  var poster: @Sendable (Message) -> Void {
    guard worker != nil else {
      let parts = parts
      return { parts.put($0) }
    }
    let mailbox = mailbox
    return { mailbox.post($0) }
  }

  /// Takes in what was done at once.
  private func settle() {
    while !answers.isEmpty {
      for part in parts.take() { accept(part) }
      take(answers.removeFirst())
    }
  }

  /// Waits for what is still to be written. The screen is gone by then.
  func finishWork() {
    while let worker, model.pending > 0 {
      worker.sync {}
      let messages = mailbox.take().messages
      guard !messages.isEmpty else { return }
      messages.forEach(receive)
    }
  }

  func holdKeys() {
    held = held ?? []
    waitsFor = nil
  }

  func dropKeys() { held = nil }

  private func releaseWhatWaited() {
    guard held != nil else { return }
    switch waitsFor {
    case .rows where !waitsForRows: releaseKeys()
    // What was typed after a form that is refused was not meant for its fields.
    case .answer where model.form?.isSaving != true:
      if model.form == nil, model.overlay == nil { releaseKeys() } else { dropKeys() }
    default: break
    }
  }

  /// The rows on screen are not those that were asked for.
  private var waitsForRows: Bool {
    let list = model.list
    return model.opened == nil && model.form == nil && model.overlay == nil && list.typing == nil
      && (list.isLoaded || model.visit != nil)
      && (list.awaits.contains(.start) || list.awaits.contains(.end))
  }

  func releaseKeys() {
    let keys = held ?? []
    held = nil
    for key in keys { handle(key) }
  }

  func handle(_ input: Input) {
    let before = model.tour.map { _ in model }
    defer { follow(since: before) }
    model.today = clock()
    if held == nil, waitsForRows { (held, waitsFor) = ([], .rows) }
    if held == nil, model.form?.isSaving == true { (held, waitsFor) = ([], .answer) }
    // What is under way can be ended, also while keys wait for it.
    if held != nil, input == .key(.escape), model.job != nil, let goesOn { return goesOn.end() }
    if held != nil, input != .key(.control("c")) {
      switch input {
      case .key, .paste, .mouse:
        held?.append(input)
        return
      default: break
      }
    }
    switch input {
    case .key(let key):
      press(key)
      readOn()
      (nextKeep, nextRest) = (.now + Self.pause, .now + Self.rest)
    case .paste(let text): paste(text)
    case .resize(let size): model.size = size
    case .hangUp(.interrupt): exit(HangUpReason.interrupt.exitStatus)
    case .hangUp(let reason): exit(reason.exitStatus)
    case .tick(let now): tick(now)
    case .mouse(let event):
      point(event)
      readOn()
      (nextKeep, nextRest) = (.now + Self.pause, .now + Self.rest)
    case .focus, .wake, .suspendAboutTo, .resumed: break
    }
    settle()
  }

  func receive(_ message: Message) {
    let before = model.tour.map { _ in model }
    defer { follow(since: before) }
    if case .progress(let done) = message {
      model.job?.done = done
      return
    }
    if case .forecast(let kept, let done) = message { return forecast(kept, done) }
    take(message)
    settle()
  }

  private func take(_ message: Message) {
    model.pending -= 1
    accept(message)
    releaseWhatWaited()
    if model.pending == 0 { (busySince, model.isBusy, model.job, goesOn) = (nil, false, nil, nil) }
    readOn()
  }

  func say(_ text: String, _ kind: Model.Status.Kind = .plain) { model.status = Model.Status(text: text, kind: kind) }

  /// The file was touched: by whom, and does it count already?
  func lookForChanges() {
    looks = 0
    look()
  }

  private func look() {
    nextLook = nil
    work { .looked(changed: $0.hasForeignChanges()) }
  }

  private func tick(_ now: ContinuousClock.Instant) {
    if let busySince, busySince + Self.patience <= now { model.isBusy = true }
    if let nextLook, nextLook <= now { look() }
    if let nextKeep, nextKeep <= now { keepPlaceMeanwhile() }
    if let nextRest, nextRest <= now { countLessons() }
  }

  /// The writer's last step makes no sound, so for a second after a touch it is looked at again, less and less often.
  func looked(_ changed: Bool) {
    if changed { refresh() }
    guard looks < 6 else { return }
    looks += 1
    nextLook = .now + .milliseconds(8 << looks)
  }

  /// Others wrote: read again what is on screen, without moving anything.
  func refresh() {
    readAbsent()
    for name in model.listNames { refreshList(name) }
    if model.isOnTask, model.task.page != nil { readTask() }
    if model.isOnNetwork { readNetwork() }
    refreshPipeline()
    for id in Set([model.opened?.id, model.form?.dossier?.id].compactMap(\.self)) {
      work { .refreshed(id, (try? $0.dossier(id)) ?? nil) }
    }
    settle()
  }
}
