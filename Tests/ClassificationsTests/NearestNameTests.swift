import Classifications
import Testing

@Suite struct NearestNameTests {
  @Test func `nearness is what takes few steps`() {
    #expect(nearestName(to: "munisipality", among: ["country", "municipality"]) == "municipality")
    #expect(nearestName(to: "sx", among: ["age", "sex"]) == "sex")
    #expect(nearestName(to: "xy", among: ["age", "sex"]) == nil)
    #expect(nearestName(to: "", among: ["a"]) == nil)
    #expect(nearestName(to: "same", among: ["some", "same"]) == "same")
    #expect(nearestName(to: "sbme", among: ["some", "same"]) == "some")
  }
}
