import Registers

/// How the fields of one column of a file become numbers; nothing but bits, for the kernel.
struct ColumnPlan: Sendable, BitwiseCopyable {
  /// The kinds of ``RegisterField/Kind`` without their facts.
  enum Form: UInt8, BitwiseCopyable {
    case person, code, day, month, number, flag
  }
  let form: Form
  let isOptional: Bool
  /// The least and the largest number that can be, as it is kept.
  let least, largest: Int32
  /// The column of the layout, which the file may have elsewhere.
  let place: Int
  /// Where the slots of its codes begin.
  let firstSlot: Int
  /// 64 minus the binary logarithm of the number of slots.
  let slotShift: UInt64
  /// Where the bounds of its codes begin.
  let firstBound: Int
}

/// ``FieldOrder`` as bits, for the kernel.
struct PlaceOrder: Sendable, BitwiseCopyable {
  let earlier: Int
  let later: Int
}

/// How a file with a certain header is read: a plan per column, and what the plans look up.
struct FilePlan: Sendable {
  /// Places of columns of which one is never before the other.
  let orders: [PlaceOrder]
  /// One plan per column, in the order of the file.
  let columns: [ColumnPlan]
  /// Open hash tables, one after another: the place of a code in its list, or -1.
  ///
  /// At most one slot in four is taken; a code stands in the first free slot from that of its
  /// hash on, around the end of its table.
  let slots: [Int32]
  /// Where each code begins in ``codeBytes``, list after list, each closed by its end.
  let bounds: [Int32]
  /// The codes of all lists, without anything between.
  let codeBytes: [UInt8]

  /// A plan for a file whose header names the columns of `layout` in the order `places`.
  /// - Precondition: codes are not empty.
  init(_ layout: RegisterLayout, places: [Int]) {
    orders = layout.orders.map { PlaceOrder(earlier: $0.earlier, later: $0.later) }
    var columns: [ColumnPlan] = []
    var slots: [Int32] = []
    var bounds: [Int32] = []
    var codeBytes: [UInt8] = []
    for place in places {
      let field = layout.fields[place]
      var codes: [String] = []
      if case .code(_, let all) = field.kind { codes = all }
      let bits = max(1, Int.bitWidth - (codes.count * 4).leadingZeroBitCount)
      let shift = UInt64(64 - bits)
      let range = Self.range(of: field.kind)
      columns.append(
        ColumnPlan(
          form: Self.form(of: field.kind), isOptional: field.isOptional,
          least: range.lowerBound, largest: range.upperBound, place: place,
          firstSlot: slots.count, slotShift: shift, firstBound: bounds.count))
      slots += Self.table(codes, bits: bits, shift: shift)
      for code in codes {
        bounds.append(Int32(codeBytes.count))
        codeBytes += code.utf8
      }
      bounds.append(Int32(codeBytes.count))
    }
    self.columns = columns
    self.slots = slots
    self.bounds = bounds
    self.codeBytes = codeBytes
  }

  /// The hash table of a list; a code that stands twice has the first of its places.
  private static func table(_ codes: [String], bits: Int, shift: UInt64) -> [Int32] {
    var table = Array(repeating: Int32(-1), count: 1 << bits)
    for (place, code) in codes.enumerated() {
      precondition(!code.isEmpty, "a code is not empty")
      let hash = code.utf8.reduce(CodeHash.start) { CodeHash.adding($1, to: $0) }
      var slot = CodeHash.slot(of: hash, shift: shift)
      var isNew = true
      while table[slot] >= 0 {
        if codes[Int(table[slot])].utf8.elementsEqual(code.utf8) { isNew = false }
        slot = (slot + 1) & (table.count - 1)
      }
      if isNew { table[slot] = Int32(place) }
    }
    return table
  }

  /// The numbers that can be in a column, as they are kept.
  private static func range(of kind: RegisterField.Kind) -> ClosedRange<Int32> {
    switch kind {
    case .person: 1...Int32.max
    case .code(_, let codes): 0...Int32(max(0, codes.count - 1))
    case .day:
      RegisterField.days.lowerBound.number...RegisterField.days.upperBound.number
    case .month:
      RegisterField.months.lowerBound.number...RegisterField.months.upperBound.number
    case .number(_, let range): range
    case .flag: 0...1
    }
  }

  static func form(of kind: RegisterField.Kind) -> ColumnPlan.Form {
    switch kind {
    case .person: .person
    case .code: .code
    case .day: .day
    case .month: .month
    case .number: .number
    case .flag: .flag
    }
  }
}

/// The hash of a code, byte by byte (FNV-1a) and then spread (Fibonacci hashing).
enum CodeHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  @inline(__always)
  static func slot(of hash: UInt64, shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
