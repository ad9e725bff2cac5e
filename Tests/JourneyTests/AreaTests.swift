import Journey
import Testing

struct AreaTests {
  @Test("every area reads back by its code")
  func readsBack() {
    for area in Area.all { #expect(Area(code: area.code) == area) }
    #expect(Area.all.count == 1 + 12 + 35 + 342)
  }

  @Test("an area is what its municipalities are: regions and provinces each divide the country")
  func divide() {
    for kind in [
      Area.all.filter { if case .province = $0 { true } else { false } },
      Area.all.filter { if case .region = $0 { true } else { false } },
    ] {
      #expect(kind.flatMap(\.municipalities).sorted() == Area.country.municipalities.sorted())
    }
  }

  @Test("a municipality lies in itself, its region, its province and the country")
  func holding() {
    let areas = Area.holding("GM0344")
    #expect(areas.count == 4 && areas.first == .municipality("GM0344") && areas.last == .country)
    #expect(areas.allSatisfy { $0.municipalities.contains("GM0344") })
  }

  @Test("case and the sign between AM and the name make no difference")
  func loose() {
    #expect(Area(code: "pv26") == .province("PV26"))
    #expect(Area(code: "am-amersfoort") == .region("Amersfoort"))
    #expect(Area(code: "AM99") == nil && Area(code: "GM9999") == nil && Area(code: "PV99") == nil)
  }
}
