/// Lists of numbers, one for each of a row of things, kept in one piece.
struct Incidence {
  private var starts: [Int32] = [0]
  private(set) var members: [Int32] = []

  /// No lists.
  init() {}

  /// For each of `count` things, the lists of `other` that it is a member of.
  init(inverting other: Incidence, count: Int) {
    var sizes = Array(repeating: Int32(0), count: count + 1)
    for member in other.members { sizes[Int(member) + 1] += 1 }
    for thing in 0..<count { sizes[thing + 1] += sizes[thing] }
    starts = sizes
    members = Array(repeating: 0, count: other.members.count)
    for list in 0..<other.count {
      for member in other[list] {
        members[Int(sizes[Int(member)])] = Int32(list)
        sizes[Int(member)] += 1
      }
    }
  }

  /// The number of lists.
  var count: Int { starts.count - 1 }

  /// The members of a list.
  subscript(_ list: Int) -> ArraySlice<Int32> {
    members[Int(starts[list])..<Int(starts[list + 1])]
  }

  mutating func append(_ list: some Sequence<Int32>) {
    members.append(contentsOf: list)
    starts.append(Int32(members.count))
  }
}
