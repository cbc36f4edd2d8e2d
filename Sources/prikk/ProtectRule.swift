import ArgumentParser
import CellFiles
import Classifications
import Disclosure
import Publication

/// The rule by which `prikk protect` hides or rounds, as the command line has it.
struct RuleArguments: ParsableArguments {
  @Option(
    help: """
      What is done with small counts: below:4 hides those of 1 to 3 and with them what would give \
      them away; round:3 makes every finest count of 1 or 2 a 0 or 3.
      """)
  var policy: String

  @Option(help: "A higher threshold for what goes by a column: mun=10.")
  var thresholdOf: [String] = []

  @Option(help: "Whether zeros are published or protected as small counts are.")
  var zeros: ZerosOption = .published

  @Option(
    help: """
      What nobody may be able to tell of a small count: that it is below the threshold (reach), \
      the same where what is published allows it (reach-where-possible), or which number it is \
      (another).
      """)
  var range: RangeOption = .reach

  @Option(help: "Hide as few cells as possible, or as little information: large counts are dearer.")
  var cost: CostOption = .information

  @Flag(
    help: """
      Look longer for fewer hidden cells: attack and mend the pattern until nothing is open. \
      Minutes for tables of thousands of cells; the pattern is safe without it as well.
      """)
  var thorough = false

  @Option(
    help: """
      A file of orders for single cells: codes and a column instruction with show, \
      show-unless-small, hide or a cost such as 50.
      """)
  var instructions: String?

  @Option(help: "How long rounding looks for a closer pattern: proposals for each small count.")
  var sweeps = 300

  /// What is to be done with small counts.
  enum Kind {
    case round(base: Int)
    case hide(threshold: Int)
  }

  /// The policy as it was asked for.
  func kind() throws(Complaint) -> Kind {
    let parts = policy.split(separator: ":", maxSplits: 1).map(String.init)
    let number = parts.count == 2 ? Int(parts[1]) : nil
    if let number, (2...10_000).contains(number) {
      if parts[0] == "round" { return .round(base: number) }
      if parts[0] == "below" { return .hide(threshold: number) }
    }
    let hint =
      nearestName(to: parts.first ?? "", among: ["below", "round"])
      .map { " Did you mean \($0):\(number ?? 4)?" } ?? ""
    throw Complaint.asked(
      """
      --policy: "\(policy)" is no policy.\(hint)
        below:4 hides counts of 1 to 3, round:3 makes 1 and 2 a 0 or 3; the number is from 2 on.
      """)
  }

  /// The rule that hides, for the dimensions of the cells.
  func suppression(
    threshold: Int, _ dimensions: CellDimensions
  ) throws(Complaint) -> SuppressionRule {
    var rule = SuppressionRule(threshold: threshold, range: range.range)
    rule.zeros = zeros.treatment
    rule.cost = cost.cost
    rule.effort = thorough ? .thorough : .brief
    for text in thresholdOf {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let number = Int(parts[1]), number > 1, number <= 10_000 else {
        throw Complaint.asked(
          "--threshold-of: \"\(text)\" is no threshold of a column. Write mun=10.")
      }
      let names = dimensions.columns.map(\.name)
      guard let column = names.firstIndex(of: parts[0]) else {
        let hint = nearestName(to: parts[0], among: names).map { " Did you mean \($0)?" } ?? ""
        throw Complaint.asked(
          """
          --threshold-of: there is no column "\(parts[0])".\(hint)
            Columns are: \(names.joined(separator: ", ")).
          """)
      }
      for dimension in dimensions.columns[column].dimensions {
        rule.thresholds[dimension] = number
      }
    }
    if let instructions { rule.instructions += try orders(from: instructions, dimensions) }
    return rule
  }

  /// Complains of options that the policy has no use for.
  func requireUse(for kind: Kind) throws(Complaint) {
    guard case .round = kind else { return }
    let unused = [
      (thresholdOf.isEmpty, "--threshold-of"), (zeros == .published, "--zeros"),
      (range == .reach, "--range"), (cost == .information, "--cost"),
      (instructions == nil, "--instructions"),
    ].filter { !$0.0 }.map(\.1)
    guard unused.isEmpty else {
      throw Complaint.asked(
        "\(unused.joined(separator: ", ")): only for a policy that hides, such as below:4.")
    }
  }
}

/// What `--zeros` takes.
enum ZerosOption: String, ExpressibleByArgument, CaseIterable {
  case published, protected

  var treatment: ZeroTreatment { self == .published ? .published : .protected }
}

/// What `--range` takes.
enum RangeOption: String, ExpressibleByArgument, CaseIterable {
  case reach
  case reachWherePossible = "reach-where-possible"
  case another

  var range: HiddenRange {
    switch self {
    case .reach: .reachesThreshold
    case .reachWherePossible: .reachesThresholdWhereItCan
    case .another: .anotherNumber
    }
  }
}

/// What `--cost` takes.
enum CostOption: String, ExpressibleByArgument, CaseIterable {
  case cells, information

  var cost: HidingCost { self == .cells ? .cells : .information }
}
