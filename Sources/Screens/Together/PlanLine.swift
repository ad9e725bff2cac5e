import Journey

/// A line of the plan of a household, from what it wants itself to who is drawn in.
enum PlanLine: Hashable, Sendable {
  case agreed(Plan.Agreed?)
  case wishes
  case goal(Goal)
  case noGoals
  case helper(Contact)
  case step(Standing.Step)
  case drawnIn
  case drawn(DrawnIn)

  static func all(_ dossier: Dossier, _ standing: Standing) -> [PlanLine] {
    let plan = dossier.plan(standing)
    var lines: [PlanLine] = [.agreed(plan.agreed), .wishes]
    lines += plan.goals.isEmpty ? [.noGoals] : plan.goals.map(PlanLine.goal)
    for help in plan.help { lines += [.helper(help.who)] + help.steps.map(PlanLine.step) }
    if !dossier.drawnIn.isEmpty { lines += [.drawnIn] + dossier.drawnIn.map(PlanLine.drawn) }
    return lines
  }
}
