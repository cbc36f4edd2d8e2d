import Glibc

/// A grapheme cluster laid out in columns as curses wants it: per column the code points that are
/// put there, empty where the one before it takes two columns.
///
/// Terminals agree on single code points and combining marks, not on emoji of several parts. So
/// only what curses counts the same way is sent, and blanks fill the rest: a cluster may look
/// poorer than it is, but the columns stay straight on every terminal.
///
/// `columns` is 1 or 2, what the canvas reserved; `width` tells the columns that the C library, and
/// so curses, gives a code point.
func layOut(
  _ cluster: String, columns: Int, width: (Unicode.Scalar) -> Int
) -> [[Unicode.Scalar]] {
  var laid: [[Unicode.Scalar]] = []
  for scalar in cluster.unicodeScalars where !isSelector(scalar) {
    let own = width(scalar)
    if own == 0 {
      if laid.isEmpty { continue }
      let base = laid[laid.count - 1].isEmpty ? laid.count - 2 : laid.count - 1
      if laid[base].count < mostScalars { laid[base].append(scalar) }
    } else if own < 0 {
      if laid.isEmpty { laid.append(["?"]) }
    } else if laid.count + own <= columns {
      laid.append([scalar])
      if own == 2 { laid.append([]) }
    } else if laid.isEmpty {
      laid.append(["?"])
    }
  }
  while laid.count < columns { laid.append([" "]) }
  return laid
}

/// The most code points that curses keeps in one place (`CCHARW_MAX`).
private let mostScalars = 5

/// Joiners and variation selectors: they ask for a shape whose width is uncertain.
private func isSelector(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\u{200D}" || (0xFE00...0xFE0F).contains(scalar.value)
}
