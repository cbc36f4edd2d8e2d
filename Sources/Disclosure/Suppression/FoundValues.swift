/// What a program found cells to be more or less.
struct FoundValues {
  /// The cells.
  let cells: [Int]
  /// What each is more or less.
  let values: [Double]

  /// The places that differ, parted where no line holds parts together: each adds up by itself.
  func parts(in system: CellSystem) -> [[Int]] {
    var partOfRow: [Int32: Int] = [:]
    var parents: [Int] = []
    func root(_ part: Int) -> Int {
      var part = part
      while parents[part] != part { part = parents[part] }
      return part
    }
    var partOfPlace: [(place: Int, part: Int)] = []
    for place in values.indices where abs(values[place]) > 1e-6 {
      var part = parents.count
      parents.append(part)
      for line in system.linesOfCell[cells[place]] {
        if let other = partOfRow[line] {
          let joined = root(other)
          parents[joined] = part
          if joined != part { part = root(part) }
        }
        partOfRow[line] = part
      }
      partOfPlace.append((place, part))
    }
    var places: [Int: [Int]] = [:]
    for (place, part) in partOfPlace { places[root(part), default: []].append(place) }
    return places.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The values of some places as a witness, when they or a multiple of them are one.
  func witness(of places: [Int], in system: CellSystem) -> Witness? {
    for factor in 1...3 {
      let changes = places.map { (values[$0] * Double(factor)).rounded() }
      let isWhole = zip(changes, places).allSatisfy {
        abs($0 - values[$1] * Double(factor)) < 1e-3 && Int32(exactly: $0) != nil
      }
      guard isWhole else { continue }
      let differing = changes.indices.filter { changes[$0] != 0 }
      let witness = Witness(
        cells: differing.map { Int32(cells[places[$0]]) },
        changes: differing.map { Int32(changes[$0]) })
      if witness.addsUp(in: system) { return witness }
    }
    return nil
  }
}
