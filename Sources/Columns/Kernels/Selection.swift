/// Sets the bit of each row whose code is a member.
func markMembers<Code: FixedWidthInteger & UnsignedInteger>(
  _ codes: Span<Code>, _ members: Span<UInt8>, into words: inout MutableSpan<UInt64>
) {
  precondition(words.count == (codes.count + 63) / 64, "there is a bit for each row")
  precondition(members.count >= 1 << 8, "there is an answer for each byte")
  for word in words.indices {
    let first = word * 64
    let rows = min(64, codes.count - first)
    var bits: UInt64 = 0
    for row in 0..<rows {
      let member = members[Int(truncatingIfNeeded: codes[first + row])]
      bits |= UInt64(truncatingIfNeeded: member) &<< UInt64(truncatingIfNeeded: row)
    }
    words[word] = bits
  }
}

/// Moves the values of selected rows to the front, in order, and returns how many there are.
///
/// Full words are moved without looking at bits, thin ones bit by bit, others without branches.
func compact<Value: FixedWidthInteger>(
  _ values: inout MutableSpan<Value>, rows: Int, by words: Span<UInt64>
) -> Int {
  precondition(rows <= values.count && words.count == (rows + 63) / 64, "a bit for each row")
  var kept = 0
  for word in words.indices {
    let first = word * 64
    var bits = words[word]
    // Invariant: `kept` ≤ `first`, so nothing is overwritten before it is read.
    if bits == .max {
      for row in first..<first + 64 {
        values[kept] = values[row]
        kept &+= 1
      }
    } else if bits.nonzeroBitCount < 24 {
      while bits != 0 {
        values[kept] = values[first + bits.trailingZeroBitCount]
        kept &+= 1
        bits &= bits &- 1
      }
    } else {
      for row in first..<min(first + 64, rows) {
        values[kept] = values[row]
        kept &+= Int(truncatingIfNeeded: bits & 1)
        bits &>>= 1
      }
    }
  }
  return kept
}

/// Whether no row is set.
func isEmpty(_ words: Span<UInt64>) -> Bool {
  var any: UInt64 = 0
  for word in words.indices { any |= words[word] }
  return any == 0
}
