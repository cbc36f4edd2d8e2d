import Classifications

/// The name that is least different from `text`, if any is near.
///
/// - Complexity: O(names × length²).
public func nearestName(_ text: String, among names: [String]) -> String? {
  names.map { (name: $0, distance: editDistance(Array(text), Array($0))) }
    .filter { $0.distance <= max(1, text.count / 3) }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}
