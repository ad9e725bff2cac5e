/// Housed of the task, with a notch for where the norm would be: a few letters wide, in a table.
struct ProgressBar {
  var housed: Double?
  var task: Double
  var norm: Double?

  init(_ row: ReportContent.TaskRow) {
    housed = row.housed.number.map(Double.init)
    task = Double(row.task ?? 0)
    norm = row.pace.map { Double($0.norm) }
  }

  var svg: Html {
    guard task > 0, let housed else { return "" }
    let width = 64.0
    func place(_ persons: Double) -> Double { width * min(max(persons / task, 0), 1) }
    let notch: Html =
      norm.map { "<line class=\"notch\" x1=\"\(place($0))\" y1=\"0\" x2=\"\(place($0))\" y2=\"12\"/>" } ?? ""
    return """
      <svg class="bar" viewBox="-1 0 66 12" aria-hidden="true"><rect class="groove" y="3" width="64" height="6"/>\
      <rect class="done" y="3" width="\(place(housed))" height="6"/>\(notch)</svg>
      """
  }
}
