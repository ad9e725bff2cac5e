import Casebook
import Journey
import Terminal

@testable import Screens

extension Theatre {
  static let utrecht = Area.municipality("GM0344")

  /// On the task, staged, looking at the province of Utrecht with the cursor on Utrecht.
  static func onTask(_ task: StagedTask = StagedTask()) throws -> Theatre {
    let theatre = try Theatre(task: task)
    theatre.press(.character("4"))
    theatre.press(.character("M"))
    theatre.type("provincie utrecht")
    theatre.press(.enter)
    theatre.pointOnTask(at: utrecht)
    return theatre
  }

  func pointOnTask(at area: Area) {
    let rows = shell.model.task.rows(.nl)
    shell.pointAtTask(rows.firstIndex { $0.id == .area(area) } ?? 0)
  }
}
