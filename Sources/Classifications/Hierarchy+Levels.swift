extension Hierarchy {
  /// The hierarchy without a level: what stood below it stands below the level above.
  /// - Precondition: the level is neither the root's nor one that is not there.
  public func skipping(level: Int, id: String) -> Hierarchy {
    precondition((1...depth).contains(level), "a level below the root")
    let nodes = categories.indices.filter { levels[$0] != level }.map {
      (category: categories[$0], level: levels[$0] > level ? levels[$0] - 1 : levels[$0])
    }
    var labels = levelLabels
    labels.remove(at: level)
    return Hierarchy(id: id, levelLabels: labels, nodes: nodes)
  }
}

extension Correspondence {
  /// Where the same codes go in `other`, which has some of the categories of `hierarchy`: to the
  /// deepest of those above their targets.
  /// - Precondition: no code is split.
  public func lifted(from hierarchy: Hierarchy, to other: Hierarchy, id: String) -> Correspondence {
    Correspondence(
      id: id,
      moves: sources.map { source in
        guard let target = target(of: source), let category = hierarchy.index(ofCode: target)
        else { preconditionFailure("\(source) goes to one category") }
        let codes = hierarchy.path(to: category).reversed().lazy
          .map { hierarchy.categories[$0].code }
        let code = codes.first { other.index(ofCode: $0) != nil } ?? ""
        return (source, [(code, 100)])
      })
  }
}
