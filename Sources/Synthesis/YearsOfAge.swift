internal import Classifications

/// Single years of age of `persons` people of the age group `band`, in random order; within a group
/// the likelihood goes from 1 to `last` with the years.
func yearsOfAge(
  _ persons: Int, in band: String, of ages: Correspondence, last: Double,
  _ generator: inout SeededGenerator
) -> [Int] {
  let years = ages.sources.indices.filter { ages.target(of: ages.sources[$0]) == band }
  guard let first = years.first else { return [] }
  let span = Double(max(1, years.count - 1))
  let choice = WeightedChoice(
    years.indices.map { 1 + (last - 1) * Double($0) / span })
  return (0..<persons).map { _ in first + choice.draw(&generator) }
}
