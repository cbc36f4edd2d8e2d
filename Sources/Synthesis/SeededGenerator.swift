/// A small generator of random numbers: the same seed and stream give the same numbers everywhere.
///
/// xoshiro256** (Blackman and Vigna, 2018), its state filled by SplitMix64 from the seed and the
/// name of the stream, so that each register has numbers of its own. Not for secrets.
struct SeededGenerator: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  init(seed: UInt64, stream: String) {
    // FNV-1a of the name.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var mixer = seed ^ hash
    func next() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var mixed = mixer
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// 64 random bits.
  mutating func next() -> UInt64 {
    let scrambled = state.1 &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A whole number in `0 ..< bound`: the high word of a product, without rejection, so that it
  /// takes one step always; its bias is below `bound` / 2⁶⁴.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in `0 ..< 1`, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Puts `values` in random order (Fisher and Yates).
  mutating func shuffle<Value>(_ values: inout [Value]) {
    guard values.count > 1 else { return }
    for index in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(index, below(index + 1))
    }
  }

  /// The places `0 ..< count` in a random order in which those with a smaller `lean` tend to come
  /// first: sorted by `lean` plus a random number in `0 ..< 1`.
  /// - Precondition: leans are within ±2.
  mutating func order(count: Int, lean: (Int) -> Double) -> [Int] {
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    for place in 0..<count {
      let score = UInt64((unit() + lean(place) + 4) * 0x1p28)
      keys.append(score << 32 | UInt64(place))
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }
}
