/// A text as searches compare it: small letters, without accents, Nordic and Sámi letters as the
/// nearest plain ones, so that `tromso` finds `Tromsø` and `HARSTTAK` finds `Hárstták`.
struct SearchKey: Hashable {
  /// The folded text.
  let text: String

  init(_ original: String) {
    var folded = String.UnicodeScalarView()
    for scalar in original.unicodeScalars {
      if scalar.isASCII {
        folded.append(scalar.value >= 65 && scalar.value <= 90 ? Self.small(scalar) : scalar)
      } else if scalar.value >= 0x300, scalar.value <= 0x36F {
        continue  // a combining mark
      } else if let plain = Self.plain[scalar] {
        folded.append(contentsOf: plain.unicodeScalars)
      } else {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    text = String(folded)
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(scalar.value + 32))
  }

  /// Plain letters for those of Latin-1 and Latin Extended-A.
  private static let plain: [Unicode.Scalar: String] = {
    let groups = [
      "a": "ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "ae": "Ææ", "c": "ÇçĆćĈĉĊċČč", "d": "ÐðĎďĐđ",
      "e": "ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "g": "ĜĝĞğĠġĢģ", "h": "ĤĥĦħ",
      "i": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "j": "Ĵĵ", "k": "Ķķ", "l": "ĹĺĻļĽľĿŀŁł",
      "n": "ÑñŃńŅņŇňŊŋ", "o": "ÒÓÔÕÖØòóôõöøŌōŎŏŐő", "oe": "Œœ", "r": "ŔŕŖŗŘř",
      "s": "ŚśŜŝŞşŠš", "ss": "ß", "t": "ŢţŤťŦŧ", "th": "Þþ",
      "u": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "w": "Ŵŵ", "y": "ÝýÿŶŷŸ", "z": "ŹźŻżŽž",
    ]
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, variants) in groups {
      for variant in variants.unicodeScalars { plain[variant] = letter }
    }
    return plain
  }()

  /// The words: runs of letters and digits.
  var words: [Substring] { text.split { !$0.isLetter && !$0.isNumber } }
}
