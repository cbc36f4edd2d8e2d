import ArgumentParser
import CellFiles
import Disclosure

/// Sums of an amount, as the command line of `prikk protect` has them.
struct AmountArguments: ParsableArguments {
  @Option(help: "A column of sums of an amount, none below 0, instead of counts; needs --units.")
  var sum: String?

  @Option(help: "The column of the numbers of units behind the sums, which are published, too.")
  var units: String?

  @Option(
    help: "The columns of the largest amount of a unit, the second largest and so on: max1,max2.")
  var largest: String?

  @Option(help: "No sum of which so many units have more than so many per cent: 1,50 or 2,85.")
  var dominance: [String] = []

  @Option(
    help: "No sum from which the second largest unit knows the largest within so many per cent.")
  var pPercent: Int?

  /// The columns of figures; `nil` for counts.
  var figures: CellColumns.Figures? {
    guard let sum, let units, let largest else { return nil }
    return .sums(sum, units: units, largest: largest.split(separator: ",").map(String.init))
  }

  /// Complains of options that do not go together.
  func requireUse(for kind: RuleArguments.Kind) throws(Complaint) {
    if sum == nil {
      guard units == nil, largest == nil, dominance.isEmpty, pPercent == nil else {
        throw Complaint.asked(
          "--units, --largest, --dominance and --p-percent are about sums: name them with --sum.")
      }
      return
    }
    guard figures != nil else {
      throw Complaint.asked("--sum needs the columns behind it: --units and --largest max1,max2.")
    }
    guard case .hide = kind else {
      throw Complaint.asked("--sum: only for a policy that hides, such as below:4.")
    }
  }

  /// The sums and when they may be shown: of `threshold` units and more.
  func sums(threshold: Int) throws(Complaint) -> (name: String, rule: AmountRule)? {
    guard let sum, let largest else { return nil }
    var rule = AmountRule()
    rule.fewestUnits = threshold
    if !dominance.isEmpty || pPercent != nil { rule.dominance = [] }
    for text in dominance {
      let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let units = numbers[0], let share = numbers[1],
        (1...100).contains(units), (1..<100).contains(share)
      else {
        throw Complaint.asked(
          "--dominance: \"\(text)\" is no number of units and per cent. Write 1,50 or 2,85.")
      }
      rule.dominance.append(Dominance(units: units, share: share))
    }
    if let pPercent {
      guard (1...100).contains(pPercent) else {
        throw Complaint.asked("--p-percent takes a number from 1 to 100.")
      }
      rule.priorPercent = pPercent
    }
    let columns = largest.split(separator: ",").count
    let wanted = (0..<rule.ranks).map { "max\($0 + 1)" }.joined(separator: ",")
    guard rule.ranks <= columns else {
      throw Complaint.asked(
        """
        the rule looks at the \(rule.ranks) largest units of a sum, --largest names \(columns).
          Name a column for each: --largest \(wanted)
        """)
    }
    return (sum, rule)
  }
}
