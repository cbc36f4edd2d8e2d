/// What a file of a register looks like: its columns, their units and code lists.
///
/// One row is a person, a spell or an event; all rows of a person may be found by ``RecordIndex``.
public struct RegisterLayout: Sendable, Hashable {
  /// Name of the register and of its file without the ending, such as `no-employment`.
  public let name: String
  /// What a row is, in a sentence.
  public let summary: String
  /// The columns, in order.
  public let fields: [RegisterField]
  /// Which column is never before which other: the end of a spell, for one.
  public let orders: [FieldOrder]
  /// What there is no more than one of for each person.
  public let uniqueness: RegisterUniqueness

  /// A layout of `fields`.
  ///
  /// Where columns `from` and `until` are both there, both days or both months, they are in order
  /// without being named in `orders`.
  /// - Precondition: `orders` name columns, both of days or both of months.
  public init(
    name: String, summary: String, fields: [RegisterField],
    orders: [(earlier: String, later: String)] = [], uniqueness: RegisterUniqueness = .none
  ) {
    self.name = name
    self.summary = summary
    self.fields = fields
    self.uniqueness = uniqueness
    func place(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
    let spell = place("from") == nil || place("until") == nil ? [] : [("from", "until")]
    self.orders = (spell + orders).map { earlier, later in
      guard let first = place(earlier), let last = place(later),
        fields[first].kind == fields[last].kind, [.day, .month].contains(fields[first].kind)
      else { preconditionFailure("\(earlier) and \(later) are columns of one kind of time") }
      return FieldOrder(earlier: first, later: last)
    }
  }

  /// The column named `name`.
  /// - Precondition: there is one.
  public func place(of name: String) -> Int {
    guard let place = fields.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("the register \(self.name) has no column \(name)")
    }
    return place
  }
}

/// Two columns of days or months of which one is never before the other; they may be the same, and
/// where one is empty nothing is asked.
public struct FieldOrder: Sendable, Hashable {
  /// The place of the column that comes first.
  public let earlier: Int
  /// The place of the column that is not before it.
  public let later: Int

  /// An order of the columns in two places.
  public init(earlier: Int, later: Int) {
    self.earlier = earlier
    self.later = later
  }
}

/// A column of a register.
public struct RegisterField: Sendable, Hashable {
  /// What stands in a column, and as which number it is kept.
  public enum Kind: Sendable, Hashable {
    /// A person or what else is numbered, such as a household: a whole number from 1, never shown.
    case person
    /// A code of the list `list`: kept as its place in `codes`.
    case code(list: String, codes: [String])
    /// A day, `2022-12-31`, one of ``RegisterField/days``: kept as ``Day/number``.
    case day
    /// A month, `2022-12`, one of ``RegisterField/months``: kept as ``Month/number``.
    case month
    /// A whole number with its unit, such as `kroner` or `per cent`, and the numbers that can be.
    case number(unit: String, in: ClosedRange<Int32>)
    /// `0` or `1`.
    case flag
  }
  /// The days that a register may have.
  public static let days = Day(1900, 1, 1)...Day(2100, 12, 31)
  /// The months that a register may have.
  public static let months = Month(1900, 1)...Month(2100, 12)
  /// The years that a register may have.
  public static let years: ClosedRange<Int32> = 1990...2100

  /// Name in the file's header.
  public let name: String
  /// What stands in it.
  public let kind: Kind
  /// Whether it may be empty.
  public let isOptional: Bool
  /// What it says, in a sentence.
  public let summary: String

  /// A column.
  public init(_ name: String, _ kind: Kind, isOptional: Bool = false, summary: String) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    self.summary = summary
  }
}
