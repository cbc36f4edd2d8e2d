/// The number of a request; a higher one is newer.
public typealias Generation = Int

/// How far a computation has come.
public struct ProgressReport: Sendable, Hashable {
  /// What is being done, such as "Protecting introduction programme 2019".
  public let activity: String
  /// 0 to 1, or `nil` when the end is not known.
  public let fraction: Double?

  /// Progress of an activity.
  public init(activity: String, fraction: Double?) {
    self.activity = activity
    self.fraction = fraction
  }
}

/// What comes back for a request.
public enum TableReply: Sendable {
  /// The computation goes on.
  case progress(Generation, ProgressReport)
  /// The cells.
  case answer(Generation, TableAnswer)
  /// There are none.
  case failure(Generation, TableFailure)
}

/// Where views get their cells from, without waiting.
public protocol TableSource: Sendable {
  /// All statistics, without any figure; known at once.
  var statistics: [StatisticDescription] { get }

  /// Starts answering `query`. `deliver` is called from any queue: any number of progress reports,
  /// then one answer or failure, or nothing more when the request was cancelled.
  func tabulate(
    _ query: TableQuery, generation: Generation, deliver: @escaping @Sendable (TableReply) -> Void)

  /// Gives up every request up to and including `generation`.
  func cancel(through generation: Generation)
}
